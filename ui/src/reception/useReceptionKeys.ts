// What can be done at the counter by one key, from anywhere on the screen.
import { useMemo, useRef } from "react";
import { type Name, useMay } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import type { Key } from "../words";
import type { Draft } from "./drafts";

export type Doing = {
  begin: (kind: Draft["kind"]) => void;
  /** On the chosen party. */
  leave: () => void;
  drink: () => void;
  reassign: () => void;
  missed: () => void;
  sheet: () => void;
  skipNext: () => void;
  arrange: () => void;
  /** Null: whoever sits here has no turn. */
  myState: (() => void) | null;
  toLine: () => void;
  toBoard: () => void;
};

/** Offers the commands once the screen is ready for them; what they do follows it as it is when the key is pressed. */
export function useReceptionKeys(ready: boolean, doing: Doing) {
  const may = useMay();
  const now = useRef(doing);
  now.current = doing;
  const turns = doing.myState !== null;
  const can = (["log_walk_in", "log_call", "leave_visit", "complete_visit", "reassign_visit"] as Name[])
    .concat(["log_missed_call", "arrange_turns", "set_duty"])
    .filter((name) => may(name))
    .join();
  useCommands(
    useMemo(() => {
      if (!ready) return [];
      const allowed = new Set(can.split(","));
      const one = (
        needs: Name | null,
        id: string,
        label: Key,
        keys: string | null,
        run: (doing: Doing) => void,
      ): Command[] =>
        needs !== null && !allowed.has(needs)
          ? []
          : [{ id, label, ...(keys === null ? {} : { keys }), noun: "reception", run: () => run(now.current) }];
      return [
        ...one("log_walk_in", "walk_in", "reception.form_walk_in", "F2", (on) => on.begin("walk_in")),
        ...one("log_walk_in", "event", "reception.form_event", null, (on) => on.begin("event")),
        ...one("log_walk_in", "other", "reception.form_other", null, (on) => on.begin("other")),
        ...one("log_call", "call", "reception.form_call", "F3", (on) => on.begin("call")),
        ...one("log_missed_call", "missed", "reception.missed_call", "F7", (on) => on.missed()),
        ...one("log_walk_in", "line", "reception.to_line", "F4", (on) => on.toLine()),
        ...one(null, "board", "reception.to_board", "F6", (on) => on.toBoard()),
        ...one("leave_visit", "leave", "reception.leave_here", "F8", (on) => on.leave()),
        ...one("leave_visit", "leave_l", "reception.leave_here", "L", (on) => on.leave()),
        ...one("complete_visit", "drink", "reception.drink_key", "D", (on) => on.drink()),
        ...one("reassign_visit", "reassign", "reception.reassign_key", "R", (on) => on.reassign()),
        ...one("arrange_turns", "skip", "reception.skip_next", "K", (on) => on.skipNext()),
        ...one("arrange_turns", "arrange", "reception.arrange", null, (on) => on.arrange()),
        ...(turns ? one("set_duty", "state", "reception.state_mine", "S", (on) => on.myState?.()) : []),
        ...one(null, "sheet", "reception.sheet", "F9", (on) => on.sheet()),
      ];
    }, [ready, can, turns]),
  );
}
