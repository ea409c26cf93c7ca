// The help as data: articles by topic, fetched in one language when help is first opened.
import type { Lang } from "../words";
import type { articles as first } from "./zh-CN";

export type Entry = {
  /** A question, as somebody at the counter asks it. */
  title: string;
  /** Paragraphs by line; keys in brackets: [Ctrl+K]. */
  text: string;
  /** Other words for it, to be found by. */
  words: string;
};
export type Article = { title: string; asks: string; entries: Record<string, Entry> };
export type Topic = keyof typeof first;
export type Articles = Record<Topic, Article>;
/** Another language has the same topics and, in each, the same entries. */
export type SameEntries = {
  [T in Topic]: { title: string; asks: string; entries: Record<keyof (typeof first)[T]["entries"], Entry> };
};

const load: Record<Lang, () => Promise<{ articles: SameEntries }>> = {
  "zh-CN": () => import("./zh-CN"),
  "zh-TW": () => import("./zh-TW"),
  en: () => import("./en"),
};

/** A function that is the same each time, per language: useLoaded remembers by it. */
export const fetchArticles = Object.fromEntries(
  Object.entries(load).map(([lang, get]) => [lang, async () => (await get()).articles as Articles]),
) as Record<Lang, () => Promise<Articles>>;

/** Where a topic is at home: the screen, and the part of the settings. */
export type Home = { path: string; part?: string };

/** Every topic in the order of the list of topics; those without a home belong to no one screen. */
export const TOPICS: readonly { id: Topic; home?: Home }[] = [
  { id: "reception", home: { path: "/reception" } },
  { id: "day", home: { path: "/reception" } },
  { id: "today", home: { path: "/today" } },
  { id: "customers", home: { path: "/customers" } },
  { id: "customer", home: { path: "/customers" } },
  { id: "search" },
  { id: "team", home: { path: "/team" } },
  { id: "import", home: { path: "/import" } },
  { id: "people", home: { path: "/settings", part: "people" } },
  { id: "lists", home: { path: "/settings", part: "lists" } },
  { id: "rules", home: { path: "/settings", part: "rules" } },
  { id: "messages", home: { path: "/settings", part: "messages" } },
  { id: "devices", home: { path: "/settings", part: "devices" } },
  { id: "backup", home: { path: "/settings", part: "backup" } },
  { id: "check", home: { path: "/settings", part: "check" } },
  { id: "mine", home: { path: "/settings", part: "mine" } },
  { id: "lock" },
  { id: "door" },
  { id: "general" },
];

/** What one most likely asks about here. */
export function topicOf(path: string, search: { customer?: unknown; part?: unknown }): Topic {
  if (search.customer !== undefined) return "customer";
  const here = TOPICS.filter(({ home }) => home !== undefined && path.startsWith(home.path));
  const part = here.find(({ home }) => home?.part !== undefined && home.part === search.part);
  return (part ?? here[0])?.id ?? "general";
}
