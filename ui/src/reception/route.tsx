// Reception: who is here, who is next in turn, what is still incomplete?
import { useEffect, useMemo, useRef, useState } from "react";
import { Expected } from "../appointments";
import { useAsk, useMay, useMe } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { Day, Id, LoggedVisit, VisitRow } from "../generated/types";
import { Button, EmptyState, fetched, Page as Screen, useLoaded, useSteady } from "../kit";
import { today, useWords, withWords } from "../words";
import { Above } from "./Above";
import { Board, type BoardTab, rowUnderCursor } from "./Board";
import { DaySwitch } from "./DaySwitch";
import { type Draft, useDrafts } from "./drafts";
import { type Fields, isBlank } from "./fields";
import { PrintCommand } from "./PrintCommand";
import styles from "./Reception.module.css";
import { Totals } from "./Totals";
import { usePop } from "./usePop";
import { useReceptionKeys } from "./useReceptionKeys";

const loadNew = () => withWords(["customers"], import("./NewVisit")).then(({ NewVisit }) => NewVisit);
const loadOpen = () => withWords(["customers"], import("./OpenVisit")).then(({ OpenVisit }) => OpenVisit);

const MissedCall = fetched(() => import("./MissedCall").then(({ MissedCall }) => MissedCall));
const Turns = fetched(() => import("./Turns").then(({ Turns }) => Turns));
const Arrange = fetched(() => import("./Arrange").then(({ Arrange }) => Arrange));
const DaySheet = fetched(() => import("./DaySheet").then(({ DaySheet }) => DaySheet));

/** What stands beside the board: a form that is being filled, a logged visit, or one of the day's own sheets. */
type Beside = { draft?: string; visit?: Id; page?: "missed" | "arrange" | "sheet" };

export function Page() {
  const { t, problemWords } = useWords();
  // Nothing takes a key before the forms are here: one that opens a form and those after it go into it.
  const NewVisit = useLoaded(loadNew);
  const OpenVisit = useLoaded(loadOpen);
  const me = useMe();
  const may = useMay();
  const customer = useCustomerDrawer();
  const drafts = useDrafts(me?.id ?? "");
  const [day, setDay] = useState<Day | null>(null);
  const [tab, setTab] = useState<BoardTab>("open");
  const [beside, setBeside] = useState<Beside>({});
  const [picked, setPicked] = useState<Id | null>(null);
  const line = useRef<HTMLInputElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const asked = useAsk("reception", { day }, { every: 60_000 });
  const view = asked.data;
  const pop = usePop(view?.rota ?? [], (id) => {
    if (beside.visit === id) setBeside({});
  });

  useEffect(() => {
    MissedCall.fetch();
    DaySheet.fetch();
  }, []);

  const ready = view !== undefined && NewVisit !== null && OpenVisit !== null;
  useEffect(() => {
    if (ready) line.current?.focus();
  }, [ready]);
  // Only one record is beside the board.
  const customerOpen = customer.id !== null;
  useEffect(() => {
    if (customerOpen) setBeside({});
  }, [customerOpen]);

  const consultants = useMemo(
    () => view?.rota.map(({ staff, name, busy }) => ({ id: staff, name, busy })) ?? [],
    [view],
  );
  const names = useMemo(() => new Map(consultants.map(({ id, name }) => [id, name])), [consultants]);
  const shownDay = view?.day ?? day ?? today();

  const show = (next: Beside) => {
    if (customerOpen) customer.close();
    setBeside(next);
  };
  const begin = (kind: Draft["kind"], fields: Fields = {}) => show({ draft: drafts.begin(kind, shownDay, fields).id });
  const toBoard = () => board.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const toLine = () => line.current?.focus();
  const backToLine = () => {
    setBeside({});
    requestAnimationFrame(toLine);
  };
  const logged = ({ visit }: LoggedVisit) =>
    setTab(visit.missed ? "waiting" : visit.kind === "call" ? "calls" : visit.sales ? "open" : "others");
  /** The party on which the cursor stands, else the one beside the board. */
  const meant = (): VisitRow | undefined => {
    const row = view ? rowUnderCursor(board.current) : null;
    const all = view
      ? [
          ...view.open,
          ...view.others,
          ...view.left,
          ...view.calls,
          ...view.waiting.map(({ call }) => call),
          ...view.incomplete,
        ]
      : [];
    return all.find(({ id }) => id === (row ?? beside.visit));
  };
  const onMeant = (act: (row: VisitRow) => void, fits: (row: VisitRow) => boolean = () => true) => {
    const row = meant();
    if (row && fits(row)) act(row);
    else toBoard();
  };
  // A form that opens beside them leaves the board and the rota as they are.
  const act = useSteady({
    begin,
    toBoard,
    logged,
    resume: ({ id }: Draft) => show({ draft: id }),
    open: ({ id }: VisitRow) => show({ visit: id }),
    leave: pop.leave,
    drink: (row: VisitRow) => pop.ask({ ask: "drink", row }),
    page: (page: NonNullable<Beside["page"]>) => show({ page }),
    missed: () => show({ page: "missed" }),
    sheet: () => show({ page: "sheet" }),
    arrive: (fields: Fields) => begin("walk_in", fields),
  });
  const onLine = view?.rota.some(({ staff }) => staff === me?.id) ?? false;
  const saved = (row: VisitRow) => {
    if (row.missing.length > 0) return;
    // Working down the list of what is incomplete: the next one comes by itself.
    const next = tab === "incomplete" ? view?.incomplete.find(({ id }) => id !== row.id) : undefined;
    setBeside(next ? { visit: next.id } : {});
  };
  useReceptionKeys(ready, {
    begin,
    toLine,
    toBoard,
    leave: () => onMeant(pop.leave, ({ state, kind }) => state === "open" && kind !== "call"),
    drink: () =>
      onMeant(
        (row) => pop.ask({ ask: "drink", row }),
        ({ state, kind, mine }) => state === "open" && kind !== "call" && mine,
      ),
    reassign: () => onMeant((row) => pop.ask({ ask: "reassign", row })),
    missed: act.missed,
    sheet: act.sheet,
    arrange: () => show({ page: "arrange" }),
    skipNext: () => view?.next && pop.ask({ ask: "skip", staff: view.next }),
    myState: onLine && me ? () => pop.ask({ ask: "duty", staff: me.id }) : null,
  });

  if (view === undefined) {
    const again = <Button onPress={asked.again}>{t("kit.again")}</Button>;
    return (
      <Screen title={t("frame.reception")}>
        {asked.problem && <EmptyState icon="warning" title={problemWords(asked.problem)} actions={again} />}
      </Screen>
    );
  }

  const draft = drafts.drafts.find(({ id }) => id === beside.draft);
  const parked = drafts.drafts.filter((one) => one.id !== draft?.id && !isBlank(one.fields));
  const sells = me?.roles.some((role) => role === "consultant" || role === "dcc") ?? false;
  return (
    <div className={styles.screen}>
      <div className={styles.centre}>
        <Screen
          fixed
          title={t("frame.reception")}
          glance={<Totals view={view} />}
          actions={<DaySwitch day={shownDay} onDay={setDay} />}
          bar={
            <Above
              view={view}
              isToday={day === null}
              names={names}
              picked={picked}
              onPick={setPicked}
              parked={parked}
              onBegin={act.begin}
              onResume={act.resume}
              onLogged={act.logged}
              onDown={act.toBoard}
              line={line}
            />
          }
        >
          <div className={styles.work}>
            <Board
              view={view}
              tab={tab}
              onTab={setTab}
              mine={sells ? (me?.id ?? null) : null}
              openId={beside.visit ?? null}
              onOpen={act.open}
              onLeave={may("leave_visit") ? act.leave : null}
              onDrink={may("complete_visit") ? act.drink : null}
              onMissed={may("log_missed_call") ? act.missed : null}
              onSheet={act.sheet}
              place={board}
            />
            <aside className={styles.turns} aria-label={t("reception.today")}>
              <Turns
                view={view}
                isToday={day === null}
                picked={picked}
                onPick={setPicked}
                onAsk={pop.ask}
                onPage={act.page}
              />
              {day === null && <Expected onArrive={act.arrive} />}
            </aside>
          </div>
        </Screen>
      </div>
      <PrintCommand day={shownDay} />
      {draft && NewVisit && (
        <NewVisit
          key={draft.id}
          draft={draft}
          drafts={drafts}
          consultants={consultants}
          next={view.next}
          onClose={backToLine}
          onLogged={(answer) => {
            logged(answer);
            backToLine();
          }}
          onOpenCustomer={customer.open}
        />
      )}
      {beside.visit !== undefined && OpenVisit && (
        <OpenVisit
          key={beside.visit}
          id={beside.visit}
          drafts={drafts}
          names={names}
          consultants={consultants}
          mayLeave={may("leave_visit")}
          mayComplete={may("complete_visit")}
          onLeave={pop.leave}
          onAsk={pop.ask}
          onClose={() => setBeside({})}
          onSaved={saved}
          onOpenCustomer={customer.open}
        />
      )}
      {beside.page === "missed" && (
        <MissedCall
          onClose={backToLine}
          onLogged={(answer) => {
            logged(answer);
            backToLine();
          }}
        />
      )}
      {beside.page === "arrange" && <Arrange rota={view.rota} onClose={() => setBeside({})} />}
      {beside.page === "sheet" && (
        <DaySheet
          key={view.day}
          view={view}
          isToday={day === null}
          onClose={() => setBeside({})}
          onGo={(to) => {
            setTab(to);
            setBeside({});
            requestAnimationFrame(toBoard);
          }}
        />
      )}
      {pop.element}
    </div>
  );
}
