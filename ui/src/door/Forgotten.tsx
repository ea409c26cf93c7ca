// A password is forgotten: an administrator gives a new one; nobody can get in any more: the key on paper does.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { KEY_CODES, PASSWORD_CODES, ProblemNotice, useFieldProblem } from "./Notice";

export function Forgotten({ login: first, onBack }: { login: string; onBack: () => void }) {
  const { t } = useWords();
  const act = useDoorAct("recover");
  const [byKey, setByKey] = useState(false);
  const [key, setKey] = useState("");
  const [login, setLogin] = useState(first);
  const [password, setPassword] = useState("");
  const said = useFieldProblem(act.problem);
  if (!byKey) {
    return (
      <Sheet title={t("door.forgotten_title")} words={t("door.forgotten_words")}>
        <div className={styles.more}>
          <p>{t("door.forgotten_how")}</p>
          <ol>
            <li>{t("door.forgotten_1")}</li>
            <li>{t("door.forgotten_2")}</li>
            <li>{t("door.forgotten_3")}</li>
          </ol>
        </div>
        <div className={styles.foot}>
          <Button tone="primary" onPress={onBack} autoFocus>
            {t("door.back_to_sign_in")}
          </Button>
          <Button tone="link" onPress={() => setByKey(true)}>
            {t("door.by_recovery_key")}
          </Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={t("door.recover_title")} words={t("door.recover_words")}>
      <Form className={styles.form} onSubmit={() => act.run({ recovery_key: key, login, new_password: password })}>
        <TextField
          label={t("door.recovery_key")}
          description={t("door.recovery_key_hint")}
          value={key}
          onChange={setKey}
          error={said.of(...KEY_CODES)}
          autoFocus
        />
        <TextField label={t("door.recover_login")} value={login} onChange={setLogin} error={said.of("staff_unknown")} />
        <TextField
          label={t("door.new_password")}
          description={t("door.password_hint")}
          type="password"
          value={password}
          onChange={setPassword}
          error={said.of(...PASSWORD_CODES)}
        />
        <ProblemNotice problem={said.rest(...KEY_CODES, ...PASSWORD_CODES, "staff_unknown")} />
        <div className={styles.foot}>
          <Button
            type="submit"
            tone="primary"
            busy={act.busy}
            isDisabled={key.trim() === "" || login.trim() === "" || password === ""}
          >
            {t("door.recover_do")}
          </Button>
          <Button tone="quiet" onPress={onBack}>
            {t("kit.cancel")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
