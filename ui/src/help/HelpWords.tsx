// What help says: the questions of the screen one is on, any other topic, or what was found in all of them.
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useRef, useState } from "react";
import { Button, SearchBox, useLoaded } from "../kit";
import { useWords } from "../words";
import { fetchArticles, type Home, TOPICS, type Topic } from "./articles";
import { EntryRow } from "./EntryRow";
import { findEntries } from "./findEntries";
import styles from "./Help.module.css";

export type HelpWordsProps = {
  /** The topic of the screen one is on. */
  here: Topic;
  /** Goes to the screen of a topic; nothing to press where it answers null. */
  onGo?: (home: Home) => (() => void) | null;
  /** Below the questions of this screen: its keys. */
  children?: ReactNode;
};

export function HelpWords({ here, onGo, children }: HelpWordsProps) {
  const { t, lang } = useWords();
  const articles = useLoaded(fetchArticles[lang]);
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<{ topic: Topic; here: Topic } | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  // What an input method has not yet made into a word is not looked for: the list stays until it is.
  const [composed, setComposed] = useState("");
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (!composing) setComposed(query.trim());
  }, [composing, query]);
  const wanted = useDeferredValue(composed);
  if (articles === null) return null;

  const topic = chosen?.here === here ? chosen.topic : here;
  const show = (next: Topic) => {
    setChosen({ topic: next, here });
    setQuery("");
    setOpen(null);
  };
  const article = articles[topic];
  const found = wanted === "" ? null : findEntries(articles, wanted);
  const rows = found ?? Object.entries(article.entries).map(([id, entry]) => ({ topic, id, entry }));
  const home = TOPICS.find(({ id }) => id === topic)?.home;
  const go = topic === here || home === undefined ? null : (onGo?.(home) ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const input = box.current?.querySelector("input");
    const typing = event.target === input;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const entries = [...(box.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
      const next = entries.indexOf(event.target) + step;
      event.preventDefault();
      if (next < 0) input?.focus();
      else entries[Math.min(next, entries.length - 1)]?.focus();
    } else if (event.key.length === 1 && event.key !== " " && !typing) {
      // Whoever types here looks for something: a letter is no key of the screen.
      event.stopPropagation();
      input?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the questions within
    <div ref={box} className={styles.help} onKeyDown={onKeyDown}>
      <div
        className={styles.search}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      >
        <SearchBox label={t("help.search")} value={query} onChange={setQuery} autoFocus />
      </div>
      {found === null ? (
        <header className={styles.head}>
          <h3 className={styles.topic}>{article.title}</h3>
          <p className={styles.asks}>{article.asks}</p>
          <div className={styles.ways}>
            {topic !== here && (
              <Button size="s" tone="quiet" icon="left" onPress={() => show(here)}>
                {t("help.back", { title: articles[here].title })}
              </Button>
            )}
            {go && (
              <Button size="s" onPress={go}>
                {t("help.go", { title: article.title })}
              </Button>
            )}
          </div>
        </header>
      ) : (
        <p className={styles.count} role="status">
          {found.length === 0 ? t("help.none", { text: wanted }) : t("help.found", { n: found.length })}
        </p>
      )}
      <ul aria-label={found === null ? article.title : t("help.results")}>
        {rows.map((row) => {
          const key = `${row.topic}.${row.id}`;
          return (
            <EntryRow
              key={key}
              entry={row.entry}
              open={open === key}
              onToggle={() => setOpen(open === key ? null : key)}
              of={found === null ? undefined : articles[row.topic].title}
            />
          );
        })}
      </ul>
      {found === null && topic === here && children}
      {found === null && (
        <nav className={styles.topics} aria-label={t("help.topics")}>
          <h3 className={styles.sub}>{t("help.topics")}</h3>
          <ul>
            {TOPICS.filter(({ id }) => id !== topic).map(({ id }) => (
              <li key={id}>
                <Button size="s" tone="quiet" onPress={() => show(id)}>
                  {articles[id].title}
                </Button>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
