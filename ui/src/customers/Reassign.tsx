// Gives a customer to another consultant: the manager's decision, taken back by undo.
import { useState } from "react";
import { useAct, useAsk } from "../desk";
import type { CustomerRow, Id } from "../generated/types";
import { Form, FormFoot, Select } from "../kit";
import { useWords } from "../words";
import styles from "./Panel.module.css";
import { owners } from "./roles";

export function Reassign({ row, onDone }: { row: CustomerRow; onDone: () => void }) {
  const { t, problemWords } = useWords();
  const [owner, setOwner] = useState<Id | null>(null);
  const staff = useAsk("staff_list", {}).data ?? [];
  const nameOf = (id: Id) => staff.find((one) => one.id === id)?.name ?? "";
  const give = useAct("reassign_customer", {
    ownProblems: true,
    done: (_, ask) => t("customers.reassigned", { name: row.name, owner: nameOf(ask.owner) }),
  });
  const save = async () => {
    if (owner !== null && (await give.run({ id: row.id, owner }))) onDone();
  };
  return (
    <Form layout="rows" label={t("customers.change_owner")} onSubmit={save} className={styles.panel}>
      <Select
        label={t("customers.reassign_to")}
        options={owners(staff)
          .filter(({ id }) => id !== row.owner)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={owner}
        onChange={setOwner}
        autoFocus
        error={give.problem && problemWords(give.problem)}
      />
      <FormFoot
        tone="primary"
        does={t("customers.reassign")}
        busy={give.busy}
        isDisabled={owner === null}
        onCancel={onDone}
      />
    </Form>
  );
}
