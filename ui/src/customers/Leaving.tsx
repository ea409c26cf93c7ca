// Hears when the hand leaves a field that was changed: then it is saved. Escape takes the typing back.
import { type ReactNode, useEffect, useRef } from "react";

type Leave = { children: ReactNode; dirty: boolean; onLeave: () => void; onTakeBack: () => void };

/** Hears when the hand leaves the field, and Escape in it. */
export function Leaving({ children, dirty, onLeave, onTakeBack }: Leave) {
  const begun = useRef<(() => void) | null>(null);
  begun.current = dirty ? onLeave : null;
  // Going elsewhere by a key is leaving, too.
  useEffect(() => () => begun.current?.(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the field within
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && dirty) onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !dirty) return;
        event.preventDefault();
        onTakeBack();
      }}
    >
      {children}
    </div>
  );
}
