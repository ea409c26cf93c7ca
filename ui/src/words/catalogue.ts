// The keys of the sentences, typed from zh-CN, and how blanks are filled.
import type { Args } from "./args";
import type { words } from "./zh-CN";
import type { words as later } from "./zh-CN.later";

type First = typeof words;
type Later = typeof later;
export type Words = First & Later;
/** "noun.key" of every sentence. */
export type Key = { [N in keyof Words & string]: `${N}.${keyof Words[N] & string}` }[keyof Words & string];
/** Another language has the same nouns and, in each, the same keys. */
type Same<W> = { [N in keyof W]: Record<keyof W[N], string> };
export type FirstKeys = Same<First>;
export type LaterKeys = Same<Later>;
/** The later ones are missing until the first screen stands. */
export type SameKeys = FirstKeys & Partial<LaterKeys>;
export type Value = string | number;
export type Blanks<K extends Key> = K extends keyof Args ? [args: Record<Args[K], Value>] : [];
export type T = <K extends Key>(key: K, ...blanks: Blanks<K>) => string;

const BLANK = /\{([a-z_]+)(?:\|([^}|]*)\|([^}]*))?\}/g;

/** Fills `{n}`; `{n|day|days}` says the first word for 1 and the second for the rest. */
export function fill(text: string, args: Record<string, Value> | undefined): string {
  if (!text.includes("{")) return text;
  return text.replace(BLANK, (_, name: string, one?: string, many?: string) => {
    const value = args?.[name];
    if (one !== undefined) return (Number(value) === 1 ? one : many) ?? "";
    return value === undefined ? "" : String(value);
  });
}

/** The sentence of a key, undefined when there is none. */
export function find(words: SameKeys, key: string): string | undefined {
  const dot = key.indexOf(".");
  const noun = (words as Record<string, Record<string, string> | undefined>)[key.slice(0, dot)];
  return noun?.[key.slice(dot + 1)];
}
