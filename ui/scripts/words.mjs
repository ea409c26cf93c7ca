// Writes src/words/args.ts from assets/words: which sentences have blanks, and what each blank is called.
// With it a missing or misspelt argument of t() is a compile error.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BLANK = /\{([a-z_]+)(?:\|[^}]*)?\}/g;
export const catalogue = fileURLToPath(new URL("../../assets/words", import.meta.url));
const target = fileURLToPath(new URL("../src/words/args.ts", import.meta.url));

/** The text of src/words/args.ts for the catalogue in `folder` (one folder per language, one JSON file per noun).
 * A blank that any language uses must be given.
 * @param {string} folder
 * @returns {string} */
export function argsModule(folder) {
  /** @type {Map<string, Set<string>>} */
  const blanksOf = new Map();
  for (const language of readdirSync(folder).sort()) {
    for (const file of readdirSync(join(folder, language)).sort()) {
      if (!file.endsWith(".json")) continue;
      const noun = file.slice(0, -".json".length);
      const sentences = JSON.parse(readFileSync(join(folder, language, file), "utf8"));
      for (const [key, text] of Object.entries(sentences)) {
        for (const [, blank] of String(text).matchAll(BLANK)) {
          const name = `${noun}.${key}`;
          blanksOf.set(name, (blanksOf.get(name) ?? new Set()).add(blank));
        }
      }
    }
  }
  const lines = [...blanksOf.keys()].sort().map((name) => {
    const blanks = [...(blanksOf.get(name) ?? [])].sort().map((blank) => `"${blank}"`);
    return `  "${name}": ${blanks.join(" | ")};`;
  });
  return [
    "// Made by scripts/words.mjs from assets/words (npm run types, dev, build and test make it anew). Do not edit.",
    "/** The blanks of each sentence that has any. */",
    "export type Args = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

/** Writes the module if its text changed. */
export function writeArgs() {
  const text = argsModule(catalogue);
  let before = "";
  try {
    before = readFileSync(target, "utf8");
  } catch {
    // the first time
  }
  if (before !== text) writeFileSync(target, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeArgs();
