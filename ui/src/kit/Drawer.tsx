// The chosen record, beside the list and never over it. Not modal: the list goes on working. Escape closes it and
// the focus returns to where it was, or to the list. A form within that is done leaves the focus to the record.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "../words";
import { IconButton } from "./Button";
import styles from "./Drawer.module.css";
import { useKeptFocus } from "./useKeptFocus";

/** Those that are open, the latest last: Escape closes the one in which one is, else the latest. */
const open: { current: HTMLElement | null }[] = [];

export type DrawerProps = {
  title: ReactNode;
  /** Beside the title: a chip, a menu. */
  aside?: ReactNode;
  /** Under the title, above what scrolls. */
  head?: ReactNode;
  /** At the foot, always in sight. */
  foot?: ReactNode;
  children: ReactNode;
  onClose: () => void;
  /** Pixels; 440 unless told. */
  width?: number;
  /** Leave the focus in the list (a preview that follows the cursor). */
  leaveFocus?: boolean;
};

export function Drawer({ title, aside, head, foot, children, onClose, width = 440, leaveFocus }: DrawerProps) {
  const { t } = useWords();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  // Asked while rendering: a field of the drawer takes the focus before any effect runs.
  const [cameFrom] = useState(() => document.activeElement);
  const close = useRef(onClose);
  close.current = onClose;
  useKeptFocus(panel, () => panel.current?.focus());

  // With the drawing: a key that is pressed at its sight is its own.
  useLayoutEffect(() => {
    // A field inside may have taken it already.
    if (!leaveFocus && !panel.current?.contains(document.activeElement)) panel.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      // Whatever floats above (a menu, a calendar, a dialogue) closes first.
      if (
        document.querySelector("[data-overlay]") ||
        (event.target as Element | null)?.closest?.('[role="listbox"],[role="menu"]')
      )
        return;
      const at = open.findLast((one) => one.current?.contains(document.activeElement)) ?? open.at(-1);
      if (at !== panel) return;
      event.preventDefault();
      close.current();
    };
    open.push(panel);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      open.splice(open.indexOf(panel), 1);
      const inside = panel.current?.contains(document.activeElement) || document.activeElement === document.body;
      const known = cameFrom !== document.body && cameFrom?.isConnected;
      const back = known ? cameFrom : document.querySelector('[role="grid"]');
      if (inside && back instanceof HTMLElement) back.focus();
    };
  }, [leaveFocus, cameFrom]);

  return (
    <aside ref={panel} className={styles.drawer} style={{ width }} aria-labelledby={id} tabIndex={-1}>
      <header className={styles.top}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
        <IconButton icon="close" label={t("kit.close")} keys="Esc" size="s" onPress={onClose} />
      </header>
      {head && <div className={styles.head}>{head}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section className={styles.body} tabIndex={0} aria-labelledby={id}>
        {children}
      </section>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </aside>
  );
}
