// Forms that are half filled. The phone rings, somebody else comes in, the desk locks itself: what was typed waits here,
// for this person alone, until it is logged or dropped. It is read from the disk of this PC once and written behind the typing.
import { useEffect, useSyncExternalStore } from "react";
import { type Desk, useDesk } from "../desk";
import { readAll, writeBehind } from "../drafts/disk";
import type { Day, Id, Moment, VisitKind } from "../generated/types";
import { type Fields, isBlank } from "./fields";

export type Draft = {
  id: string;
  kind: VisitKind;
  /** When the form was opened: they had just come in. */
  opened: Moment;
  /** The day of the register that was in view. */
  day: Day;
  fields: Fields;
};
type Kept = {
  drafts: readonly Draft[];
  /** Changes to logged visits that are not saved yet. */
  edits: Readonly<Record<Id, Fields>>;
};
/** As it stands on the disk: a new form, or changes to a logged visit under that visit's id. */
type OnDisk = { form: Draft } | { edits: Fields };

const NOTHING: Kept = { drafts: [], edits: {} };
const kept = new Map<Id, Kept>();
const loaded = new Set<Id>();
const listeners = new Set<() => void>();

const read = (who: Id) => kept.get(who) ?? NOTHING;
function keep(who: Id, next: Kept) {
  kept.set(who, next);
  for (const listener of listeners) listener();
}

const write = (who: Id, id: Id, what: OnDisk | null) =>
  writeBehind(who, id, what === null ? null : JSON.stringify(what));
const writeForm = (who: Id, draft: Draft) => write(who, draft.id, isBlank(draft.fields) ? null : { form: draft });

/** Reads what this person left behind; what they type meanwhile counts more. */
async function load(desk: Desk, who: Id) {
  if (loaded.has(who)) return;
  loaded.add(who);
  const found = await readAll(desk, who);
  if (found === null) {
    loaded.delete(who);
    return;
  }
  const now = read(who);
  const forms: Draft[] = [];
  const edits: Record<Id, Fields> = {};
  for (const [id, draft] of found) {
    const what = draft === null ? {} : (JSON.parse(draft) as Partial<OnDisk>);
    if ("form" in what && what.form) forms.push(what.form);
    else if ("edits" in what && what.edits) edits[id] = what.edits;
  }
  const known = new Set(now.drafts.map(({ id }) => id));
  forms.sort((one, other) => one.opened - other.opened);
  if (found.size > 0)
    keep(who, {
      drafts: [...forms.filter(({ id }) => !known.has(id)), ...now.drafts],
      edits: { ...edits, ...now.edits },
    });
}

/** What this person has half filled, and how to go on with it. */
export function useDrafts(who: Id) {
  const desk = useDesk();
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(who),
  );
  useEffect(() => {
    if (who !== "") load(desk, who);
  }, [desk, who]);
  return {
    drafts: now.drafts,
    edits: now.edits,
    begin: (kind: Draft["kind"], day: Day, fields: Fields = {}): Draft => {
      const draft: Draft = { id: crypto.randomUUID(), kind, day, opened: Date.now(), fields };
      const before = read(who);
      // A form that was opened and never filled is not worth a place.
      keep(who, { ...before, drafts: [...before.drafts.filter((other) => !isBlank(other.fields)), draft] });
      if (!isBlank(fields)) writeForm(who, draft);
      return draft;
    },
    /** Keeps what is typed, key by key. Nobody is told: only the form itself shows it. */
    keep: (id: string, fields: Fields) => {
      const before = read(who);
      kept.set(who, {
        ...before,
        drafts: before.drafts.map((draft) => (draft.id === id ? { ...draft, fields } : draft)),
      });
      const draft = read(who).drafts.find((one) => one.id === id);
      if (draft) writeForm(who, draft);
    },
    /** The same party, on another form: they came to an event after all. */
    turn: (id: string, kind: Draft["kind"]) => {
      const before = read(who);
      keep(who, { ...before, drafts: before.drafts.map((draft) => (draft.id === id ? { ...draft, kind } : draft)) });
      const draft = read(who).drafts.find((one) => one.id === id);
      if (draft && !isBlank(draft.fields)) writeForm(who, draft);
    },
    drop: (id: string) => {
      const before = read(who);
      const draft = before.drafts.find((one) => one.id === id);
      keep(who, { ...before, drafts: before.drafts.filter((one) => one.id !== id) });
      if (draft && !isBlank(draft.fields)) write(who, id, null);
    },
    /** Keeps changes to a logged visit that are not saved yet, as silently; null when they are. */
    edit: (visit: Id, fields: Fields | null) => {
      const before = read(who);
      const { [visit]: former, ...others } = before.edits;
      kept.set(who, { ...before, edits: fields === null ? others : { ...others, [visit]: fields } });
      if (fields !== null || former !== undefined) write(who, visit, fields === null ? null : { edits: fields });
    },
  };
}

export type Drafts = ReturnType<typeof useDrafts>;

/** Forgets everything (between tests). */
export function forgetDrafts() {
  loaded.clear();
  for (const who of [...kept.keys()]) keep(who, NOTHING);
}
