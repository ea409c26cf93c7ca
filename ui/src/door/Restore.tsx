// A bare PC, or one whose files are damaged: the branch comes back from a backup and the key on paper.
import { useWords } from "../words";
import { Sheet } from "./Cover";
import { RestoreForm } from "./RestoreForm";

export function Restore({ onBack, onDone }: { onBack: () => void; onDone?: () => void }) {
  const { t } = useWords();
  return (
    <Sheet title={t("door.restore_title")} words={t("door.restore_words")}>
      <RestoreForm onCancel={onBack} {...(onDone ? { onDone } : {})} />
    </Sheet>
  );
}
