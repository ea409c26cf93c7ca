// The whole card, group by group, in the order in which people talk; rivals and persons stand where they come up.
import { Fragment, type ReactNode } from "react";
import type { CustomerFields, CustomerView, Id } from "../generated/types";
import { Facts, Form, Section } from "../kit";
import { useWords } from "../words";
import styles from "./CardFields.module.css";
import { FieldEditor } from "./FieldEditor";
import { type FieldName, GROUPS, type GroupName, ONLY_WHERE_KNOWN } from "./fields";
import { ReferrerField } from "./ReferrerField";
import { useValueWords } from "./values";

type CardFieldsProps = {
  view: CustomerView;
  /** After what they want: with what they compare it, and with whom they decide. */
  beside: ReactNode;
  onOpen: (customer: Id) => void;
};

export function CardFields({ view, beside, onOpen }: CardFieldsProps) {
  const { t } = useWords();
  const words = useValueWords();
  const group = (name: GroupName) => GROUPS.filter((one) => one.name === name);
  const rest = GROUPS.filter(({ name }) => name !== "wants");
  if (!view.editable) {
    const referrer = view.referrer?.name ?? view.fields.referrer_name;
    const facts = (names: readonly FieldName[], fields: CustomerFields) =>
      names.flatMap((name) => {
        const value = name === "referrer" ? referrer : fields[name];
        return value === null || value === undefined || value === ""
          ? []
          : [{ name: t(`customers.f_${name}`), value: words("customer", name, String(value)) ?? "" }];
      });
    const read = (groups: typeof GROUPS) =>
      groups
        .map(({ name, fields }) => ({ name, known: facts(fields, view.fields) }))
        .filter(({ known }) => known.length > 0)
        .map(({ name, known }) => (
          <Section key={name} title={t(`customers.group_${name}`)}>
            <div className={styles.read}>
              <Facts facts={known} />
            </div>
          </Section>
        ));
    return (
      <div className={styles.fields}>
        {read(group("wants"))}
        {beside}
        {read(rest)}
      </div>
    );
  }
  const shows = (field: FieldName) => !ONLY_WHERE_KNOWN.includes(field) || Boolean(view.fields[field]);
  const edit = (groups: typeof GROUPS) =>
    groups.map(({ name, fields }) => (
      <Section key={name} title={t(`customers.group_${name}`)}>
        <div className={styles.group}>
          {fields.filter(shows).map((field) => (
            <Fragment key={field}>
              {field === "referrer" ? (
                <ReferrerField view={view} onOpen={onOpen} />
              ) : (
                <FieldEditor customer={view.row.id} name={field} fields={view.fields} />
              )}
            </Fragment>
          ))}
        </div>
      </Section>
    ));
  // Two forms: what is added beside has forms of its own, and none stands within another.
  return (
    <div className={styles.fields}>
      <Form layout="rows" label={t("customers.group_wants")} onSubmit={() => undefined}>
        {edit(group("wants"))}
      </Form>
      {beside}
      <Form layout="rows" label={t("customers.tab_card")} onSubmit={() => undefined}>
        {edit(rest)}
      </Form>
    </div>
  );
}
