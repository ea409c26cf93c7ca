// Reception: who is here, who is next in turn, what is still incomplete?
import { useEffect, useMemo, useRef, useState } from "react";
import { useAct, useAsk, useMay, useMe } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { Day, Id, LoggedVisit, VisitRow } from "../generated/types";
import { Button, EmptyState, Page as Screen, useLoaded } from "../kit";
import { today, useWords } from "../words";
import { Above } from "./Above";
import { Board, type BoardTab, rowUnderCursor } from "./Board";
import { DaySwitch } from "./DaySwitch";
import { type Draft, useDrafts } from "./drafts";
import { type Fields, isBlank } from "./fields";
import { PrintCommand } from "./PrintCommand";
import styles from "./Reception.module.css";
import { Rota } from "./Rota";
import { Totals } from "./Totals";
import { useWho } from "./useFieldText";
import { useReceptionKeys } from "./useReceptionKeys";

const loadNew = () => import("./NewVisit").then(({ NewVisit }) => NewVisit);
const loadOpen = () => import("./OpenVisit").then(({ OpenVisit }) => OpenVisit);

/** What stands beside the board: a form that is being filled, or a logged visit. */
type Beside = { draft?: string; visit?: Id };

export function Page() {
  const { t, problemWords } = useWords();
  // Nothing is shown before the forms are here: a key that opens one and the keys after it go into it.
  const NewVisit = useLoaded(loadNew);
  const OpenVisit = useLoaded(loadOpen);
  const who = useWho();
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
  const rows = view ? [...view.open, ...view.left, ...view.calls, ...view.incomplete] : [];
  const leaving = useAct("leave_visit", {
    done: (_, { id }) => t("reception.left", { who: who(rows.find((row) => row.id === id) ?? {}) }),
  });

  const begun = view !== undefined && NewVisit !== null && OpenVisit !== null;
  useEffect(() => {
    if (begun) line.current?.focus();
  }, [begun]);
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
  const leave = async ({ id }: VisitRow) => {
    const left = await leaving.run({ id });
    if (left && beside.visit === id) setBeside({});
  };
  const logged = ({ visit }: LoggedVisit) => setTab(visit.kind === "call" ? "calls" : "open");
  const saved = (row: VisitRow) => {
    if (row.missing.length > 0) return;
    // Working down the list of what is incomplete: the next one comes by itself.
    const next = tab === "incomplete" ? view?.incomplete.find(({ id }) => id !== row.id) : undefined;
    setBeside(next ? { visit: next.id } : {});
  };
  useReceptionKeys({
    begin,
    toLine,
    toBoard,
    leave: () => {
      const row = tab === "open" && view ? rowUnderCursor(board.current) : null;
      const meant = view?.open.find(({ id }) => id === (row ?? beside.visit));
      if (meant) leave(meant);
      else toBoard();
    },
  });

  if (!begun) {
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
              onBegin={begin}
              onResume={({ id }) => show({ draft: id })}
              onLogged={logged}
              onDown={toBoard}
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
              onOpen={({ id }) => show({ visit: id })}
              onLeave={may("leave_visit") ? leave : null}
              place={board}
            />
            <div className={styles.turns}>
              <Rota rota={view.rota} next={view.next} picked={picked} onPick={setPicked} />
            </div>
          </div>
        </Screen>
      </div>
      <PrintCommand day={shownDay} />
      {draft && (
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
      {beside.visit !== undefined && (
        <OpenVisit
          key={beside.visit}
          id={beside.visit}
          drafts={drafts}
          names={names}
          consultants={consultants}
          mayLeave={may("leave_visit")}
          mayComplete={may("complete_visit")}
          onLeave={leave}
          onClose={() => setBeside({})}
          onSaved={saved}
          onOpenCustomer={customer.open}
        />
      )}
    </div>
  );
}
