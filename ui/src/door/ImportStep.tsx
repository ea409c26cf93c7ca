// What the branch already knows: its register from Excel, now or later.

import { Button } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";

export function ImportStep({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const go = (path: string) => {
    window.location.hash = path;
    onDone();
  };
  return (
    <Sheet title={t("door.import_title")} words={t("door.import_words")}>
      <div className={`${styles.foot} ${styles.apart}`}>
        <Button tone="primary" size="l" icon="import" onPress={() => go("/import")} autoFocus>
          {t("door.import_do")}
        </Button>
        <Button tone="quiet" size="l" onPress={() => go("/reception")}>
          {t("door.import_later")}
        </Button>
      </div>
    </Sheet>
  );
}
