// Asks for the password when an act needs more than the PIN with which this sitting began.
import { type ReactNode, useCallback, useRef, useState } from "react";
import { AuthorityContext, useDoorAct, useSitting } from "../desk";
import type { Me } from "../generated/types";
import { Button, Dialog, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { ProblemNotice, useFieldProblem } from "./Notice";

function Ask({ login, onAnswer }: { login: string; onAnswer: (given: boolean) => void }) {
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
          if (password !== "" && (await act.run({ login, password }))) onAnswer(true);
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

export function Authority({ me, children }: { me: Me; children: ReactNode }) {
  const door = useSitting()?.door;
  const login = door?.people.find(({ id }) => id === me.id)?.login ?? me.name;
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((given: boolean) => void) | null>(null);
  const ask = useCallback(
    () =>
      new Promise<boolean>((answered) => {
        waiting.current?.(false);
        waiting.current = answered;
        setAsking(true);
      }),
    [],
  );
  return (
    <AuthorityContext value={ask}>
      {children}
      {asking && (
        <Ask
          login={login}
          onAnswer={(given) => {
            setAsking(false);
            waiting.current?.(given);
            waiting.current = null;
          }}
        />
      )}
    </AuthorityContext>
  );
}
