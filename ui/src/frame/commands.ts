// The one list of what can be done by keys. The palette, the help sheet and the key handler read nothing else:
// what is not here has no shortcut.
import { useEffect, useId, useSyncExternalStore } from "react";
import type { Key } from "../words";

export type Command = {
  id: string;
  /** What it does: the key of a sentence without blanks. */
  label: Key;
  /** "Ctrl+K", "Alt+1", "F1", "?" … Commands without keys are in the palette only. */
  keys?: string;
  /** Where it belongs: "frame", or the noun whose screen offers it. */
  noun: string;
  run: () => void;
};

const offered = new Map<string, readonly Command[]>();
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function tell() {
  all = [...offered.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands for as long as the calling screen is there. Pass a stable list (useMemo). */
export function useCommands(commands: readonly Command[]) {
  const id = useId();
  useEffect(() => {
    offered.set(id, commands);
    tell();
    return () => {
      offered.delete(id);
      tell();
    };
  }, [id, commands]);
}

/** Every command that can be run now, in the order in which it was offered. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}
