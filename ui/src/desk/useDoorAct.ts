// Acts at the door: they show their own problems, and whatever comes of them, the state of the door is read again
// (a fifth wrong PIN is refused and closes it).
import { useQueryClient } from "@tanstack/react-query";
import type { Problem } from "../generated/types";
import type { Ask, Name } from "./desk";
import { type Acting, useAct } from "./useAct";

export function useDoorAct<N extends Name>(name: N, onProblem?: (problem: Problem) => void): Acting<N> {
  const queries = useQueryClient();
  const act = useAct(name, { done: false, ownProblems: true, ...(onProblem ? { onProblem } : {}) });
  return {
    ...act,
    run: async (ask: Ask<N>) => {
      const answer = await act.run(ask);
      queries.invalidateQueries({ queryKey: ["door_status"] });
      return answer;
    },
  };
}
