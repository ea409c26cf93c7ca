// One question; pressing it shows the answer below.
import { useId } from "react";
import { Icon, Kbd } from "../kit";
import type { Entry } from "./articles";
import styles from "./Help.module.css";

const KEYS = /(\[[^\]]+\])/;

/** A paragraph, in which [Ctrl+K] is drawn as keys. */
function Words({ text }: { text: string }) {
  return text.split(KEYS).map((piece, index) =>
    KEYS.test(piece) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text that never changes
      <Kbd key={index} keys={piece.slice(1, -1)} />
    ) : (
      piece
    ),
  );
}

export type EntryRowProps = {
  entry: Entry;
  open: boolean;
  onToggle: () => void;
  /** The topic it belongs to, where it stands among others. */
  of?: string | undefined;
};

export function EntryRow({ entry, open, onToggle, of }: EntryRowProps) {
  const id = useId();
  return (
    <li className={styles.entry}>
      <button
        type="button"
        className={styles.ask}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-entry=""
        onClick={onToggle}
      >
        <Icon name={open ? "up" : "down"} size={16} />
        <span className={styles.title}>{entry.title}</span>
        {of && <span className={styles.of}>{of}</span>}
      </button>
      {open && (
        <div id={id} className={styles.answer} data-copy="">
          {entry.text.split("\n").map((paragraph) => (
            <p key={paragraph}>
              <Words text={paragraph} />
            </p>
          ))}
        </div>
      )}
    </li>
  );
}
