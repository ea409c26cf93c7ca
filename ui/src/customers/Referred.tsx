// Whom this customer sent to us.
import type { CustomerView, Id } from "../generated/types";
import { Button, LevelChip, Section } from "../kit";
import { useWords } from "../words";
import styles from "./Beside.module.css";

export function Referred({ view, onOpen }: { view: CustomerView; onOpen: (customer: Id) => void }) {
  const { t } = useWords();
  const { referred, referred_count } = view;
  if (referred_count === 0) return null;
  return (
    <Section title={t("customers.referred", { n: referred_count })}>
      <ul className={styles.rows}>
        {referred.map((one) => (
          <li key={one.customer} className={styles.row}>
            <p className={styles.line}>
              {one.level && <LevelChip level={one.level} />}
              {one.visible ? (
                <Button tone="link" size="s" onPress={() => onOpen(one.customer)}>
                  {one.name || t("customers.unnamed")}
                </Button>
              ) : (
                <span>{one.name}</span>
              )}
              <span className={styles.sub}>
                {one.owner_name === null
                  ? t("customers.of_nobody")
                  : t("customers.of_owner", { owner: one.owner_name })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {referred.length < referred_count && (
        <p className={styles.said}>{t("customers.referred_more", { n: referred.length })}</p>
      )}
    </Section>
  );
}
