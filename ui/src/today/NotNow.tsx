// What is told less often: that it happened earlier, what they asked, what was answered, what the next contact is for.
import { useState } from "react";
import type { Day, Moment } from "../generated/types";
import { DateField, TextField, TimeField } from "../kit";
import { momentOf, today, useWords } from "../words";

export type Happened = {
  day?: Day | null;
  /** Complete: day and time. */
  at?: Moment;
  next_note?: string;
  question?: string;
  answer?: string;
};

type NotNowProps = {
  value: Happened;
  onChange: (value: Happened) => void;
  asksQuestion: boolean;
  error: string | undefined;
};

export function NotNow({ value, onChange, asksQuestion, error }: NotNowProps) {
  const { t } = useWords();
  const [day, setDay] = useState<Day | null>(null);
  const [time, setTime] = useState<string | null>(null);
  const { at: _, day: __, ...rest } = value;
  const happen = (on: Day | null, at: string | null) => {
    setDay(on);
    setTime(at);
    onChange({ ...rest, day: on, ...(at === null ? {} : { at: momentOf(on ?? today(), at) }) });
  };
  return (
    <>
      <TextField
        label={t("today.next_note")}
        value={value.next_note ?? ""}
        onChange={(next_note) => onChange({ ...value, next_note })}
        autoFocus
      />
      {asksQuestion && (
        <>
          <TextField
            label={t("today.question")}
            value={value.question ?? ""}
            onChange={(question) => onChange({ ...value, question })}
          />
          <TextField
            label={t("today.answer")}
            value={value.answer ?? ""}
            onChange={(answer) => onChange({ ...value, answer })}
          />
        </>
      )}
      <DateField
        label={t("today.happened_day")}
        value={day}
        onChange={(on) => happen(on, time)}
        bias="past"
        placeholder={t("today.happened_hint")}
      />
      <TimeField label={t("today.happened_time")} value={time} onChange={(at) => happen(day, at)} error={error} />
    </>
  );
}
