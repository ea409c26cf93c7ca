// The address of the window: everything after "#". One history for the life of the window, whoever sits there.
import { createBrowserHistory, parseHref, type RouterHistory } from "@tanstack/history";
import type { Me } from "../generated/types";
import { homeOf, nounsOf } from "./nouns";

let history: RouterHistory | null = null;

/** The history of this window. The library's own one mixes the page's query into that of the address. */
export function windowHistory(): RouterHistory {
  history ??= createBrowserHistory({
    parseLocation: () => parseHref(window.location.hash.slice(1) || "/", window.history.state),
    createHref: (href) => `${window.location.pathname}${window.location.search}#${href}`,
  });
  return history;
}

let lastPerson: string | null = null;

/** Where this person begins: where the address says, unless it was another person's, or is not for them. */
export function beginFor(me: Me) {
  const path = window.location.hash.slice(1).split("?")[0] ?? "";
  const theirs = lastPerson === null || lastPerson === me.id;
  lastPerson = me.id;
  const open = path === "" || path === "/" || nounsOf(me).some((noun) => path.startsWith(noun.path));
  if (!theirs || !open) windowHistory().replace(homeOf(me));
}

/** A new window: the address counts, whoever comes in. */
export function openAt(path: string) {
  lastPerson = null;
  windowHistory().replace(path);
}
