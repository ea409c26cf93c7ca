// The short messages at the foot of the window. A list outside React, so that anything may speak.
import { useSyncExternalStore } from "react";

export type ToastAsk = {
  text: string;
  /** A problem stays until it is closed. */
  tone?: "plain" | "problem";
  /** Offers undo for as long as the toast is there. */
  undo?: () => void;
};
export type ShownToast = ToastAsk & { id: number; until: number | null };

/** How long undo is offered, in ms. */
export const UNDO_MS = 10_000;
const PLAIN_MS = 4_000;
const MOST = 3;

let shown: readonly ShownToast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function show(next: readonly ShownToast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says something; answers how to take it back. */
export function toast(ask: ToastAsk): () => void {
  const id = nextId++;
  const life = ask.tone === "problem" ? null : ask.undo ? UNDO_MS : PLAIN_MS;
  const until = life === null ? null : Date.now() + life;
  show([...shown.filter((other) => other.text !== ask.text || other.undo), { ...ask, id, until }].slice(-MOST));
  return () => closeToast(id);
}

export function closeToast(id: number) {
  if (shown.some((one) => one.id === id)) show(shown.filter((one) => one.id !== id));
}

/** Takes everything back (when the desk is locked). */
export function clearToasts() {
  show([]);
}

export function useToasts(): readonly ShownToast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
