// Finds entries by any of their words, in any order: those whose title says it first, then by other words, then the text.
import type { Article, Articles, Entry, Topic } from "./articles";

export type FoundEntry = { topic: Topic; id: string; entry: Entry };

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

const MOST = 20;

/** Entries in which every word of `query` occurs, the best first. */
export function findEntries(articles: Articles, query: string): FoundEntry[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const found: (FoundEntry & { rank: number })[] = [];
  for (const [topic, article] of Object.entries(articles) as [Topic, Article][]) {
    for (const [id, entry] of Object.entries(article.entries)) {
      const places = [entry.title, entry.words, article.title, entry.text].map(plain);
      const ranks = wanted.map((word) => places.findIndex((place) => place.includes(word)));
      if (ranks.some((rank) => rank < 0)) continue;
      found.push({ topic, id, entry, rank: Math.max(...ranks) });
    }
  }
  return found.sort((one, other) => one.rank - other.rank).slice(0, MOST);
}
