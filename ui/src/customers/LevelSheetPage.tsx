// 意向客户级别状况表: customers by days of a month. A star is a plan; the letter is the level after that day's contact.
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAsk, useHouse, useMay, useMe } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { Day, Id, SheetRow } from "../generated/types";
import { Button, type Column, EmptyState, IconButton, LevelChip, Page, Table } from "../kit";
import { PaperDialog } from "../print";
import { plusDays, today, useWords } from "../words";
import styles from "./LevelSheet.module.css";
import { StaffSelect } from "./parts";
import { owners, seesAll } from "./roles";
import { SheetCell } from "./SheetCell";
import { usePages } from "./usePages";

const ANY = "any";
const PAGE = 100;
const ENOUGH = 40;
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
const monthAfter = (month: Day): Day => firstOf(plusDays(month, 31));
const monthBefore = (month: Day): Day => firstOf(plusDays(month, -1));
const keyOf = ({ customer }: SheetRow) => customer.id;

export function LevelSheetPage({ onList }: { onList: () => void }) {
  const { t, problemWords } = useWords();
  const { label } = useHouse();
  const me = useMe();
  const may = useMay();
  const drawer = useCustomerDrawer();
  const [month, setMonth] = useState<Day>(() => firstOf(today()));
  const [whose, setWhose] = useState<Id | null>(null);
  const [printing, setPrinting] = useState(false);
  const mayPrint = may("open_paper");
  const all = seesAll(me);
  const staff = useAsk("staff_list", {}, { when: all && may("staff_list") }).data ?? [];
  const { pages, more, former, problem } = usePages("level_sheet", { month, staff: whose, limit: PAGE });
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const days = pages?.[0]?.days ?? 31;
  const short = pages !== undefined && !former && rows.length < ENOUGH;
  useEffect(() => {
    if (short) more?.();
  }, [short, more]);

  const go = useCallback((to: (month: Day) => Day) => setMonth(to), []);
  useCommands(
    useMemo(
      (): Command[] => [
        {
          id: "sheet_before",
          label: "customers.sheet_before",
          keys: "[",
          noun: "customers",
          run: () => go(monthBefore),
        },
        { id: "sheet_after", label: "customers.sheet_after", keys: "]", noun: "customers", run: () => go(monthAfter) },
        ...(mayPrint
          ? ([
              {
                id: "print_level_sheet",
                label: "print.print_level_sheet",
                keys: "Ctrl+P",
                noun: "customers",
                run: () => setPrinting(true),
              },
            ] as const)
          : []),
        { id: "customer_list", label: "customers.key_list", keys: "s", noun: "customers", run: onList },
      ],
      [go, onList, mayPrint],
    ),
  );

  const now = today();
  const columns = useMemo((): Column<SheetRow>[] => {
    const chip = (level: string | null) => level !== null && <LevelChip level={level} label={label("levels", level)} />;
    const day = (n: number): Column<SheetRow> => ({
      id: String(n),
      heading: String(n),
      width: "minmax(24px, 1fr)",
      cell: (row) => <SheetCell found={row.days.find((one) => one.day === n)} />,
    });
    return [
      {
        id: "customer",
        heading: t("customers.sheet_customer"),
        width: "minmax(11em, 18em)",
        cell: ({ customer, new: fresh }) => (
          <span className={styles.who}>
            <b>{customer.name || t("customers.unnamed")}</b>
            {fresh && <span className={styles.fresh}>{t("customers.sheet_new")}</span>}
          </span>
        ),
      },
      { id: "start", heading: t("customers.sheet_start"), width: "40px", cell: ({ start }) => chip(start) },
      ...Array.from({ length: days }, (_, index) => day(index + 1)),
      { id: "end", heading: t("customers.sheet_end"), width: "40px", cell: ({ end }) => chip(end) },
    ];
  }, [days, t, label]);

  const [year, number] = month.split("-");
  const said = t("customers.sheet_month", {
    year: year ?? "",
    month: String(Number(number)),
    month_name: t(`kit.month_${Number(number)}` as "kit.month_1"),
  });
  const current = firstOf(now) === month;
  return (
    <Page
      title={t("customers.sheet")}
      glance={<span className={styles.legend}>{t("customers.sheet_legend")}</span>}
      actions={
        <>
          {mayPrint && (
            <Button tone="quiet" icon="print" keys="Ctrl+P" onPress={() => setPrinting(true)}>
              {t("print.print_level_sheet")}
            </Button>
          )}
          <Button tone="quiet" icon="left" keys="s" onPress={onList}>
            {t("customers.sheet_back")}
          </Button>
        </>
      }
      bar={
        <>
          <IconButton icon="left" label={t("customers.sheet_before")} keys="[" onPress={() => go(monthBefore)} />
          <b className={styles.month} aria-live="polite">
            {said}
          </b>
          <IconButton icon="right" label={t("customers.sheet_after")} keys="]" onPress={() => go(monthAfter)} />
          {!current && (
            <Button tone="link" size="s" onPress={() => setMonth(firstOf(now))}>
              {t("customers.sheet_this")}
            </Button>
          )}
          {all && (
            <div className={styles.whose}>
              <StaffSelect
                label={t("customers.sheet_whose")}
                options={[
                  { value: ANY, label: t("customers.owner_any") },
                  ...owners(staff).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={whose ?? ANY}
                onChange={(id) => setWhose(id === ANY ? null : id)}
              />
            </div>
          )}
        </>
      }
      fixed
    >
      <div className={styles.sheet}>
        <Table
          key={`${month}-${whose}`}
          label={t("customers.sheet_list")}
          autoFocus
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          onOpen={({ customer }) => drawer.open(customer.id)}
          openKey={drawer.id}
          {...(more && !former ? { onMore: more } : {})}
          empty={
            problem !== null ? (
              <EmptyState icon="warning" title={problemWords(problem)} />
            ) : pages === undefined || more ? null : (
              <EmptyState icon="calendar" title={t("customers.sheet_empty")}>
                {t("customers.sheet_empty_words")}
              </EmptyState>
            )
          }
        />
      </div>
      {printing && (
        <PaperDialog paper="level_sheet" day={month} when={said} staff={whose} onClose={() => setPrinting(false)} />
      )}
    </Page>
  );
}
