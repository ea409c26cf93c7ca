// What this is, and where its data and keys are.
import { useDoor } from "../desk";
import { CopyText, Facts, Page, Section } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function About() {
  const { t } = useWords();
  const door = useDoor().data;
  if (door === undefined) return null;
  const key = door.device_key === "file" ? "file" : "system";
  return (
    <Page title={t("settings.part_about")}>
      <div className={styles.narrow}>
        <Section title={t("frame.product")}>
          <div className={styles.block}>
            <Facts
              facts={[
                { name: t("settings.version"), value: door.version },
                { name: t("door.branch"), value: door.branch },
                { name: t("door.brand"), value: door.brand || t("kit.none") },
                { name: t("settings.data_folder"), value: <CopyText text={door.data_folder} /> },
              ]}
            />
          </div>
        </Section>
        <Section title={t("settings.device_key")}>
          <div className={styles.block}>
            <p className={styles.words}>{t(`settings.device_key_${key}`)}</p>
            {door.device_key_path !== null && (
              <Facts
                facts={[{ name: t("settings.device_key_file_name"), value: <CopyText text={door.device_key_path} /> }]}
              />
            )}
          </div>
        </Section>
      </div>
    </Page>
  );
}
