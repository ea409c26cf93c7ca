// A one-time password, shown once: to be handed over and replaced at the first sign-in.
import { CopyText } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function OneTime({ name, password }: { name: string; password: string }) {
  const { t } = useWords();
  return (
    <div className={styles.secret} role="status">
      <p>{t("settings.one_time_of", { name })}</p>
      <b data-copy="">
        <CopyText text={password} />
      </b>
      <p>{t("settings.one_time_words")}</p>
    </div>
  );
}
