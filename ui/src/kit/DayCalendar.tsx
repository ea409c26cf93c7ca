// The calendar of a date field. Fetched when it is first opened: most days are typed.
import { CalendarDate, parseDate } from "@internationalized/date";
import type { RefObject } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Popover,
} from "react-aria-components";
import type { Day } from "../generated/types";
import { useWords } from "../words";
import styles from "./DateField.module.css";
import { Icon } from "./Icon";
import pop from "./Pop.module.css";

type DayCalendarProps = {
  label: string;
  /** What it belongs to. */
  box: RefObject<HTMLElement | null>;
  value: Day | null;
  today: Day;
  onPick: (day: Day) => void;
  onClose: () => void;
};

export function DayCalendar({ label, box, value, today, onPick, onClose }: DayCalendarProps) {
  const { t } = useWords();
  return (
    <Popover
      className={pop.pop ?? ""}
      triggerRef={box}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom end"
      offset={4}
    >
      <Dialog className={styles.dialog ?? ""} aria-label={label}>
        <Calendar
          aria-label={label}
          value={value === null ? null : parseDate(value)}
          defaultFocusedValue={parseDate(value ?? today)}
          firstDayOfWeek="mon"
          autoFocus
          onChange={({ year, month, day }) => onPick(new CalendarDate(year, month, day).toString())}
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
  );
}
