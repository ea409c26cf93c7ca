// Half-filled forms on the disk of this PC, a moment behind the typing: they outlive the lock, a sign-out, a restart and a
// pulled plug. What cannot be kept now (the desk is locked, somebody else sits there) waits for its author.
import { useEffect, useSyncExternalStore } from "react";
import { type Desk, useDesk } from "../desk";
import type { Id } from "../generated/types";

/** Nothing: the form is to be forgotten. */
type Write = { staff: Id; draft: string | null };

const BEHIND_MS = 300;
const pending = new Map<Id, Write>();
let timer: ReturnType<typeof setTimeout> | undefined;
let writer: { desk: Desk; staff: Id } | null = null;
/** What each person has on the disk, or soon will have; null is forgotten. */
const kept = new Map<Id, Map<Id, string | null>>();
const reading = new Map<Id, Promise<void>>();
const listeners = new Set<() => void>();

function of(staff: Id): Map<Id, string | null> {
  const forms = kept.get(staff) ?? new Map<Id, string | null>();
  kept.set(staff, forms);
  return forms;
}

/** What this person left behind, read once; what they typed meanwhile counts more. Null when it cannot be read now: the desk
 * is locked, and the next one who asks tries again. */
export async function readAll(desk: Desk, staff: Id): Promise<ReadonlyMap<Id, string | null> | null> {
  const read = async () => {
    for (const { id, draft } of await desk.call("drafts", {})) if (!of(staff).has(id)) of(staff).set(id, draft);
    for (const listener of listeners) listener();
  };
  const begun = reading.get(staff) ?? read();
  reading.set(staff, begun);
  try {
    await begun;
    return of(staff);
  } catch {
    reading.delete(staff);
    return null;
  }
}

/** Reads what the person who sits down left behind, before any form of theirs is opened again. */
export function useKeeper(staff: Id | null) {
  const desk = useDesk();
  useEffect(() => {
    if (staff === null) return;
    writeAs(desk, staff);
    readAll(desk, staff);
  }, [desk, staff]);
}

/** One form of the person who sits here, and how to keep it: what it shows changes only when it was read, never by typing. */
export function useKept(staff: Id, id: Id) {
  const draft = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept.get(staff)?.get(id) ?? null,
  );
  return { draft, keep: (next: string | null) => writeBehind(staff, id, next) };
}

/** Who sits at the desk now: only their forms are written. */
function writeAs(desk: Desk, staff: Id) {
  writer = { desk, staff };
  flush();
}

/** Writes a form soon; null forgets it. */
export function writeBehind(staff: Id, id: Id, draft: string | null) {
  pending.set(id, { staff, draft });
  of(staff).set(id, draft);
  clearTimeout(timer);
  timer = setTimeout(flush, draft === null ? 0 : BEHIND_MS);
}

/** Writes at once what is still behind. */
export function flush() {
  clearTimeout(timer);
  if (writer === null) return;
  const { desk, staff: sitting } = writer;
  for (const [id, write] of pending) {
    if (write.staff !== sitting) continue;
    pending.delete(id);
    const { staff, draft } = write;
    const written =
      draft === null ? desk.call("drop_draft", { staff, id }) : desk.call("keep_draft", { staff, id, draft });
    written.catch(() => {
      // Something newer may stand there meanwhile.
      if (!pending.has(id)) pending.set(id, write);
    });
  }
}

/** Forgets everything (between tests). */
export function forgetKept() {
  clearTimeout(timer);
  pending.clear();
  kept.clear();
  reading.clear();
  writer = null;
}

window.addEventListener("focusout", () => pending.size > 0 && flush());
window.addEventListener("pagehide", flush);
