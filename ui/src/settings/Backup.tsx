// The second copy: where it goes, when it was last made, whether it is sound; and the way back from it.
import { useState } from "react";
import { useAct, useAsk, useDesk, useMay, useSitting } from "../desk";
import { LongWork } from "../door/LongWork";
import { Notice } from "../door/Notice";
import { Button, Facts, Page, Section } from "../kit";
import { useWords } from "../words";
import { ConfirmKey } from "./ConfirmKey";
import { RestoreDialog } from "./RestoreDialog";
import styles from "./settings.module.css";

export function Backup() {
  const { t, f, problemWords } = useWords();
  const desk = useDesk();
  const may = useMay();
  const door = useSitting()?.door;
  const status = useAsk("backup_status", {}).data;
  const setFolder = useAct("set_backup_folder", { done: () => t("settings.backup_folder_set") });
  const backUp = useAct("back_up_now", { done: () => t("settings.backup_done") });
  const [sheet, setSheet] = useState<"restore" | "key" | null>(null);
  if (status === undefined) return null;

  const pick = async () => {
    const path = await desk.pickFolder();
    if (path !== null) await setFolder.run({ path });
  };
  const { folder, chosen, last, last_bytes, problem, kept } = status;
  return (
    <Page
      title={t("settings.part_backup")}
      actions={
        <Button
          tone="primary"
          icon="backup"
          busy={backUp.busy}
          isDisabled={!may("back_up_now")}
          onPress={() => backUp.run({})}
        >
          {t("settings.back_up_now")}
        </Button>
      }
    >
      <div className={styles.narrow}>
        {backUp.busy && (
          <div className={styles.block}>
            <LongWork phase="copying" />
          </div>
        )}
        {!chosen && <Notice>{t("settings.backup_unset_words")}</Notice>}
        {problem && <Notice tone="danger">{problemWords(problem)}</Notice>}
        {!problem && chosen && status.due && <Notice>{t("settings.backup_due_words")}</Notice>}
        <Section title={t("settings.backup_daily")}>
          <div className={styles.block}>
            <Facts
              facts={[
                { name: t("settings.backup_folder"), value: chosen ? folder : t("settings.backup_here", { folder }) },
                {
                  name: t("settings.backup_last"),
                  value:
                    last === null
                      ? t("settings.backup_never")
                      : `${f.moment(last)}${last_bytes === null ? "" : ` · ${f.bytes(last_bytes)}`}`,
                },
              ]}
            />
            <p className={styles.words}>{t("settings.backup_words")}</p>
            <div>
              <Button icon="folder" busy={setFolder.busy} isDisabled={!may("set_backup_folder")} onPress={pick}>
                {chosen ? t("settings.backup_change") : t("settings.backup_pick")}
              </Button>
            </div>
          </div>
        </Section>
        {kept.length > 0 && (
          <Section title={t("settings.backup_kept")}>
            <div className={`${styles.block} ${styles.kept}`}>
              <Facts
                facts={kept.map(({ file, at, bytes }) => ({
                  name: f.moment(at),
                  value: `${file} · ${f.bytes(bytes)}`,
                }))}
              />
            </div>
          </Section>
        )}
        {door && !door.demo && (
          <Section title={t("door.recovery_key")}>
            <div className={styles.block}>
              <p className={styles.words}>
                {door.recovery_confirmed ? t("settings.key_confirmed") : t("settings.key_unconfirmed")}
              </p>
              {!door.recovery_confirmed && (
                <div>
                  <Button icon="key" onPress={() => setSheet("key")}>
                    {t("settings.key_confirm")}
                  </Button>
                </div>
              )}
            </div>
          </Section>
        )}
        {may("restore") && (
          <Section title={t("door.restore_title")}>
            <div className={styles.block}>
              <p className={styles.words}>{t("settings.restore_words")}</p>
              <div>
                <Button tone="danger" onPress={() => setSheet("restore")}>
                  {t("settings.restore_open")}
                </Button>
              </div>
            </div>
          </Section>
        )}
      </div>
      {sheet === "restore" && <RestoreDialog onClose={() => setSheet(null)} />}
      {sheet === "key" && <ConfirmKey onClose={() => setSheet(null)} />}
    </Page>
  );
}
