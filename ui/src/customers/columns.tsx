// The columns of the customer list.
import { useMemo } from "react";
import { useHouse } from "../desk";
import type { CustomerRow } from "../generated/types";
import { type Column, LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./columns.module.css";
import type { Filter } from "./filters";

/** Below this many pixels, as with a record open beside it, the list keeps what tells customers apart. */
export const NARROW = 880;
const SPARE = ["source", "last"];
/** And on a small screen whom to call when. */
const NARROWEST = 480;
const SLIM = ["level", "name", "next"];

export function useColumns(
  sort: Filter["sort"],
  onSort: (sort: Filter["sort"]) => void,
  width: number,
): readonly Column<CustomerRow>[] {
  const { t, f } = useWords();
  const { label } = useHouse();
  const narrow = width < NARROW;
  const slim = width < NARROWEST;
  const all = useMemo(() => {
    const by = (name: Filter["sort"], up: boolean) =>
      ({ sort: sort === name ? (up ? "ascending" : "descending") : "none", onSort: () => onSort(name) }) as const;
    const columns: Column<CustomerRow>[] = [
      {
        id: "level",
        heading: t("customers.col_level"),
        width: "40px",
        cell: ({ level }) => <LevelChip level={level} label={label("levels", level)} />,
      },
      {
        id: "name",
        heading: t("customers.col_name"),
        width: "minmax(7.5em, 1.2fr)",
        ...by("name", true),
        cell: ({ name, gender }) => (
          <>
            <b className={styles.name}>{name || t("customers.unnamed")}</b>
            {gender && <span className={styles.gender}>{t(`customers.${gender}`)}</span>}
          </>
        ),
      },
      { id: "phone", heading: t("customers.col_phone"), width: "7.4em", cell: ({ phone }) => phone && f.phone(phone) },
      { id: "model", heading: t("customers.col_model"), width: "minmax(4.5em, 1.2fr)", cell: ({ model }) => model },
      {
        id: "owner",
        heading: t("customers.col_owner"),
        width: "minmax(4em, 0.8fr)",
        cell: ({ owner_name }) => owner_name ?? <span className={styles.none}>{t("customers.nobody")}</span>,
      },
      {
        id: "source",
        heading: t("customers.col_source"),
        width: "minmax(4em, 0.8fr)",
        cell: ({ source }) => label("sources", source),
      },
      {
        id: "last",
        heading: t("customers.col_last"),
        width: "minmax(7.5em, 0.9fr)",
        ...by("recent", false),
        cell: ({ last_contact }) =>
          last_contact === null ? <span className={styles.none}>{t("customers.never")}</span> : f.moment(last_contact),
      },
      {
        id: "next",
        heading: t("customers.col_next"),
        width: "minmax(9.6em, 0.9fr)",
        ...by("next", true),
        cell: ({ next_contact, overdue }) =>
          next_contact && (
            <span className={overdue ? styles.late : undefined}>
              {f.day(next_contact)}
              {overdue && <span className={styles.mark}>{t("customers.overdue_mark")}</span>}
            </span>
          ),
      },
    ];
    return columns;
  }, [t, f, label, sort, onSort]);
  return useMemo(() => {
    if (slim) return all.filter(({ id }) => SLIM.includes(id));
    return narrow ? all.filter(({ id }) => !SPARE.includes(id)) : all;
  }, [all, narrow, slim]);
}
