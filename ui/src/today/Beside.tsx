// Beside the cards: visits that still lack something, and how full the coming days are.
import type { Id, TodayView, VisitRow } from "../generated/types";
import { Section } from "../kit";
import { useWho } from "../reception";
import { useWords } from "../words";
import styles from "./Beside.module.css";

type BesideProps = {
  incomplete: readonly VisitRow[];
  coming: TodayView["coming"];
  openVisit: Id | null;
  onVisit: (id: Id) => void;
};

export function Beside({ incomplete, coming, openVisit, onVisit }: BesideProps) {
  const { t, f, find } = useWords();
  const who = useWho();
  const most = Math.max(1, ...coming.map(({ count }) => count));
  const fieldWords = (field: string) => find(`reception.field_${field}`) ?? find(`customers.f_${field}`) ?? field;
  return (
    <aside className={styles.beside} aria-label={t("today.beside")}>
      {incomplete.length > 0 && (
        <Section title={t("today.incomplete")} aside={<span className={styles.count}>{incomplete.length}</span>}>
          <ul>
            {incomplete.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className={styles.visit}
                  aria-pressed={row.id === openVisit}
                  onClick={() => onVisit(row.id)}
                >
                  <span className={styles.who}>{who(row)}</span>
                  <span className={styles.when}>{f.moment(row.arrived)}</span>
                  <span className={styles.missing}>
                    {t("today.missing", { fields: row.missing.map(fieldWords).join(t("today.and")) })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("today.coming")}>
        {coming.every(({ count }) => count === 0) ? (
          <p className={styles.none}>{t("today.coming_none")}</p>
        ) : (
          <ul className={styles.days}>
            {coming.map(({ day, count }) => (
              <li key={day}>
                <span>{f.day(day)}</span>
                <span className={styles.bar} style={{ "--share": `${(count / most) * 100}%` } as object} />
                <span className={styles.n}>{count}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </aside>
  );
}
