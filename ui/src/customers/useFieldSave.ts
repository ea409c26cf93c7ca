// Saving one field of the card. Whoever wrote over what a colleague had changed meanwhile is told both, and may take theirs.
import { useRef, useState } from "react";
import { useAct } from "../desk";
import type { ChangedMeanwhile, CustomerFields, Id } from "../generated/types";
import { useWords } from "../words";
import type { FieldName } from "./fields";

type Value = CustomerFields[FieldName];

export type FieldSave = {
  save: (next: Value) => Promise<void>;
  /** What is wrong with what was typed, in words. */
  error: string | null;
  forgetError: () => void;
  /** A colleague's value that was written over. */
  meanwhile: ChangedMeanwhile | null;
  takeTheirs: () => void;
  keepMine: () => void;
  /** Says that typing has begun, or that nothing is typed: what stood there then was seen. */
  typing: (dirty: boolean) => void;
};

export function useFieldSave(customer: Id, name: FieldName, label: string, value: Value): FieldSave {
  const { t, problemWords } = useWords();
  const [meanwhile, setMeanwhile] = useState<ChangedMeanwhile | null>(null);
  const seen = useRef(value);
  const edit = useAct("edit_customer", { ownProblems: true, done: () => t("customers.field_saved", { field: label }) });
  const run = async (fields: CustomerFields, from: CustomerFields | null) => {
    const done = await edit.run({ id: customer, fields, ...(from === null ? {} : { seen: from }) });
    setMeanwhile(done?.changed_meanwhile[0] ?? null);
  };
  // Somebody wrote the same: it stands as wanted.
  const problem = edit.problem?.code === "nothing_changed" ? null : edit.problem;
  return {
    save: (next) =>
      run({ [name]: next } as CustomerFields, { [name]: seen.current ?? null } as unknown as CustomerFields),
    error: problem === null ? null : problemWords(problem),
    forgetError: edit.forgetProblem,
    meanwhile,
    takeTheirs: () => {
      if (meanwhile !== null) run(meanwhile.theirs, null);
    },
    keepMine: () => setMeanwhile(null),
    typing: (dirty) => {
      if (!dirty) seen.current = value;
    },
  };
}
