// What belongs to the day as a whole stands above the rota: its sheet and its weather.
import { useMay } from "../desk";
import type { ReceptionView } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./DayHead.module.css";
import { Weather } from "./Weather";

export type DayHeadProps = { view: ReceptionView; isToday: boolean; onSheet: () => void };

export function DayHead({ view, isToday, onSheet }: DayHeadProps) {
  const { t } = useWords();
  const may = useMay();
  const { sheet } = view;
  const closed = sheet.state === "closed";
  return (
    <section className={styles.day} aria-label={t("reception.sheet")}>
      {sheet.weather === null && <span className={styles.head}>{t("reception.weather")}</span>}
      <Weather weather={sheet.weather} mayEdit={isToday && may("set_weather")} />
      <Button size="s" keys="F9" {...(closed ? { icon: "check" as const } : {})} onPress={onSheet}>
        {closed ? t("reception.sheet_closed") : t("reception.sheet_open")}
      </Button>
    </section>
  );
}
