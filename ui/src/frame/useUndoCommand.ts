// What can be taken back now, for whoever looks for it in the list of commands: Ctrl+Z is the message's own.
import { useMemo } from "react";
import { closeToast, useToasts } from "../kit/toasts";
import { type Command, useCommands } from "./commands";

export function useUndoCommand() {
  const undoable = useToasts().findLast((toast) => toast.undo);
  useCommands(
    useMemo((): Command[] => {
      if (undoable === undefined) return [];
      const run = () => {
        undoable.undo?.();
        closeToast(undoable.id);
      };
      return [{ id: "undo", label: "frame.key_undo", noun: "frame", run }];
    }, [undoable]),
  );
}
