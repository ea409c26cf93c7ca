// One page on the desk: its picture, or why there is none.
import type { Asked } from "../desk/useAsk";
import type { PaperPages } from "../generated/types";
import { Button, EmptyState } from "../kit";
import { useWords } from "../words";
import styles from "./PaperDialog.module.css";

export function PaperPage({ asked, alt }: { asked: Asked<PaperPages>; alt: string }) {
  const { t, problemWords } = useWords();
  if (asked.problem) {
    const again = <Button onPress={asked.again}>{t("kit.again")}</Button>;
    return (
      <div className={styles.sheet} data-problem="">
        <EmptyState icon="warning" title={problemWords(asked.problem)} actions={again} />
      </div>
    );
  }
  const picture = asked.data?.pages[0];
  if (picture === undefined) {
    return (
      <div className={styles.sheet} data-blank="" role="status">
        {t("print.setting")}
      </div>
    );
  }
  return (
    <img
      className={styles.sheet}
      data-former={asked.former ? "" : undefined}
      src={`data:image/png;base64,${picture.png}`}
      width={picture.width}
      height={picture.height}
      alt={alt}
    />
  );
}
