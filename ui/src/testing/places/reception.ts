// Places of the counter: the line, the board and its tabs, forms, short questions, whose turn it is.
import { userEvent } from "vitest/browser";
import { party, place, view } from "../../reception/sample";
import { refuse } from "../fake";
import { broken, type Place, SAVE } from "./place";

const path = "/reception";
const emptied = view({ totals: { ...view().totals, open: 0 } });

export const RECEPTION: Place[] = [
  { name: "reception", path },
  { name: "reception, nobody yet", path, answers: { reception: emptied, expected: { ...nobody() } } },
  { name: "reception, the clock is behind", path, answers: { reception: view({ clock_behind: 95 }) } },
  { name: "reception, nobody is free", path, answers: { reception: view({ next: null, rota: away() }) } },
  {
    name: "reception, quick line understood",
    path,
    steps: async ({ type, see }) => {
      await type("王女士 2 13800138000 雅阁 H");
      await see(/雅阁/);
    },
  },
  { name: "reception, waiting", path, steps: ({ press }) => press(/^待回拨\s*\d+$/) },
  { name: "reception, who left", path, steps: ({ press }) => press(/^已离店\s*\d+$/) },
  { name: "reception, calls", path, steps: ({ press }) => press(/^来电\s*\d+$/) },
  { name: "reception, others", path, steps: ({ press }) => press(/^其他来访\s*\d+$/) },
  { name: "reception, incomplete", path, steps: ({ press }) => press(/^待补全\s*\d+$/) },
  { name: "reception, another day", path, steps: ({ press }) => press("前一天") },
  { name: "reception, calendar", path, steps: ({ press }) => press(/^日期/) },
  { name: "reception, cannot be read", path, answers: { reception: broken } },
  { name: "reception, a customer beside", path: "/reception?customer=c1" },
  { name: "reception, one expected", path, steps: ({ press }) => press("罗文杰 的预约") },
  {
    name: "reception, an appointment called off",
    path,
    steps: async ({ press, see }) => {
      await press("张建国 的预约");
      await press("取消预约");
      await see("为什么取消");
    },
  },
  { name: "reception, a colleague's turn", path, steps: ({ press }) => press("刘洋 的状态") },
  {
    name: "reception, weather said",
    path,
    steps: async ({ press, see }) => {
      await press("晴");
      await see("今天晴");
    },
  },
  {
    name: "reception, weather again",
    path,
    steps: async ({ press }) => {
      await press("晴");
      await press("天气 晴，按一下更改");
    },
  },
];

export const QUESTIONS: Place[] = [
  question("drink", "{F6}d", /喝什么/),
  question("not filed", "{F6}l", /没有留电话/),
  question("another consultant", "{F6}r", /换谁接待/),
  question("a turn passed over", "{F6}k", /为什么跳过/),
  {
    name: "reception, what keeps a colleague",
    path,
    steps: async ({ press, see }) => {
      await press("刘洋 的状态");
      await press("改状态…");
      await see("签约中");
    },
  },
  {
    name: "reception, undo offered",
    path,
    steps: async ({ type, see }) => {
      await type("{F6}l");
      await see(/没有留电话/);
      await type("{Enter}");
      await see(/已离店$/);
    },
  },
  {
    name: "reception, turns arranged",
    path,
    steps: async ({ press, see }) => {
      await press("排今天的班");
      await see(/勾选今天/);
    },
  },
  { name: "reception, the sheet", path, steps: sheet },
  { name: "reception, the sheet can be closed", path, answers: { reception: emptied }, steps: sheet },
  {
    name: "reception, the sheet refused",
    path,
    answers: { reception: emptied, close_day: () => refuse("open_visits", { n: "2" }) },
    steps: async (hand) => {
      await sheet(hand);
      await hand.press(/关门结账/);
      await hand.see(/还有 2 批客户/);
    },
  },
  {
    name: "reception, the sheet is closed",
    path,
    answers: {
      reception: view({
        totals: emptied.totals,
        sheet: {
          ...emptied.sheet,
          state: "closed",
          weather: "rain",
          note: "下午停电一小时",
          signed_by_name: "王芳",
          signed_at: Date.now(),
          checked_by_name: "赵国栋",
          checked_at: Date.now(),
        },
      }),
    },
    steps: async ({ type, see }) => {
      await type("{F6}{F9}");
      await see(/已核对/);
    },
  },
];

export const FORMS: Place[] = [
  form("walk-in form", "{F2}", "来店登记表"),
  form("call form", "{F3}", "来电登记表"),
  form("missed call", "{F7}", /记下号码就好/),
  { name: "reception, event form", path, steps: kind("活动", "活动登记表") },
  { name: "reception, form for others", path, steps: kind("其他", "其他来访登记") },
  { name: "reception, all fields", path, steps: more("{F2}") },
  { name: "reception, all fields of a call", path, steps: more("{F3}") },
  {
    name: "reception, a form that is refused",
    path,
    answers: { log_walk_in: () => refuse("phone_several", { numbers: "3", field: "phone" }) },
    steps: async ({ type, see }) => {
      await type(`{F2}张${SAVE}`);
      await see(/这里有 3 个号码/);
    },
  },
  {
    name: "reception, a missed call that is refused",
    path,
    answers: { log_missed_call: () => refuse("phone_too_short", { digits: "3", field: "phone" }) },
    steps: async ({ type, see }) => {
      await type(`{F7}139${SAVE}`);
      await see(/现在是 3 位/);
    },
  },
  {
    name: "reception, a number on file",
    path,
    steps: async ({ type, write, see }) => {
      await type("{F2}");
      await write("电话", "13800136621");
      await see(/归 李强|归属顾问/);
    },
  },
  {
    name: "reception, models suggested",
    path,
    steps: async ({ type, write, screen, see }) => {
      await type("{F2}");
      await see("来店登记表");
      await userEvent.click(screen.getByRole("combobox", { name: "意向车型" }));
      await write("意向车型", "雅");
      await see("雅阁 e:PHEV");
    },
  },
  {
    name: "reception, a form is parked",
    path,
    steps: async ({ type, see }) => {
      await type("{F2}张{Enter}1{Escape}");
      await see(/暂存：张/);
    },
  },
  { name: "reception, a visit", path, steps: visit },
  {
    name: "reception, what else with a visit",
    path,
    steps: async (hand) => {
      await visit(hand);
      await hand.press("更多操作");
    },
  },
  { name: "reception, a visit that is gone", path, answers: { visit: () => refuse("not_found") }, steps: visit },
  { name: "reception, call back", path, steps: promised },
  {
    name: "reception, called in vain",
    path,
    steps: async (hand) => {
      await promised(hand);
      await hand.press("看完整号码");
      await hand.press("没打通");
      await hand.see(/还在待回拨里/);
    },
  },
];

type Steps = NonNullable<Place["steps"]>;

function nobody() {
  return { day: emptied.day, rows: [], late: 0, to_come: 0 };
}

function away() {
  return [
    place({ staff: "p2", name: "李强", busy: true, since: party().arrived }),
    place({ staff: "p3", name: "陈静怡", state: "signing", since: party().arrived }),
    place({ staff: "p4", name: "刘洋", state: "off" }),
  ];
}

/** A short question over the board. */
function question(name: string, keys: string, words: RegExp): Place {
  return {
    name: `reception, ${name}`,
    path,
    steps: async ({ type, see }) => {
      await type(keys);
      await see(words);
    },
  };
}

function form(name: string, keys: string, words: string | RegExp): Place {
  return question(name, keys, words instanceof RegExp ? words : new RegExp(`^${words}$`));
}

function kind(name: string, title: string): Steps {
  return async ({ type, press, see }) => {
    await type("{F2}");
    await press(name);
    await see(title);
  };
}

function more(keys: string): Steps {
  return async ({ type, press }) => {
    await type(keys);
    await press("更多项目");
  };
}

async function sheet({ type, see }: Parameters<Steps>[0]) {
  await type("{F6}{F9}");
  await see("还没做完的");
}

async function visit({ press }: Parameters<Steps>[0]) {
  await press(/林女士/);
}

async function promised({ press, see }: Parameters<Steps>[0]) {
  await press(/^待回拨\s*\d+$/);
  await press(/蔡志豪/);
  await see("打通了");
}
