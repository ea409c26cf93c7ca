// Beside the cards: visits that still lack something, and how full the coming days are.
import type { Id, TodayView, VisitRow } from "../generated/types";
import { List, Section } from "../kit";
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
  const most = Math.max(1, ...coming.map(({ count }) => count));
  const fieldWords = (field: string) => find(`reception.field_${field}`) ?? find(`customers.f_${field}`) ?? field;
  return (
    <aside className={styles.beside} aria-label={t("today.beside")} data-visit={openVisit ?? undefined}>
      {incomplete.length > 0 && (
        <Section title={t("today.incomplete")} aside={<span className={styles.count}>{incomplete.length}</span>}>
          <List
            label={t("today.incomplete")}
            items={incomplete.map((row) => ({
              id: row.id,
              title: row.name || t("customers.unnamed"),
              text: row.name || t("customers.unnamed"),
              sub: t("today.missing", { fields: row.missing.map(fieldWords).join(t("today.and")) }),
              trail: <span className={styles.when}>{f.moment(row.arrived)}</span>,
            }))}
            openId={openVisit}
            onOpen={onVisit}
          />
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
