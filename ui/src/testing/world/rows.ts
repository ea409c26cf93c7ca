// People, customers, visits and cards of an invented showroom, believable enough to look at.
import type {
  CardRow,
  CustomerRow,
  CustomerView,
  Recognised,
  Staff,
  TimelineEntry,
  VisitRow,
} from "../../generated/types";
import { plusDays, today } from "../../words/days";
import { besideOf } from "./beside";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
export const now = () => Date.now();

export const STAFF: Staff[] = (
  [
    ["p1", "王芳", "receptionist"],
    ["p2", "李强", "consultant"],
    ["p3", "陈静怡", "consultant"],
    ["p4", "刘洋", "consultant"],
    ["p5", "赵国栋", "sales_manager"],
    ["p6", "黄晓敏", "dcc"],
    ["p7", "欧阳建华", "admin"],
  ] as const
).map(([id, name, role]) => ({
  id,
  name,
  login: name,
  roles: role === "admin" ? ["admin", "sales_manager"] : [role],
  active: true,
  has_pin: id !== "p4",
  one_time_password: id === "p4",
}));

const nameOf = (id: string | null) => STAFF.find((one) => one.id === id)?.name ?? null;

function visit(change: Partial<VisitRow> & { id: string; minutes: number }): VisitRow {
  const { minutes, ...rest } = change;
  const arrived = now() - minutes * MINUTE;
  return {
    kind: "walk_in",
    state: "open",
    customer: null,
    name: null,
    gender: null,
    phone: null,
    party_size: 1,
    arrived,
    left: null,
    frequency: "first",
    purpose: "look",
    consultant: null,
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
    ...rest,
    consultant_name: nameOf(change.consultant ?? null),
  };
}

export const VISITS: VisitRow[] = [
  visit({
    id: "v1",
    minutes: 96,
    state: "left",
    left: now() - 41 * MINUTE,
    customer: "c1",
    name: "张建国",
    gender: "male",
    phone: "138****6621",
    party_size: 2,
    consultant: "p2",
    model: "雅阁",
    level: "H",
    source: "walk_in",
  }),
  visit({
    id: "v2",
    minutes: 47,
    name: "林",
    gender: "female",
    party_size: 3,
    consultant: "p3",
    missing: ["phone", "model", "level", "source"],
  }),
  visit({
    id: "v3",
    minutes: 22,
    customer: "c3",
    name: "何志明",
    gender: "male",
    phone: "136****0907",
    party_size: 1,
    consultant: "p2",
    frequency: "again",
    model: "皓影",
    level: "A",
    source: "vertical_site",
  }),
  visit({
    id: "v4",
    minutes: 4,
    name: "罗",
    gender: "male",
    party_size: 2,
    missing: ["phone", "consultant", "model", "level", "source"],
  }),
  visit({
    id: "v5",
    minutes: 63,
    kind: "call",
    state: "left",
    left: now() - 60 * MINUTE,
    name: "梁小姐",
    gender: "female",
    phone: "159****3320",
    consultant: "p6",
    model: "型格",
    source: "call",
    missing: ["level"],
  }),
  visit({
    id: "v6",
    minutes: 15,
    name: "郭",
    gender: "male",
    purpose: "service",
    sales: false,
    consultant: null,
  }),
  visit({
    id: "v7",
    minutes: 38,
    kind: "call",
    state: "left",
    phone: "139****9000",
    party_size: null,
    purpose: null,
    frequency: null,
    missed: true,
  }),
  visit({
    id: "v8",
    minutes: 26 * 60,
    kind: "call",
    state: "left",
    left: now() - 26 * 60 * MINUTE,
    name: "蔡志豪",
    gender: "male",
    phone: "137****2215",
    consultant: "p3",
    model: "奥德赛",
    source: "call",
  }),
];

const customerNames =
  "张建国 梁美玲 何志明 罗文杰 吴婷婷 郑海波 谢嘉欣 冯国强 邓丽华 曾伟 彭雪 蔡志豪 叶嘉琪 苏敏 程亮 卢俊 沈佳 韩冰 唐悦 薛梅".split(
    " ",
  );
const levels = ["H", "A", "B", "C", "N", "A", "B", "H", "B", "C"];
const models = ["雅阁", "皓影", "型格", "飞度", "奥德赛", "缤智", "凌派"];
export const CUSTOMERS: CustomerRow[] = customerNames.map((name, index) => ({
  id: `c${index + 1}`,
  name,
  gender: index % 3 === 1 ? "female" : "male",
  phone: `13${(index % 9) + 1}****${String(1117 * (index + 3)).slice(-4)}`,
  level: levels[index % levels.length] ?? "N",
  owner: `p${(index % 3) + 2}`,
  owner_name: nameOf(`p${(index % 3) + 2}`),
  model: models[index % models.length] ?? null,
  source: "walk_in",
  last_contact: now() - index * DAY - 3 * 60 * MINUTE,
  next_contact: plusDays(today(), index - 4),
  overdue: index < 4,
}));

const PROMISES: Record<number, string> = { 5: "周末带太太来看内饰", 10: "报价有效期到，问要不要锁车" };
export const CARDS: CardRow[] = CUSTOMERS.slice(0, 14).map((customer, index) => ({
  id: `k${index + 1}`,
  customer: customer.id,
  customer_name: customer.name,
  phone: customer.phone,
  level: customer.level,
  model: customer.model,
  rule: PROMISES[index] ? null : index === 2 ? "visit" : "level",
  note: PROMISES[index] ?? null,
  way: PROMISES[index] ? "phone" : null,
  due: plusDays(today(), index < 9 ? Math.min(0, index - 4) : index - 8),
  expires: plusDays(today(), index - 2),
  overdue_days: Math.max(0, 4 - index),
  expired: index < 2,
  owner: "p2",
  owner_name: "李强",
  last: {
    at: now() - (index + 2) * DAY,
    way: "phone",
    content:
      [
        "问了落地价，要和太太商量",
        "嫌金融方案利息高，发了全款报价",
        "试驾了皓影，对后排空间满意",
        "对比凯美瑞，约周末再来",
      ][index % 4] ?? "",
  },
}));

export const TIMELINE: TimelineEntry[] = [
  {
    act: "a3",
    at: now() - 2 * DAY,
    entered_at: now() - 2 * DAY,
    verb: "finish_card",
    actor_name: "李强",
    kind: "contact",
    title: "问了落地价，要和太太商量",
    changes: [{ table: "customer", field: "level", from: "A", to: "H" }],
    undoable: true,
    undone: false,
  },
  {
    act: "a2",
    at: now() - 3 * DAY,
    entered_at: now() - 3 * DAY + 40 * MINUTE,
    verb: "complete_visit",
    actor_name: "李强",
    kind: "edit",
    title: null,
    changes: [{ table: "customer", field: "model", from: null, to: "雅阁" }],
    undoable: true,
    undone: false,
  },
  {
    act: "a1",
    at: now() - 3 * DAY,
    entered_at: now() - 3 * DAY,
    verb: "log_walk_in",
    actor_name: "王芳",
    kind: "visit",
    title: null,
    changes: [],
    undoable: true,
    undone: false,
  },
];

export function customerView(id: string): CustomerView {
  const row = CUSTOMERS.find((one) => one.id === id) ?? (CUSTOMERS[0] as CustomerRow);
  return {
    row,
    code: `KH-0326-${row.id.slice(1).padStart(4, "0")}`,
    card_day: plusDays(today(), -30),
    fields: {
      name: row.name,
      gender: row.gender,
      source: row.source,
      model: row.model,
      main_use: "commute",
      purchase_window: "15",
      budget: 20_000_000,
      focus_points: "油耗、后排空间",
    },
    phones: [{ id: `f-${row.id}`, phone: row.phone ?? "", note: null }],
    ...besideOf(row),
    levels: [
      { at: now() - 30 * DAY, from: null, to: "B", by: "李强" },
      { at: now() - 2 * DAY, from: "B", to: row.level, by: "李强" },
    ],
    cards: CARDS.filter(({ customer }) => customer === row.id),
    duplicates: [],
    merged: [],
    contested: [],
    may_merge: true,
    kept: [],
    editable: true,
    may_reassign: true,
  };
}

const first = structuredClone({ STAFF, VISITS, CUSTOMERS, CARDS });

const restores: (() => void)[] = [];

/** Rows of another file of this showroom that tests put back. */
export function alsoFresh(restore: () => void) {
  restores.push(restore);
}

/** Puts the rows back as they were: each test has a showroom of its own. */
export function freshRows() {
  const rows = structuredClone(first);
  STAFF.splice(0, STAFF.length, ...rows.STAFF);
  VISITS.splice(0, VISITS.length, ...rows.VISITS);
  CUSTOMERS.splice(0, CUSTOMERS.length, ...rows.CUSTOMERS);
  CARDS.splice(0, CARDS.length, ...rows.CARDS);
  for (const restore of restores) restore();
}

/** A customer of a colleague, as one is told of whom one may not see. */
export const COLLEAGUES: Recognised = {
  customer: "x1",
  name: "赵**",
  phone: "138****8000",
  level: null,
  owner: "p3",
  owner_name: "陈静怡",
  last_contact: null,
  exact: true,
  visible: false,
};
