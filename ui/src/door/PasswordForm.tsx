// One's own new password. It is shown on demand instead of typed twice.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { PASSWORD_CODES, ProblemNotice, useFieldProblem } from "./Notice";

type PasswordFormProps = {
  /** The old one, if it was typed a moment ago. */
  old?: string | null;
  onDone: () => void;
  onCancel?: () => void;
};

export function PasswordForm({ old: known, onDone, onCancel }: PasswordFormProps) {
  const { t } = useWords();
  const act = useDoorAct("change_password");
  const [typedOld, setTypedOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  // A known one that turns out wrong is asked for.
  const ask = !known || act.problem?.code === "wrong_password" || typedOld !== "";
  const old = ask ? typedOld : known;
  const missing = (text: string) => (tried && text === "" ? t("door.needed") : null);
  const submit = async () => {
    setTried(true);
    if (old === "" || fresh === "") return;
    if ((await act.run({ old, new: fresh })) !== undefined) onDone();
  };
  return (
    <Form className={styles.form} onSubmit={submit}>
      {ask && (
        <TextField
          label={t("door.old_password")}
          type="password"
          value={typedOld}
          onChange={(typed) => {
            act.forgetProblem();
            setTypedOld(typed);
          }}
          error={said.of("wrong_password") ?? missing(typedOld)}
          autoFocus
        />
      )}
      <TextField
        label={t("door.new_password")}
        description={t("door.password_hint")}
        type="password"
        autoComplete="new-password"
        value={fresh}
        onChange={(typed) => {
          act.forgetProblem();
          setFresh(typed);
        }}
        error={said.of(...PASSWORD_CODES) ?? missing(fresh)}
        autoFocus={!ask}
      />
      <ProblemNotice problem={said.rest(...PASSWORD_CODES, "wrong_password")} />
      <div className={styles.foot}>
        <Button type="submit" tone="primary" busy={act.busy}>
          {t("door.password_save")}
        </Button>
        {onCancel && (
          <Button tone="quiet" onPress={onCancel}>
            {t("kit.cancel")}
          </Button>
        )}
      </div>
    </Form>
  );
}
