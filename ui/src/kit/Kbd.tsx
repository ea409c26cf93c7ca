// Keys, as they are named on this PC's keyboard.
import styles from "./Kbd.module.css";

const MAC = navigator.platform.startsWith("Mac");
const NAMES: Record<string, string> = MAC
  ? { Ctrl: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↵", Esc: "esc" }
  : { Enter: "Enter", Esc: "Esc" };
const ARROWS: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={styles.kbd}>
      {keys
        .split("+")
        .map((key) => NAMES[key] ?? ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
        .join(MAC ? "" : " ")}
    </kbd>
  );
}
