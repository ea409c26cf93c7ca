// Appointments, remarks and birthdays of the invented showroom, and what its manager sees of the team.
import type { AppointmentRow, BirthdayRow, RemarkRow, ReviewRow, TeamRow } from "../../generated/types";
import { dayOf, momentOf, plusDays, today } from "../../words/days";
import type { Answers, FakeDesk } from "../fake";
import { HOUSE } from "../house";
import { alsoFresh, CARDS, CUSTOMERS, now, STAFF } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const name = (staff: string) => STAFF.find(({ id }) => id === staff)?.name ?? null;

function appointment(id: string, at: number, customer: number, change: Partial<AppointmentRow> = {}): AppointmentRow {
  const row = CUSTOMERS[customer - 1] as (typeof CUSTOMERS)[number];
  const staff = change.staff ?? "p2";
  return {
    id,
    customer: row.id,
    customer_name: row.name,
    gender: row.gender,
    phone: row.phone,
    level: row.level,
    model: row.model,
    owner: row.owner,
    staff,
    staff_name: name(staff),
    at,
    purpose: "look",
    note: null,
    state: "expected",
    late_minutes: 0,
    visit: null,
    ...change,
  };
}

export const APPOINTMENTS: AppointmentRow[] = [
  appointment("ap1", momentOf(today(), "09:30"), 8, { state: "arrived", visit: "v3", staff: "p3" }),
  appointment("ap2", momentOf(today(), "10:00"), 4, { state: "late", late_minutes: 42, purpose: "test_drive" }),
  appointment("ap3", momentOf(today(), "14:00"), 1, { purpose: "price", note: "带太太一起来" }),
  appointment("ap4", momentOf(today(), "16:30"), 9, { staff: "p4" }),
];
export const MISSED: AppointmentRow[] = [
  appointment("ap5", momentOf(plusDays(today(), -1), "15:00"), 7, { state: "missed", late_minutes: 900 }),
];
export const REMARKS: RemarkRow[] = [
  {
    review: "r1",
    contact: "x1",
    customer: "c2",
    customer_name: "梁美玲",
    level: "A",
    remark: "周六前把她先生一起约到店，先发一份金融对比。",
    by_name: "欧阳建华",
    at: now() - 14 * HOUR,
    contact_at: now() - DAY,
    way: "phone",
    content: "嫌金融方案利息高，发了全款报价",
  },
];
export const BIRTHDAYS: BirthdayRow[] = [
  {
    customer: "c10",
    customer_name: "曾伟",
    gender: "male",
    phone: "138****1234",
    level: "C",
    model: "皓影",
    years: 36,
    met_today: false,
  },
];

const SAID = [
  "问了落地价，要和太太商量，约周六带太太来看内饰",
  "嫌金融方案利息高，发了全款报价",
  "试驾了皓影，对后排空间满意，下周定",
  "打不通，改发微信",
  "对比凯美瑞，说那边多送两次保养",
  "已经在别家订了途岳",
];
export const REVIEWS: ReviewRow[] = SAID.map((content, index) => {
  const row = CUSTOMERS[index] as (typeof CUSTOMERS)[number];
  const at = now() - (index * 3 + 1) * HOUR;
  const late = index % 3 === 1;
  const staff = `p${(index % 3) + 2}`;
  return {
    contact: `x${index}`,
    customer: row.id,
    customer_name: row.name,
    model: row.model,
    staff,
    staff_name: name(staff),
    at: index === 4 ? at - DAY : at,
    entered: at,
    back_filled: index === 4,
    way: index === 3 ? "wechat" : "phone",
    content,
    question: index === 0 ? "置换补贴能不能叠加" : null,
    answer: index === 0 ? "可以叠加，以实车评估为准" : null,
    level_from: "B",
    level_to: index === 5 ? "F1" : row.level,
    next: index === 5 ? null : plusDays(today(), 2),
    due: index === 2 ? null : plusDays(dayOf(at), late ? -2 : 0),
    timely: index === 2 ? "unasked" : late ? "late" : "in_time",
    late_days: late ? 2 : 0,
    before: index === 3 ? null : { at: at - 4 * DAY, way: "phone", content: "第一次来店，看了雅阁，预算 20 万" },
  };
});

const TEAM: TeamRow[] = (
  [
    ["p4", 23, 11, 6, 1, 4, 1],
    ["p2", 5, 4, 8, 6, 1, 3],
    ["p6", 2, 1, 5, 9, 0, 0],
    ["p3", 0, 0, 4, 7, 0, 1],
  ] as const
).map(([staff, overdue, oldest, due, done, incomplete, appointments]) => ({
  staff,
  name: name(staff) ?? "",
  overdue: { n: overdue, more: false },
  oldest_overdue_days: oldest,
  due: { n: due, more: false },
  done,
  incomplete,
  appointments,
  level_h: { n: overdue % 7, more: false },
  level_a: { n: due + 3, more: false },
  level_b: { n: due * 4, more: false },
}));

const first = structuredClone({ APPOINTMENTS, MISSED, REMARKS, REVIEWS });
alsoFresh(() => {
  const rows = structuredClone(first);
  APPOINTMENTS.splice(0, APPOINTMENTS.length, ...rows.APPOINTMENTS);
  MISSED.splice(0, MISSED.length, ...rows.MISSED);
  REMARKS.splice(0, REMARKS.length, ...rows.REMARKS);
  REVIEWS.splice(0, REVIEWS.length, ...rows.REVIEWS);
});

/** What the today screen shows beside the cards. */
export const todays = () => ({
  appointments: APPOINTMENTS.filter(({ staff, state }) => staff === "p2" && state !== "cancelled"),
  missed: MISSED,
  remarks: REMARKS,
  birthdays: BIRTHDAYS,
});

export function following(desk: () => FakeDesk): Answers {
  const acted = (act: string) => {
    desk().touch("appointments", "reviews", "cards", "customers");
    return { act };
  };
  const byId = (id: string) => [...APPOINTMENTS, ...MISSED].find((row) => row.id === id) as AppointmentRow;
  const seen = (contacts: readonly string[]) =>
    REVIEWS.splice(0, REVIEWS.length, ...REVIEWS.filter(({ contact }) => !contacts.includes(contact)));
  return {
    expected: () => {
      const rows = APPOINTMENTS.filter(({ state, at }) => state !== "cancelled" && dayOf(at) === today());
      const late = rows.filter(({ state }) => state === "late").length;
      return {
        day: today(),
        rows,
        late,
        to_come: late + rows.filter(({ state }) => state === "expected").length,
      };
    },
    appointments: ({ customer }) => [...APPOINTMENTS, ...MISSED].filter((row) => row.customer === customer),
    make_appointment: ({ customer, at, purpose, note }) => {
      const number = Number(customer.slice(1)) || 1;
      const row = appointment(`ap${APPOINTMENTS.length + 9}`, at, number, {
        purpose: purpose ?? null,
        note: note ?? null,
      });
      const also = APPOINTMENTS.find((one) => one.customer === customer && dayOf(one.at) === dayOf(at)) ?? null;
      APPOINTMENTS.push(row);
      return { ...acted(`make-${row.id}`), appointment: row, also };
    },
    change_appointment: ({ id, at, purpose, note }) => {
      Object.assign(byId(id), { at: at ?? byId(id).at, purpose, note, state: "expected" });
      return acted(`change-${id}`);
    },
    cancel_appointment: ({ id }) => {
      byId(id).state = "cancelled";
      return acted(`cancel-${id}`);
    },
    mark_no_show: ({ id }) => {
      byId(id).state = "no_show";
      return acted(`no-show-${id}`);
    },
    messages: ({ customer, lang, card }) => {
      const row = CUSTOMERS.find(({ id }) => id === customer);
      const who = `${row?.name.slice(0, 1)}${row?.gender === "female" ? "女士" : "先生"}`;
      const blanks: Record<string, string> = {
        customer: lang === "en" ? `Mr ${row?.name.slice(0, 1)}` : who,
        consultant: "李强",
        branch: HOUSE.branch,
        brand: HOUSE.brand,
        model: row?.model ?? "",
        day: lang === "en" ? "Saturday 7 March" : "明天",
        time: "10:00",
      };
      return {
        customer_name: row?.name ?? "",
        phone: row?.phone ?? null,
        suggested: CARDS.find(({ id }) => id === card)?.rule === "visit" ? "after_visit" : "invite",
        texts: HOUSE.rules.messages.map(({ code, way, title, body }) => ({
          code,
          way,
          title: title[lang],
          body: body[lang].replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? ""),
        })),
      };
    },
    preview_message: ({ body }) => ({
      full: body.replace("{customer}", "张先生").replace("{model}", "雅阁"),
      bare: body.replace("{customer}", "").replace("{model}", "这款车"),
    }),
    team: () => ({ day: today(), rows: TEAM }),
    reviews_to_do: ({ staff }) => {
      const rows = REVIEWS.filter((row) => !staff || row.staff === staff);
      return { rows, next: null, total: rows.length, more: false };
    },
    review_contact: ({ contact }) => {
      seen([contact]);
      return acted(`review-${contact}`);
    },
    review_contacts: ({ contacts }) => {
      seen(contacts);
      return acted("reviews");
    },
    read_review: ({ review }) => {
      REMARKS.splice(0, REMARKS.length, ...REMARKS.filter((row) => row.review !== review));
      return acted(`read-${review}`);
    },
  };
}
