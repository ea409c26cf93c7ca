// The day that is in view, as a button: pressing it opens the calendar.
import { useRef, useState } from "react";
import type { Day } from "../generated/types";
import { today, useWords } from "../words";
import { Button } from "./Button";
import styles from "./DateField.module.css";
import { useLoaded } from "./useLoaded";

const loadCalendar = () => import("./DayCalendar").then(({ DayCalendar }) => DayCalendar);

export type DayButtonProps = { label: string; value: Day; onChange: (value: Day) => void };

export function DayButton({ label, value, onChange }: DayButtonProps) {
  const { f } = useWords();
  const DayCalendar = useLoaded(loadCalendar);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const near = f.day(value) === f.date(value) ? f.weekday(value) : f.day(value);
  const shown = `${f.date(value)} ${near}`;
  return (
    <div ref={box} className={styles.day}>
      <Button
        icon="calendar"
        aria-label={`${label} ${shown}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        {f.date(value)}
        <span className={styles.near}>{near}</span>
      </Button>
      {open && DayCalendar && (
        <DayCalendar
          label={label}
          box={box}
          value={value}
          today={today()}
          onPick={(day) => {
            setOpen(false);
            onChange(day);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
