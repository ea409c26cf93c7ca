// On the card of a customer: fields that were written on two PCs at once.
import { useMay } from "../desk";
import type { CustomerView } from "../generated/types";
import { useWords } from "../words";
import { Contested } from "./Contested";
import styles from "./disorders.module.css";

export function ContestedOf({ view }: { view: CustomerView }) {
  const { t } = useWords();
  const may = useMay();
  return (
    <section className={styles.note} aria-label={t("disorders.fields")}>
      <p className={styles.title}>{t("disorders.fields")}</p>
      <ul className={styles.list}>
        {view.contested.map((contested) => (
          <Contested
            key={`${contested.row} ${contested.field}`}
            contested={contested}
            may={view.editable && may("settle_field")}
          />
        ))}
      </ul>
    </section>
  );
}
