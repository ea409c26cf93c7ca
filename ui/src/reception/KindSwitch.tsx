// How they came: to the showroom, to an event, for something else. Beside the form, so that it costs nobody a key.
import { Button } from "../kit";
import { useWords } from "../words";
import type { Draft } from "./drafts";
import styles from "./VisitForm.module.css";

const KINDS = ["walk_in", "event", "other"] as const;

export function KindSwitch({ kind, onKind }: { kind: Draft["kind"]; onKind: (kind: Draft["kind"]) => void }) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t("reception.kind")} className={styles.kinds}>
      {KINDS.map((one) => (
        <Button key={one} size="s" tone="quiet" aria-pressed={one === kind} onPress={() => onKind(one)}>
          {t(`reception.kind_${one}`)}
        </Button>
      ))}
    </div>
  );
}
