// What can be done at the counter by one key, from anywhere on the screen.
import { useMemo, useRef } from "react";
import { useMay } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import type { Draft } from "./drafts";

export type Doing = {
  begin: (kind: Draft["kind"]) => void;
  leave: () => void;
  toLine: () => void;
  toBoard: () => void;
};

/** Offers the commands; what they do follows the screen as it is when the key is pressed. */
export function useReceptionKeys(doing: Doing) {
  const may = useMay();
  const now = useRef(doing);
  now.current = doing;
  const walkIn = may("log_walk_in");
  const call = may("log_call");
  const leave = may("leave_visit");
  useCommands(
    useMemo(() => {
      const noun = "reception";
      const all: (Command | false)[] = [
        walkIn && {
          id: "walk_in",
          label: "reception.form_walk_in",
          keys: "F2",
          noun,
          run: () => now.current.begin("walk_in"),
        },
        call && { id: "call", label: "reception.form_call", keys: "F3", noun, run: () => now.current.begin("call") },
        walkIn && { id: "line", label: "reception.to_line", keys: "F4", noun, run: () => now.current.toLine() },
        { id: "board", label: "reception.to_board", keys: "F6", noun, run: () => now.current.toBoard() },
        leave && { id: "leave", label: "reception.leave_here", keys: "F8", noun, run: () => now.current.leave() },
        leave && { id: "leave_l", label: "reception.leave_here", keys: "L", noun, run: () => now.current.leave() },
      ];
      return all.filter((one) => one !== false);
    }, [walkIn, call, leave]),
  );
}
