// The day in figures. Parties count, never persons; the sums are the desk's.
import { memo } from "react";
import type { ReceptionView } from "../generated/types";
import { Figure } from "../kit";
import { useWords } from "../words";
import styles from "./Reception.module.css";

export const Totals = memo(function Totals({ view }: { view: ReceptionView }) {
  const { t } = useWords();
  const { totals, incomplete_count, waiting_count } = view;
  const late = view.waiting.some(({ overdue }) => overdue);
  return (
    <span className={styles.totals}>
      <Figure value={view.open.length} label={t("reception.total_open")} />
      <Figure
        value={totals.walk_ins}
        label={
          <>
            {t("reception.total_walk_ins")}{" "}
            <span className={styles.told}>{t("reception.total_people", { n: totals.people })}</span>
          </>
        }
      />
      <span className={styles.told}>
        <Figure value={totals.calls} label={t("reception.total_calls")} />
      </span>
      <span className={styles.minor}>
        <Figure value={`${totals.first_filed}/${totals.first_visits}`} label={t("reception.total_retention")} />
      </span>
      {waiting_count > 0 && (
        <Figure value={waiting_count} label={t("reception.total_waiting")} tone={late ? "warn" : undefined} />
      )}
      <Figure
        value={incomplete_count}
        label={t("reception.total_incomplete")}
        tone={incomplete_count > 0 ? "warn" : undefined}
      />
    </span>
  );
});
