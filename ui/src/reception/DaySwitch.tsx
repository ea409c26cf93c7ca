// Which day of the register is in view. Today unless one goes back.
import type { Day } from "../generated/types";
import { Button, DayButton, IconButton } from "../kit";
import { plusDays, today, useWords } from "../words";
import styles from "./Reception.module.css";

export function DaySwitch({ day, onDay }: { day: Day; onDay: (day: Day | null) => void }) {
  const { t } = useWords();
  const now = today();
  const go = (to: Day) => onDay(to >= now ? null : to);
  return (
    <div className={styles.days}>
      {day !== now && (
        <Button tone="link" onPress={() => onDay(null)}>
          {t("reception.back_to_today")}
        </Button>
      )}
      <IconButton icon="left" label={t("reception.previous_day")} onPress={() => go(plusDays(day, -1))} />
      <DayButton label={t("reception.day")} value={day} onChange={go} />
      <IconButton
        icon="right"
        label={t("reception.next_day")}
        isDisabled={day >= now}
        onPress={() => go(plusDays(day, 1))}
      />
    </div>
  );
}
