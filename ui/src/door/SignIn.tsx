// The store is closed: name and password. Whoever came in last is chosen already, so that only the password is typed.
import { useRef, useState } from "react";
import { useDoorAct } from "../desk";
import type { DoorStatus, Problem } from "../generated/types";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { ProblemNotice, useFieldProblem } from "./Notice";
import { PeopleTiles } from "./PeopleTiles";

type SignInProps = {
  door: DoorStatus;
  /** Said once, from what closed the door. */
  notice: Problem | null;
  onNotice: (problem: Problem | null) => void;
  /** What was typed: a one-time password need not be typed again to be replaced. */
  onPassword: (password: string) => void;
  onForgotten: (login: string) => void;
  onRestore: () => void;
};

/** What is here cannot be opened any more by any password: a backup can take its place. */
const BEYOND_PASSWORDS = ["slots_damaged", "store_damaged", "store_other_key", "store_missing", "not_a_store"];

export function SignIn({ door, notice, onNotice, onPassword, onForgotten, onRestore }: SignInProps) {
  const { t } = useWords();
  const act = useDoorAct("sign_in");
  const last = door.people.find(({ login }) => login === door.last_login) ?? door.people[0];
  const [login, setLogin] = useState(last?.login ?? door.last_login ?? "");
  const [byHand, setByHand] = useState(last === undefined);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const secret = useRef<HTMLDivElement>(null);
  const said = useFieldProblem(act.problem);
  const chosen = door.people.find((person) => person.login === login);

  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);
  const submit = async () => {
    setTried(true);
    if (login.trim() === "" || password === "") return;
    onNotice(null);
    onPassword(password);
    await act.run({ login, password });
  };
  return (
    <Sheet wide title={t("door.sign_in")} words={byHand ? t("door.sign_in_by_name") : t("door.sign_in_words")}>
      <ProblemNotice problem={notice} />
      <Form enter={byHand ? "advance" : "submit"} className={styles.form} onSubmit={submit}>
        {byHand ? (
          <div className={styles.narrow}>
            <TextField
              label={t("door.login")}
              value={login}
              onChange={setLogin}
              error={missing(login)}
              size="l"
              autoFocus={login === ""}
            />
          </div>
        ) : (
          <PeopleTiles
            people={door.people}
            chosen={chosen?.id ?? null}
            onChoose={(person) => {
              setLogin(person.login);
              act.forgetProblem();
            }}
            onPressed={() => secret.current?.querySelector("input")?.focus()}
          />
        )}
        <div ref={secret} className={styles.narrow}>
          <TextField
            // Another person begins with an empty password.
            key={byHand ? "by-hand" : login}
            label={chosen && !byHand ? t("door.password_of", { name: chosen.name }) : t("door.password")}
            type="password"
            value={password}
            onChange={(typed) => {
              act.forgetProblem();
              setPassword(typed);
            }}
            error={said.of("wrong_password") ?? missing(password)}
            size="l"
            autoFocus={login !== ""}
          />
        </div>
        <ProblemNotice problem={said.rest("wrong_password")} />
        {said.of(...BEYOND_PASSWORDS) && (
          <div>
            <Button icon="backup" onPress={onRestore}>
              {t("door.restore_title")}
            </Button>
          </div>
        )}
        <div className={`${styles.foot} ${styles.narrow}`}>
          <Button type="submit" tone="primary" size="l" busy={act.busy}>
            {t("door.come_in")}
          </Button>
          <Button tone="link" onPress={() => onForgotten(login)}>
            {t("door.forgotten")}
          </Button>
          {door.people.length > 0 && (
            <Button
              tone="link"
              onPress={() => {
                setByHand(!byHand);
                setLogin(byHand ? (last?.login ?? "") : "");
              }}
            >
              {byHand ? t("door.from_list") : t("door.other_name")}
            </Button>
          )}
        </div>
      </Form>
    </Sheet>
  );
}
