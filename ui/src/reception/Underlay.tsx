// The colours under the line: each part that was understood is underlined where it stands.
import type { QuickEntry } from "../generated/types";
import { toneOf } from "./Parts";
import styles from "./QuickLine.module.css";

export function Underlay({ text, parts, scrolled }: { text: string; parts: QuickEntry["parts"]; scrolled: number }) {
  const pieces: { text: string; tone: string | undefined; at: number }[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.start > at) pieces.push({ text: text.slice(at, part.start), tone: undefined, at });
    pieces.push({ text: text.slice(part.start, part.end), tone: toneOf(part.field), at: part.start });
    at = part.end;
  }
  return (
    <div className={styles.underlay} aria-hidden="true">
      <div style={{ transform: `translateX(${-scrolled}px)` }}>
        {pieces.map((piece) => (
          <span key={piece.at} data-tone={piece.tone}>
            {piece.text}
          </span>
        ))}
      </div>
    </div>
  );
}
