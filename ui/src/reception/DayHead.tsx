// What belongs to the day as a whole: its weather, a call that was missed, its sheet, and which day is in view.
import { useMay } from "../desk";
import type { Day, ReceptionView } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import { DaySwitch } from "./DaySwitch";
import styles from "./Reception.module.css";
import { Weather } from "./Weather";

export type DayHeadProps = {
  view: ReceptionView;
  isToday: boolean;
  onDay: (day: Day | null) => void;
  onSheet: () => void;
  onMissed: () => void;
};

export function DayHead({ view, isToday, onDay, onSheet, onMissed }: DayHeadProps) {
  const { t } = useWords();
  const may = useMay();
  const { sheet, day } = view;
  const closed = sheet.state === "closed";
  return (
    <>
      <span className={styles.ofDay}>
        <Weather weather={sheet.weather} mayEdit={isToday && may("set_weather")} />
        {isToday && may("log_missed_call") && (
          <Button tone="quiet" size="s" keys="F7" onPress={onMissed}>
            {t("reception.missed_call")}
          </Button>
        )}
        <Button tone="quiet" size="s" keys="F9" {...(closed ? { icon: "check" as const } : {})} onPress={onSheet}>
          {closed ? t("reception.sheet_closed") : t("reception.sheet_open")}
        </Button>
      </span>
      <DaySwitch day={day} onDay={onDay} />
    </>
  );
}
