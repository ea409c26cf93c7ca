// One of up to nine: the digit beside it chooses it, and the hand goes on to the next field.
import { useId, useRef } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { advance } from "./advance";
import styles from "./DigitChoice.module.css";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles } from "./Field";

export type Choice<V extends string> = { value: V; label: string; hint?: string };

export type DigitChoiceProps<V extends string> = FieldProps & {
  options: readonly Choice<V>[];
  value: V | null;
  /** Null: the same digit again, or Backspace, takes the choice back. */
  onChange: (value: V | null) => void;
  autoFocus?: boolean;
  /** Stay here after a digit. */
  stay?: boolean;
  /** There is always a choice: the same digit confirms it and goes on, nothing takes it back. */
  required?: boolean;
};

export function DigitChoice<V extends string>(props: DigitChoiceProps<V>) {
  const { options, value, onChange, autoFocus, stay, required, ...field } = props;
  const group = useRef<HTMLDivElement>(null);
  const id = useId();
  return (
    <RadioGroup
      ref={group}
      className={fieldStyles.field ?? ""}
      data-field=""
      value={value}
      onChange={(chosen) => onChange(chosen as V)}
      orientation="horizontal"
      isInvalid={Boolean(field.error)}
    >
      <FieldLabel {...field} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits reach the radios within */}
      <div
        className={styles.options}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.key === "Backspace" || event.key === "Delete" || event.key === "0") {
            if (!required) onChange(null);
            return;
          }
          const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
          if (option === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          if (option.value === value && !required) {
            onChange(null);
            return;
          }
          onChange(option.value);
          const input = group.current?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(option.value)}"]`);
          input?.focus();
          if (!stay && input) advance(input);
        }}
      >
        {options.map((option, index) => (
          <Radio
            key={option.value}
            value={option.value}
            className={styles.option ?? ""}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            autoFocus={(autoFocus ?? false) && (value === option.value || (value === null && index === 0))}
          >
            {index < 9 && (
              <span className={styles.digit} aria-hidden="true">
                {index + 1}
              </span>
            )}
            <span>{option.label}</span>
            {option.hint && (
              <span id={`${id}-${option.value}`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </Radio>
        ))}
      </div>
      <FieldFoot description={field.description} error={field.error} />
    </RadioGroup>
  );
}
