// Beside the cards: who comes today and who did not, what the manager said, whose birthday it is, visits that still lack
// something, and how full the coming days are.
import { type KeyboardEvent, useMemo, useRef } from "react";
import { useCommands } from "../frame/commands";
import type { Id, TodayView } from "../generated/types";
import { Section } from "../kit";
import { useWho } from "../reception";
import { useWords } from "../words";
import { Agenda } from "./Agenda";
import styles from "./Beside.module.css";

type BesideProps = {
  view: TodayView;
  onCustomer: (customer: Id) => void;
  openVisit: Id | null;
  onVisit: (id: Id) => void;
};

export function Beside({ view, onCustomer, openVisit, onVisit }: BesideProps) {
  const { incomplete, coming } = view;
  const { t, f, find } = useWords();
  const who = useWho();
  const most = Math.max(1, ...coming.map(({ count }) => count));
  const fieldWords = (field: string) => find(`reception.field_${field}`) ?? find(`customers.f_${field}`) ?? field;
  const aside = useRef<HTMLElement>(null);
  const commands = useMemo(
    () => [
      {
        id: "beside",
        label: "today.key_beside",
        keys: "F6",
        noun: "today",
        run: () => aside.current?.querySelector<HTMLElement>("button")?.focus(),
      } as const,
    ],
    [],
  );
  useCommands(commands);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...(aside.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const to = all[all.indexOf(document.activeElement as HTMLElement) + by];
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <aside ref={aside} className={styles.beside} aria-label={t("today.beside")} onKeyDown={onKeyDown}>
      <Agenda view={view} onCustomer={onCustomer} />
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
