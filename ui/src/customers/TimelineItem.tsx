// One act in the story of a customer: what, by whom, when; what was said; what it changed; and the way back.
import type { TimelineEntry } from "../generated/types";
import { Chip, Icon, IconButton, type IconName } from "../kit";
import { useWords } from "../words";
import type { Change } from "./changes";
import styles from "./Timeline.module.css";
import { useTakeBack } from "./useUndoLast";

const ICONS: Record<TimelineEntry["kind"], IconName> = {
  visit: "walk",
  call: "call",
  contact: "phone",
  edit: "edit",
  level: "star",
  plan: "calendar",
  appointment: "calendar",
  review: "note",
  import: "import",
  other: "info",
};
/** Entered so much later than it happened, it was back-filled. */
const LATER_MS = 15 * 60_000;

export function TimelineItem({ entry, changes }: { entry: TimelineEntry; changes: readonly Change[] }) {
  const { t, f, find } = useWords();
  const takeBack = useTakeBack();
  const what = find(`customers.v_${entry.verb}`) ?? t(`customers.k_${entry.kind}`);
  const mayUndo = entry.undoable && !entry.undone;
  return (
    <li className={styles.entry} data-undone={entry.undone || undefined} data-kind={entry.kind}>
      <span className={styles.icon}>
        <Icon name={ICONS[entry.kind]} size={16} />
      </span>
      <div className={styles.body}>
        <p className={styles.head}>
          <b className={styles.what}>{what}</b>
          <span className={styles.when}>{f.moment(entry.at)}</span>
          <span className={styles.who}>{entry.actor_name}</span>
          {entry.entered_at - entry.at > LATER_MS && (
            <span className={styles.who}>{t("customers.entered_later", { when: f.moment(entry.entered_at) })}</span>
          )}
          {entry.undone && <Chip>{t("customers.undone")}</Chip>}
        </p>
        {entry.title && (
          <p className={styles.said} data-copy="">
            {entry.title}
          </p>
        )}
        {changes.length > 0 && (
          <ul className={styles.changes}>
            {changes.map(({ key, field, from, to }) => (
              <li key={key}>
                <span className={styles.field}>{field}</span>
                {from !== null && (
                  <>
                    <span className={styles.from}>{from}</span>
                    <span aria-hidden="true">→</span>
                  </>
                )}
                <span>{to ?? t("customers.nothing")}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {mayUndo && (
        <span className={styles.undo}>
          <IconButton icon="undo" size="s" label={t("customers.undo_this", { what })} onPress={() => takeBack(entry)} />
        </span>
      )}
    </li>
  );
}
