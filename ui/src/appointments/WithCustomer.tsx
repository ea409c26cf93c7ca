// In the record of a customer: when they come next, and how to agree on another time.
import { stateOf, whenOf } from "../agreement";
import { Parking } from "../customers";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import type { AppointmentRow, Id } from "../generated/types";
import { Button, Chip, fetched, Icon, useLoaded } from "../kit";
import { useWords } from "../words";
import styles from "./appointments.module.css";

const loadForm = () => import("./AppointmentForm").then((module) => module.AppointmentForm);
const AppointmentForm = fetched(loadForm);
const CancelReasons = fetched(() => import("./CancelReasons").then((module) => module.CancelReasons));

/** What is being done about their appointments. */
export type Agreement = { what: "make" } | { what: "change" | "cancel"; row: AppointmentRow } | null;

type WithCustomerProps = {
  customer: Id;
  name: string;
  doing: Agreement;
  onDoing: (doing: Agreement) => void;
};

export function WithCustomer({ customer, name, doing, onDoing }: WithCustomerProps) {
  const words = useWords();
  const { t } = words;
  const may = useMay();
  // Here before it is asked for: nothing typed is lost.
  useLoaded(loadForm);
  const { label } = useHouse();
  const rows = useAsk("appointments", { customer }, { when: may("appointments"), forget: true }).data ?? [];
  const noShow = useAct("mark_no_show", { done: () => t("appointments.no_show_done", { name }) });
  // Those still to come, and the last that was not kept: it is to be called about.
  const shown = rows.filter(
    ({ state }, index) =>
      state === "expected" || state === "late" || (index === 0 && state !== "arrived" && state !== "cancelled"),
  );
  const done = () => onDoing(null);
  return (
    <div className={styles.with}>
      {shown.map((row) => {
        const state = stateOf(row, words);
        return (
          <p key={row.id} className={styles.agreed}>
            <Icon name="calendar" size={16} />
            <span>{t("appointments.upcoming")}</span>
            <b>{whenOf(row, words)}</b>
            <span className={styles.what}>
              {[
                row.purpose && label("appointment_purposes", row.purpose),
                row.staff_name && t("appointments.with_staff", { name: row.staff_name }),
                row.note,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {state && <Chip tone={state.tone}>{state.words}</Chip>}
            {may("change_appointment") && (
              <Button size="s" tone="link" onPress={() => onDoing({ what: "change", row })}>
                {t("appointments.change")}
              </Button>
            )}
            {(row.state === "late" || row.state === "missed") && may("mark_no_show") && (
              <Button size="s" tone="link" busy={noShow.busy} onPress={() => noShow.run({ id: row.id })}>
                {t("appointments.no_show")}
              </Button>
            )}
            {(row.state === "late" || row.state === "expected") && may("cancel_appointment") && (
              <Button size="s" tone="link" onPress={() => onDoing({ what: "cancel", row })}>
                {t("appointments.cancel")}
              </Button>
            )}
          </p>
        );
      })}
      <Parking open={doing?.what === "make"} onOpen={(open) => onDoing(open ? { what: "make" } : null)}>
        <AppointmentForm customer={customer} name={name} onDone={done} />
      </Parking>
      {shown.map((row) => (
        <Parking
          key={row.id}
          open={doing?.what === "change" && doing.row.id === row.id}
          onOpen={(open) => onDoing(open ? { what: "change", row } : null)}
        >
          <AppointmentForm customer={customer} name={name} former={row} onDone={done} />
        </Parking>
      ))}
      {doing?.what === "cancel" && <CancelReasons appointment={doing.row} onDone={done} />}
    </div>
  );
}
