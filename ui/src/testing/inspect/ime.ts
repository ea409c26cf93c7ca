// While an input method composes, every key is its own: nothing is sent, closed, chosen or lost, no list goes empty.
import type { FakeDesk } from "../fake";
import { settled } from "../settled";
import { called, isSeen } from "./seen";

type Field = HTMLInputElement | HTMLTextAreaElement;

const FIELDS =
  "input:not([type=checkbox], [type=radio], [type=hidden]):enabled:not([readonly]), textarea:enabled:not([readonly])";
const KEYS = ["Process", "Enter", "1", "Escape", "ArrowDown", "ArrowUp", "Tab", " ", "Backspace"];
const LISTS = "[role=row], [role=option], [role=tab], [data-entry]";

/** As an engine writes into a field: past the framework's own setter. */
function write(field: Field, value: string, composing: boolean) {
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(
    new InputEvent("input", { bubbles: true, inputType: "insertCompositionText", isComposing: composing, data: value }),
  );
}

function press(field: Field, key: string) {
  const init = { key, code: key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true, composed: true };
  const taken = !field.dispatchEvent(new KeyboardEvent("keydown", init));
  field.dispatchEvent(new KeyboardEvent("keyup", init));
  return taken;
}

/** Rows of one table have the same fields, and many places the same form: so many of each are enough. */
const ALIKE = 2;
const tried = new Map<string, number>();

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** What must be as it was when the composition ends. */
function standing(desk: FakeDesk) {
  return {
    // What is half filled is kept while one types: nothing of it is sent.
    acts: desk.acts.filter(({ name }) => !name.endsWith("_draft")).length,
    address: window.location.hash,
    overlays: document.querySelectorAll("[data-overlay], [role=dialog], aside").length,
    chosen: [...document.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]")]
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
      .join(),
    lists: document.querySelectorAll(LISTS).length > 0,
  };
}

async function compose(field: Field, desk: FakeDesk): Promise<string[]> {
  const name = called(field);
  const found: string[] = [];
  field.focus();
  if (document.activeElement !== field) return [`${name} does not take the focus`];
  // What the field before this one began comes to its end: its list closes, what its text asked for is answered.
  await settled(2);
  const before = standing(desk);
  const kept = field.value;
  const spells = field.type === "password" || field.inputMode === "numeric" || field.type === "tel" ? "12" : "wang";
  field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
  for (let at = 1; at <= spells.length; at++) {
    if (press(field, spells[at - 1] ?? "")) found.push(`${name}: the letter ${spells[at - 1]} was taken away`);
    field.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, data: spells.slice(0, at) }));
    write(field, kept + spells.slice(0, at), true);
  }
  const composed = field.value;
  for (const key of KEYS) {
    if (press(field, key)) found.push(`${name}: ${key} was taken from the input method`);
    if (!field.isConnected) return [...found, `${name}: ${key} closed it`];
    if (document.activeElement !== field) found.push(`${name}: ${key} took the focus away`);
  }
  await frame();
  if (field.value !== composed) found.push(`${name}: what was composed was lost`);
  const now = standing(desk);
  for (const what of Object.keys(before) as (keyof typeof before)[]) {
    // Suggestions may come while one writes; they may not go, and nothing else may change.
    if (what === "overlays" || what === "lists" ? now[what] < before[what] : now[what] !== before[what])
      found.push(`${name}: ${what} changed from ${before[what]} to ${now[what]}`);
  }
  const word = spells === "wang" ? "王" : spells;
  write(field, kept + word, true);
  field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: word }));
  // A field of figures keeps no letters.
  if (composed.includes(spells) && !field.value.includes(word)) found.push(`${name}: the word did not arrive`);
  write(field, kept, false);
  return found;
}

/** Tries a composition in every text field that is seen now, and in those that come meanwhile. */
export async function disturbedCompositions(desk: FakeDesk): Promise<string[]> {
  const found: string[] = [];
  const done = new Set<Field>();
  for (let round = 0; round < 2; round++) {
    for (const field of document.querySelectorAll<Field>(FIELDS)) {
      if (done.has(field) || !field.isConnected || !isReachable(field)) continue;
      done.add(field);
      const kind = kindOf(field);
      const times = (tried.get(kind) ?? 0) + 1;
      tried.set(kind, times);
      if (times > ALIKE) continue;
      found.push(...(await compose(field, desk)));
    }
  }
  return found;
}

const labelOf = (field: Field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? field.id;

/** The field itself, in the panel in which it stands, as it is now: refused, with a list open, with something in it. */
function kindOf(field: Field): string {
  const panel = field.closest("form, [role=dialog], aside, main")?.getAttribute("class");
  const state = ["aria-invalid", "aria-expanded"].map((name) => field.getAttribute(name));
  return [labelOf(field), panel, ...state, field.value !== ""].join();
}

function isReachable(field: Field): boolean {
  const modal = [...document.querySelectorAll("[data-overlay]")].at(-1);
  return isSeen(field) && (modal === undefined || modal.contains(field) || modal.getAttribute("role") !== null);
}
