// The whole card, group by group, in the order in which people talk.
import type { CustomerFields, CustomerView } from "../generated/types";
import { Facts, Form, Section } from "../kit";
import { useWords } from "../words";
import styles from "./CardFields.module.css";
import { FieldEditor } from "./FieldEditor";
import { type FieldName, GROUPS } from "./fields";
import { useValueWords } from "./values";

export function CardFields({ view }: { view: CustomerView }) {
  const { t } = useWords();
  const words = useValueWords();
  if (!view.editable) {
    const facts = (names: readonly FieldName[], fields: CustomerFields) =>
      names.flatMap((name) => {
        const value = fields[name];
        return value === null || value === undefined || value === ""
          ? []
          : [{ name: t(`customers.f_${name}`), value: words("customer", name, String(value)) ?? "" }];
      });
    return (
      <div className={styles.fields}>
        {GROUPS.map(({ name, fields }) => ({ name, known: facts(fields, view.fields) }))
          .filter(({ known }) => known.length > 0)
          .map(({ name, known }) => (
            <Section key={name} title={t(`customers.group_${name}`)}>
              <div className={styles.read}>
                <Facts facts={known} />
              </div>
            </Section>
          ))}
      </div>
    );
  }
  return (
    <Form layout="rows" label={t("customers.tab_card")} onSubmit={() => undefined} className={styles.fields}>
      {GROUPS.map(({ name, fields }) => (
        <Section key={name} title={t(`customers.group_${name}`)}>
          <div className={styles.group}>
            {fields.map((field) => (
              <FieldEditor key={field} customer={view.row.id} name={field} fields={view.fields} />
            ))}
          </div>
        </Section>
      ))}
    </Form>
  );
}
