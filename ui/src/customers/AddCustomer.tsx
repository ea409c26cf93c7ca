// A new file by hand: the number first, because it tells whether there is one already.
import { useState } from "react";
import { useAct, useAsk, useHouse, useMay, useMe } from "../desk";
import type { CustomerFields, Gender, Id } from "../generated/types";
import { ComboBox, Dialog, DigitChoice, Form, FormFoot, intoSight, Select, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./AddCustomer.module.css";
import { KnownAlready } from "./KnownAlready";
import { enoughDigits } from "./Phones";
import { owners, sells } from "./roles";

type AddCustomerProps = { onClose: () => void; onOpen: (customer: Id) => void };

const OF_PHONE = ["phone_unreadable", "phone_too_short", "phone_too_long", "phone_missing", "customer_exists"];

export function AddCustomer({ onClose, onOpen }: AddCustomerProps) {
  const { t, problemWords } = useWords();
  const { items, label } = useHouse();
  const me = useMe();
  const may = useMay();
  const [phone, setPhone] = useState("");
  const [fields, setFields] = useState<CustomerFields>({});
  const [level, setLevel] = useState<string | null>(null);
  const [owner, setOwner] = useState<Id | null>(null);
  const add = useAct("add_customer", {
    ownProblems: true,
    done: () => t("customers.added", { name: fields.name ?? "" }),
  });
  const name = fields.name?.trim() ?? "";
  const wanted = enoughDigits(phone) || name.length >= 2;
  const known = useAsk("recognise", { phone: phone || null, name: name || null }, { when: wanted });
  const models = useAsk("suggest_models", { text: fields.model ?? "" }, { when: Boolean(fields.model) }).data ?? [];
  const choosesOwner = !sells(me) || may("reassign_customer");
  const staff = useAsk("staff_list", {}, { when: choosesOwner && may("staff_list") }).data ?? [];
  const shown = wanted ? (known.data ?? []) : [];
  // An answer to what stood there before decides nothing.
  const same = known.former ? undefined : shown.find(({ exact }) => exact);
  const change = (more: CustomerFields) => setFields({ ...fields, ...more });

  const save = async () => {
    // Never twice in silence: a number that has a file opens it.
    if (same !== undefined) {
      if (same.visible) onOpen(same.customer);
      return;
    }
    const filled = Object.fromEntries(
      Object.entries({ ...fields, name }).filter(([, value]) => value),
    ) as CustomerFields;
    const added = await add.run({ phone, fields: filled, ...(level ? { level } : {}), ...(owner ? { owner } : {}) });
    if (added) onOpen(added.id);
  };
  const problem = add.problem === null ? null : problemWords(add.problem);
  const ofPhone = add.problem !== null && OF_PHONE.includes(add.problem.code);
  const ofName = add.problem?.code === "name_missing";
  return (
    <Dialog title={t("customers.new")} open onClose={onClose} width={560} firm>
      <Form layout="rows" label={t("customers.new")} onSubmit={save} className={styles.form}>
        <TextField
          label={t("customers.f_phone")}
          type="tel"
          value={phone}
          onChange={setPhone}
          autoFocus
          error={ofPhone ? problem : null}
        />
        <TextField
          label={t("customers.f_name")}
          value={fields.name ?? ""}
          onChange={(text) => change({ name: text })}
          error={ofName ? problem : null}
        />
        <KnownAlready known={shown} onOpen={onOpen} />
        <DigitChoice<Gender>
          label={t("customers.f_gender")}
          options={[
            { value: "male", label: t("customers.male") },
            { value: "female", label: t("customers.female") },
          ]}
          value={fields.gender ?? null}
          onChange={(gender) => change({ gender })}
        />
        <ComboBox
          label={t("customers.f_model")}
          text={fields.model ?? ""}
          onText={(model) => change({ model })}
          suggestions={models.map((model) => ({ id: model, label: model }))}
        />
        <DigitChoice
          label={t("customers.f_level")}
          options={items("levels")
            .filter(({ interval }) => interval != null)
            .map(({ code }) => ({ value: code, label: code }))}
          value={level}
          onChange={setLevel}
          description={level === null ? null : label("levels", level)}
        />
        <Select
          label={t("customers.f_source")}
          clearable
          options={items("sources").map(({ code }) => ({ value: code, label: label("sources", code) }))}
          value={fields.source ?? null}
          onChange={(source) => change({ source })}
        />
        {staff.length > 0 && (
          <Select
            label={t("customers.f_owner")}
            clearable
            options={owners(staff).map((one) => ({ value: one.id, label: one.name }))}
            value={owner}
            onChange={setOwner}
          />
        )}
        <TextField
          label={t("customers.f_remark")}
          value={fields.remark ?? ""}
          onChange={(remark) => change({ remark })}
        />
        {problem !== null && !ofPhone && !ofName && (
          <p role="alert" ref={intoSight} className={styles.problem}>
            {problem}
          </p>
        )}
        <FormFoot
          tone="primary"
          does={same === undefined ? t("customers.add_save") : t("customers.add_open")}
          busy={add.busy}
          isDisabled={same !== undefined && !same.visible}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}
