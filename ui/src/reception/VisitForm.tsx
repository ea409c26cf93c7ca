// The register form on the screen: groups in the order of the talk, what is still missing first, the rest when wanted.
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useAsk, useHouse } from "../desk";
import type { Day, Problem, VisitKind } from "../generated/types";
import { Button, Form, Icon, intoSight } from "../kit";
import { entryOf } from "../kit/advance";
import { useWords } from "../words";
import { type Asking, type FieldName, type Fields, fieldOf, groupsOf } from "./fields";
import { type Consultant, VisitField } from "./VisitField";
import styles from "./VisitForm.module.css";

export type VisitFormProps = {
  kind: VisitKind;
  /** What the fields show: typed, else proposed. */
  fields: Fields;
  onChange: (change: Fields) => void;
  onSubmit: () => unknown;
  day: Day;
  consultants: readonly Consultant[];
  problem: Problem | null;
  /** Fields that make the record 待补全: they come first, together. */
  missing?: readonly string[];
  /** Said under a field: why it is proposed. */
  notes?: Partial<Record<FieldName, string>>;
  /** Stands under a field over the whole width: who is known by this number. */
  after?: Partial<Record<FieldName, ReactNode>>;
  /** Every group is open from the start. */
  whole?: boolean;
};

/** What the house says of these answers: whether it is a sale, whether the source is divided further. */
function useAsking(fields: Fields): Asking {
  const house = useHouse();
  const traffic = useAsk("house", {}).data?.rules.traffic_purposes;
  return {
    sales: !fields.purpose || traffic === undefined || traffic.includes(fields.purpose),
    divided: house.items("sub_sources").some(({ parent }) => parent === fields.source),
  };
}

export function VisitForm(props: VisitFormProps) {
  const {
    kind,
    fields,
    onChange,
    onSubmit,
    day,
    consultants,
    problem,
    missing = [],
    notes = {},
    after = {},
    whole,
  } = props;
  const { t, find, problemWords } = useWords();
  const [more, setMore] = useState(whole ?? false);
  const id = useId();
  const wrong = problem === null ? null : fieldOf(problem.code, problem.args);
  const asking = useAsking(fields);
  const groups = groupsOf(kind, fields, asking);
  const open = groups.filter((group) => more || !group.later || (wrong !== null && group.fields.includes(wrong)));

  const place = useRef<HTMLDivElement>(null);
  // The first fields are there at once; the others are drawn while the hand is on the first.
  const [drawn, setDrawn] = useState(1);
  const all = drawn >= open.length;
  useEffect(() => {
    if (all) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [all, drawn]);
  // A hand that is faster comes to where the next group will be: it is drawn then and there, before the next key.
  const drawNow = () => {
    flushSync(() => setDrawn(drawn + 1));
    const field = [...(place.current?.querySelectorAll("[data-group]") ?? [])].at(-1)?.querySelector("[data-field]");
    if (field) entryOf(field)?.focus();
  };
  const change = useRef(onChange);
  change.current = onChange;
  const onField = useCallback((field: FieldName, value: unknown) => {
    // What stood below another source is not below this one.
    const below = field === "source" ? { sub_source: null } : {};
    change.current({ [field]: value, ...below } as Fields);
  }, []);

  const one = (field: FieldName) => (
    <div key={field} className={styles.field} data-name={field}>
      <VisitField
        field={field}
        value={fields[field]}
        onField={onField}
        day={day}
        consultants={consultants}
        parent={field === "sub_source" ? fields.source : undefined}
        error={wrong === field && problem !== null ? problemWords(problem) : null}
        description={notes[field]}
      />
      {after[field]}
    </div>
  );
  const wanting = groups.flatMap((group) => group.fields).filter((field) => missing.includes(field));
  const begin = useRef(
    wanting[0] ??
      open.flatMap((group) => group.fields).find((field) => fields[field] === undefined || fields[field] === null),
  );
  useEffect(() => {
    if (drawn === 0) return;
    // After the drawer has taken the focus, and before the next key.
    queueMicrotask(() => {
      const field = begin.current && place.current?.querySelector(`[data-name="${begin.current}"]`);
      if (!field) return;
      begin.current = undefined;
      entryOf(field)?.focus();
    });
  }, [drawn]);
  return (
    <div ref={place}>
      <Form layout="rows" label={t(`reception.form_${kind}`)} onSubmit={onSubmit} className={styles.form}>
        {problem !== null && wrong === null && (
          <p role="alert" ref={intoSight} className={styles.problem}>
            <Icon name="warning" size={16} />
            {problemWords(problem)}
          </p>
        )}
        {wanting.length > 0 && (
          <section className={styles.wanting} aria-labelledby={`${id}-missing`}>
            <h3 id={`${id}-missing`} className={styles.head}>
              {t("reception.still_missing", { n: wanting.length })}
            </h3>
            {wanting.map(one)}
          </section>
        )}
        {open.slice(0, drawn).map((group) => {
          const shown = group.fields.filter((field) => !wanting.includes(field));
          if (shown.length === 0) return null;
          return (
            <section key={group.name} data-group="" className={styles.group} aria-labelledby={`${id}-${group.name}`}>
              <h3 id={`${id}-${group.name}`} className={styles.head}>
                {find(`reception.group_${group.name}`)}
              </h3>
              {shown.map(one)}
            </section>
          );
        })}
        {!all && (
          <div data-field="" className={styles.coming}>
            <input readOnly tabIndex={-1} aria-label={t("reception.more_fields")} onFocus={drawNow} />
          </div>
        )}
        {all && open.length < groups.length && (
          <Button tone="quiet" icon="down" onPress={() => setMore(true)}>
            {t("reception.more_fields")}
          </Button>
        )}
      </Form>
    </div>
  );
}
