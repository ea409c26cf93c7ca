// The whole form for a party that comes in or calls. What is typed is a draft until it is logged: closing parks it.
import { useMemo, useRef, useState } from "react";
import { useAsk } from "../desk";
import type { LoggedVisit } from "../generated/types";
import { Button, Drawer } from "../kit";
import { dayOf, momentOf, timeOf, today, useWords } from "../words";
import type { Draft, Drafts } from "./drafts";
import { type Fields, isBlank } from "./fields";
import { KindSwitch } from "./KindSwitch";
import { KnownNote } from "./KnownNote";
import { useLog } from "./useLog";
import type { Consultant } from "./VisitField";
import { VisitForm } from "./VisitForm";

export type NewVisitProps = {
  draft: Draft;
  drafts: Drafts;
  consultants: readonly Consultant[];
  next: string | null;
  onClose: () => void;
  onLogged: (logged: LoggedVisit) => void;
  onOpenCustomer: (customer: string) => void;
};

/** Fewer digits of a number could be anybody's. */
const ENOUGH_DIGITS = 7;

export function NewVisit({ draft, drafts, consultants, next, onClose, onLogged, onOpenCustomer }: NewVisitProps) {
  const { t } = useWords();
  const { log, busy, problem } = useLog(true);
  const { day } = draft;
  const [typed, setTyped] = useState(draft.fields);
  const latest = useRef(typed);
  const type = (change: Fields) => {
    latest.current = { ...latest.current, ...change };
    drafts.keep(draft.id, latest.current);
    setTyped(latest.current);
  };
  const call = draft.kind === "call";
  const other = draft.kind === "other";

  const phone = typed.phone ?? "";
  const digits = phone.replace(/\D/g, "").length >= ENOUGH_DIGITS;
  const name = typed.name?.trim() ?? "";
  const asked = useAsk(
    "recognise",
    { phone: digits ? phone : null, name: name === "" ? null : name },
    { when: digits || name.length > 1, forget: true },
  );
  const known = asked.data ?? [];
  const exact = known.find((one) => one.exact);
  const sure = known.find(({ customer }) => customer === typed.customer) ?? exact ?? null;

  const owner = sure?.owner ?? null;
  const proposed = owner ?? next;
  const opened = day === dayOf(draft.opened) ? draft.opened : momentOf(day, timeOf(draft.opened));
  const fields: Fields = {
    ...(sure?.visible && { name: sure.name }),
    ...(call ? {} : { party_size: 1 }),
    arrived: opened,
    ...(other ? {} : { consultant: proposed }),
    ...typed,
  };
  const ownerName = sure?.owner_name ?? "";
  const people = useMemo(() => {
    if (owner === null || consultants.some(({ id }) => id === owner)) return consultants;
    return [...consultants, { id: owner, name: ownerName, busy: false }];
  }, [consultants, owner, ownerName]);

  const submit = async () => {
    if (busy) return;
    const logged = await log(draft.kind, { ...fields, customer: sure?.customer ?? null });
    if (!logged) return;
    drafts.drop(draft.id);
    onLogged(logged);
  };
  const drop = () => {
    drafts.drop(draft.id);
    onClose();
  };
  const why =
    typed.consultant !== undefined || other
      ? null
      : owner !== null
        ? t("reception.because_owner")
        : next !== null
          ? t("reception.because_turn")
          : t("reception.because_none");
  return (
    <Drawer
      title={t(`reception.form_${draft.kind}`)}
      width={540}
      {...(call ? {} : { head: <KindSwitch kind={draft.kind} onKind={(kind) => drafts.turn(draft.id, kind)} /> })}
      onClose={onClose}
      foot={
        <>
          {!isBlank(typed) && (
            <Button tone="quiet" onPress={drop}>
              {t("reception.drop")}
            </Button>
          )}
          <Button tone="primary" keys="Ctrl+Enter" busy={busy} onPress={submit}>
            {t(`reception.log_${draft.kind}`)}
          </Button>
        </>
      }
    >
      <VisitForm
        kind={draft.kind}
        fields={fields}
        onChange={type}
        onSubmit={submit}
        day={day}
        consultants={people}
        problem={problem}
        notes={{
          ...(why ? { consultant: why } : {}),
          ...(day !== today() ? { arrived: t("reception.back_filled") } : {}),
        }}
        after={{
          [sure?.exact || digits ? "phone" : "name"]: (
            <KnownNote
              known={known}
              sure={sure?.customer ?? null}
              onChoose={(customer) => type({ customer })}
              onOpen={onOpenCustomer}
            />
          ),
        }}
      />
    </Drawer>
  );
}
