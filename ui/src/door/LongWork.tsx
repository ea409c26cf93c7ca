// A long work under way: how far it is, and a way to stop it. What was stopped leaves everything as it was.
import { useEffect, useState } from "react";
import { useDesk } from "../desk";
import type { Progress as Told } from "../generated/types";
import { Button, Progress } from "../kit";
import { useWords } from "../words";
import styles from "./LongWork.module.css";

const LOOK_EVERY_MS = 200;
/** What is over sooner needs no bar. */
const LONG_MS = 400;

type LongWorkProps = {
  /** What is done until the desk has told. */
  phase: Told["phase"];
  /** More than stopping it, where more is to be done. */
  onStop?: () => void;
  /** Said under it. */
  note?: string;
};

export function LongWork({ phase, onStop, note }: LongWorkProps) {
  const { t, f } = useWords();
  const desk = useDesk();
  const [told, setTold] = useState<Told | null>(null);
  const [stopping, setStopping] = useState(false);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    let there = true;
    const look = () =>
      desk.call("progress", {}).then(
        (progress) => {
          if (there) setTold(progress);
        },
        // Whoever waits for the work hears what went wrong with it.
        () => undefined,
      );
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      there = false;
      clearInterval(timer);
    };
  }, [desk]);
  if (!long) return null;
  const stop = () => {
    setStopping(true);
    if (onStop) onStop();
    else desk.call("stop", {}).catch(() => setStopping(false));
  };
  const now = told?.phase ?? phase;
  const rows = now === "understanding" || now === "saving";
  const { done = 0, total = 0 } = told ?? {};
  return (
    <div className={styles.work}>
      <Progress
        label={stopping ? t("kit.work_stopping") : t(`kit.work_${now}`)}
        {...(total > 0 ? { done, total } : {})}
        {...(total > 0 && rows ? { value: t("kit.work_of", { done: f.number(done), total: f.number(total) }) } : {})}
      />
      {note && <p className={styles.note}>{note}</p>}
      <div>
        <Button isDisabled={stopping} onPress={stop}>
          {t("kit.work_stop")}
        </Button>
      </div>
    </div>
  );
}
