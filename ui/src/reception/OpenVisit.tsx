// A logged party beside the board: complete the record, say that they left. What is still missing stands on top.
import { useRef, useState } from "react";
import { useAct, useAsk } from "../desk";
import type { Id, VisitRow } from "../generated/types";
import { Button, Chip, Drawer, EmptyState, Facts, Icon } from "../kit";
import { dayOf, useWords } from "../words";
import { CallBack } from "./CallBack";
import type { Drafts } from "./drafts";
import { changed, type Fields, groupsOf } from "./fields";
import { KnownNote } from "./KnownNote";
import styles from "./OpenVisit.module.css";
import { type Names, useFieldText, useWho } from "./useFieldText";
import { useNow } from "./useNow";
import type { Pop } from "./usePop";
import type { Consultant } from "./VisitField";
import { VisitForm } from "./VisitForm";
import { VisitMenu } from "./VisitMenu";

export type OpenVisitProps = {
  id: Id;
  drafts: Drafts;
  names: Names;
  consultants: readonly Consultant[];
  mayLeave: boolean;
  mayComplete: boolean;
  onLeave: (row: VisitRow) => void;
  /** Asks one of the short questions about this party. */
  onAsk?: (pop: Pop) => void;
  onClose: () => void;
  /** The record was saved; it may be complete now. */
  onSaved: (row: VisitRow) => void;
  onOpenCustomer: (customer: string) => void;
};

function Head({ row }: { row: VisitRow }) {
  const { t, f } = useWords();
  const now = useNow(30_000);
  return (
    <p className={styles.head}>
      <span>{f.moment(row.arrived)}</span>
      {row.kind !== "call" && row.state === "open" && (
        <b>{t("reception.here_for", { minutes: f.minutes((now - row.arrived) / 60_000) })}</b>
      )}
      {row.left !== null && (
        <span>
          {t("reception.left_at", { time: f.time(row.left), minutes: f.minutes((row.left - row.arrived) / 60_000) })}
        </span>
      )}
      {row.consultant_name !== null && <span>{t("reception.received_by", { name: row.consultant_name })}</span>}
    </p>
  );
}

/** Text of an imported sheet that could not be read: it is shown as it stood. */
function Kept({ row }: { row: VisitRow }) {
  const { t } = useWords();
  if (row.kept.length === 0) return null;
  return (
    <section className={styles.kept} aria-label={t("reception.kept")}>
      <h3>{t("reception.kept")}</h3>
      <Facts facts={row.kept.map(({ heading, raw }) => ({ name: heading, value: raw }))} />
    </section>
  );
}

export function OpenVisit(props: OpenVisitProps) {
  const { id, drafts, names, consultants, mayLeave, mayComplete, onLeave, onAsk, onClose, onSaved, onOpenCustomer } =
    props;
  const { t, f, find, problemWords } = useWords();
  const who = useWho();
  const textOf = useFieldText();
  const asked = useAsk("visit", { id }, { forget: true });
  const act = useAct("complete_visit", {
    ownProblems: true,
    done: ({ visit }) =>
      visit.missing.length === 0
        ? t("reception.completed", { who: who(visit) })
        : t("reception.saved_missing", { who: who(visit), n: visit.missing.length }),
  });
  const [edits, setEdits] = useState<Fields>(drafts.edits[id] ?? {});
  const latest = useRef(edits);
  const edit = (next: Fields | null) => {
    latest.current = next ?? {};
    drafts.edit(id, next);
    setEdits(latest.current);
  };
  const phone = edits.phone ?? "";
  const known =
    useAsk("recognise", { phone, name: null }, { when: phone.replace(/\D/g, "").length >= 7, forget: true }).data ?? [];

  if (asked.problem !== null) {
    return (
      <Drawer title={t("reception.visit")} onClose={onClose} width={540}>
        <EmptyState icon="warning" title={problemWords(asked.problem)} />
      </Drawer>
    );
  }
  const view = asked.data;
  if (view === undefined)
    return (
      <Drawer title=" " onClose={onClose} width={540}>
        {null}
      </Drawer>
    );

  const { row } = view;
  const editable = view.editable && mayComplete;
  // Nobody has spoken to whoever was missed: there is nothing to complete yet.
  const unheard = row.missed && view.waits;
  // The number on file comes masked: it can be replaced, never edited.
  const onFile = view.fields.phone ?? null;
  const former: Fields = { ...view.fields, phone: null };
  const fields: Fields = { ...former, ...edits };
  const change = changed(former, fields);
  const dirty = Object.keys(change).length > 0;
  const leaves = row.kind !== "call" && row.state === "open" && mayLeave;
  const footed = row.customer !== null || leaves || (editable && !unheard);
  const exact = known.find((one) => one.exact && one.customer !== row.customer);

  const save = async () => {
    if (!dirty) return;
    const saved = await act.run({ id, fields: change });
    if (!saved) return;
    edit(null);
    onSaved(saved.visit);
  };
  const facts = groupsOf(row.kind, view.fields)
    .flatMap((group) => group.fields)
    .map((field) => ({
      name: find(`reception.field_${field}`) ?? field,
      value: textOf(field, view.fields[field], names),
    }))
    .filter(({ value }) => value !== "");
  const foot = (
    <>
      {row.customer !== null && (
        <Button tone="quiet" icon="user" onPress={() => onOpenCustomer(row.customer ?? "")}>
          {t("reception.open_customer")}
        </Button>
      )}
      {leaves && (
        <Button icon="door" keys="F8" onPress={() => onLeave(row)}>
          {t("reception.leave")}
        </Button>
      )}
      {editable && !unheard && (
        <Button tone="primary" keys="Ctrl+Enter" busy={act.busy} isDisabled={!dirty} onPress={save}>
          {t("kit.save")}
        </Button>
      )}
    </>
  );
  return (
    <Drawer
      title={who(row)}
      aside={
        <>
          {row.missing.length > 0 && <Chip tone="warn">{t("reception.incomplete_n", { n: row.missing.length })}</Chip>}
          {onAsk && <VisitMenu row={row} mayDrink={editable} onAsk={onAsk} />}
        </>
      }
      head={<Head row={row} />}
      width={540}
      onClose={onClose}
      foot={footed ? foot : undefined}
    >
      <CallBack row={row} tried={view.tried} waits={view.waits && view.editable} />
      {unheard ? null : editable ? (
        <>
          <VisitForm
            kind={row.kind}
            fields={fields}
            onChange={(more) => edit({ ...latest.current, ...more })}
            onSubmit={save}
            day={dayOf(row.arrived)}
            consultants={consultants}
            problem={act.problem}
            missing={row.missing}
            notes={onFile === null ? {} : { phone: t("reception.phone_on_file", { phone: f.phone(onFile) }) }}
            whole
            after={
              exact
                ? {
                    phone: (
                      <KnownNote known={[exact]} sure={exact.customer} onChoose={() => {}} onOpen={onOpenCustomer} />
                    ),
                  }
                : {}
            }
          />
          <Kept row={row} />
        </>
      ) : (
        <>
          {!view.editable && mayComplete && (
            <p className={styles.not_yours}>
              <Icon name="info" size={16} />
              {t("reception.not_editable")}
            </p>
          )}
          <Facts facts={facts} />
          <Kept row={row} />
        </>
      )}
    </Drawer>
  );
}
