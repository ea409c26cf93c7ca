import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
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
export function Checkbox({ children, checked, onChange, disabled, some }: CheckboxProps) {
  return (
    <AriaCheckbox
      className={styles.checkbox ?? ""}
      isSelected={checked}
      onChange={onChange}
      isDisabled={disabled ?? false}
      isIndeterminate={some ?? false}
    >
      <span className={styles.tick}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={some ? "M4 8h8" : "m3.5 8.5 3 3 6-6.5"} />
        </svg>
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
