// The one list of what can be done by keys. The palette, the help sheet and the key handler read nothing else:
// what is not here has no shortcut.
import { type RefObject, useId, useLayoutEffect, useSyncExternalStore } from "react";
import type { Key } from "../words";

export type Command = {
  id: string;
  /** What it does: the key of a sentence without blanks. */
  label: Key;
  /** "Ctrl+K", "Alt+1", "F1", "?" … Commands without keys are in the palette only. */
  keys?: string;
  /** Where it belongs: "frame", or the noun whose screen offers it. */
  noun: string;
  /** The panel that offers it: while the focus is in there, its keys are this command's, whatever is open beside it. */
  within?: RefObject<HTMLElement | null>;
  run: () => void;
};

const offered = new Map<string, readonly Command[]>();
let screen = "";
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

/** Letters mean the same in both sizes. */
const keyOf = (keys: string) => keys.toUpperCase();

/** What is open beside the screen is nearer to the hand than the screen, and that nearer than the frame. */
const nearness = ({ noun }: Command) => (noun === "frame" ? 0 : noun === screen ? 1 : 2);

/** A key has one meaning at a time: the nearest, and of those the latest. The others stay without a key. */
export function resolved(commands: readonly Command[]): Command[] {
  const owners = new Map<string, Command>();
  for (const command of commands) {
    if (command.keys === undefined) continue;
    const owner = owners.get(keyOf(command.keys));
    if (owner === undefined || nearness(command) >= nearness(owner)) owners.set(keyOf(command.keys), command);
  }
  return commands.map((command) => {
    if (command.keys === undefined || owners.get(keyOf(command.keys)) === command) return command;
    const { keys: _, ...rest } = command;
    return rest;
  });
}

function tell() {
  all = resolved([...offered.values()].flat());
  for (const listener of listeners) listener();
}

/** Which noun's screen is shown: its keys give way to those of a record that is open beside it. */
export function useScreen(noun: string) {
  useLayoutEffect(() => {
    screen = noun;
    tell();
  }, [noun]);
}

/** Every command as it was offered, before a key that two want is given to one. */
export const offeredCommands = (): readonly Command[] => [...offered.values()].flat();

/** Offers commands for as long as the calling screen is there, from its first paint on. Pass a stable list (useMemo). */
export function useCommands(commands: readonly Command[]) {
  const id = useId();
  useLayoutEffect(() => {
    offered.set(id, commands);
    tell();
    return () => {
      offered.delete(id);
      tell();
    };
  }, [id, commands]);
}

/** Every command that can be run now, in the order in which it was offered. */
export const allCommands = (): readonly Command[] => all;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
const deaf = () => () => {};

/** Every command that can be run now, and again when they change: for a list that is on the screen only `when` it is. */
export const useAllCommands = (when = true): readonly Command[] =>
  useSyncExternalStore(when ? listen : deaf, allCommands);
