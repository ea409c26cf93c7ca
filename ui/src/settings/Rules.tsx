// The rules of the house. Each is kept as soon as it is changed, and can be undone.
import { useEffect, useState } from "react";
import { useAct, useAsk } from "../desk";
import type { House } from "../generated/types";
import { Checkbox, NumberField, Page, Section } from "../kit";
import { useWords } from "../words";
import { RuleTicks } from "./RuleTicks";
import styles from "./settings.module.css";

type RuleName = keyof House["rules"];
type SetRule = (name: RuleName, value: unknown) => void;

type MinutesProps = { name: RuleName; minutes: number; onSet: SetRule; from?: number; most?: number; suffix?: string };

function Minutes({ name, minutes, onSet, from = 1, most = 240, suffix }: MinutesProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<number | null>(minutes);
  useEffect(() => setTyped(minutes), [minutes]);
  const keep = () => {
    if (typed !== null && typed >= from && typed <= most && typed !== minutes) onSet(name, typed);
    else setTyped(minutes);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears that the field within was left
    <div className={styles.minutes} onBlur={keep}>
      <NumberField
        label={t(`settings.rule_${name}` as "settings.rule_lock_after_minutes")}
        value={typed}
        onChange={setTyped}
        min={from}
        max={most}
        suffix={suffix ?? t("settings.minutes")}
      />
    </div>
  );
}

/** What a visit may need to be complete. */
const WALK_IN = [
  "name",
  "gender",
  "phone",
  "party_size",
  "consultant",
  "purpose",
  "frequency",
  "source",
  "model",
  "level",
  "transport",
  "current_car",
  "competitor",
  "purchase_type",
  "wechat",
  "talk",
];
/** Those of an event come to it, by themselves or invited. */
const EVENT = ["event", ...WALK_IN.filter((name) => name !== "purpose")];
const CALL = [
  "name",
  "gender",
  "phone",
  "consultant",
  "source",
  "model",
  "level",
  "call_reason",
  "rings",
  "greeting_given",
  "summary_agreed",
  "talk",
];

export function Rules() {
  const { t, find, lang } = useWords();
  const act = useAct("set_rule");
  const house = useAsk("house", {}).data;
  if (house === undefined) return null;
  const { rules, lists } = house;
  const set: SetRule = (name, value) => act.run({ name, value });
  const fields = (names: readonly string[]) =>
    names.map((name) => ({ value: name, label: find(`settings.field_${name}`) ?? name }));
  const items = (list: string) => (lists[list] ?? []).map(({ code, label }) => ({ value: code, label: label[lang] }));
  return (
    <Page title={t("settings.part_rules")} glance={<span>{t("settings.rules_words")}</span>}>
      <Section title={t("settings.rules_lock")}>
        <div className={styles.block}>
          <div className={styles.line}>
            <Minutes name="lock_after_minutes_reception" minutes={rules.lock_after_minutes_reception} onSet={set} />
            <Minutes name="lock_after_minutes" minutes={rules.lock_after_minutes} onSet={set} />
          </div>
        </div>
      </Section>
      <Section title={t("settings.rules_follow")}>
        <div className={styles.block}>
          <Checkbox checked={rules.next_day_call} onChange={(on) => set("next_day_call", on)}>
            {t("settings.rule_next_day_call")}
          </Checkbox>
          <RuleTicks
            legend={t("settings.rule_no_card_levels")}
            choices={items("levels")}
            ticked={rules.no_card_levels}
            onChange={(value) => set("no_card_levels", value)}
          />
          <Minutes
            name="review_days"
            minutes={rules.review_days}
            most={60}
            suffix={t("settings.days_suffix")}
            onSet={set}
          />
          <Minutes name="appointment_grace_minutes" minutes={rules.appointment_grace_minutes} from={0} onSet={set} />
        </div>
      </Section>
      <Section title={t("settings.rules_complete")}>
        <div className={styles.block}>
          <p className={styles.words}>{t("settings.complete_words")}</p>
          <RuleTicks
            legend={t("settings.rule_complete_walk_in")}
            choices={fields(WALK_IN)}
            ticked={rules.complete_walk_in}
            onChange={(value) => set("complete_walk_in", value)}
          />
          <RuleTicks
            legend={t("settings.rule_complete_event")}
            choices={fields(EVENT)}
            ticked={rules.complete_event}
            onChange={(value) => set("complete_event", value)}
          />
          <RuleTicks
            legend={t("settings.rule_complete_call")}
            choices={fields(CALL)}
            ticked={rules.complete_call}
            onChange={(value) => set("complete_call", value)}
          />
        </div>
      </Section>
      <Section title={t("settings.rules_traffic")}>
        <div className={styles.block}>
          <RuleTicks
            legend={t("settings.rule_traffic_purposes")}
            choices={items("purposes")}
            ticked={rules.traffic_purposes}
            onChange={(value) => set("traffic_purposes", value)}
          />
        </div>
      </Section>
    </Page>
  );
}
