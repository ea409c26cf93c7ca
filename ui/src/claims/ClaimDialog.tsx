// Asks a manager for another's customer: whom, whose they are, and why they should be one's own.
import { useState } from "react";
import { useAct } from "../desk";
import { Dialog, Form, FormFoot, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./claims.module.css";
import type { Claimed } from "./types";

export function ClaimDialog({ who, onClose }: { who: Claimed; onClose: () => void }) {
  const { t, problemWords } = useWords();
  const [reason, setReason] = useState("");
  const claim = useAct("claim_customer", { ownProblems: true, done: () => t("customers.claim_sent") });
  const send = async () => {
    if (await claim.run({ customer: who.customer, reason })) onClose();
  };
  return (
    <Dialog title={t("customers.claim_who", { name: who.name })} open onClose={onClose} firm={reason !== ""}>
      <Form label={t("customers.claim")} onSubmit={send} className={styles.form}>
        <p className={styles.now}>{t("customers.claim_now", { owner: who.owner })}</p>
        <TextField
          label={t("customers.claim_reason")}
          value={reason}
          onChange={setReason}
          lines
          autoFocus
          placeholder={t("customers.claim_reason_hint")}
          error={claim.problem && problemWords(claim.problem)}
        />
        <FormFoot tone="primary" does={t("customers.claim_send")} busy={claim.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
