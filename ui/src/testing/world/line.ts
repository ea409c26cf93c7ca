// Understands just enough of a quick line to look at the screen; the desk's own reading is richer.
import type { QuickEntry } from "../../generated/types";

const READ: readonly [RegExp, (found: string) => QuickEntry["fields"]][] = [
  [/^1\d{10}$/, (phone) => ({ phone })],
  [/^\d{1,2}人?$/, (people) => ({ party_size: Number.parseInt(people, 10) })],
  [/^[HABCN]$/, (level) => ({ level })],
  [/^(雅阁|皓影|型格|飞度|奥德赛|缤智|凌派)$/, (model) => ({ model })],
  [/^\p{Script=Han}(先生)$/u, (who) => ({ name: who.slice(0, 1), gender: "male" })],
  [/^\p{Script=Han}(女士|小姐)$/u, (who) => ({ name: who.slice(0, 1), gender: "female" })],
];

export function parseLine(text: string): QuickEntry {
  const entry: QuickEntry = { fields: {}, parts: [], known: [] };
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const [, read] = READ.find(([pattern]) => pattern.test(word)) ?? [];
    const fields = read?.(word) ?? { remark: word };
    Object.assign(entry.fields, fields);
    const field = Object.keys(fields)[0] ?? "remark";
    entry.parts.push({ start: index, end: index + word.length, field, shown: word });
  }
  return entry;
}
