// The telephone shows a call that nobody answered: its number is written down before it is forgotten. Three fields, most of
// them empty; the rest comes when somebody has reached them.
import { useState } from "react";
import { useAct } from "../desk";
import type { LoggedVisit } from "../generated/types";
import { Button, Drawer, Form, TextField, TimeField } from "../kit";
import { momentOf, timeOf, today, useWords } from "../words";
import { fieldOf } from "./fields";
import { useWho } from "./useFieldText";
import styles from "./VisitForm.module.css";

export type MissedCallProps = { onClose: () => void; onLogged: (logged: LoggedVisit) => void };

export function MissedCall({ onClose, onLogged }: MissedCallProps) {
  const { t, problemWords } = useWords();
  const who = useWho();
  const [phone, setPhone] = useState("");
  const [name, setName] = useState("");
  const [time, setTime] = useState<string | null>(null);
  const log = useAct("log_missed_call", {
    ownProblems: true,
    done: ({ visit }) => t("reception.missed_logged", { who: visit.name ? who(visit) : (visit.phone ?? who(visit)) }),
  });
  const wrong = log.problem === null ? null : (fieldOf(log.problem.code, log.problem.args) ?? "phone");
  const said = (field: string) => (log.problem !== null && wrong === field ? problemWords(log.problem) : null);
  const submit = async () => {
    const logged = await log.run({
      phone,
      name: name.trim() === "" ? null : name,
      at: time === null ? null : momentOf(today(), time),
    });
    if (logged) onLogged(logged);
  };
  return (
    <Drawer
      title={t("reception.missed_call")}
      width={440}
      onClose={onClose}
      head={t("reception.missed_words")}
      foot={
        <Button tone="primary" keys="Ctrl+Enter" busy={log.busy} onPress={submit}>
          {t("reception.log_missed")}
        </Button>
      }
    >
      <Form
        layout="rows"
        label={t("reception.missed_call")}
        onSubmit={submit}
        className={`${styles.form} ${styles.group}`}
      >
        <TextField
          label={t("reception.field_phone")}
          value={phone}
          onChange={setPhone}
          type="tel"
          maxLength={2_000}
          autoFocus
          error={said("phone")}
        />
        <TextField
          label={t("reception.field_name")}
          value={name}
          onChange={setName}
          optional
          maxLength={200}
          error={said("name")}
        />
        <TimeField
          label={t("reception.field_arrived")}
          value={time ?? timeOf(Date.now())}
          onChange={setTime}
          error={said("arrived")}
        />
      </Form>
    </Drawer>
  );
}
