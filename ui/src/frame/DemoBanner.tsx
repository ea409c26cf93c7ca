// Says as long as it lasts that nothing here is real.
import { Button, Icon } from "../kit";
import { useWords } from "../words";
import styles from "./DemoBanner.module.css";

export function DemoBanner({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  return (
    <aside className={styles.banner} aria-label={t("frame.demo")}>
      <Icon name="info" size={16} />
      <span className={styles.words}>{t("frame.demo_banner")}</span>
      <Button size="s" onPress={onLeave}>
        {t("frame.leave_demo")}
      </Button>
    </aside>
  );
}
