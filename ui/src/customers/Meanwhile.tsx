// Under a field that was saved over a colleague's words: what they wrote, and one press takes it.
import type { ChangedMeanwhile } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./Meanwhile.module.css";
import { useValueWords } from "./values";

type MeanwhileProps = { changed: ChangedMeanwhile; onTake: () => void; onKeep: () => void };

export function Meanwhile({ changed, onTake, onKeep }: MeanwhileProps) {
  const { t, f } = useWords();
  const words = useValueWords();
  const raw = Object.values(changed.theirs)[0];
  const theirs = raw === null || raw === undefined ? null : words("customer", changed.field, String(raw));
  const by = changed.by ?? t("customers.meanwhile_somebody");
  const at = changed.at === null ? "" : f.moment(changed.at);
  return (
    <div className={styles.note} role="status">
      <span>
        {theirs === null ? t("customers.meanwhile_empty", { by, at }) : t("customers.meanwhile", { by, at, theirs })}
      </span>
      <Button size="s" tone="link" onPress={onTake}>
        {t("customers.take_theirs")}
      </Button>
      <Button size="s" tone="link" onPress={onKeep}>
        {t("customers.keep_mine")}
      </Button>
    </div>
  );
}
