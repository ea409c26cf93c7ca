// Somebody else sits down for a moment: Ctrl+L, a digit, the PIN.
import type { DoorStatus } from "../generated/types";
import { Dialog, toast } from "../kit";
import { useWords } from "../words";
import { Seats } from "./Seats";

export function Switch({ door, onClose }: { door: DoorStatus; onClose: () => void }) {
  const { t, problemWords } = useWords();
  return (
    <Dialog title={t("door.switch_title")} open onClose={onClose} width={560}>
      <Seats
        people={door.people}
        first={null}
        onSeated={onClose}
        onClosed={(problem) => toast({ text: problemWords(problem), tone: "problem" })}
      />
    </Dialog>
  );
}
