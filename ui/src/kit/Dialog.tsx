// For what must be finished or dropped before anything else: rarely. Undo is better than asking.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Dialog.module.css";
import { useFocusBack } from "./useFocusBack";

export type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the primary one last. */
  foot?: ReactNode;
  width?: number;
  /** A press outside does not close it (something was typed). */
  firm?: boolean;
  /** Stands above the lock, too. */
  aboveLock?: boolean;
};

export function Dialog({ title, open, onClose, children, foot, width = 460, firm, aboveLock }: DialogProps) {
  useFocusBack(open);
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      data-overlay=""
      data-above={aboveLock || undefined}
      isOpen={open}
      onOpenChange={(is) => {
        if (!is) onClose();
      }}
      isDismissable={!firm}
    >
      <Modal className={styles.modal ?? ""} style={{ width }}>
        <AriaDialog className={styles.dialog ?? ""}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {foot && <footer className={styles.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
