// A day, typed as one says it, or picked from a calendar. What was understood stands beside what was typed.
import { CalendarDate, parseDate } from "@internationalized/date";
import { useEffect, useRef, useState } from "react";
import {
  TextField as AriaTextField,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Input,
  Popover,
} from "react-aria-components";
import type { Day } from "../generated/types";
import { today as todayNow, useWords } from "../words";
import styles from "./DateField.module.css";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles } from "./Field";
import { Icon } from "./Icon";
import pop from "./Pop.module.css";
import { type Bias, parseDay } from "./parseDay";

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
  const [text, setText] = useState(value === null ? "" : f.date(value));
  const [typing, setTyping] = useState(false);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!typing) setText(value === null ? "" : f.date(value));
  }, [value, typing, f]);

  const meant = typing ? parseDay(text, today, bias) : value;
  const unclear = typing && text.trim() !== "" && meant === null;
  const error = field.error ?? (unclear && !input.current?.matches(":focus") ? t("kit.day_unclear") : null);

  return (
    <AriaTextField
      className={fieldStyles.field ?? ""}
      data-field=""
      value={text}
      onChange={(typed) => {
        setTyping(true);
        setText(typed);
        onChange(typed.trim() === "" ? null : parseDay(typed, today, bias));
      }}
      onBlur={() => setTyping(unclear)}
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
      <Popover
        className={pop.pop ?? ""}
        triggerRef={box}
        isOpen={open}
        onOpenChange={setOpen}
        placement="bottom end"
        offset={4}
      >
        <Dialog className={styles.dialog ?? ""} aria-label={field.label}>
          <Calendar
            className={styles.calendar ?? ""}
            aria-label={field.label}
            value={meant === null ? null : parseDate(meant)}
            defaultFocusedValue={parseDate(meant ?? today)}
            firstDayOfWeek="mon"
            autoFocus
            onChange={(picked) => {
              setTyping(false);
              onChange(new CalendarDate(picked.year, picked.month, picked.day).toString());
              setOpen(false);
              input.current?.focus();
            }}
          >
            <header className={styles.head}>
              <Button slot="previous" className={styles.turn ?? ""} aria-label={t("kit.previous_month")}>
                <Icon name="left" />
              </Button>
              <Heading className={styles.month} />
              <Button slot="next" className={styles.turn ?? ""} aria-label={t("kit.next_month")}>
                <Icon name="right" />
              </Button>
            </header>
            <CalendarGrid className={styles.grid ?? ""}>
              <CalendarGridHeader>
                {(name) => <CalendarHeaderCell className={styles.weekday ?? ""}>{name}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className={styles.cell ?? ""}
                    data-today={date.toString() === today || undefined}
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaTextField>
  );
}
