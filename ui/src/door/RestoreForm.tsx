// The backup file and the key on paper.
import { useState } from "react";
import { useDesk, useDoorAct } from "../desk";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { KEY_CODES, ProblemNotice, useFieldProblem } from "./Notice";

export function RestoreForm({ onCancel, onDone }: { onCancel: () => void; onDone?: () => void }) {
  const { t } = useWords();
  const desk = useDesk();
  const act = useDoorAct("restore");
  const [path, setPath] = useState("");
  const [key, setKey] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);
  const pick = async () => {
    const picked = await desk.pickFile("backup");
    if (picked !== null) setPath(picked);
  };
  const restore = async () => {
    setTried(true);
    if (path.trim() === "" || key.trim() === "") return;
    if ((await act.run({ path, recovery_key: key })) !== undefined) onDone?.();
  };
  return (
    <Form className={styles.form} onSubmit={restore}>
      <div className={styles.pick}>
        <TextField
          label={t("door.backup_file")}
          value={path}
          onChange={setPath}
          error={said.of("backup_unreadable") ?? missing(path)}
          autoFocus
        />
        <Button icon="folder" onPress={pick}>
          {t("door.pick_file")}
        </Button>
      </div>
      <TextField
        label={t("door.recovery_key")}
        description={t("door.recovery_key_hint")}
        value={key}
        onChange={setKey}
        error={said.of(...KEY_CODES) ?? missing(key)}
      />
      <ProblemNotice problem={said.rest(...KEY_CODES, "backup_unreadable")} />
      <div className={styles.foot}>
        <Button type="submit" tone="primary" busy={act.busy}>
          {t("door.restore_do")}
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          {t("kit.cancel")}
        </Button>
      </div>
    </Form>
  );
}
