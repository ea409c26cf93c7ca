// Two cards are one person: which of them is right, where both say something.
import { useState } from "react";
import { useAct } from "../desk";
import type { CustomerView, Id, Recognised } from "../generated/types";
import { Button, Dialog, DigitChoice } from "../kit";
import { useWords } from "../words";

type MergeProps = { view: CustomerView; other: Recognised; onClose: () => void };

export function Merge({ view, other, onClose }: MergeProps) {
  const { t, f, problemWords } = useWords();
  const [keep, setKeep] = useState<Id>(view.row.id);
  const act = useAct("merge_customers", { ownProblems: true, done: () => t("customers.merged_done") });
  const cards = [
    { id: view.row.id, name: view.row.name, owner: view.row.owner_name, at: view.row.last_contact },
    { id: other.customer, name: other.name, owner: other.owner_name, at: other.last_contact },
  ];
  const merge = async () => {
    const rest = keep === view.row.id ? other.customer : view.row.id;
    if (await act.run({ keep, other: rest })) onClose();
  };
  return (
    <Dialog
      title={t("customers.merge_title")}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t("kit.cancel")}</Button>
          <Button tone="primary" busy={act.busy} onPress={merge}>
            {t("customers.merge")}
          </Button>
        </>
      }
    >
      <p>{t("customers.merge_words")}</p>
      <DigitChoice
        label={t("customers.merge_which")}
        options={cards.map(({ id, name, owner, at }) => ({
          value: id,
          label: [name, owner ?? t("customers.nobody"), at === null ? "" : f.moment(at)]
            .filter((text) => text !== "")
            .join(" · "),
        }))}
        value={keep}
        onChange={(id) => id !== null && setKeep(id)}
        required
        stay
        autoFocus
      />
      {act.problem && <p role="alert">{problemWords(act.problem)}</p>}
    </Dialog>
  );
}
