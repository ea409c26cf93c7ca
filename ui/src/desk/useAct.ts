// Writing: one act of a person. Guards against the second press, says problems in words, offers undo for ten seconds.
import { useRef, useState } from "react";
import type { Problem } from "../generated/types";
import { toast } from "../kit/toasts";
import { useWords } from "../words";
import { useAuthority } from "./authority";
import { type Answer, type Ask, asProblem, type Name, useDesk } from "./desk";
import { followed } from "./saving";

export type ActOptions<N extends Name> = {
  /** What the toast says when it is done; false for no toast. Without it "saved" is said of acts that can be undone. */
  done?: false | ((answer: Answer<N>, ask: Ask<N>) => string);
  /** The screen shows problems itself (beside a field, say) instead of a toast. */
  ownProblems?: boolean;
  /** Told of a problem at once. */
  onProblem?: (problem: Problem) => void;
};

export type Acting<N extends Name> = {
  /** Does it. Answers undefined when there was a problem, and while the same act is still under way. */
  run: (ask: Ask<N>) => Promise<Answer<N> | undefined>;
  busy: boolean;
  problem: Problem | null;
  forgetProblem: () => void;
};

function actOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("act" in answer)) return null;
  return typeof answer.act === "string" ? answer.act : null;
}

export function useAct<N extends Name>(name: N, options: ActOptions<N> = {}): Acting<N> {
  const desk = useDesk();
  const { t, problemWords } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(false);

  const authority = useAuthority();
  /** Does it; where a sitting begun by PIN is not enough, asks for the password and does it once more. */
  const attempt = async (ask: Ask<N>) => {
    try {
      return await followed(desk.call(name, ask));
    } catch (thrown) {
      if (asProblem(thrown).code !== "password_needed" || authority === null || !(await authority())) throw thrown;
      return await followed(desk.call(name, ask));
    }
  };

  const undo = async (act: string) => {
    try {
      const { kept } = await followed(desk.call("undo", { act }));
      toast({ text: kept > 0 ? t("kit.undone_partly", { n: kept }) : t("kit.undone") });
    } catch (thrown) {
      toast({ text: problemWords(asProblem(thrown)), tone: "problem" });
    }
  };

  const run = async (ask: Ask<N>): Promise<Answer<N> | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await attempt(ask);
      const act = actOf(answer);
      if (options.done !== false && (act !== null || options.done)) {
        const text = options.done ? options.done(answer, ask) : t("kit.saved");
        toast(act === null ? { text } : { text, undo: () => undo(act) });
      }
      return answer;
    } catch (thrown) {
      const met = asProblem(thrown);
      setProblem(met);
      options.onProblem?.(met);
      if (!options.ownProblems) toast({ text: problemWords(met), tone: "problem" });
      return undefined;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return { run, busy, problem, forgetProblem: () => setProblem(null) };
}
