// What today holds beside the calls: who comes, who did not come, what the manager said, whose birthday it is.
import type { ReactNode } from "react";
import { stateOf } from "../agreement";
import { useAct, useHouse, useMe } from "../desk";
import type { AppointmentRow, Id, RemarkRow, TodayView } from "../generated/types";
import { Chip, Icon, LevelChip, Section } from "../kit";
import { dayOf, timeOf, useWords } from "../words";
import styles from "./Agenda.module.css";

function Part({ title, count, late, children }: { title: string; count: number; late?: boolean; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Section
      title={title}
      aside={
        <span className={styles.count} data-late={late || undefined}>
          {count}
        </span>
      }
    >
      <ul className={styles.rows}>{children}</ul>
    </Section>
  );
}

function Coming({ row, onPress }: { row: AppointmentRow; onPress: () => void }) {
  const words = useWords();
  const { label } = useHouse();
  const state = stateOf(row, words);
  const when = row.state === "missed" || row.state === "no_show" ? `${words.f.day(dayOf(row.at))} ` : "";
  return (
    <li>
      <button type="button" className={styles.row} data-over={row.state === "arrived" || undefined} onClick={onPress}>
        <span className={styles.time}>{`${when}${timeOf(row.at)}`}</span>
        <span className={styles.name}>{row.customer_name || words.t("customers.unnamed")}</span>
        {state && <Chip tone={state.tone}>{state.words}</Chip>}
        <span className={styles.more}>
          {[row.purpose && label("appointment_purposes", row.purpose), row.model, row.note].filter(Boolean).join(" · ")}
        </span>
      </button>
    </li>
  );
}

function Remark({ row, onPress }: { row: RemarkRow; onPress: () => void }) {
  const { t, f } = useWords();
  return (
    <li>
      <button type="button" className={styles.remark} onClick={onPress}>
        <span className={styles.said}>
          <Icon name="note" size={15} />
          {row.remark}
        </span>
        <span className={styles.more}>
          {[t("today.remark_by", { name: row.by_name ?? "" }), row.customer_name, f.day(dayOf(row.contact_at))].join(
            " · ",
          )}
        </span>
        <span className={styles.about}>{row.content}</span>
      </button>
    </li>
  );
}

export function Agenda({ view, onCustomer }: { view: TodayView; onCustomer: (customer: Id) => void }) {
  const { t } = useWords();
  const { label } = useHouse();
  const me = useMe();
  const read = useAct("read_review", { done: false });
  const open = (row: RemarkRow) => {
    // Only whoever it was written to has read it.
    if (view.staff === me?.id) read.run({ review: row.review });
    onCustomer(row.customer);
  };
  return (
    <>
      <Part title={t("today.appointments")} count={view.appointments.length}>
        {view.appointments.map((row) => (
          <Coming key={row.id} row={row} onPress={() => onCustomer(row.customer)} />
        ))}
      </Part>
      <Part title={t("today.missed")} count={view.missed.length} late>
        {view.missed.map((row) => (
          <Coming key={row.id} row={row} onPress={() => onCustomer(row.customer)} />
        ))}
      </Part>
      <Part title={t("today.remarks")} count={view.remarks.length}>
        {view.remarks.map((row) => (
          <Remark key={row.review} row={row} onPress={() => open(row)} />
        ))}
      </Part>
      <Part title={t("today.birthdays")} count={view.birthdays.length}>
        {view.birthdays.map((row) => (
          <li key={row.customer}>
            <button type="button" className={styles.row} onClick={() => onCustomer(row.customer)}>
              <LevelChip level={row.level} label={label("levels", row.level)} />
              <span className={styles.name}>{row.customer_name || t("customers.unnamed")}</span>
              <span className={styles.time}>{t("today.years", { n: row.years })}</span>
              {(row.met_today || row.model) && (
                <span className={styles.more}>{row.met_today ? t("today.greeted") : row.model}</span>
              )}
            </button>
          </li>
        ))}
      </Part>
    </>
  );
}
