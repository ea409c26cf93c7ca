// The steps of an import: choose, read, look, correct, save, and take back.
import { useState } from "react";
import { asProblem, useAct, useDesk, useMe } from "../desk";
import type { AdjustImport, Problem } from "../generated/types";
import { useWords } from "../words";
import { setStand, standOf, useStand } from "./importing";

/** The person stopped it: nothing to complain of. */
const unlessStopped = (problem: Problem | null) => (problem?.code === "cancelled" ? null : problem);

export function useImport() {
  const desk = useDesk();
  const { t } = useWords();
  const who = useMe()?.id ?? "";
  const stand = useStand(who);
  const [adjusting, setAdjusting] = useState(false);
  const saving = useAct("commit_import", { done: false, ownProblems: true });
  const undoing = useAct("undo", {
    done: ({ kept }) => (kept > 0 ? t("kit.undone_partly", { n: kept }) : t("kit.undone")),
  });

  const choose = async () => {
    if (standOf(who).step === "reading" || standOf(who).step === "saving") return;
    const path = await desk.pickFile("workbook");
    if (path === null) return;
    saving.forgetProblem();
    setStand(who, { step: "reading" });
    try {
      setStand(who, { step: "preview", preview: await desk.call("read_import", { path }), problem: null });
    } catch (thrown) {
      setStand(who, { step: "start", problem: unlessStopped(asProblem(thrown)) });
    }
  };

  const adjust = async (ask: Omit<AdjustImport, "id">) => {
    const now = standOf(who);
    if (now.step !== "preview" || adjusting) return;
    setAdjusting(true);
    try {
      const preview = await desk.call("adjust_import", { id: now.preview.id, ...ask });
      if (standOf(who).step === "preview") setStand(who, { step: "preview", preview, problem: null });
    } catch (thrown) {
      setStand(who, { ...now, problem: asProblem(thrown) });
    } finally {
      setAdjusting(false);
    }
  };

  const commit = async () => {
    const now = standOf(who);
    if (now.step !== "preview") return;
    const { preview } = now;
    setStand(who, { step: "saving", preview, problem: null });
    try {
      const done = await saving.run({ id: preview.id });
      if (done) {
        setStand(who, { step: "done", preview, done, undone: false });
        return;
      }
    } finally {
      if (standOf(who).step === "saving") setStand(who, { step: "preview", preview, problem: null });
    }
  };

  const undo = async () => {
    const now = standOf(who);
    if (now.step !== "done" || now.undone) return;
    if (await undoing.run({ act: now.done.act })) setStand(who, { ...now, undone: true });
  };

  return {
    stand,
    adjusting,
    /** Why saving was refused, unless the person stopped it. */
    refused: unlessStopped(saving.problem),
    undoing: undoing.busy,
    choose,
    adjust,
    commit,
    undo,
    cancel: () => desk.call("cancel_import", {}).catch(asProblem),
    restart: () => setStand(who, { step: "start", problem: null }),
  };
}
