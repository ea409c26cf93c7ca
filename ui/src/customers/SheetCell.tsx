// A day of the level sheet: the level after that day's contact, a star where one is planned.
import type { SheetDay } from "../generated/types";
import { useWords } from "../words";
import styles from "./LevelSheet.module.css";

export function SheetCell({ found }: { found: SheetDay | undefined }) {
  const { t } = useWords();
  if (found === undefined) return null;
  if (found.planned) {
    return (
      <span className={styles.planned} role="img" aria-label={t("customers.sheet_planned")}>
        *
      </span>
    );
  }
  if (found.level === null) {
    return (
      <span className={styles.met} role="img" aria-label={t("customers.sheet_met")}>
        ·
      </span>
    );
  }
  return (
    <span className={styles.level} data-level={found.level}>
      {found.level}
    </span>
  );
}
