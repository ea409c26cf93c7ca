// Why a contact was not made: a digit says it and the card is skipped. Undo is there for ten seconds.
import { useHouse } from "../desk";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./SkipReasons.module.css";

type SkipReasonsProps = { onSkip: (reason: string) => void; onCancel: () => void; busy: boolean };

export function SkipReasons({ onSkip, onCancel, busy }: SkipReasonsProps) {
  const { t } = useWords();
  const { items, label } = useHouse();
  const reasons = items("skip_reasons");
  return (
    <div
      role="group"
      aria-label={t("today.skip_why")}
      className={styles.reasons}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === "Escape") {
          event.preventDefault();
          onCancel();
          return;
        }
        const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
        if (reason === undefined) return;
        event.preventDefault();
        onSkip(reason.code);
      }}
    >
      <span className={styles.why} aria-hidden="true">
        {t("today.skip_why")}
      </span>
      {reasons.map(({ code }, index) => (
        <Button
          key={code}
          autoFocus={index === 0}
          isDisabled={busy}
          keys={index < 9 ? String(index + 1) : ""}
          onPress={() => onSkip(code)}
        >
          {label("skip_reasons", code)}
        </Button>
      ))}
      <Button tone="quiet" onPress={onCancel}>
        {t("kit.cancel")}
      </Button>
    </div>
  );
}
