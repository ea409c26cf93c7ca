// An import under way: how far it is, and a way to stop it. Nothing is kept of an import that was stopped.
import { useEffect, useState } from "react";
import { asProblem, useDesk } from "../desk";
import type { Progress as Told } from "../generated/types";
import { Button, Progress } from "../kit";
import { useWords } from "../words";
import styles from "./Import.module.css";

const LOOK_EVERY_MS = 200;

export function Working({ saving, onCancel }: { saving: boolean; onCancel: () => void }) {
  const { t, f } = useWords();
  const desk = useDesk();
  const [told, setTold] = useState<Told | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    let there = true;
    const look = () =>
      desk.call("import_progress", {}).then(
        (progress) => {
          if (there) setTold(progress);
        },
        (thrown) => asProblem(thrown),
      );
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      there = false;
      clearInterval(timer);
    };
  }, [desk]);
  const phase = told?.phase ?? (saving ? "saving" : "reading");
  return (
    <div className={styles.working}>
      <Progress
        label={stopping ? t("import.stopping") : t(`import.phase_${phase}`)}
        {...(told && told.total > 0
          ? {
              done: told.done,
              total: told.total,
              ...(phase === "reading"
                ? {}
                : { value: t("import.of", { done: f.number(told.done), total: f.number(told.total) }) }),
            }
          : {})}
      />
      <p className={styles.note}>{t("import.all_or_nothing")}</p>
      <Button
        isDisabled={stopping}
        onPress={() => {
          setStopping(true);
          onCancel();
        }}
      >
        {t("kit.cancel")}
      </Button>
    </div>
  );
}
