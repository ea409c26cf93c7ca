// Forms that are half filled. The phone rings, somebody else comes in, the desk locks itself: what was typed waits here,
// in memory and for this person alone, until it is logged or dropped.
import { useSyncExternalStore } from "react";
import type { Day, Id, Moment, VisitKind } from "../generated/types";
import { type Fields, isBlank } from "./fields";

export type Draft = {
  id: string;
  kind: Extract<VisitKind, "walk_in" | "call">;
  /** When the form was opened: they had just come in. */
  opened: Moment;
  /** The day of the register that was in view. */
  day: Day;
  fields: Fields;
};
type Kept = {
  drafts: readonly Draft[] /** Changes to logged visits that are not saved yet. */;
  edits: Readonly<Record<Id, Fields>>;
};

const NOTHING: Kept = { drafts: [], edits: {} };
const kept = new Map<Id, Kept>();
const listeners = new Set<() => void>();

function keep(who: Id, next: Kept) {
  kept.set(who, next);
  for (const listener of listeners) listener();
}

/** What this person has half filled, and how to go on with it. */
export function useDrafts(who: Id) {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept.get(who) ?? NOTHING,
  );
  const read = () => kept.get(who) ?? NOTHING;
  return {
    drafts: now.drafts,
    edits: now.edits,
    begin: (kind: Draft["kind"], day: Day, fields: Fields = {}): Draft => {
      const draft: Draft = { id: crypto.randomUUID(), kind, day, opened: Date.now(), fields };
      const before = read();
      // A form that was opened and never filled is not worth a place.
      keep(who, { ...before, drafts: [...before.drafts.filter((other) => !isBlank(other.fields)), draft] });
      return draft;
    },
    /** Keeps what is typed, key by key. Nobody is told: only the form itself shows it. */
    keep: (id: string, fields: Fields) => {
      const before = read();
      kept.set(who, {
        ...before,
        drafts: before.drafts.map((draft) => (draft.id === id ? { ...draft, fields } : draft)),
      });
    },
    drop: (id: string) => {
      const before = read();
      keep(who, { ...before, drafts: before.drafts.filter((draft) => draft.id !== id) });
    },
    /** Keeps changes to a logged visit that are not saved yet, as silently; null when they are. */
    edit: (visit: Id, fields: Fields | null) => {
      const before = read();
      const { [visit]: _, ...others } = before.edits;
      kept.set(who, { ...before, edits: fields === null ? others : { ...others, [visit]: fields } });
    },
  };
}

export type Drafts = ReturnType<typeof useDrafts>;

/** Forgets everything (between tests). */
export function forgetDrafts() {
  for (const who of [...kept.keys()]) keep(who, NOTHING);
}
