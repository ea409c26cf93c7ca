// The dialogue that asks for the password of whoever is at the desk.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button, Dialog, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { ProblemNotice, useFieldProblem } from "./Notice";

export function AskPassword({ login, onAnswer }: { login: string; onAnswer: (given: boolean) => void }) {
  const { t } = useWords();
  const act = useDoorAct("sign_in");
  const [password, setPassword] = useState("");
  const said = useFieldProblem(act.problem);
  return (
    <Dialog title={t("door.authority_title")} open onClose={() => onAnswer(false)}>
      <p>{t("door.authority_words")}</p>
      <Form
        enter="submit"
        className={styles.form}
        onSubmit={async () => {
          if (password !== "" && (await act.run({ login, password })) !== undefined) onAnswer(true);
        }}
      >
        <TextField
          label={t("door.password")}
          type="password"
          value={password}
          onChange={(typed) => {
            act.forgetProblem();
            setPassword(typed);
          }}
          error={said.of("wrong_password")}
          autoFocus
        />
        <ProblemNotice problem={said.rest("wrong_password")} />
        <div className={styles.foot}>
          <Button type="submit" tone="primary" busy={act.busy}>
            {t("door.authority_do")}
          </Button>
          <Button tone="quiet" onPress={() => onAnswer(false)}>
            {t("kit.cancel")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
