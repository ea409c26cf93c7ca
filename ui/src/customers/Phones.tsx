// All numbers of a customer; another is added with the same warning as for a new customer.
import { type ReactNode, useState } from "react";
import { useAct, useAsk, useMay } from "../desk";
import type { CustomerView, Id } from "../generated/types";
import { Button, Form, FormFoot, IconButton, TextField } from "../kit";
import { useWords } from "../words";
import { KnownAlready } from "./KnownAlready";
import { Parking } from "./Parking";
import { PhoneLine } from "./PhoneLine";
import styles from "./Phones.module.css";

type PhonesProps = {
  customer: Id;
  phones: CustomerView["phones"];
  /** Theirs count where the last number stays. */
  persons: CustomerView["persons"];
  editable: boolean;
  onOpen: (customer: Id) => void;
  /** What to say to them. */
  children: ReactNode;
};

/** Digits enough to be worth looking for. */
export const enoughDigits = (phone: string): boolean => phone.replace(/\D/g, "").length >= 4;

function AddPhone({ customer, onDone, onOpen }: { customer: Id; onDone: () => void; onOpen: (customer: Id) => void }) {
  const { t, problemWords } = useWords();
  const [phone, setPhone] = useState("");
  const [note, setNote] = useState("");
  const add = useAct("add_phone", { ownProblems: true, done: () => t("customers.phone_added") });
  const known = useAsk("recognise", { phone, name: null }, { when: enoughDigits(phone), forget: true }).data ?? [];
  const others = known.filter((one) => one.customer !== customer);
  return (
    <Form
      label={t("customers.add_phone")}
      className={styles.add}
      onSubmit={async () => {
        if (await add.run({ customer, phone, ...(note ? { note } : {}) })) onDone();
      }}
    >
      <TextField
        label={t("customers.new_phone")}
        type="tel"
        value={phone}
        onChange={setPhone}
        autoFocus
        error={add.problem && problemWords(add.problem)}
      />
      <TextField
        label={t("customers.phone_note")}
        optional
        value={note}
        onChange={setNote}
        placeholder={t("customers.phone_note_hint")}
      />
      <KnownAlready known={others} onOpen={onOpen} />
      <FormFoot busy={add.busy} onCancel={onDone} />
    </Form>
  );
}

export function Phones({ customer, phones, persons, editable, onOpen, children }: PhonesProps) {
  const { t, f } = useWords();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const all = phones.length + persons.reduce((sum, person) => sum + person.phones.length, 0);
  const remove = useAct("remove_phone", { done: () => t("customers.phone_removed") });
  return (
    <div className={styles.phones} role="group" aria-label={t("customers.phones")}>
      {phones.map((phone) => (
        <div key={phone.id} className={styles.line}>
          <PhoneLine phone={phone} />
          {editable && all > 1 && may("remove_phone") && (
            <IconButton
              icon="close"
              size="s"
              label={t("customers.remove_phone", { phone: f.phone(phone.phone) })}
              onPress={() => remove.run({ id: phone.id })}
            />
          )}
        </div>
      ))}
      {editable && may("add_phone") && !adding && (
        <Button size="s" tone="link" icon="plus" onPress={() => setAdding(true)}>
          {t("customers.add_phone")}
        </Button>
      )}
      {children}
      <Parking open={adding} onOpen={setAdding}>
        <AddPhone customer={customer} onDone={() => setAdding(false)} onOpen={onOpen} />
      </Parking>
    </div>
  );
}
