// Rows by the thousand: only those in sight are in the document. Arrows move, Enter opens, Space ticks.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { nothingHeld } from "./nothingHeld";
import styles from "./Table.module.css";
import { useKeptFocus } from "./useKeptFocus";
import { useRowHeight } from "./useRowHeight";

export type Column<R> = {
  id: string;
  heading: string;
  /** The cells speak for themselves (buttons): the heading is for screen readers only. */
  hideHeading?: boolean;
  cell: (row: R) => ReactNode;
  /** CSS grid track: "1fr", "120px", "minmax(8em, 2fr)". */
  width: string;
  /** Figures stand to the right. */
  align?: "start" | "end";
  /** The column may be sorted by pressing its heading. */
  sort?: "none" | "ascending" | "descending";
  onSort?: () => void;
};

export type TableProps<R> = {
  label: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  rowKey: (row: R) => string;
  /** Enter, or a press on the row. */
  onOpen?: (row: R) => void;
  /** The row that is open beside the table. */
  openKey?: string | null;
  /** The cursor moved to a row. */
  onCursor?: (row: R) => void;
  /** Ticked rows; Space and the box tick. */
  ticked?: ReadonlySet<string>;
  onTick?: (row: R) => void;
  /** More rows exist than `rows`: asked for when the end comes near. */
  onMore?: () => void;
  /** All rows there are, when `rows` is only the beginning. */
  total?: number;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** What each row says of its state: "late" marks it. */
  tone?: (row: R) => "late" | "quiet" | undefined;
  autoFocus?: boolean;
};

const OVERSCAN = 4;

function CellOf<R>({ row, column }: { row: R; column: Column<R> }) {
  return (
    <div role="gridcell" className={styles.cell} data-align={column.align}>
      {column.cell(row)}
    </div>
  );
}
/** A cell: drawn anew for another row or another column, not when columns come and go beside it. */
const Cell = memo(CellOf) as typeof CellOf;

function CellsOf<R>({ row, columns }: { row: R; columns: readonly Column<R>[] }): ReactNode {
  return columns.map((column) => <Cell key={column.id} row={row} column={column} />);
}
/** The cells of a row: drawn anew for another row or other columns, not when the cursor goes by or a record opens. */
const Cells = memo(CellsOf) as typeof CellsOf;

export function Table<R>(props: TableProps<R>) {
  const {
    label,
    rows,
    columns,
    rowKey,
    onOpen,
    openKey,
    onCursor,
    onTick,
    ticked,
    onMore,
    total,
    empty,
    tone,
    autoFocus,
  } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // The button of a row goes with its row.
  useKeptFocus(scroll, () => scroll.current?.focus());
  const id = useId();
  // By key: a row that comes or goes must not shift the cursor to another under the hand.
  const [cursor, setCursor] = useState<{ key: string | null; index: number }>({ key: null, index: 0 });
  const rowHeight = useRowHeight();
  const found = cursor.key === null ? -1 : rows.findIndex((row) => rowKey(row) === cursor.key);
  const at = found >= 0 ? found : Math.min(cursor.index, rows.length - 1);
  const point = (index: number) => {
    const row = rows[index];
    setCursor({ key: row === undefined ? null : rowKey(row), index });
  };

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    scrollPaddingStart: rowHeight,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured was measured for another height
  useLayoutEffect(() => virtual.measure(), [rowHeight]);
  const items = virtual.getVirtualItems();

  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore && rows.length > 0 && last >= rows.length - 20) onMore();
  }, [last, rows.length, onMore]);

  useEffect(() => {
    if (autoFocus && nothingHeld()) scroll.current?.focus();
  }, [autoFocus]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    point(next);
    virtual.scrollToIndex(next, { align: "auto" });
    const row = rows[next];
    if (row !== undefined) onCursor?.(row);
  };
  const page = () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[at];
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + page()),
      PageUp: () => go(at - page()),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      Enter: () => row !== undefined && onOpen?.(row),
      " ": () => row !== undefined && onTick?.(row),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const tracks = columns.map(({ width }) => width).join(" ");
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onTick ? true : undefined}
      aria-activedescendant={rows.length > 0 && items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      tabIndex={0}
      className={styles.table}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.headings} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              className={styles.heading}
              data-align={column.align}
              aria-sort={column.sort}
            >
              {column.onSort ? (
                <button type="button" tabIndex={-1} className={styles.sort} onClick={column.onSort}>
                  {column.heading}
                  <span aria-hidden="true">
                    {column.sort === "ascending" ? "↑" : column.sort === "descending" ? "↓" : ""}
                  </span>
                </button>
              ) : column.hideHeading ? (
                <span className={styles.unseen}>{column.heading}</span>
              ) : (
                column.heading
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const key = rowKey(row);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for its rows
            <div
              key={key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={onTick ? (ticked?.has(key) ?? false) : key === openKey}
              className={styles.row}
              data-cursor={item.index === at || undefined}
              data-open={key === openKey || undefined}
              data-tone={tone?.(row)}
              style={{ gridTemplateColumns: tracks, height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                point(item.index);
                onCursor?.(row);
                onOpen?.(row);
              }}
            >
              <Cells row={row} columns={columns} />
            </div>
          );
        })}
      </div>
      {rows.length === 0 && empty && (
        <div role="row" className={styles.empty}>
          <div role="gridcell">{empty}</div>
        </div>
      )}
    </div>
  );
}
