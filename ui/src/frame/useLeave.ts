// Leaving one's place: locked, closed, or out of the demo.
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { asProblem, type Name, useDesk } from "../desk";
import { toast } from "../kit";
import { useWords } from "../words";

export type Leave = { lock: () => void; close: () => void; leaveDemo: () => void };

export function useLeave(): Leave {
  const desk = useDesk();
  const queries = useQueryClient();
  const { problemWords } = useWords();
  return useMemo(() => {
    const by = (name: Extract<Name, "lock" | "close" | "leave_demo">) => async () => {
      try {
        await desk.call(name, {});
      } catch (thrown) {
        toast({ text: problemWords(asProblem(thrown)), tone: "problem" });
      }
      queries.invalidateQueries({ queryKey: ["door_status"] });
    };
    return { lock: by("lock"), close: by("close"), leaveDemo: by("leave_demo") };
  }, [desk, queries, problemWords]);
}
