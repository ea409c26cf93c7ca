// Where the hub is, for networks on which it is not found by itself.
import { useState } from "react";
import { useAct } from "../desk";
import { ProblemNotice, useFieldProblem } from "../door/Notice";
import { Button, Drawer, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function HubAddress({ address, onClose }: { address: string | null; onClose: () => void }) {
  const { t } = useWords();
  const set = useAct("hub_is_at", { done: () => t("settings.exchange_address_saved"), ownProblems: true });
  const [typed, setTyped] = useState(address ?? "");
  const said = useFieldProblem(set.problem);
  const save = async () => {
    if ((await set.run({ address: typed.trim() === "" ? null : typed })) !== undefined) onClose();
  };
  return (
    <Drawer title={t("settings.exchange_set_address")} onClose={onClose}>
      <Form className={styles.form} onSubmit={save}>
        <TextField
          label={t("settings.exchange_address")}
          description={t("settings.exchange_address_hint")}
          value={typed}
          onChange={setTyped}
          error={said.of("address_unreadable", "text_too_long")}
          maxLength={100}
          autoFocus
        />
        <ProblemNotice problem={said.rest("address_unreadable", "text_too_long")} />
        <div className={styles.foot}>
          <Button type="submit" tone="primary" busy={set.busy} keys="Ctrl+Enter">
            {t("kit.save")}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
