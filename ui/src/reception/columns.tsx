// What the board says of a party, from left to right: since when, who, how to reach them, who receives, what they want.
import { useHouse } from "../desk";
import type { VisitRow } from "../generated/types";
import { Button, Chip, type Column, Icon, LevelChip } from "../kit";
import { dayOf, today, useWords } from "../words";
import styles from "./Board.module.css";
import { useWho } from "./useFieldText";
import { useNow } from "./useNow";

export type ColumnsOf = "open" | "left" | "others" | "calls" | "incomplete";

/** Minutes since they came, or between coming and going. Longer than this is long. */
const LONG_MIN = 120;

function Stay({ row }: { row: VisitRow }) {
  const { f } = useWords();
  const now = useNow(30_000);
  const minutes = ((row.left ?? now) - row.arrived) / 60_000;
  return (
    <span className={styles.stay} data-long={(row.state === "open" && minutes > LONG_MIN) || undefined}>
      {f.minutes(minutes)}
    </span>
  );
}

/** With a form beside it on a small screen the board tells who is with whom. */
const SLIM = ["arrived", "name", "consultant"];

type ColumnsAsk = {
  roomy: boolean;
  wide: boolean;
  slim: boolean;
  onLeave: ((row: VisitRow) => void) | null;
  onDrink: ((row: VisitRow) => void) | null;
};

export function useColumns({ roomy, wide, slim, onLeave, onDrink }: ColumnsAsk) {
  const { t, f, find } = useWords();
  const house = useHouse();
  const who = useWho();
  const fieldNames = (row: VisitRow) =>
    row.missing.map((field) => find(`reception.field_${field}`) ?? field).join(t("reception.comma"));

  const arrived = (withDay: boolean): Column<VisitRow> => ({
    id: "arrived",
    heading: t("reception.field_arrived"),
    width: withDay ? "104px" : "44px",
    cell: (row) => (withDay && dayOf(row.arrived) !== today() ? f.moment(row.arrived) : f.time(row.arrived)),
  });
  const stay: Column<VisitRow> = {
    id: "stay",
    heading: t("reception.stay"),
    width: "84px",
    cell: (row) => <Stay row={row} />,
  };
  const name: Column<VisitRow> = {
    id: "name",
    heading: t("reception.customer"),
    width: "minmax(8em, 1.3fr)",
    cell: (row) => (
      <span className={styles.who} data-visit={row.id}>
        <b data-none={row.name === null || undefined}>{who(row)}</b>
        {row.party_size !== null && row.party_size > 1 && (
          <span className={styles.sub}>{t("reception.people", { n: row.party_size })}</span>
        )}
        {row.kind === "event" && <Chip>{house.label("events", row.event) || t("reception.kind_event")}</Chip>}
        {row.missed && <Chip>{t("reception.missed")}</Chip>}
      </span>
    ),
  };
  const phone: Column<VisitRow> = {
    id: "phone",
    heading: t("reception.field_phone"),
    width: "104px",
    cell: (row) => row.phone && f.phone(row.phone),
  };
  const purpose: Column<VisitRow> = {
    id: "purpose",
    heading: t("reception.field_purpose"),
    width: "minmax(4em, 0.6fr)",
    cell: (row) => house.label("purposes", row.purpose) || (row.kind === "other" && t("reception.kind_other")),
  };
  const frequency: Column<VisitRow> = {
    id: "frequency",
    heading: t("reception.frequency"),
    width: "48px",
    cell: (row) => row.frequency && t(`reception.frequency_${row.frequency}`),
  };
  const consultant: Column<VisitRow> = {
    id: "consultant",
    heading: t("reception.field_consultant"),
    width: "minmax(6em, 0.9fr)",
    cell: (row) =>
      row.consultant_name ??
      (row.state === "open" ? (
        <Chip tone="warn">{t("reception.unassigned")}</Chip>
      ) : (
        <span className={styles.sub}>—</span>
      )),
  };
  const model: Column<VisitRow> = {
    id: "model",
    heading: t("reception.field_model"),
    width: "minmax(5em, 1fr)",
    cell: (row) => row.model,
  };
  const level: Column<VisitRow> = {
    id: "level",
    heading: t("reception.field_level"),
    width: "40px",
    cell: (row) => row.level && <LevelChip level={row.level} label={house.label("levels", row.level)} />,
  };
  const missing = (whole: boolean): Column<VisitRow> => ({
    id: "missing",
    heading: t("reception.tab_incomplete"),
    width: whole ? "minmax(10em, 2fr)" : "76px",
    cell: (row) =>
      row.missing.length === 0 ? (
        <span className={styles.complete} title={t("reception.complete")}>
          <Icon name="check" size={15} />
        </span>
      ) : whole ? (
        <span className={styles.missing}>{fieldNames(row)}</span>
      ) : (
        <span title={fieldNames(row)}>
          <Chip tone="warn">{t("reception.missing_n", { n: row.missing.length })}</Chip>
        </span>
      ),
  });
  const drink: Column<VisitRow> = {
    id: "drink",
    heading: t("reception.field_drink"),
    width: "92px",
    cell: (row) => {
      const served = house.label("drinks", row.drink);
      if (onDrink === null || row.state !== "open" || !row.mine) return <span className={styles.sub}>{served}</span>;
      return (
        <Button
          size="s"
          tone="quiet"
          excludeFromTabOrder
          aria-label={served ? t("reception.drink_served", { who: who(row), drink: served }) : t("reception.drink_add")}
          onPress={() => onDrink(row)}
        >
          {served || <Icon name="plus" size={14} />}
        </Button>
      );
    },
  };
  const leave: Column<VisitRow> = {
    id: "leave",
    heading: t("reception.leave"),
    hideHeading: true,
    width: "60px",
    align: "end",
    cell: (row) =>
      onLeave &&
      row.state === "open" && (
        <Button
          size="s"
          tone="link"
          excludeFromTabOrder
          aria-label={t("reception.leave_who", { who: who(row) })}
          onPress={() => onLeave(row)}
        >
          {t("reception.leave")}
        </Button>
      ),
  };
  const when = (...columns: Column<VisitRow>[]) => (wide ? columns : []);
  const all = (of: ColumnsOf): Column<VisitRow>[] => {
    switch (of) {
      case "open":
        return [
          arrived(false),
          stay,
          name,
          ...(roomy ? [phone] : []),
          ...when(frequency),
          consultant,
          ...when(model),
          level,
          ...when(drink),
          missing(false),
          ...(onLeave ? [leave] : []),
        ];
      case "left":
        return [
          arrived(false),
          stay,
          name,
          ...when(phone, frequency),
          consultant,
          ...when(model, purpose),
          level,
          missing(false),
        ];
      case "others":
        return [arrived(false), stay, name, purpose, consultant, ...when(drink), ...(onLeave ? [leave] : [])];
      case "calls":
        return [arrived(false), name, phone, consultant, ...when(model), level, missing(false)];
      case "incomplete":
        return [arrived(true), name, ...when(phone), consultant, missing(true)];
    }
  };
  return (of: ColumnsOf) => (slim ? all(of).filter(({ id }) => SLIM.includes(id)) : all(of));
}
