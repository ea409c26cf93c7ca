// A plan of one's own: on which day, by which way, what for. It comes on top of what the rules plan.
import { useState } from "react";
import { useAct, useHouse } from "../desk";
import type { Day, Id } from "../generated/types";
import { DateField, DigitChoice, Form, FormFoot, TextField } from "../kit";
import { plusDays, today, useWords } from "../words";
import styles from "./Panel.module.css";

export function PlanForm({ customer, onDone }: { customer: Id; onDone: () => void }) {
  const { t, f, problemWords } = useWords();
  const { items, label } = useHouse();
  const [due, setDue] = useState<Day | null>(plusDays(today(), 1));
  const [note, setNote] = useState("");
  const [way, setWay] = useState<string | null>(null);
  const [unclear, setUnclear] = useState(false);
  const plan = useAct("plan_card", {
    ownProblems: true,
    done: (_, ask) => t("customers.planned", { day: f.day(ask.due) }),
  });
  const save = async () => {
    setUnclear(due === null);
    if (due === null) return;
    const planned = await plan.run({
      customer,
      due,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(way ? { way } : {}),
    });
    if (planned) onDone();
  };
  const problem = plan.problem === null ? null : problemWords(plan.problem);
  return (
    <Form layout="rows" label={t("customers.plan")} onSubmit={save} className={styles.panel}>
      <DateField
        label={t("customers.plan_day")}
        value={due}
        onChange={setDue}
        autoFocus
        error={problem ?? (unclear ? t("kit.day_unclear") : null)}
      />
      <TextField
        label={t("customers.plan_note")}
        value={note}
        onChange={setNote}
        placeholder={t("customers.plan_note_hint")}
      />
      <DigitChoice
        label={t("customers.plan_way")}
        options={items("ways").map(({ code }) => ({ value: code, label: label("ways", code) }))}
        value={way}
        onChange={setWay}
      />
      <FormFoot tone="primary" does={t("customers.plan_save")} busy={plan.busy} onCancel={onDone} />
    </Form>
  );
}
