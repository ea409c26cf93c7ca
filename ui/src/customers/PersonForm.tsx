// One person beside the customer, in the order in which one hears of them: who, how related, do they decide, how to reach.
import { useState } from "react";
import { useAct, useAsk, useHouse } from "../desk";
import type { Gender, Id, PersonFields, PersonRow } from "../generated/types";
import { Checkbox, DigitChoice, Form, FormFoot, Select, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./Beside.module.css";
import { KnownAlready } from "./KnownAlready";
import { enoughDigits } from "./Phones";

type PersonFormProps = {
  customer: Id;
  company: boolean;
  person?: PersonRow;
  onDone: () => void;
  onOpen: (customer: Id) => void;
};

const OF_PHONE = /^phone_/;
const orNone = (text: string) => (text.trim() === "" ? null : text.trim());

export function PersonForm({ customer, company, person, onDone, onOpen }: PersonFormProps) {
  const { t, problemWords } = useWords();
  const { items, label } = useHouse();
  const [name, setName] = useState(person?.name ?? "");
  const [gender, setGender] = useState<Gender | null>(person?.gender ?? null);
  const [role, setRole] = useState(person?.role ?? null);
  const [title, setTitle] = useState(person?.title ?? "");
  const [decides, setDecides] = useState(person?.decides ?? false);
  const [remark, setRemark] = useState(person?.remark ?? "");
  const [phone, setPhone] = useState("");
  const add = useAct("add_person", {
    ownProblems: true,
    done: (_, ask) => t("customers.person_added", { name: ask.fields.name ?? "" }),
  });
  const edit = useAct("edit_person", {
    ownProblems: true,
    done: (_, ask) => t("customers.person_saved", { name: ask.fields.name ?? "" }),
  });
  const known = useAsk("recognise", { phone, name: null }, { when: enoughDigits(phone), forget: true }).data ?? [];
  const problem = add.problem ?? edit.problem;
  const words = problem === null ? null : problemWords(problem);
  const ofPhone = problem !== null && OF_PHONE.test(problem.code);

  const save = async () => {
    const fields: PersonFields = { name, gender, role, title: orNone(title), decides, remark: orNone(remark) };
    const more = orNone(phone) === null ? {} : { phone };
    const same = person !== undefined && orNone(phone) === null && isSame(person, fields);
    if (same) return onDone();
    const done = person
      ? await edit.run({ id: person.id, fields, ...more })
      : await add.run({ customer, fields, ...more });
    if (done) onDone();
  };
  const what = person
    ? t("customers.edit_person", { name: person.name })
    : t(company ? "customers.add_contact" : "customers.add_person");
  return (
    <Form layout="rows" label={what} onSubmit={save} className={styles.form}>
      <TextField
        label={t("customers.person_name")}
        value={name}
        onChange={setName}
        autoFocus
        maxLength={200}
        error={ofPhone ? null : words}
      />
      <DigitChoice<Gender>
        label={t("customers.f_gender")}
        options={[
          { value: "male", label: t("customers.male") },
          { value: "female", label: t("customers.female") },
        ]}
        value={gender}
        onChange={setGender}
      />
      <Select
        label={t(company ? "customers.person_post" : "customers.person_role")}
        clearable
        options={items("person_roles").map(({ code }) => ({ value: code, label: label("person_roles", code) }))}
        value={role}
        onChange={setRole}
        placeholder="—"
      />
      {company && <TextField label={t("customers.person_title")} value={title} onChange={setTitle} maxLength={200} />}
      <TextField
        label={t((person?.phones.length ?? 0) > 0 ? "customers.person_more_phone" : "customers.person_phone")}
        type="tel"
        value={phone}
        onChange={setPhone}
        error={ofPhone ? words : null}
      />
      <KnownAlready known={known.filter((one) => one.customer !== customer)} onOpen={onOpen} />
      <TextField label={t("customers.f_remark")} value={remark} onChange={setRemark} />
      <FormFoot busy={add.busy || edit.busy} onCancel={onDone}>
        <Checkbox checked={decides} onChange={setDecides}>
          {t("customers.decides")}
        </Checkbox>
      </FormFoot>
    </Form>
  );
}

/** Nothing was changed: there is nothing to save. */
function isSame(person: PersonRow, fields: PersonFields): boolean {
  return (Object.keys(fields) as (keyof PersonFields)[]).every(
    (key) => (fields[key] ?? null) === (person[key] ?? null),
  );
}
