// What every field has: a label above, one line of help, and what is wrong in words.
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { useWords } from "../words";
import styles from "./Field.module.css";
import { Icon } from "./Icon";

export type FieldProps = {
  label: string;
  /** The label is for screen readers only (the place says it). */
  hideLabel?: boolean;
  /** Says that it may stay empty. */
  optional?: boolean;
  /** One line of help. */
  description?: ReactNode;
  /** What is wrong, as a sentence. The field is marked and the form puts the focus there. */
  error?: string | null | undefined;
};

export const fieldStyles = styles;

export function FieldLabel({ label, hideLabel, optional }: FieldProps) {
  const { t } = useWords();
  return (
    <Label className={styles.label} data-hidden={hideLabel || undefined}>
      {label}
      {optional && <span className={styles.optional}>{t("kit.optional")}</span>}
    </Label>
  );
}

export function FieldFoot({ description, error }: Pick<FieldProps, "description" | "error">) {
  return (
    <>
      {error && (
        <FieldError className={styles.error ?? ""}>
          <Icon name="warning" size={15} />
          <span>{error}</span>
        </FieldError>
      )}
      {description && !error && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
    </>
  );
}
