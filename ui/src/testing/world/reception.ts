// The counter of the invented showroom: who is here, whose turn it is, calls to answer, the day's sheet.
import type {
  CallbackTried,
  DaySheet,
  DutyState,
  LoggedVisit,
  RotaPlace,
  VisitFields,
  VisitRow,
  WaitingCall,
} from "../../generated/types";
import { dayOf, today } from "../../words/days";
import type { Answers, FakeDesk } from "../fake";
import { parseLine } from "./line";
import { CUSTOMERS, now, STAFF, VISITS } from "./rows";

const MINUTE = 60_000;

type Turn = { place: number; state: DutyState | null; since: number | null; skipped: string | null };

export function reception(desk: () => FakeDesk): Answers {
  const turns = new Map<string, Turn>(
    STAFF.filter(({ roles }) => roles.includes("consultant")).map(({ id }, place) => [
      id,
      { place, state: null, since: null, skipped: null },
    ]),
  );
  const drafts = new Map<string, string>();
  const tried = new Map<string, CallbackTried[]>();
  let sheet: DaySheet = {
    weather: null,
    state: "open",
    note: null,
    signed_by_name: null,
    signed_at: null,
    checked_by_name: null,
    checked_at: null,
  };
  const byId = (id: string) => VISITS.find((one) => one.id === id) as VisitRow;
  const nameOf = (id: string | null | undefined) => STAFF.find((one) => one.id === id)?.name ?? null;
  const acted = (act: string) => {
    desk().touch("visits");
    return { act };
  };
  const isReached = (id: string) => tried.get(id)?.some(({ reached }) => reached) ?? false;
  const waits = ({ id, missed, kind }: VisitRow) => kind === "call" && (missed || id === "v8") && !isReached(id);
  const waiting = (): WaitingCall[] =>
    VISITS.filter(waits)
      .map((call) => ({
        call,
        missed: call.missed,
        by: call.missed ? null : now() - 25 * MINUTE,
        overdue: !call.missed,
        tried: tried.get(call.id)?.length ?? 0,
        last_tried: tried.get(call.id)?.at(-1)?.at ?? null,
      }))
      .sort((one, other) => Number(one.missed) - Number(other.missed));
  const rota = (): RotaPlace[] => {
    const open = VISITS.filter(({ state, kind }) => state === "open" && kind !== "call");
    return [...turns]
      .sort(([, one], [, other]) => one.place - other.place)
      .map(([staff, { state, since, skipped }]) => {
        const mine = open.filter(({ consultant }) => consultant === staff);
        return {
          staff,
          name: nameOf(staff) ?? "",
          busy: mine.length > 0,
          state,
          since: since ?? mine[0]?.arrived ?? null,
          received_today: VISITS.filter(({ consultant, kind }) => kind !== "call" && consultant === staff).length,
          skipped,
        };
      });
  };
  const view = () => {
    const ofToday = VISITS.filter(({ arrived, state }) => state === "open" || dayOf(arrived) === today());
    const come = ofToday.filter(({ kind }) => kind !== "call");
    const sales = come.filter((row) => row.sales);
    const calls = ofToday.filter(({ kind }) => kind === "call");
    const incomplete = VISITS.filter(({ missing }) => missing.length > 0);
    const places = rota();
    return {
      day: today(),
      open: sales.filter(({ state }) => state === "open"),
      left: sales.filter(({ state }) => state === "left"),
      others: come.filter((row) => !row.sales),
      calls,
      waiting: waiting(),
      waiting_count: waiting().length,
      incomplete,
      incomplete_count: incomplete.length,
      totals: {
        walk_ins: sales.length,
        calls: calls.length,
        missed: calls.filter(({ missed, id }) => missed && !isReached(id)).length,
        people: sales.reduce((sum, { party_size }) => sum + (party_size ?? 1), 0),
        first: 3,
        again: 1,
        invited: 0,
        with_phone: sales.filter(({ phone }) => phone).length,
        without_phone: sales.filter(({ phone }) => !phone).length,
        first_visits: sales.filter(({ frequency }) => frequency !== "again").length,
        first_filed: sales.filter(({ frequency, phone }) => frequency !== "again" && phone).length,
        others: come.length - sales.length,
        open: come.filter(({ state }) => state === "open").length,
      },
      rota: places,
      next: places.find(({ busy, state }) => !busy && state === null)?.staff ?? null,
      sheet,
      clock_behind: null,
    };
  };
  const answer = (act: string, visit: VisitRow): LoggedVisit => ({
    act,
    visit,
    customer: visit.customer,
    recognised: null,
    owner: null,
    owner_name: null,
    owner_is_other: false,
  });
  const log = (kind: VisitRow["kind"], fields: VisitFields, more: Partial<VisitRow> = {}): LoggedVisit => {
    const sales = kind !== "other" && (!fields.purpose || fields.purpose === "look");
    const visit: VisitRow = {
      ...(VISITS[3] as VisitRow),
      ...(fields as Partial<VisitRow>),
      id: `v${VISITS.length + 1}`,
      kind,
      sales,
      state: kind === "call" ? "left" : "open",
      arrived: fields.arrived ?? now(),
      left: null,
      consultant_name: nameOf(fields.consultant),
      missing: sales
        ? ["phone", "consultant", "model", "level", "source"].filter(
            (field) => fields[field as keyof VisitFields] == null,
          )
        : [],
      ...more,
    };
    VISITS.push(visit);
    sheet = { ...sheet, state: "open" };
    desk().touch("visits", "customers", "cards");
    return answer(`act-${visit.id}`, visit);
  };
  return {
    reception: view,
    log_walk_in: ({ fields, kind }) => log(kind ?? "walk_in", fields),
    log_call: ({ fields }) => log("call", fields),
    log_missed_call: ({ phone, name }) =>
      log("call", {}, { name: name ?? null, gender: null, phone: phone ?? null, missed: true, missing: [] }),
    leave_visit: ({ id, not_filed_reason }) => {
      Object.assign(byId(id), { state: "left", left: now(), ...(not_filed_reason ? { result: "not_filed" } : {}) });
      return acted(`leave-${id}`);
    },
    complete_visit: ({ id, fields }) => {
      const row = byId(id);
      Object.assign(row, fields, {
        missing: row.missing.filter((field) => fields[field as keyof VisitFields] == null),
      });
      desk().touch("visits");
      return answer(`complete-${id}`, row);
    },
    reassign_visit: ({ id, consultant }) => {
      Object.assign(byId(id), { consultant, consultant_name: nameOf(consultant) });
      return acted(`reassign-${id}`);
    },
    call_back: ({ visit, reached, note }) => {
      const staff_name = nameOf("p1");
      tried.set(visit, [...(tried.get(visit) ?? []), { at: now(), staff_name, reached, note: note ?? null }]);
      if (reached)
        byId(visit).missing = ["name", "model", "source"].filter((field) => byId(visit)[field as "name"] === null);
      return acted(`back-${visit}`);
    },
    reveal_visit_phone: () => ({ phone: "139 0013 9000" }),
    set_duty: ({ staff, state }) => {
      const turn = turns.get(staff);
      if (turn) turns.set(staff, { ...turn, state: state ?? null, since: state ? now() : null });
      return acted(`duty-${staff}`);
    },
    arrange_turns: ({ staff }) => {
      for (const [id, turn] of turns) {
        const at = staff.indexOf(id);
        turns.set(id, { ...turn, place: at < 0 ? turns.size : at, state: at < 0 ? "off" : null });
      }
      return acted("arrange");
    },
    skip_turn: ({ staff, reason }) => {
      const turn = turns.get(staff);
      if (turn) turns.set(staff, { ...turn, place: turn.place + turns.size, skipped: reason });
      return acted(`skip-${staff}`);
    },
    set_weather: ({ weather }) => {
      sheet = { ...sheet, weather: weather ?? null };
      return acted("weather");
    },
    close_day: ({ note }) => {
      sheet = { ...sheet, state: "closed", note: note ?? null, signed_by_name: nameOf("p1"), signed_at: now() };
      return acted("close");
    },
    check_day: () => {
      sheet = { ...sheet, checked_by_name: nameOf("p5"), checked_at: now() };
      return acted("check");
    },
    reopen_day: () => {
      sheet = { ...sheet, state: "open", signed_by_name: null, signed_at: null };
      desk().touch("visits");
      return null;
    },
    drafts: () => [...drafts].map(([id, draft]) => ({ id, draft })),
    keep_draft: ({ id, draft }) => {
      drafts.set(id, draft);
      return null;
    },
    drop_draft: ({ id }) => {
      drafts.delete(id);
      return null;
    },
    visit: ({ id }) => {
      const row = byId(id);
      const { name, gender, phone, party_size, arrived, consultant, model, level, source, purpose, frequency, drink } =
        row;
      return {
        row,
        fields: {
          name,
          gender,
          phone,
          party_size,
          arrived,
          consultant,
          model,
          level,
          source,
          purpose,
          frequency,
          drink,
        },
        editable: true,
        waits: waits(row),
        tried: tried.get(id) ?? [],
      };
    },
    parse_quick_entry: ({ text }) => parseLine(text),
    recognise: ({ phone, name }) => {
      const row = CUSTOMERS.find((one) => (name && one.name === name) || phone === "13800136621");
      if (!row) return [];
      const { id, owner, owner_name, last_contact, level } = row;
      return [
        {
          customer: id,
          name: row.name,
          phone: row.phone,
          level,
          owner,
          owner_name,
          last_contact,
          exact: true,
          visible: true,
        },
      ];
    },
    suggest_models: ({ text }) => ["雅阁", "雅阁 e:PHEV", "皓影", "型格"].filter((model) => model.includes(text)),
  };
}
