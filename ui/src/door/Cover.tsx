// The cover of the register: to the left what stands here, to the right how one comes in.
import { type ReactNode, useEffect, useState } from "react";
import { fetched, IconButton } from "../kit";
import { LANG_NAMES, LANGS, useWords } from "../words";
import styles from "./Cover.module.css";

const HelpDialog = fetched(() => import("../help/HelpDialog").then(({ HelpDialog }) => HelpDialog));

export type CoverProps = {
  /** What help speaks of first. */
  help?: "door" | "lock";
  /** In large type on the cover: the branch, or what this is. */
  title: string;
  /** Above the title. */
  over?: string | null;
  /** Below the title: words, a clock, the steps. */
  children?: ReactNode;
  /** The right side. */
  page: ReactNode;
  /** At the foot of the cover. */
  foot?: ReactNode;
};

/** Lines of Chinese break anywhere: between phrases is better than within a word. */
const PHRASES = /[^，、：；]*[，、：；]|[^，、：；]+$/gu;

export function Cover({ help = "door", title, over, children, page, foot }: CoverProps) {
  const { t, lang, setLang } = useWords();
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F1" || event.defaultPrevented) return;
      event.preventDefault();
      setHelping(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div className={styles.cover}>
      <header className={styles.left}>
        <p className={styles.mark}>{t("frame.product")}</p>
        <div className={styles.middle}>
          {over && <p className={styles.over}>{over}</p>}
          <p className={styles.title}>
            {[...title.matchAll(PHRASES)].map(({ 0: phrase, index }) => (
              <span key={index}>{phrase}</span>
            ))}
          </p>
          {children}
        </div>
        <div className={styles.foot}>
          {foot && <p>{foot}</p>}
          <fieldset className={styles.langs} aria-label={t("frame.language")}>
            {LANGS.map((one) => (
              <button
                key={one}
                type="button"
                lang={one}
                className={styles.lang}
                aria-pressed={lang === one}
                onClick={() => setLang(one)}
              >
                {LANG_NAMES[one]}
              </button>
            ))}
            <IconButton icon="help" size="s" label={t("frame.help_open")} keys="F1" onPress={() => setHelping(true)} />
          </fieldset>
        </div>
      </header>
      <main className={styles.page}>{page}</main>
      {helping && <HelpDialog here={help} onClose={() => setHelping(false)} />}
    </div>
  );
}

/** What is done on the right side: a heading, a sentence, the work. */
export function Sheet({
  title,
  words,
  wide,
  children,
}: {
  title: string;
  words?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={styles.sheet} data-wide={wide || undefined} aria-label={title}>
      <h1 className={styles.heading}>{title}</h1>
      {words && <p className={styles.words}>{words}</p>}
      {children}
    </section>
  );
}
