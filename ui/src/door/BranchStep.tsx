// The branch, its brand, and who looks after it.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { PASSWORD_CODES, ProblemNotice, useFieldProblem } from "./Notice";

type BranchStepProps = {
  branch: string;
  onBranch: (branch: string) => void;
  onBack: () => void;
  /** Just before it is made: the door is about to open, and the steps must stay. */
  onBegin: () => void;
  onDone: (recoveryKey: string) => void;
};

export function BranchStep({ branch, onBranch, onBack, onBegin, onDone }: BranchStepProps) {
  const { t } = useWords();
  const act = useDoorAct("set_up_branch");
  const [brand, setBrand] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);

  const submit = async () => {
    setTried(true);
    if ([branch, name, password].some((text) => text.trim() === "")) return;
    onBegin();
    const done = await act.run({ branch, brand, admin_name: name, password });
    if (done) onDone(done.recovery_key);
  };
  return (
    <Sheet title={t("door.branch_title")} words={t("door.branch_words")}>
      <Form className={styles.form} onSubmit={submit}>
        <div className={styles.pair}>
          <TextField
            label={t("door.branch")}
            placeholder={t("door.branch_example")}
            value={branch}
            onChange={onBranch}
            error={missing(branch)}
            maxLength={60}
            autoFocus
          />
          <TextField
            label={t("door.brand")}
            optional
            placeholder={t("door.brand_example")}
            value={brand}
            onChange={setBrand}
            maxLength={40}
          />
        </div>
        <TextField
          label={t("door.admin_name")}
          description={t("door.admin_hint")}
          value={name}
          onChange={setName}
          error={missing(name)}
          maxLength={40}
        />
        <TextField
          label={t("door.password")}
          description={t("door.password_hint")}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(typed) => {
            act.forgetProblem();
            setPassword(typed);
          }}
          error={said.of(...PASSWORD_CODES) ?? missing(password)}
        />
        <ProblemNotice problem={said.rest(...PASSWORD_CODES)} />
        <div className={styles.foot}>
          <Button type="submit" tone="primary" size="l" busy={act.busy}>
            {t("door.branch_do")}
          </Button>
          <Button tone="quiet" size="l" onPress={onBack} isDisabled={act.busy}>
            {t("kit.back")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
