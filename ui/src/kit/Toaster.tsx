// Where toasts stand. Undo is offered for ten seconds, and Ctrl+Z reaches it.
import { useEffect } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useWords } from "../words";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import styles from "./Toaster.module.css";
import { closeToast, type ShownToast, UNDO_MS, useToasts } from "./toasts";

function undoOf(toast: ShownToast) {
  toast.undo?.();
  closeToast(toast.id);
}

function One({ toast, newest }: { toast: ShownToast; newest: boolean }) {
  const { t } = useWords();
  const { id, until, undo, tone, text } = toast;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => closeToast(id), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [id, until]);
  return (
    <li className={styles.toast} data-tone={tone}>
      {tone === "problem" && <Icon name="warning" size={17} />}
      <span className={styles.text}>{text}</span>
      {undo && (
        <AriaButton className={styles.undo ?? ""} onPress={() => undoOf(toast)}>
          <svg
            className={styles.count}
            viewBox="0 0 16 16"
            aria-hidden="true"
            style={{ animationDuration: `${UNDO_MS}ms` }}
          >
            <circle cx="8" cy="8" r="6.5" pathLength="1" style={{ animationDuration: `${UNDO_MS}ms` }} />
          </svg>
          {t("kit.undo")}
          {newest && <Kbd keys="Ctrl+Z" />}
        </AriaButton>
      )}
      {!undo && (
        <AriaButton className={styles.close ?? ""} aria-label={t("kit.close")} onPress={() => closeToast(id)}>
          <Icon name="close" size={15} />
        </AriaButton>
      )}
    </li>
  );
}

export function Toaster() {
  const { t } = useWords();
  const toasts = useToasts();
  const undoable = toasts.findLast((toast) => toast.undo);

  useEffect(() => {
    if (!undoable) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      const at = document.activeElement;
      // In a text that has something typed, Ctrl+Z belongs to the text.
      if ((at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.value !== "") return;
      event.preventDefault();
      undoOf(undoable);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undoable]);

  return (
    <section
      className={styles.region}
      data-react-aria-top-layer="true"
      aria-label={t("kit.messages")}
      aria-live="polite"
    >
      <ul>
        {toasts.map((toast) => (
          <One key={toast.id} toast={toast} newest={toast === undoable} />
        ))}
      </ul>
    </section>
  );
}
