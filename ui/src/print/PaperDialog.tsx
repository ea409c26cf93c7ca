// A paper as it will come out of the printer, page by page. The system's own PDF viewer prints; the WebView never does.
import { useEffect, useRef, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useAct, useAsk, useDesk } from "../desk";
import type { Day, Id, PaperKind } from "../generated/types";
import { Button, IconButton } from "../kit";
import { useWords } from "../words";
import styles from "./PaperDialog.module.css";
import { PaperPage } from "./PaperPage";

export type PaperDialogProps = {
  paper: PaperKind;
  /** Of which day, or of the month that has it. */
  day: Day;
  /** The same in words; the day, unless told. */
  when?: string;
  /** Whose, where a paper is somebody's. */
  staff?: Id | null;
  onClose: () => void;
};

/** Pixels across: sharp on this screen, and never more than the desk gives. */
const across = () => Math.min(2_800, Math.round(1_400 * Math.max(1, window.devicePixelRatio)));

export function PaperDialog({ paper, day, when, staff = null, onClose }: PaperDialogProps) {
  const { t, f, lang, problemWords } = useWords();
  const desk = useDesk();
  const [page, setPage] = useState(0);
  const [width] = useState(across);
  const ground = useRef<HTMLElement>(null);
  const which = { paper, day, lang, ...(staff ? { staff } : {}) };
  const asked = useAsk("preview_paper", { ...which, from: page, count: 1, width });
  const pages = asked.data?.page_count ?? 0;
  // The next page is here before it is turned to.
  useAsk("preview_paper", { ...which, from: page + 1, count: 1, width }, { when: page + 1 < pages });
  const opening = useAct("open_paper", { ownProblems: true, done: () => t("print.opened") });
  const saving = useAct("save_paper", { ownProblems: true, done: ({ path }) => t("print.saved", { path }) });

  const title = t(`print.${paper}`);
  const print = () => opening.run(which);
  const save = async () => {
    const path = await desk.pickPdf(`${title} ${when ?? day}.pdf`);
    if (path !== null) await saving.run({ ...which, path });
  };
  const turn = (to: number) => {
    const next = Math.max(0, Math.min(to, pages - 1));
    if (next === page) return;
    setPage(next);
    ground.current?.scrollTo({ top: 0 });
  };

  const keys = useRef((_: KeyboardEvent) => {});
  keys.current = (event) => {
    const ways: Record<string, (() => void) | undefined> = {
      PageDown: () => turn(page + 1),
      PageUp: () => turn(page - 1),
      Home: () => turn(0),
      End: () => turn(pages - 1),
    };
    const printing = (event.ctrlKey || event.metaKey) && event.code === "KeyP";
    const way = printing ? print : event.ctrlKey || event.altKey ? undefined : ways[event.key];
    if (way === undefined) return;
    // The WebView's own print would put the screen on paper.
    event.preventDefault();
    if (!event.repeat || !printing) way();
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => keys.current(event);
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);

  const problem = opening.problem ?? saving.problem;
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      data-overlay=""
      isOpen
      onOpenChange={(is) => {
        if (!is) onClose();
      }}
      isDismissable
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          <header className={styles.bar}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <span className={styles.day}>{when ?? f.fullDay(day)}</span>
            {pages > 0 && (
              <div className={styles.turn}>
                <IconButton
                  icon="left"
                  label={t("print.previous")}
                  keys="PageUp"
                  isDisabled={page === 0}
                  onPress={() => turn(page - 1)}
                />
                <span className={styles.count} aria-live="polite">
                  {t("print.page", { n: page + 1, m: pages })}
                </span>
                <IconButton
                  icon="right"
                  label={t("print.next")}
                  keys="PageDown"
                  isDisabled={page + 1 >= pages}
                  onPress={() => turn(page + 1)}
                />
              </div>
            )}
            <div className={styles.actions}>
              <Button onPress={save} busy={saving.busy} isDisabled={pages === 0}>
                {t("print.save")}
              </Button>
              <Button
                tone="primary"
                icon="print"
                keys="Ctrl+P"
                onPress={print}
                busy={opening.busy}
                isDisabled={pages === 0}
                autoFocus
              >
                {t("print.print")}
              </Button>
              <IconButton icon="close" label={t("kit.close")} keys="Esc" onPress={onClose} />
            </div>
          </header>
          {problem && (
            <p className={styles.problem} role="alert">
              {problemWords(problem)}
            </p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <section ref={ground} className={styles.ground} aria-label={title} tabIndex={0}>
            <PaperPage asked={asked} alt={`${title} · ${t("print.page", { n: page + 1, m: Math.max(1, pages) })}`} />
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
