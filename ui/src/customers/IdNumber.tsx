// The number of an identity card: masked, shown to one person at a time and on record, written anew rather than changed.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import type { Id } from "../generated/types";
import { CopyText, IconButton, TextField } from "../kit";
import { fieldStyles } from "../kit/Field";
import { useWords } from "../words";
import styles from "./IdNumber.module.css";
import { Leaving } from "./Leaving";

type IdNumberProps = {
  customer: Id;
  label: string;
  masked: string | null;
  onSave: (value: string | null) => void;
  error: string | null;
};

export function IdNumber({ customer, label, masked, onSave, error }: IdNumberProps) {
  const { t } = useWords();
  const may = useMay();
  const reveal = useAct("reveal_id_number", { done: false });
  const [full, setFull] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);

  if (masked === null || text !== null) {
    const typed = text ?? "";
    const leave = () => {
      if (typed.trim() !== "") onSave(typed.trim());
      setText(null);
    };
    return (
      <Leaving dirty={text !== null} onLeave={leave} onTakeBack={() => setText(null)}>
        <TextField
          label={label}
          value={typed}
          onChange={setText}
          placeholder="—"
          error={error}
          autoFocus={masked !== null}
        />
      </Leaving>
    );
  }
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>{label}</span>
      <span className={styles.number}>
        {full === null ? masked : <CopyText text={full} />}
        {full === null && may("reveal_id_number") && (
          <IconButton
            icon="eye"
            size="s"
            label={t("customers.id_reveal")}
            onPress={async () => {
              const answer = await reveal.run({ customer });
              if (answer) setFull(answer.id_number);
            }}
          />
        )}
        <IconButton
          icon="edit"
          size="s"
          label={t("customers.id_new")}
          onPress={() => {
            setFull(null);
            setText("");
          }}
        />
      </span>
    </div>
  );
}
