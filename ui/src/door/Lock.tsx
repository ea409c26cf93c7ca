// The locked desk: covers everything, dialogues included. Whoever was here types the PIN; others choose themselves first.
import { useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useDoorAct } from "../desk";
import type { DoorStatus, Problem } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import { Clock } from "./Clock";
import { Cover, Sheet } from "./Cover";
import styles from "./Lock.module.css";
import { Seats } from "./Seats";

type LockProps = {
  door: DoorStatus;
  /** Whose screen is behind. */
  was: string | null;
  onNotice: (problem: Problem) => void;
};

export function Lock({ door, was, onNotice }: LockProps) {
  const { t } = useWords();
  const close = useDoorAct("close");
  const [first] = useState(was);
  const owner = door.people.find(({ id }) => id === first);
  return (
    <ModalOverlay className={styles.overlay ?? ""} data-overlay="" isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.dialog ?? ""} aria-label={t("door.locked")}>
          <Cover
            help="lock"
            title={door.branch ?? t("frame.product")}
            over={door.brand}
            foot={
              <Button tone="link" icon="door" onPress={() => close.run({})}>
                {t("frame.close")}
              </Button>
            }
            page={
              <Sheet
                wide
                title={t("door.locked")}
                words={owner ? t("door.locked_words", { name: owner.name }) : t("door.locked_nobody")}
              >
                <Seats people={door.people} first={first} onSeated={() => {}} onClosed={onNotice} />
              </Sheet>
            }
          >
            <Clock />
          </Cover>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
