// The house while nobody may see it: mounted, so that nothing half-typed is lost, but neither seen nor reached. When
// the same person is back, the focus is where they left it.
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./BehindLock.module.css";

export function BehindLock({ away, children }: { away: boolean; children: ReactNode }) {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!away && last.current?.isConnected) last.current.focus();
  }, [away]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only remembers where the focus was
    <div
      className={styles.house}
      inert={away}
      data-away={away || undefined}
      onFocus={({ target, currentTarget }) => {
        if (currentTarget.contains(target)) last.current = target;
      }}
    >
      {children}
    </div>
  );
}
