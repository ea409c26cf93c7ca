// While an input method composes (pinyin, zhuyin), keys belong to it: Enter takes a candidate, digits choose one,
// Escape drops it. This guard keeps every one of them from forms, lists and shortcuts.

/** The key belongs to the input method. 229 is what engines report for it, Safari even after composition has ended. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Installs the guard; answers how to remove it. It must be the first listener of the window. */
export function guardIme(target: Window): () => void {
  let swallowed = new Set<string>();
  const down = (event: KeyboardEvent) => {
    if (!composing(event)) return;
    swallowed.add(event.code);
    // Not prevented: the input method still needs it.
    event.stopImmediatePropagation();
  };
  const up = (event: KeyboardEvent) => {
    if (!swallowed.delete(event.code)) return;
    event.stopImmediatePropagation();
  };
  const forget = () => {
    swallowed = new Set();
  };
  target.addEventListener("keydown", down, { capture: true });
  target.addEventListener("keyup", up, { capture: true });
  target.addEventListener("blur", forget);
  return () => {
    target.removeEventListener("keydown", down, { capture: true });
    target.removeEventListener("keyup", up, { capture: true });
    target.removeEventListener("blur", forget);
  };
}
