// One text in three languages, with blanks that are put in by a press, and how it will read.
import { useRef, useState } from "react";
import { useAsk, useHouse } from "../desk";
import type { MessageText } from "../generated/types";
import { Button, DigitChoice, Form, Tabs, TextField } from "../kit";
import { LANG_NAMES, LANGS, type Lang, useWords } from "../words";
import styles from "./Messages.module.css";

const BLANKS = ["customer", "consultant", "branch", "brand", "model", "day", "time"] as const;

type MessageEditorProps = {
  kept: MessageText;
  fresh: boolean;
  busy: boolean;
  onKeep: (text: MessageText) => void;
  onRemove: () => void;
};

export function MessageEditor({ kept, fresh, busy, onKeep, onRemove }: MessageEditorProps) {
  const { t, lang: mine } = useWords();
  const { items, label } = useHouse();
  const [text, setText] = useState(kept);
  const [from, setFrom] = useState(kept);
  const [lang, setLang] = useState<Lang>(mine);
  const [tried, setTried] = useState(false);
  const editor = useRef<HTMLDivElement>(null);
  // The desk has another version (saved, or undone): show that.
  if (from !== kept) {
    setFrom(kept);
    setText(kept);
  }
  const body = text.body[lang];
  const preview = useAsk("preview_message", { body, lang }).data;
  const missing = (of: "title" | "body", one: Lang) => text[of][one].trim() === "";
  const changed = JSON.stringify(text) !== JSON.stringify(kept);
  const put = (blank: string) => {
    const area = editor.current?.querySelector("textarea");
    const at = area?.selectionStart ?? body.length;
    const until = area?.selectionEnd ?? at;
    setText({ ...text, body: { ...text.body, [lang]: `${body.slice(0, at)}{${blank}}${body.slice(until)}` } });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(at + blank.length + 2, at + blank.length + 2);
    });
  };
  const save = () => {
    setTried(true);
    const unwritten = LANGS.find((one) => missing("title", one) || missing("body", one));
    if (unwritten !== undefined) setLang(unwritten);
    else if (changed || fresh) onKeep(text);
  };
  const unwritten = (of: "title" | "body") => (tried && missing(of, lang) ? t("settings.message_missing") : null);
  return (
    <div ref={editor}>
      <Form label={text.title[mine] || t("settings.message_new")} onSubmit={save} className={styles.form}>
        <DigitChoice
          label={t("settings.message_way")}
          options={items("ways").map(({ code }) => ({ value: code, label: label("ways", code) }))}
          value={text.way}
          onChange={(way) => setText({ ...text, way: way ?? text.way })}
          required
        />
        <Tabs<Lang>
          label={t("settings.message_lang")}
          value={lang}
          onChange={setLang}
          tabs={LANGS.map((one) => ({
            id: one,
            label: LANG_NAMES[one],
            content: (
              <div className={styles.form} lang={one}>
                <TextField
                  label={t("settings.message_title")}
                  value={text.title[one]}
                  onChange={(typed) => setText({ ...text, title: { ...text.title, [one]: typed } })}
                  error={unwritten("title")}
                />
                <TextField
                  label={t("settings.message_body")}
                  lines
                  value={text.body[one]}
                  onChange={(typed) => setText({ ...text, body: { ...text.body, [one]: typed } })}
                  error={unwritten("body")}
                />
              </div>
            ),
          }))}
        />
        <div className={styles.blanks} role="group" aria-label={t("settings.message_blanks")}>
          <span className={styles.way}>{t("settings.message_blanks")}</span>
          {BLANKS.map((blank) => (
            <Button key={blank} size="s" onPress={() => put(blank)}>
              {t(`settings.blank_${blank}`)}
            </Button>
          ))}
        </div>
        {preview && body.trim() !== "" && (
          <dl className={styles.preview}>
            <dt>{t("settings.message_preview")}</dt>
            <dd>{preview.full}</dd>
            <dt>{t("settings.message_bare")}</dt>
            <dd>{preview.bare}</dd>
          </dl>
        )}
        <div className={styles.foot}>
          <Button tone="quiet" onPress={onRemove}>
            {t("settings.message_remove")}
          </Button>
          <Button type="submit" tone="primary" busy={busy} isDisabled={!changed && !fresh} keys="Ctrl+Enter">
            {t("kit.save")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
