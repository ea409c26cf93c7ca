// Who is here: open parties with their minutes, who has left, who called, what is still incomplete. Thousands of rows
// are no burden: only those in sight are drawn.
import { type ReactNode, type RefObject, useState } from "react";
import type { Id, ReceptionView, VisitRow } from "../generated/types";
import { Checkbox, EmptyState, Kbd, Table, Tabs, useWidth } from "../kit";
import { useWords } from "../words";
import styles from "./Board.module.css";
import { type ColumnsOf, useColumns } from "./columns";

export type BoardTab = "open" | "left" | "calls" | "incomplete";

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
  place: RefObject<HTMLDivElement | null>;
};

const WIDE = 860;
const SLIM = 460;

/** The visit on which the cursor of the board stands, while the board has the focus. */
export function rowUnderCursor(place: HTMLElement | null): Id | null {
  const grid = place?.querySelector<HTMLElement>('[role="grid"]');
  if (!grid || document.activeElement !== grid) return null;
  return grid.querySelector<HTMLElement>("[data-cursor] [data-visit]")?.dataset.visit ?? null;
}

export function Board({ view, tab, onTab, mine, openId, onOpen, onLeave, place }: BoardProps) {
  const { t } = useWords();
  const [onlyMine, setOnlyMine] = useState(false);
  const [measured, width] = useWidth();
  const columns = useColumns({ wide: width >= WIDE, slim: width < SLIM, onLeave });
  const whose = onlyMine ? mine : null;

  const table = (which: BoardTab, of: ColumnsOf, empty: ReactNode) => (
    <Table
      label={t(`reception.tab_${which}`)}
      rows={whose === null ? view[which] : view[which].filter(({ consultant }) => consultant === whose)}
      columns={columns(of)}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      openKey={openId}
      empty={empty}
    />
  );
  const nothing = (which: BoardTab) => <p className={styles.nothing}>{t(`reception.none_${which}`)}</p>;
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
              {width >= WIDE && (
                <span className={styles.keys} aria-hidden="true">
                  <Kbd keys="F6" /> {t("reception.key_board")}
                  <Kbd keys="Enter" /> {t("reception.key_open")}
                  {onLeave && (
                    <>
                      <Kbd keys="L" /> {t("reception.leave")}
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
                "open",
                <EmptyState icon="reception" title={t("reception.empty_title")}>
                  {t("reception.empty_words")}
                </EmptyState>,
              ),
            },
            {
              id: "left",
              label: t("reception.tab_left"),
              count: view.left.length,
              content: table("left", "left", nothing("left")),
            },
            {
              id: "calls",
              label: t("reception.tab_calls"),
              count: view.calls.length,
              content: table("calls", "calls", nothing("calls")),
            },
            {
              id: "incomplete",
              label: t("reception.tab_incomplete"),
              count: view.incomplete_count,
              content: table("incomplete", "incomplete", nothing("incomplete")),
            },
          ]}
        />
      </div>
    </div>
  );
}
