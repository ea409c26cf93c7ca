// Views of the same thing. Left and right go from one to the next, Tab goes on into the one that is shown.
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import styles from "./Tabs.module.css";

export type TabOf<V extends string> = { id: V; label: string; count?: number; content: ReactNode };
export type TabsProps<V extends string> = {
  label: string;
  tabs: readonly TabOf<V>[];
  value: V;
  onChange: (value: V) => void;
  /** At the right end of the line of tabs. */
  aside?: ReactNode;
};

export function Tabs<V extends string>({ label, tabs, value, onChange, aside }: TabsProps<V>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex((tab) => tab.id === value);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = tabs.length - 1;
    const goal = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = goal === undefined ? undefined : tabs[goal];
    if (tab === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[goal ?? 0]?.focus();
    onChange(tab.id);
  };
  const shown = tabs[at];
  return (
    <div className={styles.tabs}>
      <div className={styles.line}>
        <div ref={list} role="tablist" aria-label={label} className={styles.list}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${id}-${tab.id}`}
              type="button"
              role="tab"
              aria-selected={tab.id === value}
              aria-controls={tab.id === value ? `${id}-panel` : undefined}
              tabIndex={tab.id === value ? 0 : -1}
              className={styles.tab}
              onClick={() => onChange(tab.id)}
              onKeyDown={onKeyDown}
            >
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {shown && (
        <div
          key={shown.id}
          id={`${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${shown.id}`}
          className={styles.panel}
        >
          {shown.content}
        </div>
      )}
    </div>
  );
}
