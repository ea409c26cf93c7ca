// A text with what was sought in it marked.
import styles from "./FindBox.module.css";
import { runOf } from "./runOf";

export function Marked({ text, sought }: { text: string; sought: string }) {
  const run = runOf(text, sought);
  if (run === null) return text;
  return (
    <>
      {text.slice(0, run.start)}
      <mark className={styles.mark}>{text.slice(run.start, run.end)}</mark>
      {text.slice(run.end)}
    </>
  );
}
