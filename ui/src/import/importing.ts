// Where this person's import stands. It lives outside the screen: reading and saving go on while one looks something up
// elsewhere, and the preview is still there when one comes back.
import { useSyncExternalStore } from "react";
import type { Id, ImportDone, ImportPreview, Problem } from "../generated/types";

export type Importing =
  | { step: "start"; problem: Problem | null }
  | { step: "reading" }
  | { step: "preview" | "saving"; preview: ImportPreview; problem: Problem | null }
  | { step: "done"; preview: ImportPreview; done: ImportDone; undone: boolean };

const START: Importing = { step: "start", problem: null };
const standing = new Map<Id, Importing>();
const listeners = new Set<() => void>();

/** Where the import of this person stands now. */
export function standOf(who: Id): Importing {
  return standing.get(who) ?? START;
}

export function setStand(who: Id, next: Importing) {
  standing.set(who, next);
  for (const listener of listeners) listener();
}

export function useStand(who: Id): Importing {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => standOf(who),
  );
}

/** Forgets everything (between tests). */
export function forgetImports() {
  standing.clear();
  for (const listener of listeners) listener();
}
