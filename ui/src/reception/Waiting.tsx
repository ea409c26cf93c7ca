// Calls that wait to be called back: whom we promised and when, who was missed. What is late says so.
import type { Id, WaitingCall } from "../generated/types";
import { Chip, type Column, Table } from "../kit";
import { useWords } from "../words";
import styles from "./Board.module.css";
import { useWho } from "./useFieldText";

export type WaitingProps = {
  calls: readonly WaitingCall[];
  slim: boolean;
  openId: Id | null;
  onOpen: (call: WaitingCall["call"]) => void;
};

const SLIM = ["by", "who", "tried"];

export function Waiting({ calls, slim, openId, onOpen }: WaitingProps) {
  const { t, f } = useWords();
  const who = useWho();
  const columns: Column<WaitingCall>[] = [
    {
      id: "by",
      heading: t("reception.waiting_by"),
      width: "minmax(12em, 0.9fr)",
      cell: ({ by, overdue, call }) => (
        <span className={styles.who}>
          {by !== null ? (
            <span className={styles.stay}>{f.moment(by)}</span>
          ) : (
            slim && <span className={styles.sub}>{f.moment(call.arrived)}</span>
          )}
          {overdue && <Chip tone="warn">{t("reception.waiting_overdue")}</Chip>}
        </span>
      ),
    },
    {
      id: "who",
      heading: t("reception.customer"),
      width: "minmax(8em, 1.2fr)",
      cell: ({ call }) => (
        <span className={styles.who} data-visit={call.id}>
          <b data-none={call.name === null || undefined}>{who(call)}</b>
        </span>
      ),
    },
    {
      id: "phone",
      heading: t("reception.field_phone"),
      width: "112px",
      cell: ({ call }) => call.phone && f.phone(call.phone),
    },
    {
      id: "why",
      heading: t("reception.waiting_why"),
      width: "minmax(5em, 0.6fr)",
      cell: ({ missed }) => t(missed ? "reception.missed" : "reception.waiting_promised"),
    },
    {
      id: "arrived",
      heading: t("reception.waiting_since"),
      width: "104px",
      cell: ({ call }) => f.moment(call.arrived),
    },
    {
      id: "consultant",
      heading: t("reception.field_consultant"),
      width: "minmax(6em, 0.8fr)",
      cell: ({ call }) => call.consultant_name ?? <span className={styles.sub}>—</span>,
    },
    {
      id: "tried",
      heading: t("reception.waiting_tried"),
      width: "72px",
      cell: ({ tried }) =>
        tried > 0 ? (
          t("reception.tried_n", { n: tried })
        ) : (
          <span className={styles.sub}>{t("reception.tried_never")}</span>
        ),
    },
  ];
  return (
    <Table
      label={t("reception.tab_waiting")}
      rows={calls}
      columns={slim ? columns.filter(({ id }) => SLIM.includes(id)) : columns}
      rowKey={({ call }) => call.id}
      onOpen={({ call }) => onOpen(call)}
      openKey={openId}
      tone={({ overdue }) => (overdue ? "late" : undefined)}
      empty={<p className={styles.nothing}>{t("reception.none_waiting")}</p>}
    />
  );
}
