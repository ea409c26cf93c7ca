// A few rows that are read rather than compared. Arrows move, Enter opens.
import type { ReactNode } from "react";
import { GridList, GridListItem } from "react-aria-components";
import styles from "./List.module.css";

export type ListItem = {
  id: string;
  /** The first line. */
  title: ReactNode;
  /** The words of the row, for letters that jump and for screen readers. */
  text: string;
  sub?: ReactNode;
  /** Before the words: a chip, an icon, a time. */
  lead?: ReactNode;
  /** At the right end: a figure, buttons. */
  trail?: ReactNode;
};

export type ListProps = {
  label: string;
  items: readonly ListItem[];
  onOpen?: (id: string) => void;
  openId?: string | null;
  empty?: ReactNode;
  autoFocus?: boolean;
};

export function List({ label, items, onOpen, openId, empty, autoFocus }: ListProps) {
  return (
    <GridList
      aria-label={label}
      className={styles.list ?? ""}
      items={items}
      dependencies={[openId]}
      selectionMode="none"
      autoFocus={autoFocus ? "first" : false}
      {...(onOpen ? { onAction: (key) => onOpen(String(key)) } : {})}
      renderEmptyState={() => <>{empty}</>}
    >
      {(item) => (
        <GridListItem
          id={item.id}
          textValue={item.text}
          className={styles.item ?? ""}
          data-open={item.id === openId || undefined}
        >
          {item.lead && <div className={styles.lead}>{item.lead}</div>}
          <div className={styles.words}>
            <div className={styles.title}>{item.title}</div>
            {item.sub && <div className={styles.sub}>{item.sub}</div>}
          </div>
          {item.trail && <div className={styles.trail}>{item.trail}</div>}
        </GridListItem>
      )}
    </GridList>
  );
}
