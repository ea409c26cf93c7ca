// Gives screens their words. One language is loaded at a time; switching needs no reload and loses nothing typed.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { Problem } from "../generated/types";
import { type FirstKeys, fill, find, type LaterKeys, type SameKeys, type T, type Value } from "./catalogue";
import { type Format, formats } from "./format";
import type { Lang } from "./lang";

const load: Record<Lang, () => Promise<{ words: FirstKeys }>> = {
  "zh-CN": () => import("./zh-CN"),
  "zh-TW": () => import("./zh-TW"),
  en: () => import("./en"),
};

const loadLater: Record<Lang, () => Promise<{ words: LaterKeys }>> = {
  "zh-CN": () => import("./zh-CN.later"),
  "zh-TW": () => import("./zh-TW.later"),
  en: () => import("./en.later"),
};

const here = new Map<Lang, SameKeys>();

let spoken: Lang = "zh-CN";

/** Makes the words of a language be here, so that the first thing drawn has them. */
export async function fetchWords(lang: Lang): Promise<SameKeys> {
  spoken = lang;
  const known = here.get(lang);
  if (known !== undefined) return known;
  const words: SameKeys = { ...(await load[lang]()).words };
  here.set(lang, words);
  return words;
}

/** The same with the words with which nobody begins. They come into the catalogue that is in use. */
async function fetchAllWords(lang: Lang): Promise<SameKeys> {
  const [first, { words }] = await Promise.all([fetchWords(lang), loadLater[lang]()]);
  return Object.assign(first, words);
}

/** For a screen whose words come later: they are here before it is. */
export async function withAllWords<M>(part: Promise<M>): Promise<M> {
  const [screen] = await Promise.all([part, fetchAllWords(spoken)]);
  return screen;
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

export function inWords(lang: Lang, words: SameKeys, setLang: (lang: Lang) => void): InWords {
  const say = (key: string, args?: Record<string, Value>) => {
    const text = find(words, key);
    return text === undefined ? undefined : fill(text, args);
  };
  const t: T = (key, ...blanks) => say(key, blanks[0]) ?? key;
  return {
    lang,
    setLang,
    t,
    f: formats(t),
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

  const begun = useRef(false);
  useEffect(() => {
    let current = true;
    const show = (words: SameKeys) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      setLoaded((now) => (now?.lang === wanted ? now : { lang: wanted, words }));
    };
    // What stands on the screen changes its language as a whole; the first screen waits for no words of others.
    if (begun.current) fetchAllWords(wanted).then(show);
    else
      fetchWords(wanted).then((words) => {
        begun.current = true;
        show(words);
        return fetchAllWords(wanted);
      });
    return () => {
      current = false;
    };
  }, [wanted]);

  const value = useMemo(() => {
    if (loaded === null) return null;
    return inWords(loaded.lang, loaded.words, (lang) => {
      localStorage.setItem(KEPT, lang);
      setWanted(lang);
    });
  }, [loaded]);

  if (value === null) return null;
  return (
    <WordsContext value={value}>
      <I18nProvider locale={value.lang === "en" ? "en-GB" : value.lang}>{children}</I18nProvider>
    </WordsContext>
  );
}
