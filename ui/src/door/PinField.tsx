// Six digits. The sixth one sends them; nothing is shown but how many there are.
import { useEffect, useId, useRef } from "react";
import { plainDigits } from "../kit/NumberField";
import { useWords } from "../words";
import styles from "./PinField.module.css";

export const PIN_LENGTH = 6;

export type PinFieldProps = {
  label: string;
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** All six are there. */
  onFull?: (pin: string) => void;
  error?: string | null;
  busy?: boolean;
  autoFocus?: boolean;
};

const PLACES = Array.from({ length: PIN_LENGTH }, (_, place) => place);
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫"];

export function PinField({ label, hideLabel, value, onChange, onFull, error, busy, autoFocus }: PinFieldProps) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const type = (typed: string) => {
    if (busy) return;
    const digits = plainDigits(typed).replace(/\D/g, "").slice(0, PIN_LENGTH);
    onChange(digits);
    if (digits.length === PIN_LENGTH && digits !== value) onFull?.(digits);
  };
  return (
    <div className={styles.field} data-field="">
      <label htmlFor={id} className={styles.label} data-hidden={hideLabel || undefined}>
        {label}
      </label>
      <div className={styles.box} data-wrong={error ? "" : undefined} data-busy={busy || undefined}>
        <input
          ref={input}
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => type(event.target.value)}
        />
        <div className={styles.dots} aria-hidden="true">
          {PLACES.map((place) => (
            <span
              key={place}
              data-on={place < value.length || undefined}
              data-next={place === value.length || undefined}
            />
          ))}
        </div>
      </div>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
      <div className={styles.pad}>
        {KEYS.map((key) =>
          key === "" ? (
            <span key="gap" />
          ) : (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className={styles.key}
              aria-label={key === "⌫" ? t("door.pin_delete") : key}
              onClick={() => type(key === "⌫" ? value.slice(0, -1) : value + key)}
            >
              {key}
            </button>
          ),
        )}
      </div>
    </div>
  );
}
