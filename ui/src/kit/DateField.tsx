// A day, typed as one says it, or picked from a calendar. What was understood stands beside what was typed.
import { useEffect, useRef, useState } from "react";
import { TextField as AriaTextField, Button, Input } from "react-aria-components";
import type { Day } from "../generated/types";
import { today as todayNow, useWords } from "../words";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles } from "./Field";
import { Icon } from "./Icon";
import { type Bias, parseDay } from "./parseDay";
import { useLoaded } from "./useLoaded";

const loadCalendar = () => import("./DayCalendar").then(({ DayCalendar }) => DayCalendar);

export type DateFieldProps = FieldProps & {
  value: Day | null;
  onChange: (value: Day | null) => void;
  /** Where a date without year falls: appointments lie ahead, visits lie behind. */
  bias?: Bias;
  /** For tests; otherwise the day it is. */
  today?: Day;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
};

export function DateField(props: DateFieldProps) {
  const { value, onChange, bias = "future", today = todayNow(), placeholder, disabled, autoFocus, ...field } = props;
  const { t, f } = useWords();
  const DayCalendar = useLoaded(loadCalendar);
  const [text, setText] = useState(value === null ? "" : f.date(value));
  const [typing, setTyping] = useState(false);
  const [left, setLeft] = useState(false);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!typing) setText(value === null ? "" : f.date(value));
  }, [value, typing, f]);

  // A day that was proposed while the hand is here stands selected: typing replaces it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the text was set from outside
  useEffect(() => {
    if (!typing && input.current?.matches(":focus")) input.current.select();
  }, [text]);

  const meant = typing ? parseDay(text, today, bias) : value;
  const unclear = typing && text.trim() !== "" && meant === null;
  const error = field.error ?? (unclear && left ? t("kit.day_unclear") : null);

  return (
    <AriaTextField
      className={fieldStyles.field ?? ""}
      data-field=""
      value={text}
      onChange={(typed) => {
        setTyping(true);
        setLeft(false);
        setText(typed);
        onChange(typed.trim() === "" ? null : parseDay(typed, today, bias));
      }}
      onBlur={() => {
        setTyping(unclear);
        setLeft(true);
      }}
      isInvalid={Boolean(error)}
      isDisabled={disabled ?? false}
      autoComplete="off"
      autoFocus={autoFocus ?? false}
    >
      <FieldLabel {...field} />
      <div className={fieldStyles.box} ref={box}>
        <Input
          ref={input}
          placeholder={placeholder ?? t("kit.day_hint")}
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" && event.altKey) setOpen(true);
          }}
        />
        {meant !== null && (
          <span className={fieldStyles.affix} aria-live="polite">
            {typing
              ? `${f.date(meant)} ${f.weekday(meant)}`
              : f.day(meant) === f.date(meant)
                ? f.weekday(meant)
                : f.day(meant)}
          </span>
        )}
        <Button
          slot={null}
          className={fieldStyles.inBox ?? ""}
          aria-label={t("kit.calendar")}
          isDisabled={disabled ?? false}
          excludeFromTabOrder
          onPress={() => setOpen(true)}
        >
          <Icon name="calendar" size={17} />
        </Button>
      </div>
      <FieldFoot description={field.description} error={error} />
      {open && DayCalendar && (
        <DayCalendar
          label={field.label}
          box={box}
          value={meant}
          today={today}
          onPick={(day) => {
            setTyping(false);
            onChange(day);
            setOpen(false);
            input.current?.focus();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </AriaTextField>
  );
}
