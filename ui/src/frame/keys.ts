// Gives the keys of the command list their meaning.
import { useEffect } from "react";
import { composing } from "../kit/ime";
import { allCommands, type Command, offeredCommands } from "./commands";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select") || target.isContentEditable);

/** The event is this combination. Letters and digits go by their place on the keyboard when Ctrl or Alt is held. */
export function pressed(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.includes(name) && key !== name;
  if (wants("Ctrl") !== (event.ctrlKey || event.metaKey) || wants("Alt") !== event.altKey) return false;
  const plain = key.length === 1 && !wants("Ctrl") && !wants("Alt");
  if (plain) return event.key.toUpperCase() === key.toUpperCase() && !typing(event.target);
  if (wants("Shift") !== event.shiftKey) return false;
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` || event.key.toUpperCase() === key;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  return event.key === key;
}

const inHand = ({ within }: Command) => within?.current?.contains(document.activeElement) ?? false;

/** Runs the command whose keys are pressed. A dialogue keeps the keys to itself. */
function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.repeat || composing(event)) return;
  if (document.querySelector("[data-overlay]")) return;
  const meant = ({ keys }: Command) => keys !== undefined && pressed(event, keys);
  const command = offeredCommands().findLast((one) => inHand(one) && meant(one)) ?? allCommands().findLast(meant);
  if (!command) return;
  event.preventDefault();
  command.run();
}

/** The keys are heard for as long as the calling screen is there: always those of the list as it is when one is pressed. */
export function useCommandKeys() {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
