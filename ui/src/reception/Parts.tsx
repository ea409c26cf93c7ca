// What the line was understood to say, part by part, and who will receive the party.
import type { Id, QuickEntry, Recognised } from "../generated/types";
import { IconButton } from "../kit";
import { useWords } from "../words";
import styles from "./QuickLine.module.css";
import { type Names, useFieldText } from "./useFieldText";

const TONES: Record<string, string> = {
  name: "who",
  gender: "who",
  party_size: "who",
  phone: "phone",
  model: "car",
  colour: "car",
  competitor: "car",
  current_car: "car",
  level: "deal",
  purchase_type: "deal",
  quoted_price: "deal",
  test_drive: "deal",
};

/** The colour of a part: the person, the phone, the car, the deal; words that nothing claimed; the rest is plain. */
export function toneOf(field: string): string {
  return field === "remark" ? "unclear" : (TONES[field] ?? "plain");
}

export type PartsProps = {
  entry: QuickEntry;
  names: Names;
  /** Who it is, by the number or by choice. */
  sure: Recognised | null;
  consultant: Id | null;
  why: "chosen" | "owner" | "turn";
  onForget: (() => void) | null;
};

export function Parts({ entry, names, sure, consultant, why, onForget }: PartsProps) {
  const { t, f, find } = useWords();
  const textOf = useFieldText();
  const told = new Set(entry.parts.map(({ field }) => field));
  const implied = Object.keys(entry.fields).filter(
    (field) => !told.has(field) && field !== "consultant" && field !== "customer",
  );
  // What follows from the words without a word of its own stands after the name: 先生 says the gender.
  const after = entry.parts.findIndex(({ field }) => field === "name") + 1;
  const parts = [
    ...entry.parts.slice(0, after),
    ...implied.map((field) => ({ field, shown: "" })),
    ...entry.parts.slice(after),
  ];
  return (
    <>
      {parts.length > 0 && (
        <ul className={styles.parts} aria-label={t("reception.understood")}>
          {parts.map(({ field, shown }, index) => {
            if (field === "consultant") return null;
            // The remark holds every unclaimed word; a part shows its own.
            const whole =
              field === "remark" ? "" : textOf(field, entry.fields[field as keyof typeof entry.fields], names);
            const value = whole || shown;
            if (value === "") return null;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place
              <li key={index} className={styles.part} data-tone={toneOf(field)}>
                <span className={styles.label}>{find(`reception.field_${field}`)}</span>
                {value}
              </li>
            );
          })}
        </ul>
      )}
      <span className={styles.receiver} data-none={consultant === null || undefined}>
        {sure !== null && (
          <span className={styles.known}>
            {t("reception.known_as", { name: sure.name, level: sure.level ?? "" }).trim()}
            {sure.last_contact !== null && ` · ${f.moment(sure.last_contact)}`}
          </span>
        )}
        {onForget !== null && <IconButton icon="close" size="s" label={t("reception.not_them")} onPress={onForget} />}
        {consultant === null
          ? t("reception.receiver_none")
          : t(`reception.receiver_${why}`, { name: names.get(consultant) ?? sure?.owner_name ?? "" })}
      </span>
    </>
  );
}
