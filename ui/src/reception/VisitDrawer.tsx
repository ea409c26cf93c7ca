// A logged visit beside another screen's list (the incomplete ones of Today), with whatever this person may do to it.
import { useAsk, useMay, useMe } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { Id, VisitRow } from "../generated/types";
import { useDrafts } from "./drafts";
import { OpenVisit } from "./OpenVisit";
import { usePop } from "./usePop";

export type VisitDrawerProps = { id: Id; onClose: () => void; onSaved?: (row: VisitRow) => void };

export function VisitDrawer({ id, onClose, onSaved }: VisitDrawerProps) {
  const me = useMe();
  const may = useMay();
  const customer = useCustomerDrawer();
  const drafts = useDrafts(me?.id ?? "");
  const rota = useAsk("reception", { day: null }).data?.rota ?? [];
  const pop = usePop(rota, () => {});
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
