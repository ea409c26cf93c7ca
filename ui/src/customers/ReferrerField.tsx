// Who sent them: a customer, found by name or number; or somebody who is none of ours, by name.
import { useState } from "react";
import { useAct, useAsk, useMay } from "../desk";
import type { CustomerFields, CustomerView, Id } from "../generated/types";
import { Button, ComboBox, type Suggestion } from "../kit";
import { fieldStyles } from "../kit/Field";
import { useWords } from "../words";
import styles from "./ReferrerField.module.css";

const FREE = "free";

type ReferrerFieldProps = { view: CustomerView; onOpen: (customer: Id) => void };

export function ReferrerField({ view, onOpen }: ReferrerFieldProps) {
  const { t, f, problemWords } = useWords();
  const may = useMay();
  const label = t("customers.f_referrer");
  const [text, setText] = useState("");
  const edit = useAct("edit_customer", { ownProblems: true, done: () => t("customers.field_saved", { field: label }) });
  const typed = text.trim();
  const found = useAsk("search", { text: typed, limit: 6 }, { when: typed !== "" && may("search") }).data;
  const { referrer } = view;
  const name = referrer?.name ?? view.fields.referrer_name ?? null;

  const save = async (fields: CustomerFields) => {
    if (await edit.run({ id: view.row.id, fields })) setText("");
  };
  if (name !== null) {
    return (
      <div className={fieldStyles.field} data-field="">
        <span className={fieldStyles.label}>{label}</span>
        <span className={styles.set}>
          {referrer?.visible ? (
            <Button tone="link" size="s" onPress={() => onOpen(referrer.customer)}>
              {name}
            </Button>
          ) : (
            <span>{name}</span>
          )}
          {referrer?.phone && <span className={styles.sub}>{f.phone(referrer.phone)}</span>}
          {referrer?.owner_name && (
            <span className={styles.sub}>{t("customers.of_owner", { owner: referrer.owner_name })}</span>
          )}
          <Button tone="link" size="s" onPress={() => save({ referrer: null, referrer_name: null })}>
            {t("customers.referrer_clear")}
          </Button>
        </span>
      </div>
    );
  }
  const ofOwner = (owner: string | null) =>
    owner === null ? t("customers.of_nobody") : t("customers.of_owner", { owner });
  const suggestions: Suggestion[] =
    typed === ""
      ? []
      : [
          ...(found?.rows ?? [])
            .filter(({ id }) => id !== view.row.id)
            .map((row) => ({
              id: row.id,
              label: row.name,
              sub: [row.phone && f.phone(row.phone), ofOwner(row.owner_name)].filter(Boolean).join(" "),
            })),
          ...(found?.elsewhere ?? []).map((one) => ({
            id: one.customer,
            label: f.phone(one.phone),
            sub: ofOwner(one.owner_name),
          })),
          { id: FREE, label: t("customers.referrer_free", { name: typed }) },
        ];
  return (
    <ComboBox
      label={label}
      text={text}
      onText={setText}
      suggestions={suggestions}
      onPick={({ id }) => save(id === FREE ? { referrer_name: typed } : { referrer: id })}
      placeholder={t("customers.referrer_hint")}
      error={edit.problem && problemWords(edit.problem)}
    />
  );
}
