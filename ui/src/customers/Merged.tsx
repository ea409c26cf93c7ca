// The other cards of this customer, and the way to take them apart again.
import { useAct } from "../desk";
import type { CustomerView } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./KnownAlready.module.css";

export function Merged({ view }: { view: CustomerView }) {
  const { t, f } = useWords();
  const act = useAct("unmerge_customers", { done: () => t("customers.unmerged") });
  if (view.merged.length === 0) return null;
  return (
    <section className={styles.known} aria-label={t("customers.merged_with")}>
      <p className={styles.title}>{t("customers.merged_with")}</p>
      <ul className={styles.people}>
        {view.merged.map(({ merge, name, code, card_day }) => (
          <li key={merge} className={styles.one}>
            <span>{t("customers.merged_card", { name, code, day: f.date(card_day) })}</span>
            {view.may_merge && (
              <Button size="s" tone="link" busy={act.busy} onPress={() => act.run({ merge })}>
                {t("customers.unmerge")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
