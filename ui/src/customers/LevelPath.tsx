// How the level went: N → B → A, each with its day.
import type { CustomerView } from "../generated/types";
import { LevelChip } from "../kit";
import { dayOf, useWords } from "../words";
import styles from "./LevelPath.module.css";

/** Older steps stay in the story. */
const STEPS = 5;

export function LevelPath({ levels }: { levels: CustomerView["levels"] }) {
  const { f } = useWords();
  const steps = [...levels]
    .sort((a, b) => a.at - b.at)
    .filter(({ to }, index, all) => to !== all[index - 1]?.to)
    .slice(-STEPS);
  return (
    <ol className={styles.path}>
      {steps.map(({ at, to, by }, index) => (
        <li key={`${at}-${to}`} className={styles.step} title={by ?? undefined}>
          {index > 0 && (
            <span aria-hidden="true" className={styles.arrow}>
              →
            </span>
          )}
          <LevelChip level={to} />
          <span className={styles.day}>{f.day(dayOf(at))}</span>
        </li>
      ))}
    </ol>
  );
}
