import type { ReactNode } from "react";
import styles from "./Checkbox.module.css";

export type CheckboxProps = {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** Some of what it stands for are ticked. */
  some?: boolean;
};

/** Yes or no. */
export function Checkbox({ children, checked, onChange, disabled, some = false }: CheckboxProps) {
  return (
    <label className={styles.checkbox}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        ref={(input) => {
          if (input) input.indeterminate = some;
        }}
      />
      <span className={styles.tick}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={some ? "M4 8h8" : "m3.5 8.5 3 3 6-6.5"} />
        </svg>
      </span>
      <span>{children}</span>
    </label>
  );
}
