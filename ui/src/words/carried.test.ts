import { expect, test } from "vitest";
import { LATER } from "./later";

const raw = import.meta.glob<string>(
  ["../**/*.{ts,tsx}", "!../**/*.test.*", "!../testing/**", "!../generated/**", "!./later.ts"],
  { query: "?raw", import: "default", eager: true },
);
/** By path from src: "customers/Tags.tsx". */
const sources = new Map(
  Object.entries(raw).map(([path, source]) => [
    path.startsWith("./") ? `words/${path.slice(2)}` : path.slice(3),
    source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""),
  ]),
);

type Fetch = { part: string; brings: string[] };

function fileOf(from: string, to: string): string | undefined {
  const path = new URL(to, `file:///${from}`).pathname.slice(1);
  return [`${path}.tsx`, `${path}.ts`, `${path}/index.ts`].find((file) => sources.has(file));
}

/** Where a name that a file passes on comes from; the file itself where it is made there. */
function originOf(file: string, name: string): string | undefined {
  for (const [, names = "", to = ""] of sources.get(file)?.matchAll(/export\s*\{([^}]*)\}\s*from\s*"(\.[^"]*)"/g) ??
    []) {
    if (new RegExp(`\\b${name}\\b`).test(names)) return fileOf(file, to);
  }
  return file;
}

/** The files that come with a file at once. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const imports = /^(?:import|export)\s+(?!type\b)(?:(\{[^}]*\}|[\w*]+(?:\s+as\s+\w+)?)\s*from\s*)?"(\.[^"]*)"/gm;
  for (const [, what = "", to = ""] of sources.get(file)?.matchAll(imports) ?? []) {
    const target = fileOf(file, to);
    if (target === undefined) continue;
    const names = what.startsWith("{") ? what.slice(1, -1).split(",") : [];
    const meant = names.map((one) => one.trim()).filter((one) => one !== "" && !one.startsWith("type "));
    // A file that only passes names on brings what is asked of it.
    if (!target.endsWith("/index.ts") || meant.length === 0)
      found.push(...(names.length && !meant.length ? [] : [target]));
    else for (const name of meant) found.push(originOf(target, name.split(" as ")[0] ?? name) ?? target);
  }
  return found;
}

function withAll(file: string): Set<string> {
  const all = new Set([file]);
  for (const one of all) for (const next of importsOf(one)) all.add(next);
  return all;
}

function fetchesOf(file: string): Fetch[] {
  const calls = /(?:withWords\(\s*\[([^\]]*)\],\s*)?import\(\s*"(\.[^"]*)"\s*\)/g;
  return [...(sources.get(file)?.matchAll(calls) ?? [])].flatMap(([, nouns = "", to = ""]) => {
    const part = fileOf(file, to);
    return part === undefined ? [] : [{ part, brings: [...nouns.matchAll(/"(\w+)"/g)].map(([, noun = ""]) => noun) }];
  });
}

const START = "main.tsx";
/** The window fetches them before anything else. */
const AT_ONCE = ["door", "errors"];

/** What surely is here when a part is drawn, whichever way led to it. */
function certain(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>([[START, new Set(AT_ONCE)]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [part, here] of known) {
      for (const file of withAll(part)) {
        for (const { part: next, brings } of fetchesOf(file)) {
          const then = new Set([...here, ...brings]);
          const before = known.get(next);
          const both = before === undefined ? then : before.intersection(then);
          if (before !== undefined && before.size === both.size) continue;
          known.set(next, both);
          changed = true;
        }
      }
    }
  }
  return known;
}

test("every part of the window that is fetched has the words that it says, whichever way one came", () => {
  const known = certain();
  expect(known.size).toBeGreaterThan(40);
  const wordless: string[] = [];
  for (const [part, here] of known) {
    for (const file of withAll(part)) {
      const said = new Set([...(sources.get(file) ?? "").matchAll(/["'`]([a-z]+)\.[a-z]/g)].map(([, noun]) => noun));
      for (const noun of LATER)
        if (said.has(noun) && !here.has(noun)) wordless.push(`${part}: ${file} says words of ${noun}`);
    }
  }
  expect(wordless).toEqual([]);
});
