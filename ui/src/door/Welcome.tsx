// Nothing is here yet: set up one's own branch, look around in an invented one, or bring back a backup.
import { Button as AriaButton } from "react-aria-components";
import { Button, Icon, type IconName } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./Welcome.module.css";

export type Way = "welcome" | "set_up" | "join" | "demo" | "restore";

type WelcomeProps = { onWay: (way: Way) => void };

export function Welcome({ onWay }: WelcomeProps) {
  const { t } = useWords();
  const ways: { way: Way; icon: IconName; title: string; words: string }[] = [
    { way: "set_up", icon: "door", title: t("door.way_set_up"), words: t("door.way_set_up_words") },
    { way: "join", icon: "devices", title: t("door.way_join"), words: t("door.way_join_words") },
    { way: "demo", icon: "eye", title: t("door.way_demo"), words: t("door.way_demo_words") },
  ];
  return (
    <Sheet wide title={t("door.welcome")} words={t("door.welcome_words")}>
      <ul className={styles.ways}>
        {ways.map(({ way, icon, title, words }, index) => (
          <li key={way}>
            <AriaButton
              className={styles.way ?? ""}
              data-first={index === 0 || undefined}
              autoFocus={index === 0}
              onPress={() => onWay(way)}
            >
              <Icon name={icon} size={24} />
              <span className={styles.words}>
                <b>{title}</b>
                <span>{words}</span>
              </span>
              <Icon name="right" size={20} />
            </AriaButton>
          </li>
        ))}
      </ul>
      <Button tone="link" onPress={() => onWay("restore")}>
        {t("door.way_restore")}
      </Button>
    </Sheet>
  );
}
