// A text that is often copied: a phone, a VIN. The press copies it and says so.
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../words";
import styles from "./CopyText.module.css";
import { Icon } from "./Icon";

type CopyTextProps = {
  text: string;
  shown?: string;
  /** It took the place of what was pressed. */
  autoFocus?: boolean;
};

export function CopyText({ text, shown, autoFocus }: CopyTextProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      autoFocus={autoFocus ?? false}
      className={styles.copy ?? ""}
      aria-label={t("kit.copy_this", { text: shown ?? text })}
      onPress={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span>{shown ?? text}</span>
      <Icon name={copied ? "check" : "copy"} size={15} className={styles.icon} />
      <span className={styles.said} role="status">
        {copied ? t("kit.copied") : ""}
      </span>
    </Button>
  );
}
