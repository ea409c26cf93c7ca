// Gives screens their words. One language is loaded at a time; switching needs no reload and loses nothing typed.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { Day, Problem } from "../generated/types";
import { fill, find, type SameKeys, type T, type Value } from "./catalogue";
import { dayOf, today } from "./days";
import { type Format, formats } from "./format";
import type { Lang } from "./lang";
import { fetchLater, LATER, type Later } from "./later";
import { useMinute } from "./useMinute";

const load: Record<Lang, () => Promise<{ words: SameKeys }>> = {
  "zh-CN": () => import("./zh-CN"),
  "zh-TW": () => import("./zh-TW"),
  en: () => import("./en"),
};

const here = new Map<Lang, SameKeys>();

/** Nouns whose words came, or come, with their screens. */
const later = new Set<keyof Later>();
let spoken: Lang = "zh-CN";

/** Makes the words of a language be here, so that the first thing drawn has them. */
export async function fetchWords(lang: Lang): Promise<SameKeys> {
  spoken = lang;
  const { words } = await load[lang]();
  await Promise.all(
    [...later].map(async (noun) => {
      if (!(noun in words)) Object.assign(words, { [noun]: await fetchLater(noun, lang) });
    }),
  );
  here.set(lang, words);
  return words;
}

/** A part of the window together with the words that it needs beyond those of every screen. */
export async function withWords<M>(nouns: readonly (keyof Later)[], part: Promise<M>): Promise<M> {
  for (const noun of nouns) later.add(noun);
  await fetchWords(spoken);
  return await part;
}

/** All words, once the first screen stands: whatever opens next has them. */
export function fetchAllWords(): Promise<unknown> {
  return withWords(LATER, Promise.resolve());
}

export const LANGS: Lang[] = ["zh-CN", "zh-TW", "en"];
/** What each language calls itself. */
export const LANG_NAMES: Record<Lang, string> = { "zh-CN": "简体中文", "zh-TW": "繁體中文", en: "English" };

const KEPT = "forecourt.lang";

/** The language chosen on this PC, else the Chinese of the system: a showroom's PC with an English system is still read in
 * Chinese, and the first screen offers the others. */
export function preferredLang(): Lang {
  const kept = localStorage.getItem(KEPT);
  const chosen = LANGS.find((lang) => lang === kept);
  if (chosen) return chosen;
  const system = navigator.language.toLowerCase();
  return /^zh.*(hant|tw|hk|mo)/.test(system) ? "zh-TW" : "zh-CN";
}

export type InWords = {
  lang: Lang;
  setLang: (lang: Lang) => void;
  t: T;
  f: Format;
  /** The sentence of a key that is only known at run time (a code of Rust's); undefined when there is none. */
  find: (key: string, args?: Record<string, Value>) => string | undefined;
  /** What went wrong, as a sentence. A code without a sentence gets a general one, with the code for the helper. */
  problemWords: (problem: Problem) => string;
};

const WordsContext = createContext<InWords | null>(null);

export function useWords(): InWords {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords outside WordsProvider");
  return words;
}

export function inWords(lang: Lang, words: SameKeys, setLang: (lang: Lang) => void, now: Day = today()): InWords {
  const say = (key: string, args?: Record<string, Value>) => {
    const text = find(words, key);
    return text === undefined ? undefined : fill(text, args);
  };
  const t: T = (key, ...blanks) => say(key, blanks[0]) ?? key;
  return {
    lang,
    setLang,
    t,
    f: formats(t, () => now),
    find: say,
    problemWords: ({ code, args, nature }) => say(`errors.${code}`, args) ?? t(`errors.any_${nature}`, { code }),
  };
}

export function WordsProvider({ lang: first, children }: { lang?: Lang; children: ReactNode }) {
  const [wanted, setWanted] = useState<Lang>(first ?? preferredLang);
  const [loaded, setLoaded] = useState(() => {
    const words = here.get(wanted);
    return words === undefined ? null : { lang: wanted, words };
  });

  useEffect(() => {
    let current = true;
    fetchWords(wanted).then((words) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      setLoaded((now) => (now?.lang === wanted ? now : { lang: wanted, words }));
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  // After midnight every screen says "yesterday" of what it called today.
  const now = dayOf(useMinute());
  const value = useMemo(() => {
    if (loaded === null) return null;
    const setLang = (lang: Lang) => {
      localStorage.setItem(KEPT, lang);
      setWanted(lang);
    };
    return inWords(loaded.lang, loaded.words, setLang, now);
  }, [loaded, now]);

  if (value === null) return null;
  return (
    <WordsContext value={value}>
      <I18nProvider locale={value.lang === "en" ? "en-GB" : value.lang}>{children}</I18nProvider>
    </WordsContext>
  );
}
