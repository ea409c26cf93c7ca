// A counter for tests: a few parties as the desk tells them, and the whole house around the screen.
import type { LoggedVisit, Me, ReceptionView, Recognised, RotaPlace, VisitRow, WaitingCall } from "../generated/types";
import { type Answers, door, someone } from "../testing/fake";
import { HOUSE } from "../testing/house";
import { showPage } from "../testing/show";
import { today } from "../words";
import { forgetDrafts } from "./drafts";

export const MINUTE = 60_000;

export function party(change: Partial<VisitRow> = {}): VisitRow {
  return {
    id: "v1",
    kind: "walk_in",
    state: "open",
    customer: null,
    name: "林",
    gender: "female",
    phone: null,
    party_size: 2,
    arrived: Date.now() - 47 * MINUTE,
    left: null,
    frequency: "first",
    purpose: "look",
    consultant: "p2",
    consultant_name: "李强",
    model: null,
    level: null,
    source: null,
    drink: null,
    event: null,
    sales: true,
    result: null,
    missed: false,
    missing: [],
    remark: null,
    kept: [],
    mine: true,
    ...change,
  };
}

export function place(change: Partial<RotaPlace> = {}): RotaPlace {
  return {
    staff: "p3",
    name: "陈静怡",
    busy: false,
    state: null,
    since: null,
    received_today: 1,
    skipped: null,
    ...change,
  };
}

export function waiting(change: Partial<WaitingCall> = {}): WaitingCall {
  return {
    call: party({
      id: "w1",
      kind: "call",
      state: "left",
      name: null,
      gender: null,
      phone: "139****9000",
      missed: true,
    }),
    missed: true,
    by: null,
    overdue: false,
    tried: 0,
    last_tried: null,
    ...change,
  };
}

export function view(change: Partial<ReceptionView> = {}): ReceptionView {
  return {
    day: today(),
    open: [],
    left: [],
    others: [],
    calls: [],
    waiting: [],
    waiting_count: change.waiting?.length ?? 0,
    incomplete: [],
    incomplete_count: change.incomplete?.length ?? 0,
    totals: {
      walk_ins: 3,
      calls: 1,
      people: 5,
      first: 2,
      again: 1,
      invited: 0,
      with_phone: 2,
      without_phone: 1,
      missed: 0,
      first_visits: 2,
      first_filed: 1,
      others: 0,
      open: 1,
    },
    rota: [place({ staff: "p3", name: "陈静怡" }), place({ staff: "p2", name: "李强", busy: true, received_today: 2 })],
    next: "p3",
    sheet: {
      weather: null,
      state: "open",
      note: null,
      signed_by_name: null,
      signed_at: null,
      checked_by_name: null,
      checked_at: null,
    },
    clock_behind: null,
    ...change,
  };
}

export const ZHANG: Recognised = {
  customer: "c1",
  name: "张建国",
  phone: "138****6621",
  level: "H",
  owner: "p2",
  owner_name: "李强",
  last_contact: Date.now() - 3 * 24 * 60 * MINUTE,
  exact: true,
  visible: true,
};

export function logged(change: Partial<VisitRow> = {}): LoggedVisit {
  return {
    act: "a1",
    visit: party({ name: "张", gender: "male", consultant_name: "陈静怡", ...change }),
    customer: null,
    recognised: null,
    owner: null,
    owner_name: null,
    owner_is_other: false,
  };
}

/** The forms are fetched once the screen stands; here they are awaited, for keys that come faster than any hand. */
const forms = () =>
  Promise.all([
    import("./NewVisit"),
    import("./OpenVisit"),
    import("./Pops"),
    import("./Turns"),
    import("./Waiting"),
    import("./DaySheet"),
    import("./MissedCall"),
    import("./Arrange"),
  ]);

/** The whole window at `path`, with what the desk answers. */
export async function showAt(path: string, answers: Answers, me: Me = someone()) {
  forgetDrafts();
  await forms();
  return await showPage(path, {
    door_status: door({ me }),
    house: HOUSE,
    reception: view(),
    recognise: [],
    drafts: [],
    keep_draft: null,
    drop_draft: null,
    suggest_models: [],
    parse_quick_entry: { fields: {}, parts: [], known: [] },
    ...answers,
  });
}
