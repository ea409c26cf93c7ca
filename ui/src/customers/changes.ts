// What an act changed, in plain words. Fields that are the machine's own are not told.
import type { TimelineEntry } from "../generated/types";
import { useWords } from "../words";
import { useValueWords } from "./values";

const OWN = new Set([
  "missing",
  "kept",
  "state",
  "entered",
  "customer",
  "import",
  "seq",
  "card",
  "staff",
  "made_for",
  "visit",
  "kind",
  "rule",
  "noun",
  "row",
  "follows",
  "actor",
  "expires",
  "level_from",
  "code",
  "card_day",
  "weather",
]);
/** Said by the record in which the story stands, unless it was something else before. */
const OF_THE_RECORD = new Set(["name", "gender", "phone", "digits"]);

export type Change = { key: string; field: string; from: string | null; to: string | null };

/** The changes of an entry that a person wants to read; what stands in its title is not said twice. */
export function useChanges(): (entry: TimelineEntry) => Change[] {
  const { find } = useWords();
  const words = useValueWords();
  return ({ title, at, actor_name, changes }) => {
    const told = new Set<string>();
    return changes.flatMap(({ table, field, from, to }) => {
      const label = find(`customers.f_${table}_${field}`) ?? find(`customers.f_${field}`);
      if (OWN.has(field) || label === undefined || (to !== null && to === title)) return [];
      const before = from === null ? null : words(table, field, from);
      const after = to === null ? null : words(table, field, to);
      // When it was and who did it stand above it.
      if (to === String(at) || after === actor_name) return [];
      if (before === null && table !== "customer" && OF_THE_RECORD.has(field)) return [];
      const said = `${label} ${after}`;
      // A contact that changes the level writes it twice: in itself and on the card of the customer.
      if ((before === null && after === null) || before === after || told.has(said)) return [];
      told.add(said);
      return [{ key: `${table}.${field}`, field: label, from: before, to: after }];
    });
  };
}
