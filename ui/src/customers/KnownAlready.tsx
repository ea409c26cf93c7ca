// Who has this number or name already, and with whom they are: shown while typing, so that nobody is filed twice.
import { ClaimButton } from "../claims";
import type { Id, Recognised } from "../generated/types";
import { Button, Icon, LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./KnownAlready.module.css";

type KnownAlreadyProps = {
  known: readonly Recognised[];
  onOpen: (customer: Id) => void;
  /** Says why they are shown; without it: the number, or perhaps. */
  title?: string;
  /** Puts the card that is open together with this one. */
  onMerge?: ((one: Recognised) => void) | undefined;
};

export function KnownAlready({ known, onOpen, title, onMerge }: KnownAlreadyProps) {
  const { t, f } = useWords();
  if (known.length === 0) return null;
  const exact = known.some((one) => one.exact);
  return (
    <section className={styles.known} data-exact={exact || undefined} role="status">
      <p className={styles.title}>
        <Icon name={exact ? "warning" : "info"} size={16} />
        {title ?? t(exact ? "customers.known_exact" : "customers.known_maybe")}
      </p>
      <ul className={styles.people}>
        {known.map((one) => (
          <li key={one.customer} className={styles.one}>
            {one.level && <LevelChip level={one.level} />}
            <b>{one.name}</b>
            <span>{one.phone && f.phone(one.phone)}</span>
            <span className={styles.of}>
              {one.owner_name === null ? t("customers.of_nobody") : t("customers.of_owner", { owner: one.owner_name })}
            </span>
            {one.last_contact !== null && (
              <span className={styles.of}>{t("customers.last_seen", { when: f.moment(one.last_contact) })}</span>
            )}
            {one.visible ? (
              <>
                <Button size="s" tone="link" onPress={() => onOpen(one.customer)}>
                  {t("customers.open")}
                </Button>
                {onMerge && (
                  <Button size="s" tone="link" onPress={() => onMerge(one)}>
                    {t("customers.merge")}
                  </Button>
                )}
              </>
            ) : (
              <>
                <span className={styles.of}>
                  {one.owner_name === null
                    ? t("customers.not_visible_nobody")
                    : t("customers.not_visible", { owner: one.owner_name })}
                </span>
                {one.exact && one.owner_name !== null && (
                  <ClaimButton who={{ customer: one.customer, name: one.name, owner: one.owner_name }} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
