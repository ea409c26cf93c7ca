// People of that name or number who have been here before, with whose they are.
import type { Recognised } from "../generated/types";
import { LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./KnownList.module.css";

export type KnownListProps = {
  id: string;
  known: readonly Recognised[];
  at: number;
  onTake: (who: Recognised) => void;
};

export function KnownList({ id, known, at, onTake }: KnownListProps) {
  const { t, f } = useWords();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the line, does nothing by itself
    <div className={styles.pop} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.head}>{t("reception.known_head")}</div>
      <div id={id} role="listbox" aria-label={t("reception.known_head")}>
        {known.map((who, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the line answers the keys
          <div
            key={who.customer}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.who}
            onClick={() => onTake(who)}
          >
            {who.level !== null && <LevelChip level={who.level} />}
            <span className={styles.name}>{who.name}</span>
            <span className={styles.phone}>{who.phone && f.phone(who.phone)}</span>
            <span className={styles.owner}>
              {who.owner_name === null ? t("reception.no_owner") : t("reception.owner_is", { owner: who.owner_name })}
            </span>
            <span className={styles.when}>{who.last_contact !== null && f.moment(who.last_contact)}</span>
            {who.exact && <span className={styles.exact}>{t("reception.same_number")}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
