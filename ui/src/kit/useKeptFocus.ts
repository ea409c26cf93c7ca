// Keys go on working where one works: when what has the focus vanishes or is switched off, the focus is not lost.
import { type RefObject, useEffect, useRef } from "react";

/** Calls `back` with what lost the focus within the box; it says where the focus goes. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, back: (lost: HTMLElement) => void) {
  const goBack = useRef(back);
  goBack.current = back;
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const within = (target: EventTarget | null) =>
      target instanceof HTMLElement && place.contains(target) ? target : null;
    let held = within(document.activeElement);
    const onFocusIn = (event: FocusEvent) => {
      held = within(event.target);
    };
    const watch = new MutationObserver(() => {
      const at = document.activeElement;
      if (held === null || (at !== held && at !== document.body)) return;
      if (held.isConnected && !held.matches(":disabled")) return;
      const lost = held;
      held = null;
      goBack.current(lost);
    });
    document.addEventListener("focusin", onFocusIn);
    watch.observe(place, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      watch.disconnect();
    };
  }, [box]);
}
