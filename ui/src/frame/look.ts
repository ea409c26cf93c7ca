// Light or dark, and room for fingers: kept on this PC.
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
export const THEMES: readonly Theme[] = ["system", "light", "dark"];
/** Large targets: where a finger is the main pointer, always, or never. */
export type Touch = "auto" | "on" | "off";
export const TOUCHES: readonly Touch[] = ["auto", "on", "off"];

const KEPT = "forecourt.theme";
const KEPT_TOUCH = "forecourt.touch";
const listeners = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find((one) => one === kept) ?? "system";
}

export function touch(): Touch {
  const kept = localStorage.getItem(KEPT_TOUCH);
  return TOUCHES.find((one) => one === kept) ?? "auto";
}

const coarse = matchMedia("(pointer: coarse)");

function apply() {
  const { dataset } = document.documentElement;
  const chosen = theme();
  if (chosen === "system") delete dataset.theme;
  else dataset.theme = chosen;
  const fingers = touch();
  if (fingers === "on" || (fingers === "auto" && coarse.matches)) dataset.touch = "";
  else delete dataset.touch;
}

function keep(name: string, chosen: string) {
  localStorage.setItem(name, chosen);
  apply();
  for (const listener of listeners) listener();
}

export const setTheme = (chosen: Theme) => keep(KEPT, chosen);
export const setTouch = (chosen: Touch) => keep(KEPT_TOUCH, chosen);

function listen(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(listen, theme);
export const useTouch = (): Touch => useSyncExternalStore(listen, touch);

/** Applies the look of this PC and follows the pointer: a finger gets larger targets. */
export function installLook() {
  apply();
  coarse.addEventListener("change", apply);
}
