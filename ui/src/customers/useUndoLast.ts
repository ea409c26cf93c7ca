// One key takes back the latest entry of a customer's story that one may take back.
import { asProblem, useAct, useDesk } from "../desk";
import type { Id, TimelineEntry } from "../generated/types";
import { toast } from "../kit";
import { useWords } from "../words";

/** Entries in which the latest is looked for. */
const LOOKED = 30;

/** Takes an entry back and says what came of it. */
export function useTakeBack(): (entry: Pick<TimelineEntry, "act" | "verb" | "kind">) => void {
  const { t, find } = useWords();
  const undo = useAct("undo", { done: false });
  return async ({ act, verb, kind }) => {
    const what = find(`customers.v_${verb}`) ?? t(`customers.k_${kind}`);
    const done = await undo.run({ act });
    if (!done) return;
    toast({
      text: done.kept > 0 ? t("customers.undone_partly", { what, n: done.kept }) : t("customers.undone_what", { what }),
    });
  };
}

export function useUndoLast(customer: Id): () => void {
  const desk = useDesk();
  const { t, problemWords } = useWords();
  const takeBack = useTakeBack();
  return async () => {
    try {
      const { entries } = await desk.call("timeline", { customer, limit: LOOKED });
      const last = entries.find(({ undoable, undone }) => undoable && !undone);
      if (last) takeBack(last);
      else toast({ text: t("customers.nothing_to_undo") });
    } catch (thrown) {
      toast({ text: problemWords(asProblem(thrown)), tone: "problem" });
    }
  };
}
