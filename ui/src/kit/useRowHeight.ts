// How tall a row of a table is: taller for fingers, and that can be switched while a table is shown.
import { useSyncExternalStore } from "react";

const USUAL = 38;

function listen(changed: () => void) {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributeFilter: ["data-touch"] });
  return () => watch.disconnect();
}

const read = () => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || USUAL;

/** Pixels, as the token says. */
export const useRowHeight = () => useSyncExternalStore(listen, read);
