// The short questions of the counter, and letting a party go: whoever is a sale and left no number is asked about once.
import { useEffect, useRef, useState } from "react";
import { useAct, useHouse } from "../desk";
import type { Id, RotaPlace, VisitRow } from "../generated/types";
import { fetched } from "../kit";
import { useWords } from "../words";
import { useWho } from "./useFieldText";

export type Pop = { ask: "not_filed" | "drink" | "reassign"; row: VisitRow } | { ask: "duty" | "skip"; staff: Id };

const Pops = fetched(() => import("./Pops").then(({ Pops }) => Pops));

/** Whether one asks why they are not filed when they leave. */
export const isUnfiled = ({ kind, sales, phone, customer, result }: VisitRow) =>
  kind !== "call" && sales && phone === null && customer === null && result === null;

export function usePop(rota: readonly RotaPlace[], onLeft: (id: Id) => void) {
  const { t } = useWords();
  const who = useWho();
  const { label } = useHouse();
  const [pop, setPop] = useState<Pop | null>(null);
  const going = useRef<VisitRow | null>(null);
  useEffect(() => {
    Pops.fetch();
  }, []);
  const leaving = useAct("leave_visit", {
    done: (_, { not_filed_reason }) =>
      not_filed_reason
        ? t("reception.left_not_filed", {
            who: who(going.current ?? {}),
            reason: label("not_filed_reasons", not_filed_reason),
          })
        : t("reception.left", { who: who(going.current ?? {}) }),
  });
  const go = async (row: VisitRow, reason: string | null) => {
    going.current = row;
    const left = await leaving.run({ id: row.id, ...(reason === null ? {} : { not_filed_reason: reason }) });
    if (left) onLeft(row.id);
  };
  return {
    ask: setPop,
    leave: (row: VisitRow) => (isUnfiled(row) ? setPop({ ask: "not_filed", row }) : go(row, null)),
    element: pop && <Pops pop={pop} rota={rota} onClose={() => setPop(null)} onLeave={go} />,
  };
}
