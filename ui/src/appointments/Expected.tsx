// Who is expected today, at the counter: press the one who has come and the walk-in is filled in already.
import { memo, useState } from "react";
import { stateOf } from "../agreement";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { AppointmentRow, VisitFields } from "../generated/types";
import { IconButton, Menu, type MenuEntry } from "../kit";
import { timeOf, useWords } from "../words";
import { CancelReasons } from "./CancelReasons";
import styles from "./Expected.module.css";

const EVERY_MINUTE = 60_000;

/** What is known of a party that comes with an appointment. */
export function walkInOf(row: AppointmentRow): VisitFields {
  return {
    customer: row.customer,
    name: row.customer_name,
    gender: row.gender,
    model: row.model,
    consultant: row.staff,
    frequency: "invited",
  };
}

type ExpectedProps = {
  /** They have come: what the register knows of them. */
  onArrive: (fields: VisitFields, row: AppointmentRow) => void;
};

export const Expected = memo(function Expected({ onArrive }: ExpectedProps) {
  const words = useWords();
  const { t } = words;
  const may = useMay();
  const { label } = useHouse();
  const drawer = useCustomerDrawer();
  const view = useAsk("expected", {}, { when: may("expected"), every: EVERY_MINUTE }).data;
  const [cancelling, setCancelling] = useState<string | null>(null);
  const noShow = useAct("mark_no_show", {
    done: (_, { id }) =>
      t("appointments.no_show_done", { name: view?.rows.find((row) => row.id === id)?.customer_name ?? "" }),
  });
  if (view === undefined) return null;
  const entries = (row: AppointmentRow): MenuEntry[] => [
    ...(row.state === "late" && may("mark_no_show")
      ? [
          {
            id: "no_show",
            label: t("appointments.no_show"),
            icon: "close",
            run: () => noShow.run({ id: row.id }),
          } as const,
        ]
      : []),
    ...((row.state === "late" || row.state === "expected") && may("cancel_appointment")
      ? [{ id: "cancel", label: t("appointments.cancel"), icon: "minus", run: () => setCancelling(row.id) } as const]
      : []),
    { id: "open", label: t("appointments.open_customer"), icon: "user", run: () => drawer.open(row.customer) },
  ];
  return (
    <aside className={styles.expected} aria-label={t("appointments.expected")}>
      <h2 className={styles.head}>
        {t("appointments.expected")}
        {view.to_come > 0 && <span className={styles.count}>{t("appointments.to_come", { n: view.to_come })}</span>}
      </h2>
      {view.rows.length === 0 ? (
        <p className={styles.none}>{t("appointments.expected_none")}</p>
      ) : (
        <ul>
          {view.rows.map((row) => {
            const state = stateOf(row, words);
            const waiting = row.state !== "arrived";
            const what = [row.staff_name, row.model, row.purpose && label("appointment_purposes", row.purpose)]
              .filter(Boolean)
              .join(" · ");
            return (
              <li key={row.id} className={styles.row} data-over={!waiting || undefined}>
                <button
                  type="button"
                  className={styles.one}
                  disabled={!waiting}
                  title={t("appointments.log", { name: row.customer_name })}
                  onClick={() => onArrive(walkInOf(row), row)}
                >
                  <span className={styles.time}>{timeOf(row.at)}</span>
                  <span className={styles.name}>{row.customer_name}</span>
                  <span className={styles.what}>
                    {state && <b data-tone={state.tone}>{state.words}</b>}
                    {what}
                  </span>
                </button>
                <Menu label={t("appointments.menu", { name: row.customer_name })} entries={entries(row)}>
                  <IconButton icon="more" size="s" label={t("appointments.menu", { name: row.customer_name })} />
                </Menu>
                {cancelling === row.id && <CancelReasons appointment={row} onDone={() => setCancelling(null)} />}
              </li>
            );
          })}
        </ul>
      )}
    </aside>
  );
});
