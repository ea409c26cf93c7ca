// What came of a contact, in the order in which one tells it: how, what was said, how hot they are now, when again.
// A digit, the words, Enter, a digit, Enter: four keys besides the words.
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { type Agreeing, AppointmentFields, agreedOf, NOTHING_AGREED } from "../agreement";
import { useHouse } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import type { AppointmentAgreed, Day, Id, Moment, Problem } from "../generated/types";
import { advance, Button, DateField, DigitChoice, Form, intoSight, TextField } from "../kit";
import { plusDays, today, useWords } from "../words";
import { type Happened, NotNow } from "./NotNow";
import styles from "./ResultForm.module.css";
import { errorsOf } from "./resultErrors";
import { useResultDraft } from "./useResultDraft";

export type Result = {
  way: string;
  content: string;
  /** Only when it changed. */
  level?: string;
  next: Day | null;
  next_note?: string;
  happened_at?: Moment;
  question?: string;
  answer?: string;
  appointment?: AppointmentAgreed;
};

/** What was begun and not yet saved. */

export type ResultFormProps = {
  label: string;
  level: string;
  /** The way that was planned or just chosen. */
  way: string | null;
  /** Where the hand begins. */
  startIn: "way" | "content";
  /** Proposed day of the next contact per level. */
  nextByLevel: Record<string, Day | null>;
  /** Whether it is saved now. */
  onSave: (result: Result) => Promise<boolean>;
  busy: boolean;
  problem: Problem | null;
  /** The card or the customer at which words wait that were not saved. */
  of: Id;
  /** Left of the save button. */
  actions?: ReactNode;
  /** Offers the customer's question and the answer given. */
  asksQuestion?: boolean;
  /** Offers to agree on a time at which they come. */
  agrees?: boolean;
  /** The screen that it belongs to, or the record beside one. */
  noun: "today" | "customers";
};

/** Enter goes on from the words, too; Shift+Enter makes a new line. */
function goOn(event: KeyboardEvent) {
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (event.target instanceof Element) advance(event.target);
}

export function ResultForm(props: ResultFormProps) {
  const { label, nextByLevel, onSave, busy, problem, actions, asksQuestion, agrees, noun, of } = props;
  const { t, problemWords } = useWords();
  const { items, label: labelOf } = useHouse();
  const { begun, keep, forget } = useResultDraft(of);
  // Words that are read later do not move the hand.
  const [startIn] = useState(props.startIn);
  const [way, setWay] = useState(props.way ?? begun?.way ?? null);
  const [content, setContent] = useState(begun?.content ?? "");
  const [offered, setOffered] = useState(begun !== null);
  if (begun !== null && !offered) {
    // They were read after the form was opened.
    setOffered(true);
    if (content === "") setContent(begun.content);
    if (way === null) setWay(begun.way);
  }
  const [level, setLevel] = useState(props.level);
  const [chosenNext, setChosenNext] = useState<{ day: Day | null } | null>(null);
  const [happened, setHappened] = useState<Happened>({});
  const [agreeing, setAgreeing] = useState<Agreeing | null>(null);
  const [more, setMore] = useState(false);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const nextBox = useRef<HTMLDivElement>(null);
  const errors = { ...errorsOf(problem, problemWords), ...wrong };
  // Nobody is forgotten: without a day of one's own it is the interval of the level.
  const byLevel = nextByLevel[level] ?? null;
  // Nobody is left waiting beyond the day on which they come.
  const comes = agreeing?.day ?? null;
  const next = chosenNext?.day ?? (byLevel !== null && comes !== null && comes < byLevel ? comes : byLevel);

  const whole = useRef<HTMLFormElement>(null);
  const agree = useRef(() => {});
  agree.current = () => setAgreeing(agreeing === null ? { ...NOTHING_AGREED, day: plusDays(today(), 1) } : null);
  const commands = useMemo((): Command[] => {
    const run = () => agree.current();
    return agrees ? [{ id: "agree", label: "appointments.key_agree", keys: "F7", noun, within: whole, run }] : [];
  }, [agrees, noun]);
  useCommands(commands);

  const save = async () => {
    const found: Record<string, string> = {};
    if (way === null) found.way = t("today.way_missing");
    // A day that was typed and not understood is not "no day".
    const typed = chosenNext?.day === null && nextBox.current?.querySelector("input")?.value.trim();
    if (typed) found.next = t("kit.day_unclear");
    if (happened.day && !happened.at) found.happened = t("today.time_missing");
    const appointment = agreeing && agreedOf(agreeing);
    if (agreeing !== null && agreeing.day === null) found.comes = t("kit.day_unclear");
    if (agreeing !== null && agreeing.time === null) found.comesAt = t("appointments.time_missing");
    setWrong(found);
    if (way === null || Object.keys(found).length > 0) return;
    const { at, next_note, question, answer } = happened;
    const saved = await onSave({
      way,
      content: content.trim(),
      ...(level === props.level ? {} : { level }),
      next,
      ...(next_note ? { next_note } : {}),
      ...(at ? { happened_at: at } : {}),
      ...(question ? { question } : {}),
      ...(answer ? { answer } : {}),
      ...(appointment ? { appointment } : {}),
    });
    if (saved) forget();
  };

  const levelWords = labelOf("levels", level);
  return (
    <Form label={label} layout="rows" onSubmit={save} className={styles.form} place={whole}>
      <DigitChoice
        label={t("today.way")}
        options={items("ways").map(({ code }) => ({ value: code, label: labelOf("ways", code) }))}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          setWrong({});
        }}
        required
        autoFocus={startIn === "way"}
        error={errors.way}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter belongs to the form */}
      <div className={styles.words} onKeyDown={goOn}>
        <TextField
          label={t("today.content")}
          value={content}
          onChange={(typed) => {
            setContent(typed);
            keep({ way, content: typed });
          }}
          placeholder={t("today.content_hint")}
          lines
          autoFocus={startIn === "content"}
          error={errors.content}
        />
      </div>
      <DigitChoice
        label={t("today.level")}
        options={items("levels").map(({ code }) => ({ value: code, label: code }))}
        value={level}
        onChange={(chosen) => setLevel(chosen ?? props.level)}
        required
        description={
          level === props.level ? levelWords : t("today.level_changed", { from: props.level, to: levelWords })
        }
        error={errors.level}
      />
      {agreeing !== null && (
        <fieldset className={styles.agreed}>
          <legend>{t("appointments.make")}</legend>
          <AppointmentFields
            value={agreeing}
            onChange={(changed) => {
              setAgreeing(changed);
              setWrong({});
            }}
            errors={{ day: errors.comes, time: errors.comesAt }}
            autoFocus
          />
        </fieldset>
      )}
      <div ref={nextBox} className={styles.next}>
        <DateField
          label={t("today.next")}
          value={next}
          onChange={(day) => {
            setChosenNext({ day });
            setWrong({});
          }}
          placeholder={t("today.next_none")}
          error={errors.next}
        />
      </div>
      {more && (
        <NotNow value={happened} onChange={setHappened} asksQuestion={asksQuestion ?? false} error={errors.happened} />
      )}
      {errors.other && (
        <p role="alert" ref={intoSight} className={styles.problem}>
          {errors.other}
        </p>
      )}
      <footer className={styles.foot}>
        {actions}
        {agrees && (
          <Button tone="quiet" icon="calendar" keys="F7" onPress={agree.current}>
            {agreeing === null ? t("appointments.make") : t("appointments.drop")}
          </Button>
        )}
        {!more && (
          <Button tone="quiet" icon="plus" onPress={() => setMore(true)}>
            {t("today.more")}
          </Button>
        )}
        <span className={styles.space} />
        <Button type="submit" tone="primary" keys="Ctrl+Enter" busy={busy}>
          {t("kit.save")}
        </Button>
      </footer>
    </Form>
  );
}
