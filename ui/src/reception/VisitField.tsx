// One field of the register form, filled in the way that is quickest for it.
import { memo, useState } from "react";
import { useAsk, useHouse } from "../desk";
import type { Day, Moment } from "../generated/types";
import { type Choice, ComboBox, DigitChoice, NumberField, TextField, TimeField } from "../kit";
import { dayOf, momentOf, timeOf, useWords } from "../words";
import { CodeChoice } from "./CodeChoice";
import { CONTROLS, type FieldName } from "./fields";
import { MomentField } from "./MomentField";

export type Consultant = { id: string; name: string; busy: boolean };

export type VisitFieldProps = {
  field: FieldName;
  value: unknown;
  /** Stable, so that a key in one field draws no other. */
  onField: (field: FieldName, value: unknown) => void;
  /** The day of the register: times belong to it. */
  day: Day;
  consultants: readonly Consultant[];
  /** The code to which those of this field belong. */
  parent?: string | null | undefined;
  error?: string | null | undefined;
  description?: string | undefined;
};

function ModelField({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: string;
  onChange: (v: string) => void;
  error: string | null | undefined;
}) {
  const [typing, setTyping] = useState(false);
  const models = useAsk("suggest_models", { text: value }, { when: typing && value.trim() !== "" });
  const suggestions = (models.data ?? []).map((model) => ({ id: model, label: model }));
  return (
    <ComboBox
      label={label}
      text={value}
      onText={(text) => {
        setTyping(true);
        onChange(text);
      }}
      suggestions={typing && value.trim() !== "" ? suggestions : []}
      error={error}
    />
  );
}

export const VisitField = memo(function VisitField(props: VisitFieldProps) {
  const { field, value, onField, day, consultants, parent, error, description } = props;
  const onChange = (next: unknown) => onField(field, next);
  const { t, find, f } = useWords();
  const house = useHouse();
  const control = CONTROLS[field];
  const shared = { label: find(`reception.field_${field}`) ?? field, error, ...(description ? { description } : {}) };
  const text = typeof value === "string" ? value : "";
  const code = typeof value === "string" && value !== "" ? value : null;

  switch (control.as) {
    case "choice":
      return (
        <DigitChoice
          {...shared}
          options={control.codes.map((one) => ({ value: one, label: find(`reception.${field}_${one}`) ?? one }))}
          value={code}
          onChange={onChange}
        />
      );
    case "yes_no":
      return (
        <DigitChoice
          {...shared}
          options={[
            { value: "yes", label: t("reception.yes") },
            { value: "no", label: t("reception.no") },
          ]}
          value={value === true ? "yes" : value === false ? "no" : null}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === "yes")}
        />
      );
    case "code":
      return (
        <CodeChoice
          {...shared}
          options={house
            .items(control.list)
            .map((item) => ({ value: item.code, label: house.label(control.list, item.code) }))}
          value={code}
          onChange={onChange}
        />
      );
    case "below":
      return (
        <CodeChoice
          {...shared}
          options={house
            .items(control.list)
            .filter((item) => item.parent === parent)
            .map((item) => ({ value: item.code, label: house.label(control.list, item.code) }))}
          value={code}
          onChange={onChange}
        />
      );
    case "level": {
      // Only levels that ask for a next contact: lost and delivered are decided elsewhere.
      const levels = house.items("levels").filter(({ interval }) => interval !== null && interval !== undefined);
      const options: Choice<string>[] = levels.map(({ code: level, within }) =>
        within
          ? { value: level, label: level, hint: t("reception.within", { n: within }) }
          : { value: level, label: house.label("levels", level) },
      );
      return <DigitChoice {...shared} options={options} value={code} onChange={onChange} />;
    }
    case "staff":
      return (
        <CodeChoice
          {...shared}
          options={consultants.map(({ id, name, busy }) =>
            busy ? { value: id, label: name, hint: t("reception.busy") } : { value: id, label: name },
          )}
          value={code}
          onChange={onChange}
        />
      );
    case "model":
      return <ModelField label={shared.label} value={text} onChange={onChange} error={error} />;
    case "suggested": {
      const words = house
        .items(control.list)
        .map((item) => ({ id: item.code, label: house.label(control.list, item.code) }));
      return (
        <ComboBox
          {...shared}
          text={text}
          onText={onChange}
          suggestions={words.filter(({ label }) => label.includes(text) && label !== text)}
        />
      );
    }
    case "number":
      return (
        <NumberField
          {...shared}
          value={typeof value === "number" ? value : null}
          onChange={onChange}
          max={control.most}
        />
      );
    case "money":
      return (
        <NumberField
          {...shared}
          value={typeof value === "number" ? Math.round(value / 100) : null}
          onChange={(yuan) => onChange(yuan === null ? null : yuan * 100)}
          max={99_999_999}
          prefix="¥"
          suffix={typeof value === "number" ? f.wan(value) : undefined}
        />
      );
    case "time": {
      const moment = typeof value === "number" ? (value as Moment) : null;
      return (
        <TimeField
          {...shared}
          value={moment === null ? null : timeOf(moment)}
          onChange={(time) => onChange(time === null ? null : momentOf(moment === null ? day : dayOf(moment), time))}
        />
      );
    }
    case "moment":
      return <MomentField {...shared} value={typeof value === "number" ? value : null} onChange={onChange} />;
    case "lines":
      return <TextField {...shared} value={text} onChange={onChange} lines maxLength={10_000} />;
    case "phone":
      return <TextField {...shared} value={text} onChange={onChange} type="tel" maxLength={2_000} />;
    default:
      return <TextField {...shared} value={text} onChange={onChange} maxLength={200} />;
  }
});
