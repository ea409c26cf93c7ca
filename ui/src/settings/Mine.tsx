// What is one's own: language, light, PIN, password.
import { useState } from "react";
import { useMe } from "../desk";
import { OwnPassword, OwnPin } from "../door/OwnSecrets";
import { setTheme, setTouch, THEMES, TOUCHES, useTheme, useTouch } from "../frame/look";
import { Button, DigitChoice, Page, Section } from "../kit";
import { LANG_NAMES, LANGS, useWords } from "../words";
import styles from "./settings.module.css";

export function Mine() {
  const { t, lang, setLang } = useWords();
  const theme = useTheme();
  const touch = useTouch();
  const me = useMe();
  const [sheet, setSheet] = useState<"pin" | "password" | null>(null);
  const shut = () => setSheet(null);
  return (
    <Page title={t("settings.part_mine")}>
      <div className={styles.narrow}>
        <Section title={t("settings.this_pc")}>
          <div className={styles.block}>
            <DigitChoice
              label={t("frame.language")}
              options={LANGS.map((one) => ({ value: one, label: LANG_NAMES[one] }))}
              value={lang}
              onChange={(chosen) => chosen && setLang(chosen)}
              stay
            />
            <DigitChoice
              label={t("frame.look")}
              options={THEMES.map((one) => ({ value: one, label: t(`frame.theme_${one}`) }))}
              value={theme}
              onChange={(chosen) => chosen && setTheme(chosen)}
              stay
            />
            <DigitChoice
              label={t("frame.touch")}
              options={TOUCHES.map((one) => ({ value: one, label: t(`frame.touch_${one}`) }))}
              value={touch}
              onChange={(chosen) => chosen && setTouch(chosen)}
              stay
            />
          </div>
        </Section>
        <Section title={t("settings.my_secrets")}>
          <div className={styles.block}>
            <p className={styles.words}>{t("door.pin_words")}</p>
            <div className={styles.line}>
              <Button icon="key" onPress={() => setSheet("pin")}>
                {me?.has_pin ? t("frame.own_pin") : t("frame.own_pin_first")}
              </Button>
              <Button icon="key" onPress={() => setSheet("password")}>
                {t("frame.own_password")}
              </Button>
            </div>
          </div>
        </Section>
      </div>
      {sheet === "pin" && <OwnPin hasPin={me?.has_pin ?? false} onClose={shut} />}
      {sheet === "password" && <OwnPassword onClose={shut} />}
    </Page>
  );
}
