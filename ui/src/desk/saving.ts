// What the top bar says about saving. "Saved" is said only when no act is under way and the last one was kept.
import { useSyncExternalStore } from "react";

export type Saving = "saved" | "saving" | "unsaved";

let underWay = 0;
let lastFailed = false;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Follows one act to its end. */
export async function followed<T>(act: Promise<T>): Promise<T> {
  underWay += 1;
  tell();
  try {
    const answer = await act;
    lastFailed = false;
    return answer;
  } catch (thrown) {
    lastFailed = (thrown as { nature?: string }).nature !== "refused";
    throw thrown;
  } finally {
    underWay -= 1;
    tell();
  }
}

const read = (): Saving => (underWay > 0 ? "saving" : lastFailed ? "unsaved" : "saved");

export function useSaving(): Saving {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}
