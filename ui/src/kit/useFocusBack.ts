// After a dialog: whoever opened it with nothing in hand goes on in the list of the screen, not nowhere.
import { useEffect } from "react";

/** Where work goes on, the best first. */
const PLACES = ["main [role=grid]", "main [data-card]", "main [tabindex='0']", "main button:not(:disabled)"];

/** While `open`; after it the focus is where it was, or in the list. */
export function useFocusBack(open: boolean) {
  useEffect(() => {
    if (!open) return;
    return () => {
      // Once the dialog has given it back to where it came from, where that is still there.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const at = document.activeElement;
          if ((at !== null && at !== document.body) || document.querySelector("[data-overlay]")) return;
          const place = PLACES.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one !== null);
          place?.focus();
        }),
      );
    };
  }, [open]);
}
