// One field of the card, edited where it stands: leaving it saves it, Escape takes the typing back and offers it once more.
import { useEffect, useRef } from "react";
import { useHouse } from "../desk";
import type { CustomerFields, Gender, Id } from "../generated/types";
import { DateField, Select, TextField, toast } from "../kit";
import { useWords } from "../words";
import { budgetText, parseBudget } from "./budget";
import { CONTROLS, type FieldName } from "./fields";
import { IdNumber } from "./IdNumber";
import { Leaving } from "./Leaving";
import { Meanwhile } from "./Meanwhile";
import { Suggested } from "./Suggested";
import { useDraft } from "./useDraft";
import { type FieldSave, useFieldSave } from "./useFieldSave";

type FieldEditorProps = { customer: Id; name: FieldName; fields: CustomerFields; last?: boolean };

export function FieldEditor({ customer, name, fields }: FieldEditorProps) {
  const { t } = useWords();
  const field = useFieldSave(customer, name, t(`customers.f_${name}`), fields[name] ?? null);
  return (
    <>
      <Editor customer={customer} name={name} fields={fields} field={field} />
      {field.meanwhile && <Meanwhile changed={field.meanwhile} onTake={field.takeTheirs} onKeep={field.keepMine} />}
    </>
  );
}

function Editor({ customer, name, fields, field }: FieldEditorProps & { field: FieldSave }) {
  const { t, f } = useWords();
  const { items, label: labelOf } = useHouse();
  const control = CONTROLS[name];
  const label = t(`customers.f_${name}`);
  const { save, error } = field;
  const value = fields[name] ?? null;
  const kept = name === "budget" ? budgetText(fields.budget, f) : String(value ?? "");
  const [text, setText] = useDraft(kept);
  const [day, setDay] = useDraft(value as string | null);
  field.typing(control.as === "day" ? day !== value : text !== kept);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  /** Takes back what was typed; undo gives it again, or saves it where the field is gone. */
  const dropText = () => {
    const typed = text;
    setText(kept);
    field.forgetError();
    const next = name === "budget" ? parseBudget(typed) : typed.trim();
    toast({
      text: t("customers.typing_dropped", { field: label }),
      undo: () => (here.current ? setText(typed) : save(next)),
    });
  };

  if (control.as === "code" || control.as === "gender") {
    const list = control.as === "code" ? control.list : null;
    // Within a source only its own places.
    const offered = (of: string) =>
      items(of).filter(({ parent }) => parent === null || !fields.source || parent === fields.source);
    const options =
      list === null
        ? (["male", "female"] as Gender[]).map((gender) => ({ value: gender, label: t(`customers.${gender}`) }))
        : offered(list).map((item) => ({ value: item.code, label: labelOf(list, item.code) }));
    const known = typeof value !== "string" || options.some((option) => option.value === value);
    const all =
      known || list === null ? options : [...options, { value: String(value), label: labelOf(list, String(value)) }];
    return (
      <Select
        label={label}
        clearable
        options={all}
        value={value as string | null}
        placeholder="—"
        onChange={(next) => next !== value && save(next)}
        error={error}
      />
    );
  }
  if (control.as === "day") {
    return (
      <Leaving dirty={day !== value} onLeave={() => save(day)} onTakeBack={() => setDay(value as string | null)}>
        <DateField label={label} value={day} onChange={setDay} bias={control.bias} placeholder="—" error={error} />
      </Leaving>
    );
  }
  if (control.as === "id_number") {
    return <IdNumber customer={customer} label={label} masked={fields.id_number ?? null} onSave={save} error={error} />;
  }
  if (control.as === "budget") {
    const fen = text.trim() === "" ? null : parseBudget(text);
    const unclear = text.trim() !== "" && fen === null;
    return (
      <Leaving dirty={!unclear && fen !== value} onLeave={() => save(fen)} onTakeBack={dropText}>
        <Budget
          label={label}
          text={text}
          onText={setText}
          fen={text === kept ? null : fen}
          error={error ?? (unclear ? t("customers.budget_unclear") : null)}
        />
      </Leaving>
    );
  }
  const trimmed = text.trim() === "" ? null : text.trim();
  const dirty = trimmed !== value;
  if (control.as === "model" || control.as === "colour") {
    return <Suggested kind={control.as} label={label} value={value as string | null} onSave={save} error={error} />;
  }
  return (
    <Leaving dirty={dirty} onLeave={() => save(trimmed)} onTakeBack={dropText}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        lines={control.as === "lines"}
        placeholder="—"
        error={error}
      />
    </Leaving>
  );
}

type BudgetProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** What is understood of it, while it is typed. */
  fen: number | null;
  error: string | null;
};

function Budget({ label, text, onText, fen, error }: BudgetProps) {
  const { t, f } = useWords();
  return (
    <TextField
      label={label}
      value={text}
      onChange={onText}
      placeholder={t("customers.budget_hint")}
      suffix={fen === null ? null : f.money(fen)}
      error={error}
    />
  );
}
