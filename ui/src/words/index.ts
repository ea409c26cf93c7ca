export type { Blanks, Key, T } from "./catalogue";
export * from "./days";
export type { Format } from "./format";
export type { Lang } from "./lang";
export { useMinute } from "./useMinute";
export {
  fetchAllWords,
  fetchWords,
  type InWords,
  LANG_NAMES,
  LANGS,
  preferredLang,
  useWords,
  WordsProvider,
  withWords,
} from "./WordsProvider";
