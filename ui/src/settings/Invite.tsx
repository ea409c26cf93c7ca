// A code for a new PC: shown as long as it is good, and what became of it.
import { useEffect, useRef, useState } from "react";
import { useAct, useAsk } from "../desk";
import { ProblemNotice } from "../door/Notice";
import { Button, CopyText, Drawer } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function Invite({ onClose }: { onClose: () => void }) {
  const { t, f } = useWords();
  const invite = useAct("invite", { done: false, ownProblems: true });
  const withdraw = useAct("withdraw_invitation", { done: false });
  const [code, setCode] = useState<string | null>(null);
  const shown = useAsk("invitation", {}, { when: code !== null }).data;
  const begun = useRef(false);

  const make = async () => {
    const made = await invite.run({});
    setCode(made?.code ?? null);
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    make();
  });
  const invitation = shown && shown.code === code ? shown : null;
  const state = invitation?.state ?? "open";
  const close = () => {
    if (code !== null && state === "open") withdraw.run({});
    onClose();
  };
  return (
    <Drawer
      title={t("settings.device_add")}
      onClose={close}
      foot={
        state === "joined" ? (
          <Button tone="primary" onPress={onClose} autoFocus>
            {t("kit.done")}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{t("kit.cancel")}</Button>
            {(state !== "open" || invite.problem !== null) && (
              <Button tone="primary" busy={invite.busy} onPress={make}>
                {t("settings.invite_again")}
              </Button>
            )}
          </>
        )
      }
    >
      <ProblemNotice problem={invite.problem} />
      {state === "open" && code !== null && (
        <div className={styles.secret} role="status">
          <p>{t("settings.invite_words")}</p>
          <b data-copy="">
            <CopyText text={code} />
          </b>
          {invitation !== null && <p>{t("settings.invite_until", { time: f.time(invitation.until) })}</p>}
          {invitation?.address && <p>{t("settings.invite_address", { address: invitation.address })}</p>}
          <p className={styles.words}>{t("settings.invite_waiting")}</p>
        </div>
      )}
      {state === "joined" && (
        <div className={styles.secret} role="status">
          <b>{t("settings.invite_joined", { name: invitation?.joined ?? "" })}</b>
          <p>{t("settings.invite_joined_words")}</p>
        </div>
      )}
      {(state === "expired" || state === "spoilt" || state === "failed") && (
        <p className={styles.words} role="alert">
          {t(`settings.invite_${state}`)}
        </p>
      )}
    </Drawer>
  );
}
