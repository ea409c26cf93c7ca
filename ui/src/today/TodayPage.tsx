// Whom do I contact next, and what did I promise? A manager may look at another person's day.
import { useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { loadDrawer, owners, StaffSelect, seesAll } from "../customers";
import { useAsk, useMay, useMe } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { CardRow, Id, TodayView } from "../generated/types";
import { EmptyState, Figure, fetched, Page, useLoaded } from "../kit";
import { useWords } from "../words";
import { Beside } from "./Beside";
import { CardList } from "./CardList";
import styles from "./TodayPage.module.css";

const VisitDrawer = fetched(() => import("../reception").then(({ VisitDrawer }) => VisitDrawer));

const TEN_MINUTES = 600_000;

/** Whose day may be looked at; empty for those who see only their own. */
function useOthers() {
  const me = useMe();
  const may = useMay();
  const manager = seesAll(me);
  const staff = useAsk("staff_list", {}, { when: manager && may("staff_list") }).data ?? [];
  return manager ? owners(staff) : [];
}

const NOTHING: { ids: readonly Id[]; finished: number } = { ids: [], finished: 0 };

/** Cards that were just worked leave at once, before the fresh answer is here. */
function useWithoutDone(view: TodayView | undefined) {
  const [done, setDone] = useState<{ of: TodayView | undefined; ids: readonly Id[]; finished: number }>({
    of: undefined,
    ids: [],
    finished: 0,
  });
  return useMemo(() => {
    const { ids, finished } = done.of === view ? done : NOTHING;
    const left = (cards: readonly CardRow[]) => cards.filter(({ id }) => !ids.includes(id));
    const overdue = left(view?.overdue ?? []);
    const due = left(view?.due ?? []);
    const upcoming = left(view?.upcoming ?? []);
    // The list is only its beginning; the days tell how many there are.
    const coming = view?.coming.reduce((sum, { count }) => sum + count, 0) ?? 0;
    return {
      overdue,
      due,
      upcoming,
      overdueCount: (view?.overdue_count ?? 0) - ((view?.overdue.length ?? 0) - overdue.length),
      dueCount: (view?.due_count ?? 0) - ((view?.due.length ?? 0) - due.length),
      upcomingCount: coming - ((view?.upcoming.length ?? 0) - upcoming.length),
      doneCount: (view?.done_today ?? 0) + finished,
      remove: ({ id }: CardRow, skipped: boolean) =>
        setDone({ of: view, ids: [...ids, id], finished: finished + (skipped ? 0 : 1) }),
    };
  }, [view, done]);
}

export function TodayPage() {
  const { t, f, problemWords } = useWords();
  useLoaded(loadDrawer);
  const me = useMe();
  const others = useOthers();
  const drawer = useCustomerDrawer();
  const asked = (useSearch({ strict: false }) as { staff?: string }).staff;
  const [staff, setStaff] = useState<Id | null>(asked ?? null);
  const [visit, setVisit] = useState<Id | null>(null);
  const { data: view, problem, loading } = useAsk("today", { staff }, { every: TEN_MINUTES });
  const day = useWithoutDone(view);

  const openCustomer = (id: Id) => {
    setVisit(null);
    drawer.open(id);
  };
  const toCome = view?.appointments.filter(({ state }) => state === "expected" || state === "late").length ?? 0;
  const empty =
    problem !== null ? (
      <EmptyState icon="warning" title={problemWords(problem)} />
    ) : loading ? null : day.doneCount > 0 ? (
      <EmptyState icon="check" title={t("today.all_done_title")}>
        {t("today.all_done_words", { n: day.doneCount })}
      </EmptyState>
    ) : (
      <EmptyState icon="today" title={t("today.empty_title")}>
        {t("today.empty_words")}
      </EmptyState>
    );

  return (
    <div className={styles.screen}>
      <Page
        title={t("frame.today")}
        fixed
        glance={
          view && (
            <>
              <span>{f.fullDay(view.day)}</span>
              {day.overdueCount > 0 && (
                <Figure value={day.overdueCount} label={t("today.total_overdue")} tone="danger" />
              )}
              <Figure value={day.dueCount} label={t("today.total_due")} />
              {toCome > 0 && <Figure value={toCome} label={t("today.total_appointments")} />}
              {view.missed.length > 0 && (
                <Figure value={view.missed.length} label={t("today.total_missed")} tone="danger" />
              )}
              {view.remarks.length > 0 && (
                <Figure value={view.remarks.length} label={t("today.total_remarks")} tone="warn" />
              )}
              <Figure value={day.doneCount} label={t("today.total_done")} />
            </>
          )
        }
        actions={
          others.length > 0 && (
            <div className={styles.staff}>
              <StaffSelect
                label={t("today.staff")}
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
                value={staff ?? view?.staff ?? me?.id ?? null}
                onChange={setStaff}
              />
            </div>
          )
        }
      >
        <div className={styles.columns}>
          <CardList
            key={view?.staff}
            overdue={day.overdue}
            due={day.due}
            upcoming={day.upcoming}
            overdueCount={day.overdueCount}
            dueCount={day.dueCount}
            upcomingCount={day.upcomingCount}
            nextByLevel={view?.next_by_level ?? {}}
            onDone={day.remove}
            onOpenCustomer={openCustomer}
            empty={empty}
          />
          {view && (
            <Beside
              view={view}
              onCustomer={openCustomer}
              openVisit={visit}
              onVisit={(id) => {
                drawer.close();
                setVisit(id);
              }}
            />
          )}
        </div>
      </Page>
      {visit !== null && drawer.id === null && <VisitDrawer key={visit} id={visit} onClose={() => setVisit(null)} />}
    </div>
  );
}
