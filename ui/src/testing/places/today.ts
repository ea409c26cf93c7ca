// Places of the day: cards and their results, what stands beside them, the texts; and of the team.
import { today } from "../../words/days";
import { door, refuse, someone } from "../fake";
import { broken, type Hand, type Place, SAVE } from "./place";

const path = "/today";
const done = {
  day: today(),
  staff: "p2",
  staff_name: "李强",
  overdue: [],
  due: [],
  upcoming: [],
  overdue_count: 0,
  due_count: 0,
  done_today: 7,
  coming: [],
  appointments: [],
  missed: [],
  remarks: [],
  birthdays: [],
  incomplete: [],
  next_by_level: {},
};
const manager = { door_status: door({ me: someone({ roles: ["sales_manager"] }) }) };

export const TODAY: Place[] = [
  { name: "today", path },
  { name: "today, all done", path, answers: { today: done } },
  { name: "today, nothing to do", path, answers: { today: { ...done, done_today: 0 } } },
  { name: "today, cannot be read", path, answers: { today: broken } },
  {
    name: "today, whose",
    path,
    answers: manager,
    steps: async ({ press, see }) => {
      await press(/看谁的/);
      await see("刘洋");
    },
  },
  { name: "today, a card", path, steps: card },
  { name: "today, a result", path, steps: ({ type }) => type("1问了落地价") },
  {
    name: "today, a result with an appointment",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.type("1{F7}");
      await hand.see("来做什么");
    },
  },
  {
    name: "today, a result that lacks something",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.type(`{F7}${SAVE}`);
      await hand.see("几点到？");
    },
  },
  {
    name: "today, a result that is refused",
    path,
    answers: { finish_card: () => refuse("content_missing", { field: "content" }) },
    steps: async ({ type, see }) => {
      await type(`1${SAVE}`);
      await see(/结果还空着/);
    },
  },
  {
    name: "today, a result in full",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.press("补充");
    },
  },
  {
    name: "today, skip",
    path,
    steps: async ({ type, see }) => {
      await type("s");
      await see("为什么跳过");
    },
  },
  {
    name: "today, worked",
    path,
    steps: async ({ type, see }) => {
      await type(`1谈妥了${SAVE}`);
      await see(/已跟进/);
    },
  },
  { name: "today, texts", path, steps: texts },
  {
    name: "today, a text to send",
    path,
    steps: async (hand) => {
      await texts(hand);
      await hand.type("3");
    },
  },
  {
    name: "today, a remark",
    path,
    steps: async ({ press, see }) => {
      await press(/周六前把她先生/);
      await see("级别变化");
    },
  },
  { name: "today, a visit beside", path, steps: ({ press }) => press(/^林女士/) },
  { name: "today, a customer beside", path: "/today?customer=c2" },
  {
    name: "today, a card and its customer, both being worked",
    path,
    steps: async (hand) => {
      await card(hand);
      await hand.type("o");
      await hand.see("级别变化");
      await hand.press(/^记联系/);
    },
  },
];

export const TEAM: Place[] = [
  { name: "team", path: "/team" },
  { name: "team, nobody sells", path: "/team", answers: { team: { day: today(), rows: [] } } },
  { name: "team, reviews", path: "/team", steps: reviews },
  {
    name: "team, a remark",
    path: "/team",
    steps: async (hand) => {
      await reviews(hand);
      await hand.type("j");
      await hand.see("晚了 2 天");
      await hand.type("2");
    },
  },
  {
    name: "team, reviews of one",
    path: "/team",
    steps: async (hand) => {
      await reviews(hand);
      await hand.press(/谁的/);
    },
  },
  {
    name: "team, all is read",
    path: "/team",
    answers: { reviews_to_do: { rows: [], next: null, total: 0, more: false } },
    steps: async ({ press, see }) => {
      await press(/^批复/);
      await see("都看过了");
    },
  },
  {
    name: "team, claims",
    path: "/team",
    steps: async ({ press, see }) => {
      await press(/^认领申请/);
      await see(/想认领/);
    },
  },
  {
    name: "team, no claims",
    path: "/team",
    answers: { claims: [] },
    steps: async ({ press, see }) => {
      await press(/^认领申请/);
      await see(/没有等您决定/);
    },
  },
  { name: "team, who is to be erased", path: "/team", steps: erasures },
  {
    name: "team, nobody is to be erased",
    path: "/team",
    answers: { erasures: { waiting: [], done: [] } },
    steps: async ({ press, see }) => {
      await press(/^删除申请/);
      await see(/没有要处理/);
    },
  },
  {
    name: "team, really erased",
    path: "/team",
    answers: { erase_customer: () => refuse("erasure_changed") },
    steps: async (hand) => {
      await erasures(hand);
      await hand.press("永久删除");
      await hand.see(/永久删除.*？/);
    },
  },
];

async function erasures({ press, see }: Hand) {
  await press(/^删除申请/);
  await see("何志明");
}

async function card({ type, see }: Hand) {
  await type("{Enter}");
  await see("话术");
}

async function texts(hand: Hand) {
  await card(hand);
  await hand.type("m");
  await hand.see(/^对 .* 说$/);
}

async function reviews({ press, see }: Hand) {
  await press(/^批复/);
  await see(/预算 20 万/);
}
