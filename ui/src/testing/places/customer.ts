// Places of one customer's record: what is noted, what stands beside, the story, what was agreed.
import type { CustomerView, Recognised } from "../../generated/types";
import { refuse } from "../fake";
import { CONTESTED } from "../world/devices";
import { customerView } from "../world/rows";
import { broken, type Hand, type Place, SAVE } from "./place";

const path = "/customers?customer=c1";
const seen = (change: Partial<CustomerView>) => ({ customer: () => ({ ...customerView("c1"), ...change }) });
const same: Recognised = {
  customer: "c9",
  name: "张建国",
  phone: "138****6621",
  level: "B",
  owner: "p3",
  owner_name: "陈静怡",
  last_contact: Date.now(),
  exact: false,
  visible: true,
};
const lin: Recognised = { ...same, customer: "c2", name: "梁美玲", phone: "132****4468" };

export const CUSTOMER: Place[] = [
  { name: "customer", path },
  { name: "customer, cannot be read", path, answers: { customer: broken } },
  {
    name: "customer, another's",
    path,
    answers: seen({ editable: false, may_reassign: false }),
    steps: card,
  },
  { name: "customer, perhaps the same", path, answers: seen({ duplicates: [same] }) },
  {
    name: "customer, two cards become one",
    path,
    answers: seen({ duplicates: [same] }),
    steps: ({ press }) => press("合并"),
  },
  {
    name: "customer, of two cards",
    path,
    answers: seen({ merged: [{ merge: "m1", code: "02-2611-0007", name: "张先生", card_day: "2026-11-03" }] }),
  },
  { name: "customer, changed on two PCs at once", path, answers: seen({ contested: CONTESTED.slice(0, 1) }) },
  { name: "customer, another level proposed", path, answers: seen({ proposed_level: "A" }) },
  { name: "customer, level", path, steps: ({ type }) => type("l") },
  { name: "customer, reassign", path, steps: ({ press }) => press("转派") },
  { name: "customer, number shown", path, steps: ({ press }) => press("显示号码") },
  { name: "customer, another number", path, steps: ({ press }) => press(/加号码/) },
  { name: "customer, a tag", path, steps: tag },
  {
    name: "customer, tags suggested",
    path,
    steps: async (hand) => {
      await tag(hand);
      await hand.type("看");
      await hand.see("看新能源");
    },
  },
  { name: "customer, story of contacts", path, steps: ({ press }) => press("联系") },
  {
    name: "customer, no story",
    path,
    answers: { timeline: { entries: [], next: null } },
    steps: ({ see }) => see("还没有动态。"),
  },
  { name: "customer, contact", path, steps: contact },
  {
    name: "customer, contact with an appointment",
    path,
    steps: async (hand) => {
      await contact(hand);
      await hand.type("{F7}");
      await hand.see("来做什么");
    },
  },
  {
    name: "customer, contact parked",
    path,
    steps: async (hand) => {
      await contact(hand);
      await hand.write("结果", "问了");
      await hand.type("{Escape}");
      await hand.see(/撤销即可接着写/);
    },
  },
  { name: "customer, plan", path, steps: ({ type }) => type("a") },
  {
    name: "customer, plan that is refused",
    path,
    answers: { plan_card: () => refuse("due_in_the_past", { field: "due" }) },
    steps: async ({ type, write, see }) => {
      await type("a");
      await write("哪天", "明天");
      await type(SAVE);
      await see(/跟进日期不能早于今天/);
    },
  },
  { name: "customer, appointment", path, steps: agree },
  {
    name: "customer, appointment that is refused",
    path,
    answers: { make_appointment: () => refuse("appointment_in_the_past") },
    steps: async (hand) => {
      await agree(hand);
      await hand.write("时间", "10:30");
      await hand.type(SAVE);
      await hand.see(/这个时间已经过了/);
    },
  },
  { name: "customer, appointment changed", path, steps: ({ press }) => press("改时间") },
  {
    name: "customer, appointment called off",
    path,
    steps: async ({ press, see }) => {
      await press("取消预约");
      await see("为什么取消");
    },
  },
  {
    name: "customer, texts",
    path,
    steps: async ({ type, see }) => {
      await type("m");
      await see(/^对 .* 说$/);
    },
  },
  {
    name: "customer, no texts",
    path,
    answers: { messages: { customer_name: "张建国", phone: null, suggested: null, texts: [] } },
    steps: async ({ type, see }) => {
      await type("m");
      await see(/还没有话术/);
    },
  },
];

export const CARD: Place[] = [
  { name: "customer, card", path, steps: card },
  {
    name: "customer, a person",
    path,
    steps: async ({ type, see }) => {
      await type("p");
      await see("能拍板");
    },
  },
  {
    name: "customer, a person changed",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.press("修改 孙丽萍");
      await hand.see("能拍板");
    },
  },
  {
    name: "customer, a contact of a company",
    path,
    answers: seen({ fields: { company: "广州远航物流有限公司", buyer_kind: "company" } }),
    steps: async ({ type, see }) => {
      await type("p");
      await see("职务");
    },
  },
  {
    name: "customer, a rival",
    path,
    steps: async ({ type, see }) => {
      await type("r");
      await see("喜欢或嫌什么");
    },
  },
  {
    name: "customer, a rival changed",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.press("修改 凯美瑞");
      await hand.write("对方报价", "便宜");
      await hand.see("写数字，如 18（万）");
    },
  },
  {
    name: "customer, who sent them sought",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.write("介绍人", "张");
      await hand.see(/不是我们的客户/);
    },
  },
  {
    name: "customer, sent and sending",
    path,
    answers: seen({ referrer: lin, referred: [lin], referred_count: 12 }),
    steps: card,
  },
  {
    name: "customer, changed meanwhile",
    path,
    answers: {
      edit_customer: () => ({
        act: "a9",
        changed_meanwhile: [
          { field: "focus_points", by: "陈静怡", at: Date.now(), theirs: { focus_points: "动力、操控" } },
        ],
      }),
    },
    steps: async (hand) => {
      await card(hand);
      await hand.write("关注点", "内饰");
      await hand.type("{Tab}");
      await hand.see(/已改为/);
    },
  },
  {
    name: "customer, a field that is refused",
    path,
    answers: { edit_customer: () => refuse("text_too_long", { most: "4000", length: "4001", field: "focus_points" }) },
    steps: async (hand) => {
      await card(hand);
      await hand.write("关注点", "内饰");
      await hand.type("{Tab}");
      await hand.see(/最多 4000 个字/);
    },
  },
  {
    name: "customer, models suggested",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.write("意向车型", "雅");
      await hand.see("雅阁 e:PHEV");
    },
  },
  {
    name: "customer, what an import left",
    path,
    answers: seen({ kept: [{ heading: "试乘试驾反馈", raw: "见附页 3" }] }),
    steps: card,
  },
  { name: "customer, nothing of them to be left", path, steps: erase },
  {
    name: "customer, erased alone with the key",
    path,
    answers: { erase_with_key: () => refuse("recovery_key_wrong") },
    steps: async (hand) => {
      await erase(hand);
      await hand.press("用恢复密钥删除");
      await hand.write("恢复密钥", "0000-0000");
      await hand.type(SAVE);
      await hand.see(/不是这家门店的恢复密钥/);
    },
  },
  { name: "customer, erased", path, answers: { customer: () => refuse("customer_erased") } },
];

async function erase(hand: Hand) {
  await card(hand);
  await hand.press("删除个人信息…");
  await hand.see("原因");
}

async function card({ type, see }: Hand) {
  await type("e");
  await see("购车需求");
}

async function tag({ type, screen }: Hand) {
  await type("g");
  const box = screen.getByRole("combobox", { name: "标签", exact: true });
  const { expect } = await import("vitest");
  await expect.element(box).toHaveFocus();
}

async function contact({ type, see }: Hand) {
  await type("c");
  await see("结果");
}

async function agree({ type, see }: Hand) {
  await type("b");
  await see("约好了");
}
