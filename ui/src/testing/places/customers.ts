// Places of the customers: the list, a new file, claims, the level sheet.
import type { ClaimRow } from "../../generated/types";
import { door, refuse, someone } from "../fake";
import { COLLEAGUES } from "../world/rows";
import { broken, type Hand, type Place, SAVE } from "./place";

const path = "/customers";
const claim: ClaimRow = {
  id: "q1",
  customer: "x1",
  name: "赵**",
  phone: "138****8000",
  level: null,
  owner_name: "陈静怡",
  by: "p1",
  by_name: "王芳",
  reason: "亲戚",
  asked_at: Date.now(),
  state: "asked",
  since: null,
  decided_by_name: null,
  answer: null,
  last_contact: null,
  last: null,
  mine: true,
  may_decide: false,
};
const none = { rows: [], next: null, total: 0, more: false };

export const CUSTOMERS: Place[] = [
  { name: "customers", path },
  { name: "customers, none yet", path, answers: { customers: none } },
  { name: "customers, overdue only", path, steps: ({ press }) => press(/只看逾期/) },
  {
    name: "customers, none that fits",
    path,
    answers: { customers: none },
    steps: async ({ press, see }) => {
      await press(/只看逾期/);
      await see("没有符合条件的客户");
    },
  },
  { name: "customers, owner", path, steps: ({ press }) => press(/归属|全部顾问/) },
  {
    name: "customers, tags suggested",
    path,
    steps: async ({ write, see }) => {
      await write("按标签筛选", "要");
      await see("要贷款");
    },
  },
  {
    name: "customers, of one tag",
    path,
    steps: async ({ write, press, see }) => {
      await write("按标签筛选", "要贷");
      await press("要贷款");
      await see("清除筛选");
    },
  },
  { name: "customers, new", path, steps: fresh },
  {
    name: "customers, new with a number on file",
    path,
    steps: async (hand) => {
      await fresh(hand);
      await hand.type("13800136621");
      await hand.see(/这个号码已有档案/);
    },
  },
  {
    name: "customers, new that is refused",
    path,
    answers: { add_customer: () => refuse("phone_missing", { field: "phone" }) },
    steps: async (hand) => {
      await fresh(hand);
      await hand.type(SAVE);
      await hand.see(/电话还空着/);
    },
  },
  { name: "customers, a claim", path, answers: { recognise: [COLLEAGUES] }, steps: claiming },
  {
    name: "customers, a claim that is refused",
    path,
    answers: { recognise: [COLLEAGUES], claim_customer: () => refuse("claim_waits") },
    steps: async (hand) => {
      await claiming(hand);
      await hand.type(`一直是我在联系${SAVE}`);
      await hand.see(/已经申请过了/);
    },
  },
  {
    name: "customers, claims to decide",
    path,
    steps: async ({ press, see }) => {
      await press("认领申请 2");
      await see(/李强 想认领/);
    },
  },
  {
    name: "customers, one's own claims",
    path,
    answers: {
      claims: [
        claim,
        {
          ...claim,
          id: "q2",
          state: "refused",
          since: Date.now(),
          decided_by_name: "赵国栋",
          answer: "刚跟过",
          mine: false,
        },
      ],
    },
    steps: async ({ press, see }) => {
      await press("认领申请 2");
      await see(/刚跟过/);
    },
  },
  { name: "customers, cannot be read", path, answers: { customers: broken } },
  { name: "level sheet", path: "/customers?part=levels" },
  { name: "level sheet, a customer beside", path: "/customers?part=levels&customer=c1" },
  {
    name: "level sheet, printed",
    path: "/customers?part=levels",
    steps: async ({ type, see }) => {
      await see(/级别状况表/);
      await type("{Control>}p{/Control}");
      await see("另存为 PDF");
    },
  },
  {
    name: "level sheet, whose",
    path: "/customers?part=levels",
    answers: { door_status: door({ me: someone({ roles: ["sales_manager"] }) }) },
    steps: async ({ press, see }) => {
      await press("上个月");
      await press(/谁的客户/);
      await see("刘洋");
    },
  },
  {
    name: "level sheet, nobody",
    path: "/customers?part=levels",
    answers: { level_sheet: { month: "2026-03-01", days: 31, staff: null, rows: [], next: null } },
  },
  { name: "level sheet, cannot be read", path: "/customers?part=levels", answers: { level_sheet: broken } },
];

async function fresh({ type, see }: Hand) {
  await type("n");
  await see("建档");
}

async function claiming(hand: Hand) {
  await fresh(hand);
  await hand.type("13800138000");
  await hand.press("申请认领");
  await hand.see(/现在归 陈静怡/);
}
