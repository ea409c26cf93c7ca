// The truth in one quiet place: is what I did kept, and is there a copy of it elsewhere?
import { useNavigate } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import { useAsk, useMay, useSaving } from "../desk";
import type { DoorStatus } from "../generated/types";
import { useWords } from "../words";
import { Day } from "./Day";
import styles from "./StateWord.module.css";

export function StateWord({ door }: { door: DoorStatus }) {
  const { t } = useWords();
  const saving = useSaving();
  const may = useMay();
  const navigate = useNavigate();
  const asks = may("backup_status") && !door.demo;
  const backup = useAsk("backup_status", {}, { when: asks }).data;
  // Told to whoever can do something about it; a copy that failed is everybody's business.
  const mends = may("set_backup_folder");
  const told = backup !== undefined && (mends || backup.problem !== null);
  const late = asks && told && backup !== undefined && (backup.due || backup.problem !== null || !backup.chosen);
  const word = {
    saved: t("frame.saved"),
    saving: t("frame.saving"),
    unsaved: t("frame.unsaved"),
  }[saving];
  const exchange = useExchange(!door.demo);
  return (
    <div className={styles.state}>
      <Day />
      {mends && !door.demo && !door.recovery_confirmed && (
        <AriaButton
          className={styles.backup ?? ""}
          onPress={() => navigate({ to: "/settings", search: { part: "backup" } as never })}
        >
          {t("frame.recovery_unconfirmed")}
        </AriaButton>
      )}
      {late && (
        <AriaButton
          className={styles.backup ?? ""}
          onPress={() => navigate({ to: "/settings", search: { part: "backup" } as never })}
        >
          {!backup.chosen ? t("frame.backup_unset") : t("frame.backup_due")}
        </AriaButton>
      )}
      {exchange === null || saving !== "saved" ? (
        <span role="status" className={styles.word} data-state={saving}>
          <span className={styles.dot} aria-hidden="true" />
          {word}
        </span>
      ) : (
        <AriaButton
          className={`${styles.backup} ${styles.word}`}
          data-state={exchange.state}
          onPress={() => navigate({ to: "/settings", search: { part: "devices" } as never })}
        >
          <span className={styles.dot} aria-hidden="true" />
          <span role="status">{exchange.word}</span>
        </AriaButton>
      )}
    </div>
  );
}

/** How it stands with the other PCs, where there are any. */
function useExchange(when: boolean): { state: string; word: string } | null {
  const { t } = useWords();
  const status = useAsk("exchange_status", {}, { when }).data;
  if (status === undefined || status.state === "alone") return null;
  const { state, waiting: count } = status;
  if (state === "attention") return { state, word: t("frame.exchange_attention") };
  if (count === 0) return { state, word: t(`frame.exchange_${state}`) };
  return {
    state,
    word: t(state === "offline" ? "frame.exchange_offline_waiting" : "frame.exchange_waiting", { count }),
  };
}
