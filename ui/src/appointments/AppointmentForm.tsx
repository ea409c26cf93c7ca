// A time is agreed with a customer, or another one. Whether it can be is the desk's to say: beside the time.
import { useState } from "react";
import { type Agreeing, AppointmentFields, agreedOf, NOTHING_AGREED, whenOf } from "../agreement";
import { useAct } from "../desk";
import type { AppointmentRow, Id } from "../generated/types";
import { Form, FormFoot } from "../kit";
import { dayOf, plusDays, timeOf, today, useWords } from "../words";
import styles from "./appointments.module.css";

type AppointmentFormProps = {
  customer: Id;
  name: string;
  /** The one that gets another time. */
  former?: AppointmentRow;
  onDone: () => void;
};

export function AppointmentForm({ customer, name, former, onDone }: AppointmentFormProps) {
  const words = useWords();
  const { t, problemWords } = words;
  const [agreeing, setAgreeing] = useState<Agreeing>(
    former === undefined
      ? { ...NOTHING_AGREED, day: plusDays(today(), 1) }
      : { day: dayOf(former.at), time: timeOf(former.at), purpose: former.purpose, note: former.note ?? "" },
  );
  const [wrong, setWrong] = useState<{ day?: string; time?: string }>({});
  const make = useAct("make_appointment", {
    ownProblems: true,
    done: ({ appointment, also }) => {
      const [day = "", time = ""] = whenOf(appointment, words).split(" ");
      return also === null
        ? t("appointments.made", { name, day, time })
        : t("appointments.made_also", { name, day, time, also: timeOf(also.at) });
    },
  });
  const change = useAct("change_appointment", {
    ownProblems: true,
    done: (_, { at }) => {
      const when = whenOf({ at: at ?? former?.at ?? 0 }, words).split(" ");
      return t("appointments.changed", { name, day: when[0] ?? "", time: when[1] ?? "" });
    },
  });
  const acting = former === undefined ? make : change;
  const save = async () => {
    const agreed = agreedOf(agreeing);
    setWrong({
      ...(agreeing.day === null ? { day: t("kit.day_unclear") } : {}),
      ...(agreeing.time === null ? { time: t("appointments.time_missing") } : {}),
    });
    if (agreed === null) return;
    const done =
      former === undefined
        ? await make.run({ customer, ...agreed })
        : await change.run({
            id: former.id,
            at: agreed.at,
            purpose: agreed.purpose ?? null,
            note: agreed.note ?? null,
          });
    if (done) onDone();
  };
  const refused = acting.problem === null ? undefined : problemWords(acting.problem);
  return (
    <Form layout="rows" label={t("appointments.make_title", { name })} onSubmit={save} className={styles.panel}>
      <AppointmentFields
        value={agreeing}
        onChange={(next) => {
          setAgreeing(next);
          setWrong({});
          acting.forgetProblem();
        }}
        errors={{ day: wrong.day, time: wrong.time ?? refused }}
        autoFocus
      />
      <FormFoot tone="primary" does={t("appointments.save")} busy={acting.busy} onCancel={onDone} />
    </Form>
  );
}
