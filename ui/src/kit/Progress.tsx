// How far it is. Without a total it says only that something goes on.
import { Label, ProgressBar } from "react-aria-components";
import styles from "./Progress.module.css";

export type ProgressProps = { label: string; done?: number; total?: number; value?: string };

export function Progress({ label, done, total, value }: ProgressProps) {
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <ProgressBar
      className={styles.progress ?? ""}
      isIndeterminate={!known}
      {...(known ? { value: done, maxValue: total } : {})}
      {...(value === undefined ? {} : { valueLabel: value })}
    >
      {({ percentage, valueText }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            {known && <span className={styles.value}>{value ?? valueText}</span>}
          </div>
          <div className={styles.track}>
            <div
              className={styles.bar}
              data-unknown={known ? undefined : ""}
              style={known ? { width: `${percentage}%` } : {}}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
