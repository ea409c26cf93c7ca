// Under the number or the name: this person is on file already, with whose they are. Never created twice in silence.
import { ClaimButton } from "../claims";
import type { Id, Recognised } from "../generated/types";
import { Button, Icon, LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./KnownNote.module.css";

export type KnownNoteProps = {
  known: readonly Recognised[];
  /** Who it is: by the same number, or chosen here. */
  sure: Id | null;
  onChoose: (customer: Id | null) => void;
  onOpen: (customer: Id) => void;
};

export function KnownNote({ known, sure, onChoose, onOpen }: KnownNoteProps) {
  const { t, f } = useWords();
  const shown = sure === null ? known : known.filter(({ customer }) => customer === sure);
  if (shown.length === 0) return null;
  return (
    <div className={styles.note} role="status">
      <p className={styles.head}>
        <Icon name="info" size={16} />
        {sure === null ? t("reception.known_maybe") : t("reception.known_sure")}
      </p>
      <ul>
        {shown.map((who) => (
          <li key={who.customer} className={styles.who}>
            {who.level !== null && <LevelChip level={who.level} />}
            <span className={styles.name}>{who.name}</span>
            <span className={styles.sub}>
              {who.owner_name === null ? t("reception.no_owner") : t("reception.owner_is", { owner: who.owner_name })}
              {who.last_contact !== null && ` · ${f.moment(who.last_contact)}`}
            </span>
            {sure === null ? (
              <Button size="s" onPress={() => onChoose(who.customer)}>
                {t("reception.it_is_them")}
              </Button>
            ) : (
              <>
                {who.visible && (
                  <Button size="s" tone="link" onPress={() => onOpen(who.customer)}>
                    {t("reception.open_customer")}
                  </Button>
                )}
                {!who.visible && who.exact && who.owner_name !== null && (
                  <ClaimButton who={{ customer: who.customer, name: who.name, owner: who.owner_name }} />
                )}
                {!who.exact && (
                  <Button size="s" tone="link" onPress={() => onChoose(null)}>
                    {t("reception.not_them")}
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
