// Changing one's own PIN and password while working.
import { Dialog, toast } from "../kit";
import { useWords } from "../words";
import { PasswordForm } from "./PasswordForm";
import { PinForm } from "./PinForm";

export function OwnPin({ hasPin, onClose }: { hasPin: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={hasPin ? t("frame.own_pin") : t("frame.own_pin_first")} open onClose={onClose}>
      <p>{t("door.pin_words")}</p>
      <PinForm
        cancel={t("kit.cancel")}
        onCancel={onClose}
        onDone={() => {
          toast({ text: t("door.pin_saved") });
          onClose();
        }}
      />
    </Dialog>
  );
}

export function OwnPassword({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t("frame.own_password")} open onClose={onClose} firm>
      <PasswordForm
        onCancel={onClose}
        onDone={() => {
          toast({ text: t("door.password_saved") });
          onClose();
        }}
      />
    </Dialog>
  );
}
