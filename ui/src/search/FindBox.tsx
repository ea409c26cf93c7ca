// The one box that finds everyone: phone, last four, name, pinyin, initials, plate, VIN. With ">" or by Ctrl+K also
// commands. The list is never emptied while an input method composes: raw pinyin finds as well.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { ClaimDialog, type Claimed } from "../claims";
import { useAsk, useMay } from "../desk";
import { type Command, useAllCommands, useCommands } from "../frame/commands";
import { composing, Icon, Kbd, useLoaded } from "../kit";
import { useWords, withWords } from "../words";
import styles from "./FindBox.module.css";
import type { Hit } from "./Hits";

const loadHits = () => withWords(["customers"], import("./Hits")).then(({ Hits }) => Hits);

const BOX_ID = "find-box";
const BY_KEYS = "forecourt:find";
const MOST_COMMANDS = 8;

/** Puts the focus into the box (Ctrl+K): commands are listed, too. */
export function focusFindBox() {
  window.dispatchEvent(new CustomEvent(BY_KEYS));
  document.getElementById(BOX_ID)?.focus();
}

/** What is searched for: an input method writes zhang'san while it composes. */
const sought = (text: string) => text.replace(/['’]/g, "").trim();

export function FindBox({ onOpen }: { onOpen: (customer: string) => void }) {
  const { t, f, find } = useWords();
  const Hits = useLoaded(loadHits);
  const may = useMay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [byKeys, setByKeys] = useState(false);
  const [cursor, setCursor] = useState(0);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const [awaited, setAwaited] = useState<string | null>(null);
  const all = useAllCommands(open);
  useCommands(
    useMemo(
      () => [{ id: "find", label: "frame.find", keys: "/", noun: "frame", run: () => input.current?.focus() }],
      [],
    ),
  );

  const onlyCommands = text.startsWith(">");
  const query = onlyCommands ? "" : sought(text);
  const asked = useAsk("search", { text: query }, { when: open && query !== "" && may("search") });
  const found = query === "" ? undefined : asked.data;
  const waiting = query !== "" && (asked.loading || asked.former);

  const commands = (): Command[] => {
    if (!onlyCommands && !byKeys) return [];
    const wanted = (onlyCommands ? text.slice(1) : text).trim().toLowerCase();
    // One sentence is one line: of two that say the same, the one that has the keys.
    const lines = new Map<string, Command>();
    for (const command of all) {
      const label = find(command.label) ?? "";
      if (command.id !== "find" && lines.get(label)?.keys === undefined) lines.set(label, command);
    }
    return [...lines]
      .filter(([label]) => label.toLowerCase().includes(wanted))
      .map(([, command]) => command)
      .slice(0, MOST_COMMANDS);
  };
  const hits: Hit[] = [
    ...(found?.rows ?? []).map((row): Hit => ({ kind: "customer", id: row.id, row })),
    ...(may("claim_customer") ? (found?.elsewhere ?? []) : []).flatMap(({ customer, phone, owner_name }): Hit[] =>
      owner_name === null
        ? []
        : [{ kind: "claim", id: customer, claimed: { customer, name: f.phone(phone), owner: owner_name } }],
    ),
    ...commands().map((command): Hit => ({ kind: "command", id: command.id, command })),
  ];
  const at = Math.min(cursor, hits.length - 1);

  const shut = () => {
    setOpen(false);
    setByKeys(false);
    setText("");
    setCursor(0);
    input.current?.blur();
    // One goes on where one was: once, for the next time it may be elsewhere.
    cameFrom.current?.focus();
    cameFrom.current = null;
  };
  const take = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    shut();
    if (hit.kind === "customer") onOpen(hit.id);
    else if (hit.kind === "claim") setClaimed(hit.claimed);
    else hit.command.run();
  };
  const takeNow = useRef(take);
  takeNow.current = take;
  const first = hits[0];
  useEffect(() => {
    if (awaited === null || waiting) return;
    setAwaited(null);
    if (awaited === query) takeNow.current(first);
  }, [awaited, waiting, query, first]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event.nativeEvent)) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => setCursor(Math.min(hits.length - 1, at + 1)),
      ArrowUp: () => setCursor(Math.max(0, at - 1)),
      // Only what belongs to the text in the box: an answer that is still under way is waited for.
      Enter: () => (waiting ? setAwaited(query) : take(hits[at])),
      Escape: shut,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const shown = open && (text.trim() !== "" || byKeys);
  return (
    <search className={styles.find} ref={(place) => listenForKeys(place, () => setByKeys(true))}>
      <div className={styles.box}>
        <Icon name="search" size={17} />
        <input
          ref={input}
          id={BOX_ID}
          type="text"
          role="combobox"
          aria-label={t("search.label")}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-keyshortcuts="Control+K /"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder={t("search.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(0);
            setOpen(true);
          }}
          onFocus={({ relatedTarget }) => {
            setOpen(true);
            if (relatedTarget instanceof HTMLElement) cameFrom.current = relatedTarget;
          }}
          onBlur={() => {
            setOpen(false);
            setByKeys(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Ctrl+K" />
      </div>
      {shown && Hits && (
        <Hits
          id={id}
          hits={hits}
          at={at}
          found={found ?? null}
          query={query}
          waiting={waiting}
          problem={asked.problem}
          onTake={take}
        />
      )}
      {claimed && <ClaimDialog who={claimed} onClose={() => setClaimed(null)} />}
    </search>
  );
}

/** Hears the command "find" for as long as the box is there. */
function listenForKeys(place: HTMLElement | null, heard: () => void) {
  if (place === null) return;
  window.addEventListener(BY_KEYS, heard);
  return () => window.removeEventListener(BY_KEYS, heard);
}
