// Help where there is no screen beside it yet: at the door, behind the lock.
import { Dialog } from "../kit";
import { useWords } from "../words";
import type { Topic } from "./articles";
import { HelpWords } from "./HelpWords";

export function HelpDialog({ here, onClose }: { here: Topic; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t("help.title")} open onClose={onClose} width={620} aboveLock>
      <HelpWords here={here} />
    </Dialog>
  );
}
