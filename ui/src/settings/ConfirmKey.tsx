// The recovery key was never checked against the paper: now.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { KEY_CODES, ProblemNotice, useFieldProblem } from "../door/Notice";
import { Button, Dialog, Form, TextField, toast } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function ConfirmKey({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const act = useDoorAct("confirm_recovery_key");
  const [key, setKey] = useState("");
  const said = useFieldProblem(act.problem);
  return (
    <Dialog title={t("settings.key_confirm")} open onClose={onClose}>
      <Form
        className={styles.form}
        enter="submit"
        onSubmit={async () => {
          if (key.trim() === "" || (await act.run({ recovery_key: key })) === undefined) return;
          toast({ text: t("settings.key_confirmed") });
          onClose();
        }}
      >
        <TextField
          label={t("door.recovery_key")}
          description={t("door.recovery_key_hint")}
          value={key}
          onChange={(typed) => {
            act.forgetProblem();
            setKey(typed);
          }}
          error={said.of(...KEY_CODES)}
          autoFocus
        />
        <ProblemNotice problem={said.rest(...KEY_CODES)} />
        <div className={styles.line}>
          <Button type="submit" tone="primary" busy={act.busy}>
            {t("door.key_confirm")}
          </Button>
          <Button tone="quiet" onPress={onClose}>
            {t("kit.cancel")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
