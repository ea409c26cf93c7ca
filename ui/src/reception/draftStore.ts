// Half-filled forms on the disk of this PC, a moment behind the typing: they outlive the lock, a sign-out, a restart and a
// pulled plug. What cannot be kept now (the desk is locked, somebody else sits there) waits for its author.
import type { Desk } from "../desk";
import type { Id } from "../generated/types";

/** Nothing: the form is to be forgotten. */
type Write = { staff: Id; draft: string | null };

const BEHIND_MS = 300;
const pending = new Map<Id, Write>();
let timer: ReturnType<typeof setTimeout> | undefined;
let writer: { desk: Desk; staff: Id } | null = null;

/** Who sits at the desk now: only their forms are written. */
export function writeAs(desk: Desk, staff: Id) {
  writer = { desk, staff };
  flush();
}

/** Writes a form soon; null forgets it. */
export function writeBehind(staff: Id, id: Id, draft: string | null) {
  pending.set(id, { staff, draft });
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

/** Forgets what is behind (between tests). */
export function forgetPending() {
  clearTimeout(timer);
  pending.clear();
  writer = null;
}

window.addEventListener("focusout", () => pending.size > 0 && flush());
window.addEventListener("pagehide", flush);
