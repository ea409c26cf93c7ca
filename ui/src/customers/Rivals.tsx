// What else they look at, one line per model: the price heard there, and what they like or miss about it.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import type { CustomerView, Id, RivalRow } from "../generated/types";
import { Button, Form, FormFoot, IconButton, Section, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./Beside.module.css";
import { budgetText, parseBudget } from "./budget";
import { Parking } from "./Parking";

type RivalsProps = { view: CustomerView; adding: boolean; onAdding: (adding: boolean) => void };

export function Rivals({ view, adding, onAdding }: RivalsProps) {
  const { t, f } = useWords();
  const may = useMay();
  const [edited, setEdited] = useState<Id | null>(null);
  const remove = useAct("remove_rival", {
    done: (_, { id }) => t("customers.rival_removed", { model: view.rivals.find((one) => one.id === id)?.model ?? "" }),
  });
  const changes = view.editable && may("add_rival");
  if (view.rivals.length === 0 && !changes) return null;
  return (
    <Section title={t("customers.rivals")}>
      <ul className={styles.rows}>
        {view.rivals.map((rival) => (
          <li key={rival.id} className={styles.row}>
            {edited !== rival.id && (
              <>
                <div className={styles.who}>
                  <p className={styles.line}>
                    <b className={styles.name}>{rival.model}</b>
                    {rival.price !== null && <span className={styles.sub}>{f.money(rival.price)}</span>}
                  </p>
                  {rival.note && <p className={styles.said}>{rival.note}</p>}
                </div>
                {changes && (
                  <span className={styles.tools}>
                    <IconButton
                      icon="edit"
                      size="s"
                      label={t("customers.edit_rival", { model: rival.model })}
                      onPress={() => setEdited(rival.id)}
                    />
                    <IconButton
                      icon="close"
                      size="s"
                      label={t("customers.remove_rival", { model: rival.model })}
                      onPress={() => remove.run({ id: rival.id })}
                    />
                  </span>
                )}
              </>
            )}
            <Parking open={edited === rival.id} onOpen={(open) => setEdited(open ? rival.id : null)}>
              <RivalForm customer={view.row.id} rival={rival} onDone={() => setEdited(null)} />
            </Parking>
          </li>
        ))}
      </ul>
      {changes && !adding && (
        <Button size="s" tone="link" icon="plus" keys="r" onPress={() => onAdding(true)}>
          {t("customers.add_rival")}
        </Button>
      )}
      <Parking open={adding} onOpen={onAdding}>
        <RivalForm customer={view.row.id} onDone={() => onAdding(false)} />
      </Parking>
    </Section>
  );
}

function RivalForm({ customer, rival, onDone }: { customer: Id; rival?: RivalRow; onDone: () => void }) {
  const { t, f, problemWords } = useWords();
  const [model, setModel] = useState(rival?.model ?? "");
  const [price, setPrice] = useState(budgetText(rival?.price, f));
  const [note, setNote] = useState(rival?.note ?? "");
  const done = (_: unknown, name: string) =>
    t(rival ? "customers.rival_saved" : "customers.rival_added", { model: name });
  const add = useAct("add_rival", { ownProblems: true, done: (_, ask) => done(_, ask.model) });
  const edit = useAct("edit_rival", { ownProblems: true, done: (_) => done(_, model) });
  const fen = price.trim() === "" ? null : parseBudget(price);
  const unclear = price.trim() !== "" && fen === null;
  const problem = add.problem ?? edit.problem;

  const save = async () => {
    if (unclear) return;
    const fields = { price: fen, note: note.trim() || null };
    if (rival && fields.price === rival.price && fields.note === rival.note) return onDone();
    const saved = rival ? await edit.run({ id: rival.id, fields }) : await add.run({ customer, model, fields });
    if (saved) onDone();
  };
  const what = rival ? t("customers.edit_rival", { model: rival.model }) : t("customers.add_rival");
  return (
    <Form layout="rows" label={what} onSubmit={save} className={styles.form}>
      {rival === undefined && (
        <TextField
          label={t("customers.rival_model")}
          value={model}
          onChange={setModel}
          autoFocus
          maxLength={200}
          error={problem && problemWords(problem)}
        />
      )}
      <TextField
        label={t("customers.rival_price")}
        value={price}
        onChange={setPrice}
        autoFocus={rival !== undefined}
        placeholder={t("customers.budget_hint")}
        suffix={fen === null || fen === rival?.price ? null : f.money(fen)}
        error={unclear ? t("customers.budget_unclear") : null}
      />
      <TextField
        label={t("customers.rival_note")}
        value={note}
        onChange={setNote}
        error={rival && problem ? problemWords(problem) : null}
      />
      <FormFoot busy={add.busy || edit.busy} onCancel={onDone} />
    </Form>
  );
}
