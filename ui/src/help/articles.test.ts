import { expect, test } from "vitest";
import { LANGS } from "../words";
import { fetchArticles, TOPICS } from "./articles";
import { findEntries } from "./findEntries";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*", "!./*"], {
  query: "?raw",
  import: "default",
  eager: true,
});
/** Keys of forms, lists and messages, which are no commands. */
const EVERYWHERE = ["Enter", "Esc", "Ctrl+Enter", "Ctrl+Z", "↑", "↓", "Alt+1", "Alt+9", "Alt+↓"];

test("help names no key that does nothing", async () => {
  const code = Object.values(sources).join("\n");
  // In a command, on a button, or after the sentence of a command.
  const keys = /(?:\bkeys[:=]|"[a-z]+\.[a-z_]+",)\s*"([^"\s]+)"/g;
  const known = new Set([...code.matchAll(keys)].map(([, keys]) => keys?.toUpperCase()));
  for (const keys of EVERYWHERE) known.add(keys.toUpperCase());
  const articles = await fetchArticles["zh-CN"]();
  const strange = Object.values(articles)
    .flatMap(({ entries }) => Object.values(entries))
    .flatMap(({ text }) => [...text.matchAll(/\[([^\]]+)\]/g)].map(([, keys]) => keys ?? ""))
    .filter((keys) => !known.has(keys.toUpperCase()));
  expect(strange).toEqual([]);
});

test("every topic is in the list of topics, and has at least four questions", async () => {
  for (const lang of LANGS) {
    const articles = await fetchArticles[lang]();
    expect(TOPICS.map(({ id }) => id).sort()).toEqual(Object.keys(articles).sort());
    for (const { entries } of Object.values(articles)) expect(Object.keys(entries).length).toBeGreaterThanOrEqual(4);
  }
});

test("an entry is found by other words than its own, by part of a word and by several in any order", async () => {
  const articles = await fetchArticles.en();
  const found = (query: string) => findEntries(articles, query).map(({ topic, id }) => `${topic}.${id}`);
  expect(found("competitor")).toContain("customer.rivals");
  expect(found("usb")[0]).toBe("backup.folder");
  expect(found("PASSWORD forgot")).toContain("people.reset");
  expect(found("unicorn")).toEqual([]);
  expect(found("  ")).toEqual([]);
});
