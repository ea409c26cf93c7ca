// Going back to a backup replaces what is here now: the key on paper confirms it.

import { Notice } from "../door/Notice";
import { RestoreForm } from "../door/RestoreForm";
import { Dialog } from "../kit";
import { useWords } from "../words";

export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t("door.restore_title")} open onClose={onClose} firm>
      <Notice tone="danger">{t("settings.restore_warning")}</Notice>
      <RestoreForm onCancel={onClose} onDone={onClose} />
    </Dialog>
  );
}
