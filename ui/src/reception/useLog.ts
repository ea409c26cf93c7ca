// Logging a party at the door or on the phone: one way for the line and for the form.
import { useAct } from "../desk";
import type { LoggedVisit, Problem } from "../generated/types";
import { useWords } from "../words";
import type { Draft } from "./drafts";
import { type Fields, filled } from "./fields";
import { useWho } from "./useFieldText";

export type Log = {
  log: (kind: Draft["kind"], fields: Fields) => Promise<LoggedVisit | undefined>;
  busy: boolean;
  problem: Problem | null;
};

export function useLog(ownProblems = false): Log {
  const { t } = useWords();
  const who = useWho();
  const said = ({ visit, recognised, owner_name }: LoggedVisit): string => {
    const name = who(visit);
    if (recognised === "known" && owner_name !== null)
      return t("reception.logged_known", { who: name, owner: owner_name });
    if (visit.kind === "call") return t("reception.logged_call", { who: name });
    if (visit.consultant_name === null) return t("reception.logged_unassigned", { who: name });
    return t("reception.logged_walk_in", { who: name, consultant: visit.consultant_name });
  };
  const walkIn = useAct("log_walk_in", { done: said, ownProblems });
  const call = useAct("log_call", { done: said, ownProblems });
  return {
    log: (kind, fields) => {
      if (kind === "call") return call.run({ fields: filled(fields) });
      return walkIn.run({ fields: filled(fields), ...(kind === "walk_in" ? {} : { kind }) });
    },
    busy: walkIn.busy || call.busy,
    problem: walkIn.problem ?? call.problem,
  };
}
