// Fails the build when the script that a first screen needs grows over its budget: the entry, what it imports at once,
// the largest language, and the door, or the house with one noun. What is fetched once that screen stands (forms,
// drawers, pop-ups) is not counted.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 200_000;
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

function reach(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) reach(next, seen);
  return seen;
}
const weigh = (keys) =>
  [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(`dist/${manifest[key].file}`)).length, 0);
const named = (pattern) => Object.keys(manifest).filter((key) => pattern.test(key));

const entry = named(/^index\.html$/)[0];
const languages = named(/src\/words\/(zh-CN|zh-TW|en)\.ts$/);
const door = named(/src\/door\/Door\.tsx$/);
const house = named(/src\/frame\/House\.tsx$/);
const nouns = named(/\/route\.tsx$/);
/** The part with which a noun opens, where it fetches its parts one by one. */
const opening = { settings: named(/src\/settings\/People\.tsx$/) };
/** Words of other nouns that a screen shows from its first paint. */
const beside = { door: ["errors"], today: ["customers", "appointments", "reception"], team: ["customers"] };
if (!entry || languages.length !== 3 || door.length !== 1 || house.length !== 1 || nouns.length !== 6) {
  throw new Error("the manifest no longer has the chunks this check knows");
}
const starts = languages.flatMap((language) => [
  ...[...door, ...nouns].map((part) => {
    const name = part.split("/").at(-2);
    // Words that come with the noun's screen, as `frame/nouns.ts` has them.
    const nounWords = [name, ...(beside[name] ?? [])].join("|");
    const own = named(new RegExp(`words/${/[^/]+(?=\.ts$)/.exec(language)}/(${nounWords})\\.json$`));
    const first = name === "door" ? door : [...house, part, ...(opening[name] ?? [])];
    return { name, keys: [entry, language, ...first, ...own] };
  }),
]);
const worst = new Map();
for (const { name, keys } of starts) {
  const all = new Set();
  for (const key of keys) reach(key, all);
  worst.set(name, Math.max(worst.get(name) ?? 0, weigh(all)));
}
let over = false;
for (const [name, bytes] of worst) {
  console.log(`start at ${name.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gz of ${LIMIT / 1000}`);
  if (bytes > LIMIT) over = true;
}
if (over) {
  console.error("over the budget");
  process.exit(1);
}
