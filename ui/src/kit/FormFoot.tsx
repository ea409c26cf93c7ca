// The foot of a form: leave it, or do what it is for.
import type { ReactNode } from "react";
import { useWords } from "../words";
import { Button, type ButtonProps } from "./Button";
import styles from "./FormFoot.module.css";

export type FormFootProps = Pick<ButtonProps, "tone" | "keys" | "isDisabled"> & {
  onCancel: () => void;
  busy: boolean;
  /** What it does; "save" unless told. */
  does?: string;
  /** At the left end of the line. */
  children?: ReactNode;
};

export function FormFoot({
  onCancel,
  busy,
  does,
  children,
  tone = "plain",
  keys = "Ctrl+Enter",
  ...rest
}: FormFootProps) {
  const { t } = useWords();
  return (
    <footer className={styles.foot}>
      <div className={styles.left}>{children}</div>
      <Button tone="quiet" onPress={onCancel}>
        {t("kit.cancel")}
      </Button>
      <Button type="submit" tone={tone} keys={keys} busy={busy} {...rest}>
        {does ?? t("kit.save")}
      </Button>
    </footer>
  );
}
