// One customer to contact, in two lines: who and what was promised; what was said last. Pressing it opens the work.
import type { Ref } from "react";
import { useHouse } from "../desk";
import type { CardRow } from "../generated/types";
import { Icon, LevelChip } from "../kit";
import { dayOf, useWords } from "../words";
import styles from "./CardHead.module.css";
import { whenOf, whyOf } from "./when";

type CardHeadProps = {
  card: CardRow;
  open: boolean;
  /** The arrows and Tab reach this one. */
  current: boolean;
  onPress: () => void;
  onFocus: () => void;
  ref?: Ref<HTMLButtonElement>;
};

export function CardHead({ card, open, current, onPress, onFocus, ref }: CardHeadProps) {
  const words = useWords();
  const { t, f } = words;
  const { label } = useHouse();
  const when = whenOf(card, words);
  const { last } = card;
  return (
    <button
      ref={ref}
      type="button"
      className={styles.head}
      aria-expanded={open}
      tabIndex={current ? 0 : -1}
      data-card={card.id}
      onClick={onPress}
      onFocus={onFocus}
    >
      <span className={styles.level}>
        <LevelChip level={card.level} label={label("levels", card.level)} />
      </span>
      <span className={styles.who}>
        <b className={styles.name}>{card.customer_name || t("customers.unnamed")}</b>
        {card.model && <span className={styles.model}>{card.model}</span>}
        {card.note ? (
          <span className={styles.note}>
            <Icon name="note" size={15} />
            <span>{card.note}</span>
          </span>
        ) : (
          <span className={styles.why}>{whyOf(card, words)}</span>
        )}
      </span>
      <span className={styles.due} data-late={when.late || undefined}>
        {when.due}
      </span>
      <span className={styles.last}>
        {last === null ? (
          t("today.last_none")
        ) : (
          <>
            <span className={styles.said}>
              {f.day(dayOf(last.at))} {label("ways", last.way)}
            </span>
            {last.content}
          </>
        )}
      </span>
      <span className={styles.expiry} data-expired={when.expired || undefined}>
        {when.expiry}
      </span>
    </button>
  );
}
