// What is planned with this customer, and the way to finish it.
import type { CardRow } from "../generated/types";
import { Button } from "../kit";
import { whenOf, whyOf } from "../today";
import { useWords } from "../words";
import styles from "./OpenCards.module.css";

export function OpenCards({
  cards,
  onFinish,
}: {
  cards: readonly CardRow[];
  onFinish: ((card: CardRow) => void) | undefined;
}) {
  const words = useWords();
  const { t, f } = words;
  const open = [...cards].sort((a, b) => a.due.localeCompare(b.due));
  if (open.length === 0) return <span className={styles.none}>{t("customers.no_next")}</span>;
  return (
    <ul className={styles.cards} aria-label={t("customers.open_cards")}>
      {open.map((card) => {
        const when = whenOf(card, words);
        return (
          <li key={card.id} className={styles.card} data-late={when.late || undefined}>
            <b>{f.day(card.due)}</b>
            {when.late && <span className={styles.late}>{when.due}</span>}
            <span className={styles.note}>{card.note ?? whyOf(card, words)}</span>
            <span className={styles.expiry}>{when.expiry}</span>
            {onFinish && (
              <Button size="s" tone="link" onPress={() => onFinish(card)}>
                {t("customers.finish")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
