// The keys of an open record: what can be begun with this customer, and which side of the record is shown.
import { useMemo, useRef } from "react";
import { type Command, useCommands } from "../frame/commands";
import type { Key } from "../words";

export type CardKey =
  | "contact"
  | "plan"
  | "appointment"
  | "level"
  | "tag"
  | "person"
  | "rival"
  | "undo_last"
  | "story"
  | "card";

const KEYS: readonly { id: CardKey; command: string; keys: string; label: Key }[] = [
  { id: "contact", command: "log_contact", keys: "c", label: "customers.key_contact" },
  { id: "plan", command: "plan_card", keys: "a", label: "customers.key_plan" },
  { id: "appointment", command: "make_appointment", keys: "b", label: "appointments.key_make" },
  { id: "level", command: "set_level", keys: "l", label: "customers.key_level" },
  { id: "tag", command: "add_tag", keys: "g", label: "customers.key_tag" },
  { id: "person", command: "add_person", keys: "p", label: "customers.key_person" },
  { id: "rival", command: "add_rival", keys: "r", label: "customers.key_rival" },
  { id: "undo_last", command: "undo_last", keys: "u", label: "customers.key_undo_last" },
  { id: "story", command: "story", keys: "t", label: "customers.key_story" },
  { id: "card", command: "card", keys: "e", label: "customers.key_card" },
];

/** Offers the keys of `can`; a press tells which. */
export function useCardKeys(can: Record<CardKey, boolean>, onKey: (key: CardKey) => void) {
  const heard = useRef(onKey);
  heard.current = onKey;
  const offered = KEYS.filter(({ id }) => can[id])
    .map(({ id }) => id)
    .join(" ");
  const commands = useMemo(
    (): Command[] =>
      KEYS.filter(({ id }) => offered.split(" ").includes(id)).map(({ id, command, keys, label }) => ({
        id: command,
        label,
        keys,
        noun: "customers",
        run: () => heard.current(id),
      })),
    [offered],
  );
  useCommands(commands);
}
