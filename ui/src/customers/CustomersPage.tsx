// Everybody one may see, narrowed by owner, level and what is overdue; the record opens beside the list.
import { useCallback, useEffect, useMemo, useState } from "react";
import { ClaimsLink } from "../claims";
import { useMay, useMe } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { CustomerRow } from "../generated/types";
import { Button, EmptyState, Figure, IconButton, Page, Table, useLoaded, useWidth } from "../kit";
import { useWords } from "../words";
import styles from "./CustomersPage.module.css";
import { NARROW, useColumns } from "./columns";
import { FilterBar } from "./FilterBar";
import { type Filter, filtered, filterOf, keepFilter, NO_FILTER } from "./filters";
import { loadDrawer } from "./parts";
import { usePages } from "./usePages";

const loadAdd = () => import("./AddCustomer").then((module) => module.AddCustomer);
const PAGE = 200;
/** So many rows fill the screen. */
const ENOUGH = 40;
const SORTS = ["recent", "next", "name"] as const;
const keyOf = ({ id }: CustomerRow) => id;
const toneOf = ({ overdue }: CustomerRow) => (overdue ? "late" : undefined);

export function CustomersPage({ onSheet }: { onSheet: () => void }) {
  const { t, f, problemWords } = useWords();
  // The form and the record are here before the first key asks for them: nothing typed is lost.
  const AddCustomer = useLoaded(loadAdd);
  useLoaded(loadDrawer);
  const may = useMay();
  const drawer = useCustomerDrawer();
  const me = useMe();
  const [filter, setFilter] = useState<Filter>(() => filterOf(me?.id));
  useEffect(() => keepFilter(me?.id, filter), [me?.id, filter]);
  const [adding, setAdding] = useState(false);
  const [measured, width] = useWidth();
  const sortBy = useCallback((sort: Filter["sort"]) => setFilter((now) => ({ ...now, sort })), []);
  const columns = useColumns(filter.sort, sortBy, width);
  const { pages, more, former, problem } = usePages("customers", {
    owner: filter.owner,
    levels: filter.levels,
    overdue: filter.overdue ? true : null,
    tag: filter.tag,
    sort: filter.sort,
    limit: PAGE,
  });
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const total = pages?.[0]?.total ?? 0;
  const beyond = pages?.[0]?.more ?? false;
  // Where filters leave gaps the desk looks so far and no further: a short page goes on by itself.
  const short = pages !== undefined && !former && rows.length < ENOUGH;
  useEffect(() => {
    if (short) more?.();
  }, [short, more]);

  const mayAdd = may("add_customer");
  const maySheet = may("level_sheet");
  const commands = useMemo((): Command[] => {
    const sorts = SORTS.map(
      (sort): Command => ({
        id: `sort_${sort}`,
        label: `customers.sort_${sort}`,
        noun: "customers",
        run: () => setFilter((now) => ({ ...now, sort })),
      }),
    );
    const add: Command = {
      id: "new_customer",
      label: "customers.new",
      keys: "n",
      noun: "customers",
      run: () => setAdding(true),
    };
    const sheet: Command = {
      id: "level_sheet",
      label: "customers.key_sheet",
      keys: "s",
      noun: "customers",
      run: onSheet,
    };
    return [...(mayAdd ? [add] : []), ...(maySheet ? [sheet] : []), ...sorts];
  }, [mayAdd, maySheet, onSheet]);
  useCommands(commands);
  const { open } = drawer;
  const openRow = useCallback((row: CustomerRow) => open(row.id), [open]);

  // With a record open beside the list there is room for what is done most.
  const narrow = width < NARROW;
  const actions = (
    <>
      <ClaimsLink onOpen={open} narrow={narrow} />
      {maySheet && narrow && (
        <IconButton icon="calendar" keys="s" label={t("customers.sheet_open")} onPress={onSheet} />
      )}
      {maySheet && !narrow && (
        <Button tone="quiet" icon="calendar" keys="s" onPress={onSheet}>
          {t("customers.sheet_open")}
        </Button>
      )}
      {mayAdd && (
        <Button tone="primary" icon="plus" keys="n" onPress={() => setAdding(true)}>
          {t("customers.new")}
        </Button>
      )}
    </>
  );
  const empty = () => {
    if (pages === undefined && problem === null) return null;
    if (problem === null && short && pages?.at(-1)?.next != null) {
      return <EmptyState icon="clock" title={t("customers.searching_more")} />;
    }
    if (problem !== null) return <EmptyState icon="warning" title={problemWords(problem)} />;
    if (!filtered(filter)) {
      return (
        <EmptyState icon="customers" title={t("customers.empty_title")}>
          {t("customers.empty_words")}
        </EmptyState>
      );
    }
    return (
      <EmptyState
        icon="filter"
        title={t("customers.none_title")}
        actions={
          <Button onPress={() => setFilter({ ...NO_FILTER, sort: filter.sort })}>{t("customers.clear_filters")}</Button>
        }
      >
        {t("customers.none_words")}
      </EmptyState>
    );
  };

  return (
    <Page
      title={t("frame.customers")}
      glance={
        pages && <Figure value={f.number(total)} label={t(beyond ? "customers.count_more" : "customers.count")} />
      }
      actions={actions}
      bar={<FilterBar filter={filter} onChange={setFilter} />}
      fixed
    >
      <div ref={measured} className={styles.list}>
        <Table
          key={JSON.stringify(filter)}
          label={t("customers.list")}
          autoFocus
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          onOpen={openRow}
          openKey={drawer.id}
          {...(more && !former ? { onMore: more } : {})}
          {...(beyond ? {} : { total })}
          tone={toneOf}
          empty={empty()}
        />
      </div>
      {adding && AddCustomer && (
        <AddCustomer
          onClose={() => setAdding(false)}
          onOpen={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      )}
    </Page>
  );
}
