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
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);
  const recover = async () => {
    setTried(true);
    if ([key, login, password].some((text) => text.trim() === "")) return;
    await act.run({ recovery_key: key, login, new_password: password });
  };
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
      <Form className={styles.form} onSubmit={recover}>
        <TextField
          label={t("door.recovery_key")}
          description={t("door.recovery_key_hint")}
          value={key}
          onChange={setKey}
          error={said.of(...KEY_CODES) ?? missing(key)}
          autoFocus
        />
        <TextField
          label={t("door.recover_login")}
          value={login}
          onChange={setLogin}
          error={said.of("staff_unknown") ?? missing(login)}
        />
        <TextField
          label={t("door.new_password")}
          description={t("door.password_hint")}
          type="password"
          value={password}
          onChange={setPassword}
          error={said.of(...PASSWORD_CODES) ?? missing(password)}
        />
        <ProblemNotice problem={said.rest(...KEY_CODES, ...PASSWORD_CODES, "staff_unknown")} />
        <div className={styles.foot}>
          <Button type="submit" tone="primary" busy={act.busy}>
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
