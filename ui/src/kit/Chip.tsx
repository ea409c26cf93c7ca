// A word about a thing: its state, its level.
import type { ReactNode } from "react";
import styles from "./Chip.module.css";

export type ChipTone = "plain" | "accent" | "danger" | "warn" | "good";

export function Chip({ children, tone = "plain" }: { children: ReactNode; tone?: ChipTone }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  );
}

/** The level of intention. The letter is the house's code; `label` says it in words. */
export function LevelChip({ level, label }: { level: string; label?: string }) {
  return (
    <span className={styles.level} data-level={level} title={label}>
      {level}
    </span>
  );
}
