// Who is here: open parties with their minutes, who has left, who called, what is still incomplete. Thousands of rows
// are no burden: only those in sight are drawn.
import { memo, type ReactNode, type RefObject, useEffect, useState } from "react";
import type { Id, ReceptionView, VisitRow } from "../generated/types";
import { Button, Checkbox, EmptyState, fetched, Kbd, Table, Tabs, useWidth } from "../kit";
import { useWords } from "../words";
import styles from "./Board.module.css";
import { type ColumnsOf, useColumns } from "./columns";

export type BoardTab = "open" | "waiting" | "left" | "calls" | "others" | "incomplete";

export type BoardProps = {
  view: ReceptionView;
  tab: BoardTab;
  onTab: (tab: BoardTab) => void;
  /** Whose parties may be looked at alone; null: nobody's. */
  mine: Id | null;
  openId: Id | null;
  onOpen: (row: VisitRow) => void;
  /** Null: this person may not. */
  onLeave: ((row: VisitRow) => void) | null;
  /** The same of drinks. */
  onDrink: ((row: VisitRow) => void) | null;
  /** The same of calls that were missed. */
  onMissed: (() => void) | null;
  /** The day's sheet, where it has no place beside the board. */
  onSheet: () => void;
  place: RefObject<HTMLDivElement | null>;
};

const Waiting = fetched(() => import("./Waiting").then(({ Waiting }) => Waiting));

const ROOMY = 1000;
const WIDE = 860;
const NARROW = 740;
const SLIM = 460;

/** The visit on which the cursor of the board stands, while the board has the focus. */
export function rowUnderCursor(place: HTMLElement | null): Id | null {
  const grid = place?.querySelector<HTMLElement>('[role="grid"]');
  if (!grid || document.activeElement !== grid) return null;
  return grid.querySelector<HTMLElement>("[data-cursor] [data-visit]")?.dataset.visit ?? null;
}

export const Board = memo(function Board({
  view,
  tab,
  onTab,
  mine,
  openId,
  onOpen,
  onLeave,
  onDrink,
  onMissed,
  onSheet,
  place,
}: BoardProps) {
  const { t } = useWords();
  const [onlyMine, setOnlyMine] = useState(false);
  useEffect(() => {
    Waiting.fetch();
  }, []);
  const [measured, width] = useWidth();
  const columns = useColumns({ roomy: width >= ROOMY, wide: width >= WIDE, slim: width < SLIM, onLeave, onDrink });
  const whose = onlyMine ? mine : null;

  const table = (which: ColumnsOf, empty: ReactNode) => (
    <Table
      label={t(`reception.tab_${which}`)}
      rows={whose === null ? view[which] : view[which].filter(({ consultant }) => consultant === whose)}
      columns={columns(which)}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      openKey={openId}
      empty={empty}
    />
  );
  const nothing = (which: ColumnsOf) => <p className={styles.nothing}>{t(`reception.none_${which}`)}</p>;
  return (
    <div ref={measured} className={styles.board}>
      <div ref={place} className={styles.inner} data-copy="">
        <Tabs
          label={t("reception.board")}
          value={tab}
          onChange={onTab}
          aside={
            <span className={styles.aside}>
              {mine !== null && (
                <Checkbox checked={onlyMine} onChange={setOnlyMine}>
                  {t("reception.only_mine")}
                </Checkbox>
              )}
              {onMissed !== null && width >= NARROW && (
                <Button size="s" tone="quiet" keys="F7" onPress={onMissed}>
                  {t("reception.missed_call")}
                </Button>
              )}
              {width >= NARROW && width < WIDE && (
                <Button size="s" tone="quiet" keys="F9" onPress={onSheet}>
                  {t("reception.sheet_open")}
                </Button>
              )}
              {width >= ROOMY && (
                <span className={styles.keys} aria-hidden="true">
                  <Kbd keys="F6" /> {t("reception.key_board")}
                  {onLeave && (
                    <>
                      <Kbd keys="L" /> {t("reception.leave")}
                    </>
                  )}
                  {onDrink && (
                    <>
                      <Kbd keys="D" /> {t("reception.field_drink")}
                    </>
                  )}
                </span>
              )}
            </span>
          }
          tabs={[
            {
              id: "open",
              label: t("reception.tab_open"),
              count: view.open.length,
              content: table(
                "open",
                <EmptyState icon="reception" title={t("reception.empty_title")}>
                  {t("reception.empty_words")}
                </EmptyState>,
              ),
            },
            {
              id: "waiting",
              label: t("reception.tab_waiting"),
              count: view.waiting_count,
              content: <Waiting calls={view.waiting} slim={width < WIDE} openId={openId} onOpen={onOpen} />,
            },
            {
              id: "left",
              label: t("reception.tab_left"),
              count: view.left.length,
              content: table("left", nothing("left")),
            },
            {
              id: "calls",
              label: t("reception.tab_calls"),
              count: view.calls.length,
              content: table("calls", nothing("calls")),
            },
            {
              id: "others",
              label: t("reception.tab_others"),
              count: view.others.length,
              content: table("others", nothing("others")),
            },
            {
              id: "incomplete",
              label: t("reception.tab_incomplete"),
              count: view.incomplete_count,
              content: table("incomplete", nothing("incomplete")),
            },
          ]}
        />
      </div>
    </div>
  );
});
