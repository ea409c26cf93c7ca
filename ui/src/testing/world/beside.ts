// What stands beside the customers of the invented showroom: persons, tags, rivals, claims, and the level sheet.
import type {
  ClaimRow,
  CustomerRow,
  CustomerView,
  ErasureAsked,
  ErasuresView,
  LevelSheet,
} from "../../generated/types";
import { dayOf, today } from "../../words/days";
import type { Answers } from "../fake";
import { CUSTOMERS, now } from "./rows";

const HOUR = 3_600_000;

type Beside = Pick<
  CustomerView,
  "persons" | "tags" | "rivals" | "referrer" | "referred" | "referred_count" | "proposed_level"
>;

export function besideOf(row: CustomerRow): Beside {
  return {
    persons: [
      {
        id: `w-${row.id}`,
        name: "孙丽萍",
        gender: "female",
        role: "spouse",
        title: null,
        decides: true,
        remark: "关心后排和安全",
        phones: [{ id: `fw-${row.id}`, phone: "139****2207", note: null }],
      },
    ],
    tags: ["trade_in", "loan"],
    rivals: [{ id: `r-${row.id}`, model: "凯美瑞", price: 17_980_000, note: "嫌中控太老" }],
    referrer: null,
    referred: [],
    referred_count: 0,
    proposed_level: row.level === "B" || row.level === "C" ? "A" : null,
  };
}

const claim = (change: Partial<ClaimRow> & { id: string }): ClaimRow => ({
  customer: "c3",
  name: "何志明",
  phone: "136****0907",
  level: "B",
  owner_name: "刘洋",
  by: "p2",
  by_name: "李强",
  reason: "是我老客户介绍来的，上周在车展加的微信，一直是我在联系",
  asked_at: now() - 2 * HOUR,
  state: "asked",
  since: null,
  decided_by_name: null,
  answer: null,
  last_contact: now() - 75 * HOUR,
  last: { at: now() - 75 * HOUR, way: "phone", content: "试驾了皓影，对后排空间满意" },
  mine: false,
  may_decide: true,
  ...change,
});

const asked = (change: Partial<ErasureAsked> & { id: string }): ErasureAsked => ({
  customer: "c3",
  name: "何志明",
  phone: "136****0907",
  owner_name: "刘洋",
  reason: "asked",
  by_name: "陈经理",
  asked_at: now() - 2 * HOUR,
  mine: false,
  may_decide: true,
  ...change,
});

const erasures = (waiting: ErasureAsked[]): ErasuresView => ({
  waiting,
  done: [
    { id: "ed1", at: now() - 50 * HOUR, by_name: "周敏", asked_by_name: "陈经理", reason: "withdrawn" },
    { id: "ed2", at: now() - 900 * HOUR, by_name: "周敏", asked_by_name: null, reason: "not_needed" },
  ],
});

export function besideAnswers(acted: (act: string) => { act: string }): Answers {
  let claims = [
    claim({ id: "q1" }),
    claim({
      id: "q2",
      customer: "c8",
      name: "冯国强",
      level: "H",
      by: "p3",
      by_name: "陈静怡",
      reason: "客户要求换人",
    }),
  ];
  const gone = (id: string) => {
    claims = claims.filter((one) => one.id !== id);
  };
  let erasing = [
    asked({ id: "e1" }),
    asked({ id: "e2", customer: "c8", name: "冯国强", reason: "wrongly", mine: true, may_decide: false }),
  ];
  const answered = (id: string) => {
    erasing = erasing.filter((one) => one.id !== id);
    return acted(`erasure-${id}`);
  };
  return {
    erasures: () => erasures(erasing),
    ask_erasure: () => acted("erasure"),
    decline_erasure: ({ request }) => answered(request),
    erase_customer: ({ request }) => answered(request),
    erase_with_key: () => acted("erasure"),
    add_person: () => ({ ...acted("person"), id: "w1" }),
    edit_person: () => acted("person"),
    remove_person: () => acted("person"),
    add_tag: () => acted("tag"),
    remove_tag: () => acted("tag"),
    add_rival: () => acted("rival"),
    edit_rival: () => acted("rival"),
    remove_rival: () => acted("rival"),
    claims: () => claims,
    claim_customer: () => acted("claim"),
    withdraw_claim: ({ claim: id }) => {
      gone(id);
      return acted("withdraw");
    },
    decide_claim: ({ claim: id, grant }) => {
      gone(id);
      return { ...acted(`decide-${id}`), granted: grant };
    },
    level_sheet: ({ month }) => sheet(month ?? today()),
  };
}

function sheet(day: string): LevelSheet {
  const [year = 2026, month = 1] = day.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = `${day.slice(0, 7)}-01`;
  const last = Math.min(days, Number(dayOf(now()).slice(8)));
  const rows = CUSTOMERS.map((customer, index) => {
    const step = 2 + (index % 5);
    const done = Array.from({ length: days }, (_, at) => at + 1).filter(
      (at) => at % step === index % step && at <= last,
    );
    const start = index % 3 === 0 ? "B" : customer.level;
    return {
      customer,
      new: index % 6 === 0,
      start,
      days: [
        ...done.map((at) => ({ day: at, level: at > last / 2 ? customer.level : start, planned: false })),
        ...(last + step <= days ? [{ day: last + step, level: null, planned: true }] : []),
      ],
      end: customer.level,
    };
  });
  return { month: first, days, staff: null, rows, next: null };
}
