// A form that stands within a record: Escape leaves the form, and the record stays.
import type { ReactNode } from "react";
import styles from "./LeftByEscape.module.css";

export function LeftByEscape({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the form within
    <div
      className={styles.around}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {children}
    </div>
  );
}
