// Asks that nothing of a customer be left here; whoever administers alone does it at once with the recovery key.
import { useState } from "react";
import { useAct, useHouse, useMay } from "../desk";
import { KEY_CODES } from "../door/Notice";
import type { Id } from "../generated/types";
import { Button, Dialog, Form, FormFoot, Select, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./erasures.module.css";

type EraseDialogProps = { customer: Id; name: string; onClose: () => void };

export function EraseDialog({ customer, name, onClose }: EraseDialogProps) {
  const { t, problemWords } = useWords();
  const { items, label } = useHouse();
  const may = useMay();
  const [reason, setReason] = useState<string | null>(null);
  const [alone, setAlone] = useState(false);
  const [key, setKey] = useState("");
  const ask = useAct("ask_erasure", { ownProblems: true, done: () => t("erasures.asked") });
  const erase = useAct("erase_with_key", { ownProblems: true, done: () => t("erasures.erased") });
  const { busy, problem } = alone ? erase : ask;
  const ofKey = problem !== null && (KEY_CODES as readonly string[]).includes(problem.code);
  const save = async () => {
    const who = { customer, reason: reason ?? "" };
    const done = alone ? erase.run({ ...who, recovery_key: key }) : ask.run(who);
    if (await done) onClose();
  };
  return (
    <Dialog
      title={t("erasures.title", { name: name || t("customers.unnamed") })}
      open
      onClose={onClose}
      firm={reason !== null}
    >
      <Form label={t("customers.erase")} onSubmit={save} className={styles.form}>
        <p>{t("erasures.words")}</p>
        <Select
          label={t("erasures.reason")}
          options={items("erasure_reasons").map(({ code }) => ({ value: code, label: label("erasure_reasons", code) }))}
          value={reason}
          onChange={setReason}
          autoFocus
          error={problem && !ofKey ? problemWords(problem) : undefined}
        />
        {alone ? (
          <TextField
            label={t("door.recovery_key")}
            description={t("door.recovery_key_hint")}
            value={key}
            onChange={setKey}
            autoFocus
            error={problem && ofKey ? problemWords(problem) : undefined}
          />
        ) : (
          <p className={styles.sub}>{t("erasures.two")}</p>
        )}
        {!alone && may("erase_with_key") && (
          <p className={styles.sub}>
            {t("erasures.alone")}{" "}
            <Button size="s" tone="link" onPress={() => setAlone(true)}>
              {t("erasures.with_key")}
            </Button>
          </p>
        )}
        <FormFoot
          tone={alone ? "danger" : "primary"}
          does={t(alone ? "erasures.erase" : "erasures.ask")}
          busy={busy}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}
