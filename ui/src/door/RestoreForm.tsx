// The backup file, and what opens it: the key on paper anywhere, somebody's password of that time on the PC that made it.
import { useState } from "react";
import { useDesk, useDoorAct } from "../desk";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { LongWork } from "./LongWork";
import { KEY_CODES, ProblemNotice, useFieldProblem } from "./Notice";

const FILE_CODES = ["backup_unreadable", "backup_newer", "backup_not_sound"];
const ANY_KEY_CODES = [...KEY_CODES, "backup_other_key"];

export function RestoreForm({ onCancel, onDone }: { onCancel: () => void; onDone?: () => void }) {
  const { t } = useWords();
  const desk = useDesk();
  const act = useDoorAct("restore");
  const [path, setPath] = useState("");
  const [byPassword, setByPassword] = useState(false);
  const [key, setKey] = useState("");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);
  const opener = byPassword ? { login, password } : { recovery_key: key };

  const pick = async () => {
    const picked = await desk.pickFile("backup");
    if (picked !== null) setPath(picked);
  };
  const restore = async () => {
    setTried(true);
    if ([path, ...Object.values(opener)].some((text) => text.trim() === "")) return;
    if ((await act.run({ path, ...opener })) !== undefined) onDone?.();
  };
  return (
    <Form className={styles.form} onSubmit={restore}>
      <div className={styles.pick}>
        <TextField
          label={t("door.backup_file")}
          value={path}
          onChange={setPath}
          error={said.of(...FILE_CODES) ?? missing(path)}
          autoFocus
        />
        <Button icon="folder" onPress={pick}>
          {t("door.pick_file")}
        </Button>
      </div>
      {byPassword ? (
        <>
          <TextField label={t("door.login")} value={login} onChange={setLogin} error={missing(login)} />
          <TextField
            label={t("door.password_then")}
            type="password"
            value={password}
            onChange={setPassword}
            error={said.of("wrong_password") ?? missing(password)}
          />
        </>
      ) : (
        <TextField
          label={t("door.recovery_key")}
          description={t("door.recovery_key_hint")}
          value={key}
          onChange={setKey}
          error={said.of(...ANY_KEY_CODES) ?? missing(key)}
        />
      )}
      <ProblemNotice problem={said.rest(...FILE_CODES, ...ANY_KEY_CODES, "wrong_password")} />
      {act.busy && <LongWork phase="restoring" />}
      <div className={styles.foot}>
        <Button type="submit" tone="primary" busy={act.busy}>
          {t("door.restore_do")}
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          {t("kit.cancel")}
        </Button>
        <Button tone="link" onPress={() => setByPassword(!byPassword)}>
          {byPassword ? t("door.restore_by_key") : t("door.restore_by_password")}
        </Button>
      </div>
    </Form>
  );
}
