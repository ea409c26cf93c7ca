// A time that was promised: today unless another day is said.
import type { Day, Moment } from "../generated/types";
import { DateField, TimeField } from "../kit";
import { dayOf, momentOf, timeOf, today, useWords } from "../words";
import styles from "./VisitForm.module.css";

export type MomentFieldProps = {
  label: string;
  value: Moment | null;
  onChange: (value: Moment | null) => void;
  error?: string | null | undefined;
  description?: string;
};

const NOON = "12:00";

export function MomentField({ label, value, onChange, ...field }: MomentFieldProps) {
  const { t } = useWords();
  const day = value === null ? null : dayOf(value);
  const onDay = (next: Day | null) => {
    if (next !== null) onChange(momentOf(next, value === null ? NOON : timeOf(value)));
  };
  return (
    <div className={styles.moment}>
      <TimeField
        {...field}
        label={label}
        value={value === null ? null : timeOf(value)}
        onChange={(time) => onChange(time === null ? null : momentOf(day ?? today(), time))}
      />
      <DateField label={t("reception.day")} hideLabel value={day} onChange={onDay} />
    </div>
  );
}
