// The fastest way to log a party: one line as one would scribble it. What is understood stands under it, coloured, while
// one types; who is known is offered with their owner. Enter logs a walk-in, Ctrl+Enter a call.
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { asProblem, useDesk, useMay } from "../desk";
import type { Id, LoggedVisit, Recognised } from "../generated/types";
import { Button, composing, Icon, Kbd, toast } from "../kit";
import { useWords } from "../words";
import type { Draft } from "./drafts";
import type { Fields } from "./fields";
import { KnownList } from "./KnownList";
import { Parts } from "./Parts";
import styles from "./QuickLine.module.css";
import { Underlay } from "./Underlay";
import type { Names } from "./useFieldText";
import { useLog } from "./useLog";
import { useParsed } from "./useParsed";

export type QuickLineProps = {
  names: Names;
  /** Whose turn it is. */
  next: Id | null;
  /** The consultant whom the person chose for this party. */
  picked: Id | null;
  onPick: (staff: Id | null) => void;
  onLogged: (logged: LoggedVisit) => void;
  /** The whole form, with what the line says already. */
  onForm: (kind: Draft["kind"], fields: Fields) => void;
  /** Down, with nothing to choose here: to the board. */
  onDown: () => void;
  input: RefObject<HTMLInputElement | null>;
};

/** The one who receives: as written, as chosen, the owner of whom comes again, whose turn it is. */
function receiver(fields: Fields, picked: Id | null, known: Recognised | undefined, next: Id | null): Id | null {
  return fields.consultant ?? picked ?? known?.owner ?? next;
}

export function QuickLine({ names, next, picked, onPick, onLogged, onForm, onDown, input }: QuickLineProps) {
  const { t, problemWords } = useWords();
  const desk = useDesk();
  const may = useMay();
  const id = useId();
  const { log } = useLog();
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  const [chosen, setChosen] = useState<Recognised | null>(null);
  const [cursor, setCursor] = useState(-1);
  const [shut, setShut] = useState(true);
  const [scrolled, setScrolled] = useState(0);
  const underWay = useRef(false);

  const parsed = useParsed(settled);
  const known = parsed?.entry.known ?? [];
  // One and the same number is no question.
  const offered = !shut && chosen === null && known.length > 0 && known.filter(({ exact }) => exact).length !== 1;
  const sure = chosen ?? known.find(({ exact }) => exact);
  const fields = parsed?.entry.fields ?? {};
  const consultant = receiver(fields, picked, sure, next);

  const type = (typed: string, composed: boolean) => {
    setText(typed);
    // While an input method composes, the letters are not yet what is meant: what was understood stays in view.
    if (composed) return;
    setSettled(typed);
    setCursor(-1);
    setShut(false);
    if (typed.trim() === "") setChosen(null);
  };
  const clear = () => {
    setText("");
    setSettled("");
    setChosen(null);
    setCursor(-1);
    setShut(true);
    onPick(null);
  };

  const enter = async (kind: Draft["kind"]) => {
    const line = text.trim();
    if (line === "" || underWay.current || !may(kind === "call" ? "log_call" : "log_walk_in")) return;
    underWay.current = true;
    const before = { chosen, picked };
    clear();
    const giveBack = () => {
      setText((typed) => (typed === "" ? line : `${line} ${typed}`));
      setSettled((typed) => (typed === "" ? line : `${line} ${typed}`));
      setChosen(before.chosen);
      onPick(before.picked);
    };
    try {
      // The line as it is now, not as it was when the last answer came.
      const entry = await desk.call("parse_quick_entry", { text: line });
      const whom = before.chosen ?? entry.known.find(({ exact }) => exact);
      const logged = await log(kind, {
        ...entry.fields,
        customer: before.chosen?.customer ?? entry.fields.customer ?? null,
        consultant: receiver(entry.fields, before.picked, whom, next),
      });
      if (logged) onLogged(logged);
      else giveBack();
    } catch (thrown) {
      toast({ text: problemWords(asProblem(thrown)), tone: "problem" });
      giveBack();
    } finally {
      underWay.current = false;
    }
  };

  const take = (who: Recognised) => {
    setChosen(who);
    setShut(true);
    setCursor(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event.nativeEvent) || (event.repeat && event.key === "Enter")) return;
    const picking = offered ? known[cursor] : undefined;
    const acts: Record<string, () => void> = {
      ArrowDown: () => (offered ? setCursor(Math.min(known.length - 1, cursor + 1)) : onDown()),
      ArrowUp: () => setCursor(Math.max(-1, cursor - 1)),
      Enter: () => {
        if (event.ctrlKey || event.metaKey) enter("call");
        else if (picking) take(picking);
        else enter("walk_in");
      },
      Escape: () => (offered ? setShut(true) : chosen ? setChosen(null) : clear()),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const open = (kind: Draft["kind"]) => {
    const typed = {
      ...fields,
      ...(chosen ? { customer: chosen.customer } : {}),
      ...(picked ? { consultant: picked } : {}),
    };
    clear();
    onForm(kind, typed);
  };
  const standing = parsed !== null && parsed.text === text ? parsed.entry.parts : [];
  return (
    <section className={styles.quick} aria-label={t("reception.quick")}>
      <div className={styles.row}>
        <div className={styles.box}>
          <Icon name="edit" size={17} />
          <div className={styles.line}>
            <Underlay text={text} parts={standing} scrolled={scrolled} />
            <input
              ref={input}
              type="text"
              role="combobox"
              aria-label={t("reception.quick")}
              aria-describedby={`${id}-parts`}
              aria-expanded={offered}
              aria-controls={`${id}-known`}
              aria-activedescendant={offered && cursor >= 0 ? `${id}-known-${cursor}` : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              placeholder={t("reception.quick_example")}
              value={text}
              onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
              onCompositionEnd={(event) => type(event.currentTarget.value, false)}
              onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
              onFocus={() => setShut(false)}
              onBlur={() => setShut(true)}
              onKeyDown={onKeyDown}
            />
          </div>
          <span className={styles.keys} aria-hidden="true">
            <Kbd keys="Enter" /> {t("reception.key_walk_in")}
            <Kbd keys="Ctrl+Enter" /> {t("reception.key_call")}
          </span>
        </div>
        {may("log_walk_in") && (
          <Button icon="walk" keys="F2" size="l" onPress={() => open("walk_in")}>
            {t("reception.form_walk_in")}
          </Button>
        )}
        {may("log_call") && (
          <Button icon="call" keys="F3" size="l" onPress={() => open("call")}>
            {t("reception.form_call")}
          </Button>
        )}
      </div>
      <div id={`${id}-parts`} className={styles.under}>
        {parsed === null ? (
          <span className={styles.hint}>{t("reception.quick_hint")}</span>
        ) : (
          <Parts
            entry={parsed.entry}
            names={names}
            sure={sure ?? null}
            consultant={consultant}
            why={fields.consultant || picked ? "chosen" : sure?.owner ? "owner" : "turn"}
            onForget={chosen ? () => setChosen(null) : null}
          />
        )}
      </div>
      {offered && <KnownList id={`${id}-known`} known={known} at={cursor} onTake={take} />}
    </section>
  );
}
