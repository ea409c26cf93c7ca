// Why an appointment is called off: a digit says it. Undo is there for ten seconds.
import { useAct, useHouse } from "../desk";
import type { AppointmentRow } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./appointments.module.css";

type CancelReasonsProps = { appointment: AppointmentRow; onDone: () => void };

export function CancelReasons({ appointment, onDone }: CancelReasonsProps) {
  const { t } = useWords();
  const { items, label } = useHouse();
  const cancel = useAct("cancel_appointment", {
    done: () => t("appointments.cancelled", { name: appointment.customer_name }),
  });
  const reasons = items("appointment_cancel_reasons");
  const say = async (reason: string) => {
    if (await cancel.run({ id: appointment.id, reason })) onDone();
  };
  return (
    <div
      role="group"
      aria-label={t("appointments.cancel_why")}
      className={styles.reasons}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
        if (event.key === "Escape") onDone();
        else if (reason) say(reason.code);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span className={styles.why} aria-hidden="true">
        {t("appointments.cancel_why")}
      </span>
      {reasons.map(({ code }, index) => (
        <Button
          key={code}
          size="s"
          autoFocus={index === 0}
          isDisabled={cancel.busy}
          keys={index < 9 ? String(index + 1) : ""}
          onPress={() => say(code)}
        >
          {label("appointment_cancel_reasons", code)}
        </Button>
      ))}
      <Button size="s" tone="quiet" onPress={onDone}>
        {t("kit.cancel")}
      </Button>
    </div>
  );
}
