// The customers to contact, the overdue apart from those of today. Arrows or j and k move, Enter opens, a digit opens
// with that way chosen. Only the rows in sight are in the document.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useHouse } from "../desk";
import { useCommands } from "../frame/commands";
import type { CardRow, Day } from "../generated/types";
import { nothingHeld, useLoaded } from "../kit";
import { type InWords, useWords } from "../words";
import { CardHead } from "./CardHead";
import styles from "./CardList.module.css";

const loadWork = () => import("./WorkCard").then((module) => module.WorkCard);

export type CardListProps = {
  overdue: readonly CardRow[];
  due: readonly CardRow[];
  upcoming: readonly CardRow[];
  overdueCount: number;
  dueCount: number;
  upcomingCount: number;
  nextByLevel: Record<string, Day | null>;
  onDone: (card: CardRow, skipped: boolean) => void;
  onOpenCustomer: (customer: string) => void;
  empty: ReactNode;
};

type Item =
  | { id: string; head: string; count: number }
  | { id: string; card: CardRow }
  | { id: string; note: ReactNode };
const HEAD = 40;
const ROW = 62;
const NOTE = 240;
const sizeOf = (item: Item | undefined) => (item === undefined || "card" in item ? ROW : "head" in item ? HEAD : NOTE);

function itemsOf(props: CardListProps, t: InWords["t"]): Item[] {
  const { overdue, due, upcoming, overdueCount, dueCount, upcomingCount, empty } = props;
  const group = (id: "overdue" | "due" | "upcoming", count: number, cards: readonly CardRow[]): Item[] =>
    cards.length === 0
      ? []
      : [{ id, head: t(`today.${id}`), count }, ...cards.map((card): Item => ({ id: card.id, card }))];
  return [
    ...group("overdue", overdueCount, overdue),
    ...group("due", dueCount, due),
    ...(overdue.length + due.length === 0 ? [{ id: "empty", note: empty }] : []),
    ...group("upcoming", upcomingCount, upcoming),
  ];
}

export function CardList(props: CardListProps) {
  const { nextByLevel, onDone, onOpenCustomer } = props;
  const { t } = useWords();
  const ways = useHouse().items("ways");
  const WorkCard = useLoaded(loadWork);
  const scroll = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [open, setOpen] = useState<{ id: string; way: string | null; skip?: boolean } | null>(null);
  const items = itemsOf(props, t);
  const cards = items.flatMap((item) => ("card" in item ? [item.card] : []));
  const at = cards.findIndex(({ id }) => id === current);
  const here = cards[at] ?? cards[0];
  /** When the current card goes, the one that takes its place is the next. */
  const place = useRef(0);
  if (at >= 0) place.current = at;

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => sizeOf(items[index]),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 4,
    scrollPaddingEnd: ROW,
  });

  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setCurrent(id);
    wanted.current = id;
    virtual.scrollToIndex(
      items.findIndex((item) => item.id === id),
      { align: "auto" },
    );
  };
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const begun = useRef(false);
  const first = cards[0]?.id;
  // Work begins at the first card, once. The focus is the sign that digits are heard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not again when the focus moves
  useEffect(() => {
    if (begun.current || first === undefined || WorkCard === null) return;
    begun.current = true;
    if (nothingHeld()) focus(first);
  }, [first, WorkCard]);

  // The card one stood on is gone: go on with the one that took its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the cards change
  useEffect(() => {
    if (current === null || at >= 0) return;
    setOpen(null);
    const next = cards[Math.min(place.current, cards.length - 1)];
    if (next === undefined) setCurrent(null);
    else if (document.activeElement === null || document.activeElement === document.body) focus(next.id);
    else setCurrent(next.id);
  }, [at, current]);

  const shown = open === null ? undefined : cards.find(({ id }) => id === open.id);
  const step = (by: number) => focus(cards[Math.max(0, Math.min(cards.length - 1, Math.max(0, at) + by))]?.id);
  const go = useRef(step);
  go.current = step;
  const commands = useMemo(
    () => [
      { id: "next_card", label: "today.key_down", keys: "j", noun: "today", run: () => go.current(1) } as const,
      { id: "former_card", label: "today.key_up", keys: "k", noun: "today", run: () => go.current(-1) } as const,
    ],
    [],
  );
  useCommands(commands);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && open !== null) {
      event.preventDefault();
      setOpen(null);
      focus(open.id);
      return;
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -cards.length, End: cards.length };
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
      return;
    }
    const way = /^[1-9]$/.test(event.key) ? ways[Number(event.key) - 1] : undefined;
    if (way !== undefined && here !== undefined) {
      event.preventDefault();
      setOpen({ id: here.id, way: way.code });
    } else if (event.key === "s" && here !== undefined) {
      event.preventDefault();
      setOpen({ id: here.id, way: null, skip: true });
    } else if (event.key === "o" && here !== undefined) {
      event.preventDefault();
      onOpenCustomer(here.customer);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cards within
    <div ref={scroll} className={styles.list} onKeyDown={onKeyDown}>
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              key={item.id}
              data-index={index}
              ref={virtual.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {"note" in item ? (
                item.note
              ) : "head" in item ? (
                <h2 className={styles.heading} data-late={item.id === "overdue" || undefined}>
                  {item.head}
                  <span className={styles.count}>{item.count}</span>
                </h2>
              ) : (
                <article
                  className={styles.card}
                  aria-label={item.card.customer_name}
                  data-open={shown?.id === item.id || undefined}
                >
                  <CardHead
                    card={item.card}
                    open={shown?.id === item.id}
                    current={here?.id === item.id}
                    onFocus={() => setCurrent(item.id)}
                    onPress={() => setOpen(shown?.id === item.id ? null : { id: item.id, way: null })}
                  />
                  {shown?.id === item.id && WorkCard && (
                    <WorkCard
                      key={`${open?.way}-${open?.skip}`}
                      card={item.card}
                      way={open?.way ?? null}
                      skip={open?.skip ?? false}
                      nextByLevel={nextByLevel}
                      onDone={onDone}
                      onOpenCustomer={onOpenCustomer}
                    />
                  )}
                </article>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
