// The time on the cover: whoever passes can read it.
import { dayOf, timeOf, useMinute, useWords } from "../words";
import styles from "./Clock.module.css";

export function Clock() {
  const { f } = useWords();
  const now = useMinute();
  return (
    <p className={styles.clock}>
      <span className={styles.time}>{timeOf(now)}</span>
      <span>{f.fullDay(dayOf(now))}</span>
    </p>
  );
}
