// Who stands beside the customer: companions of a private person, contacts of a company, and who of them decides.
import { useState } from "react";
import { useAct, useHouse, useMay } from "../desk";
import type { CustomerView, Id, PersonRow } from "../generated/types";
import { Button, Chip, IconButton, Section } from "../kit";
import { useWords } from "../words";
import styles from "./Beside.module.css";
import { Parking } from "./Parking";
import { PersonForm } from "./PersonForm";
import { PhoneLine } from "./PhoneLine";

const COMPANIES: readonly unknown[] = ["company", "authority", "fleet"];

/** A company is spoken to through its contacts. */
export const isCompany = ({ fields }: CustomerView): boolean =>
  Boolean(fields.company) || COMPANIES.includes(fields.buyer_kind);

type PersonsProps = {
  view: CustomerView;
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onOpen: (customer: Id) => void;
};

export function Persons({ view, adding, onAdding, onOpen }: PersonsProps) {
  const { t } = useWords();
  const may = useMay();
  const company = isCompany(view);
  const [edited, setEdited] = useState<Id | null>(null);
  const remove = useAct("remove_person", {
    done: (_, { id }) => t("customers.person_removed", { name: view.persons.find((one) => one.id === id)?.name ?? "" }),
  });
  const changes = view.editable && may("add_person");
  if (view.persons.length === 0 && !changes) return null;
  const customer = view.row.id;
  return (
    <Section title={t(company ? "customers.contacts" : "customers.persons")}>
      <ul className={styles.rows}>
        {view.persons.map((person) => (
          <li key={person.id} className={styles.row}>
            {edited !== person.id && (
              <>
                <Who person={person} />
                {changes && (
                  <span className={styles.tools}>
                    <IconButton
                      icon="edit"
                      size="s"
                      label={t("customers.edit_person", { name: person.name })}
                      onPress={() => setEdited(person.id)}
                    />
                    <IconButton
                      icon="close"
                      size="s"
                      label={t("customers.remove_person", { name: person.name })}
                      onPress={() => remove.run({ id: person.id })}
                    />
                  </span>
                )}
              </>
            )}
            <Parking open={edited === person.id} onOpen={(open) => setEdited(open ? person.id : null)}>
              <PersonForm
                customer={customer}
                company={company}
                person={person}
                onDone={() => setEdited(null)}
                onOpen={onOpen}
              />
            </Parking>
          </li>
        ))}
      </ul>
      {changes && !adding && (
        <Button size="s" tone="link" icon="plus" keys="p" onPress={() => onAdding(true)}>
          {t(company ? "customers.add_contact" : "customers.add_person")}
        </Button>
      )}
      <Parking open={adding} onOpen={onAdding}>
        <PersonForm customer={customer} company={company} onDone={() => onAdding(false)} onOpen={onOpen} />
      </Parking>
    </Section>
  );
}

function Who({ person }: { person: PersonRow }) {
  const { t } = useWords();
  const { label } = useHouse();
  return (
    <div className={styles.who}>
      <p className={styles.line}>
        <b className={styles.name}>{person.name}</b>
        {person.gender && <span className={styles.sub}>{t(`customers.${person.gender}`)}</span>}
        {person.role && <span className={styles.sub}>{label("person_roles", person.role)}</span>}
        {person.title && <span className={styles.sub}>{person.title}</span>}
        {person.decides && <Chip tone="good">{t("customers.decides_mark")}</Chip>}
      </p>
      {person.phones.map((phone) => (
        <PhoneLine key={phone.id} phone={phone} />
      ))}
      {person.remark && <p className={styles.said}>{person.remark}</p>}
    </div>
  );
}
