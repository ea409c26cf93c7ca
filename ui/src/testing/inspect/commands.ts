// The one list of commands keeps its word: each has a sentence, a key means one thing, and a button that shows a key has it.
import { type Command, offeredCommands } from "../../frame/commands";
import { find } from "../../words/catalogue";
import { words } from "../../words/zh-CN";
import { called, isSeen } from "./seen";

/** Keys that mean the same everywhere and belong to papers, forms, panels and messages, not to a screen. */
const EVERYWHERE = ["Ctrl+P", "Ctrl+Enter", "Enter", "Esc", "Ctrl+Z", "↓", "↑", ..."123456789"];

const shown = (keys: string) => keys.replaceAll("+", " ").toUpperCase();

function wordless(commands: readonly Command[]): string[] {
  return commands.flatMap(({ id, label, noun }) => [
    ...(find(words, label) === undefined ? [`${id} has no words: ${label}`] : []),
    ...(find(words, `frame.${noun}`) === undefined ? [`${id} belongs to no heading: ${noun}`] : []),
  ]);
}

/** A record beside the screen may take a key of the screen for itself; within one noun, and from the frame, nobody. */
function twice(commands: readonly Command[]): string[] {
  const found: string[] = [];
  for (const [at, one] of commands.entries()) {
    for (const other of commands.slice(at + 1)) {
      if (one.keys === undefined || other.keys === undefined || one.id === other.id) continue;
      if (shown(one.keys) !== shown(other.keys)) continue;
      if (one.noun === other.noun || one.noun === "frame" || other.noun === "frame")
        found.push(`${one.keys} is ${one.id} and ${other.id}`);
    }
  }
  return found;
}

/** One sentence is one entry of the list that Ctrl+K shows: two commands that share it would hide each other. */
function hidden(commands: readonly Command[]): string[] {
  const first = new Map<string, Command>();
  const found: string[] = [];
  for (const command of commands) {
    const other = first.get(command.label);
    if (other === undefined) first.set(command.label, command);
    // The same thing in the card and in the record beside it: the list takes the one that has the keys.
    else if (other.noun !== command.noun && other.id !== command.id)
      found.push(`${command.id} hides behind ${other.id}: ${command.label}`);
  }
  return found;
}

function strangeKeys(commands: readonly Command[]): string[] {
  const known = new Set([...EVERYWHERE, ...commands.flatMap(({ keys }) => keys ?? [])].map(shown));
  const found: string[] = [];
  for (const kbd of document.querySelectorAll("button kbd, [role=menuitem] kbd, [role=option] kbd")) {
    const keys = kbd.textContent ?? "";
    const pressed = kbd.closest("button, [role]");
    if (pressed && isSeen(kbd) && !known.has(keys.toUpperCase()))
      found.push(`${called(pressed)} shows ${keys}, which does nothing`);
  }
  return found;
}

/** What is wrong with the commands that are offered now. */
export function commandFaults(): string[] {
  const commands = offeredCommands();
  return [...wordless(commands), ...twice(commands), ...hidden(commands), ...strangeKeys(commands)];
}
