// Who is behind: whoever burns most stands first, Enter opens their day.
import { useNavigate } from "@tanstack/react-router";
import type { TeamRow, TeamView } from "../generated/types";
import { type Column, EmptyState, Table } from "../kit";
import { useWords } from "../words";
import styles from "./team.module.css";

type Counted = TeamRow["overdue"];

export function Behind({ view }: { view: TeamView | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  if (view === undefined) return null;
  const count = ({ n, more }: Counted) => (n === 0 ? "" : more ? t("team.more", { n }) : n);
  const columns: Column<TeamRow>[] = [
    { id: "name", heading: t("team.person"), width: "minmax(6em, 2fr)", cell: ({ name }) => <b>{name}</b> },
    {
      id: "overdue",
      heading: t("team.overdue"),
      width: "minmax(4.5em, 1fr)",
      align: "end",
      cell: ({ overdue }) => <span className={styles.late}>{count(overdue)}</span>,
    },
    {
      id: "oldest",
      heading: t("team.oldest"),
      width: "minmax(5em, 1fr)",
      align: "end",
      cell: ({ oldest_overdue_days: n }) => (n === 0 ? "" : t("team.days", { n })),
    },
    { id: "due", heading: t("team.due"), width: "minmax(4em, 1fr)", align: "end", cell: ({ due }) => count(due) },
    { id: "done", heading: t("team.done"), width: "minmax(4.5em, 1fr)", align: "end", cell: ({ done }) => done || "" },
    {
      id: "incomplete",
      heading: t("team.incomplete"),
      width: "minmax(5em, 1fr)",
      align: "end",
      cell: ({ incomplete }) => incomplete || "",
    },
    {
      id: "appointments",
      heading: t("team.appointments"),
      width: "minmax(5em, 1fr)",
      align: "end",
      cell: ({ appointments }) => appointments || "",
    },
    ...(["h", "a", "b"] as const).map(
      (level): Column<TeamRow> => ({
        id: level,
        heading: t("team.level", { level: level.toUpperCase() }),
        width: "minmax(3.5em, 0.8fr)",
        align: "end",
        cell: (row) => count(row[`level_${level}`]),
      }),
    ),
  ];
  return (
    <div className={styles.table}>
      <Table
        label={t("team.behind")}
        rows={view.rows}
        columns={columns}
        rowKey={({ staff }) => staff}
        autoFocus
        onOpen={({ staff }) => navigate({ to: "/today", search: { staff } as never })}
        tone={({ overdue }) => (overdue.n > 0 ? "late" : undefined)}
        empty={
          <EmptyState icon="people" title={t("team.none")}>
            {t("team.none_words")}
          </EmptyState>
        }
      />
    </div>
  );
}
