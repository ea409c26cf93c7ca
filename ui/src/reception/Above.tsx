// Above the board: the line for whom comes now; on a former day a word about it; forms that were put aside.
import { memo, type RefObject } from "react";
import { useMay } from "../desk";
import type { Id, LoggedVisit, ReceptionView } from "../generated/types";
import { Button, Icon } from "../kit";
import { useWords } from "../words";
import type { Draft } from "./drafts";
import type { Fields } from "./fields";
import { QuickLine } from "./QuickLine";
import styles from "./Reception.module.css";
import { type Names, useWho } from "./useFieldText";

export type AboveProps = {
  view: ReceptionView;
  isToday: boolean;
  names: Names;
  picked: Id | null;
  onPick: (staff: Id | null) => void;
  parked: readonly Draft[];
  onBegin: (kind: Draft["kind"], fields?: Fields) => void;
  onResume: (draft: Draft) => void;
  onLogged: (logged: LoggedVisit) => void;
  onDown: () => void;
  line: RefObject<HTMLInputElement | null>;
};

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

/** This PC's clock was set back, or its battery is flat: what is logged now would stand in the wrong place. */
function ClockBehind({ minutes }: { minutes: number }) {
  const { t, f } = useWords();
  const behind =
    minutes >= 2 * DAY_MIN ? t("reception.days_n", { n: Math.floor(minutes / DAY_MIN) }) : f.minutes(minutes);
  return (
    <p className={styles.clock} role="alert">
      <Icon name="warning" size={17} />
      {t("reception.clock_behind", { minutes: behind })}
    </p>
  );
}

export const Above = memo(function Above(props: AboveProps) {
  const { view, isToday, names, picked, onPick, parked, onBegin, onResume, onLogged, onDown, line } = props;
  const { t } = useWords();
  const who = useWho();
  const may = useMay();
  const mayLog = may("log_walk_in");
  return (
    <>
      {isToday && mayLog && (
        <QuickLine
          names={names}
          next={view.next}
          picked={picked}
          onPick={onPick}
          onLogged={onLogged}
          onForm={onBegin}
          onDown={onDown}
          input={line}
        />
      )}
      {view.clock_behind !== null && <ClockBehind minutes={view.clock_behind} />}
      {!isToday && (
        <p className={styles.past}>
          <Icon name="info" size={16} />
          {view.open.length > 0 ? t("reception.past_open", { n: view.open.length }) : t("reception.past")}
          {mayLog && (
            <Button size="s" keys="F2" onPress={() => onBegin("walk_in")}>
              {t("reception.back_fill")}
            </Button>
          )}
        </p>
      )}
      {parked.length > 0 && (
        <ul className={styles.parked} aria-label={t("reception.parked")}>
          {parked.map((draft) => (
            <li key={draft.id}>
              <Button size="s" icon={draft.kind === "call" ? "call" : "walk"} onPress={() => onResume(draft)}>
                <span className={styles.name}>
                  {t("reception.parked_one", {
                    who:
                      draft.fields.name || draft.fields.gender
                        ? who(draft.fields)
                        : (draft.fields.phone ?? who(draft.fields)),
                  })}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
});
