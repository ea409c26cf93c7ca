// What one may rely on, before anything is typed.
import { Icon, type IconName } from "../kit";
import { useWords } from "../words";
import styles from "./WelcomeFacts.module.css";

export function WelcomeFacts() {
  const { t } = useWords();
  const facts: { icon: IconName; text: string }[] = [
    { icon: "check", text: t("door.fact_offline") },
    { icon: "lock", text: t("door.fact_secret") },
    { icon: "import", text: t("door.fact_excel") },
  ];
  return (
    <ul className={styles.facts}>
      {facts.map(({ icon, text }) => (
        <li key={icon}>
          <Icon name={icon} size={19} />
          {text}
        </li>
      ))}
    </ul>
  );
}
