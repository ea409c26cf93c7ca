// Light or dark, and room for fingers: kept on this PC.
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const KEPT = "forecourt.theme";
const listeners = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find((one) => one === kept) ?? "system";
}

function apply() {
  const chosen = theme();
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export function setTheme(chosen: Theme) {
  localStorage.setItem(KEPT, chosen);
  apply();
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}

/** Applies the look of this PC and follows the pointer: a finger gets larger targets. */
export function installLook() {
  apply();
  const coarse = matchMedia("(pointer: coarse)");
  const follow = () => {
    if (coarse.matches) document.documentElement.dataset.touch = "";
    else delete document.documentElement.dataset.touch;
  };
  follow();
  coarse.addEventListener("change", follow);
}
