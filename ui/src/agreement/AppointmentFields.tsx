// When they come, and what for: the day as one says it, the time, a digit, a word.
import { useHouse } from "../desk";
import { DateField, DigitChoice, TextField, TimeField } from "../kit";
import { useWords } from "../words";
import type { Agreeing } from "./agreed";

type AppointmentFieldsProps = {
  value: Agreeing;
  onChange: (value: Agreeing) => void;
  errors: { day?: string | undefined; time?: string | undefined };
  autoFocus?: boolean;
};

export function AppointmentFields({ value, onChange, errors, autoFocus }: AppointmentFieldsProps) {
  const { t } = useWords();
  const { items, label } = useHouse();
  return (
    <>
      <DateField
        label={t("appointments.day")}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        autoFocus={autoFocus ?? false}
        error={errors.day}
      />
      <TimeField
        label={t("appointments.time")}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        error={errors.time}
      />
      <DigitChoice
        label={t("appointments.purpose")}
        options={items("appointment_purposes").map(({ code }) => ({
          value: code,
          label: label("appointment_purposes", code),
        }))}
        value={value.purpose}
        onChange={(purpose) => onChange({ ...value, purpose })}
      />
      <TextField
        label={t("appointments.note")}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
        placeholder={t("appointments.note_hint")}
      />
    </>
  );
}
