// A logged visit beside another screen's list (the incomplete ones of Today), with whatever this person may do to it.
import { useMemo, useRef } from "react";
import { useAsk, useMay, useMe } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { Id, VisitRow } from "../generated/types";
import { useDrafts } from "./drafts";
import { OpenVisit } from "./OpenVisit";
import { usePop } from "./usePop";

type Pops = ReturnType<typeof usePop>;

/** What the buttons of the record say: as at the counter. */
function useVisitKeys(id: Id, pop: Pops) {
  const may = useMay();
  const visit = useAsk("visit", { id }, { forget: true }).data;
  const now = useRef({ row: visit?.row, pop });
  now.current = { row: visit?.row, pop };
  const came = visit !== undefined && visit.row.kind !== "call";
  const leaves = came && visit.row.state === "open" && may("leave_visit");
  const drinks = came && visit.editable && may("complete_visit");
  const reassigns = visit !== undefined && may("reassign_visit");
  useCommands(
    useMemo(() => {
      const one = (name: string, label: Command["label"], keys: string, run: (row: VisitRow, pop: Pops) => void) => ({
        id: `visit_${name}`,
        label,
        keys,
        noun: "reception",
        run: () => now.current.row && run(now.current.row, now.current.pop),
      });
      return [
        ...(leaves ? [one("leave", "reception.leave_here", "F8", (row, { leave }) => leave(row))] : []),
        ...(drinks ? [one("drink", "reception.drink_key", "D", (row, { ask }) => ask({ ask: "drink", row }))] : []),
        ...(reassigns
          ? [one("reassign", "reception.reassign_key", "R", (row, { ask }) => ask({ ask: "reassign", row }))]
          : []),
      ];
    }, [leaves, drinks, reassigns]),
  );
}

export type VisitDrawerProps = { id: Id; onClose: () => void; onSaved?: (row: VisitRow) => void };

export function VisitDrawer({ id, onClose, onSaved }: VisitDrawerProps) {
  const me = useMe();
  const may = useMay();
  const customer = useCustomerDrawer();
  const drafts = useDrafts(me?.id ?? "");
  const rota = useAsk("reception", { day: null }).data?.rota ?? [];
  const pop = usePop(rota, () => {});
  useVisitKeys(id, pop);
  return (
    <>
      <OpenVisit
        id={id}
        drafts={drafts}
        names={new Map(rota.map(({ staff, name }) => [staff, name]))}
        consultants={rota.map(({ staff, name, busy }) => ({ id: staff, name, busy }))}
        mayLeave={may("leave_visit")}
        mayComplete={may("complete_visit")}
        onLeave={pop.leave}
        onAsk={pop.ask}
        onClose={onClose}
        onSaved={(row) => (onSaved ?? onClose)(row)}
        onOpenCustomer={(one) => {
          onClose();
          customer.open(one);
        }}
      />
      {pop.element}
    </>
  );
}
