// Every place of the window: screens, drawers, dialogs, menus, pop-ups, error states. What must hold everywhere (axe,
// contrast, targets, input methods, nothing clipped) is tested in each of them. A new place is one entry here.
import { userEvent } from "vitest/browser";
import type { DoorState } from "../generated/types";
import type { Answers } from "./fake";
import { door, refuse, someone } from "./fake";
import type { Showing } from "./show";
import { PASSWORD } from "./world/door";

/** How a place is reached: by keys, by pressing what has this name, by waiting for what is seen. */
export type Hand = Pick<Showing, "screen" | "desk"> & {
  type: (keys: string) => Promise<void>;
  /** Presses the button, tab, row or menu entry of this name. */
  press: (name: string | RegExp) => Promise<void>;
  see: (text: string | RegExp) => Promise<void>;
};

export type Place = {
  name: string;
  /** The address after "#". */
  path: string;
  state?: DoorState;
  answers?: Answers;
  steps?: (hand: Hand) => Promise<void>;
};

const broken = () => Promise.reject({ code: "disk_full", args: {}, nature: "failed" });
const SAVE = "{Control>}{Enter}{/Control}";

const AT_THE_DOOR: Place[] = [
  { name: "welcome", path: "/", state: "empty" },
  { name: "choice of a demo", path: "/", state: "empty", steps: ({ press }) => press(/先看看演示门店/) },
  { name: "restore on a new PC", path: "/", state: "empty", steps: ({ press }) => press(/从备份恢复/) },
  {
    name: "new branch, nothing filled in",
    path: "/",
    state: "empty",
    steps: async ({ press, type }) => {
      await press(/建立我的门店/);
      await type(SAVE);
    },
  },
  {
    name: "new branch, the key on paper",
    path: "/",
    state: "empty",
    steps: async ({ press, screen, see }) => {
      await press(/建立我的门店/);
      await userEvent.fill(screen.getByLabelText("门店名称"), "广州天河店");
      await userEvent.fill(screen.getByLabelText(/^品牌/), "广汽本田");
      await userEvent.fill(screen.getByLabelText("管理员姓名"), "欧阳建华");
      await userEvent.fill(screen.getByLabelText("密码", { exact: true }), PASSWORD);
      await press("建立门店");
      await see("打印恢复密钥");
    },
  },
  { name: "sign in", path: "/", state: "closed" },
  { name: "sign in by name", path: "/", state: "closed", steps: ({ press }) => press("不在名单里") },
  {
    name: "sign in, wrong password",
    path: "/",
    state: "closed",
    steps: async ({ screen, type }) => {
      await userEvent.click(screen.getByLabelText(/的密码/));
      await type("falsch-falsch{Enter}");
    },
  },
  { name: "password forgotten", path: "/", state: "closed", steps: ({ press }) => press("忘记密码") },
  {
    name: "recovery by key",
    path: "/",
    state: "closed",
    steps: async ({ press }) => {
      await press("忘记密码");
      await press(/用恢复密钥/);
    },
  },
  { name: "locked", path: "/", state: "locked" },
  { name: "locked, PIN", path: "/", state: "locked", steps: ({ press }) => press(/李强/) },
  {
    name: "locked, help",
    path: "/",
    state: "locked",
    steps: async ({ type, see }) => {
      await type("{F1}");
      await see("锁定、换人与 PIN");
    },
  },
  {
    name: "one's own password first",
    path: "/",
    answers: { door_status: door({ me: someone({ one_time_password: true }) }) },
  },
  { name: "one's own PIN first", path: "/", answers: { door_status: door({ me: someone({ has_pin: false }) }) } },
  { name: "data that cannot be opened", path: "/", answers: { door_status: () => refuse("store_in_use") } },
];

const RECEPTION: Place[] = [
  { name: "reception", path: "/reception" },
  {
    name: "reception, quick line understood",
    path: "/reception",
    steps: async ({ type, see }) => {
      await type("王女士 2 13800138000 雅阁 H");
      await see(/雅阁/);
    },
  },
  { name: "reception, walk-in form", path: "/reception", steps: ({ type }) => type("{F2}") },
  { name: "reception, call form", path: "/reception", steps: ({ type }) => type("{F3}") },
  {
    name: "reception, all fields",
    path: "/reception",
    steps: async ({ type, press }) => {
      await type("{F2}");
      await press("更多项目");
    },
  },
  {
    name: "reception, a form is parked",
    path: "/reception",
    steps: async ({ type, see }) => {
      await type("{F2}张{Enter}1{Escape}");
      await see(/暂存：张/);
    },
  },
  { name: "reception, a visit", path: "/reception", steps: ({ press }) => press(/林女士/) },
  { name: "reception, who left", path: "/reception", steps: ({ press }) => press(/已离店/) },
  { name: "reception, calls", path: "/reception", steps: ({ press }) => press(/^来电\s*1$/) },
  { name: "reception, incomplete", path: "/reception", steps: ({ press }) => press(/^待补全\s*\d+$/) },
  { name: "reception, another day", path: "/reception", steps: ({ press }) => press("前一天") },
  { name: "reception, calendar", path: "/reception", steps: ({ press }) => press(/^日期/) },
  {
    name: "reception, undo offered",
    path: "/reception",
    steps: async ({ type, see }) => {
      await type("{F6}l");
      await see(/撤销/);
    },
  },
  { name: "reception, cannot be read", path: "/reception", answers: { reception: broken } },
  { name: "reception, a customer beside", path: "/reception?customer=c1" },
];

const TODAY: Place[] = [
  { name: "today", path: "/today" },
  { name: "today, a card", path: "/today", steps: ({ type }) => type("{Enter}") },
  { name: "today, a result", path: "/today", steps: ({ type }) => type("1问了落地价") },
  { name: "today, skip", path: "/today", steps: ({ type }) => type("s") },
  { name: "today, nothing to do", path: "/today", answers: { today: broken } },
  { name: "today, a customer beside", path: "/today?customer=c2" },
];

const CUSTOMERS: Place[] = [
  { name: "customers", path: "/customers" },
  { name: "customers, overdue only", path: "/customers", steps: ({ press }) => press(/只看逾期/) },
  { name: "customers, owner", path: "/customers", steps: ({ press }) => press(/归属|全部顾问/) },
  { name: "customers, new", path: "/customers", steps: ({ type }) => type("n") },
  {
    name: "customers, new with a number on file",
    path: "/customers",
    steps: async ({ type }) => {
      await type("n");
      await type("13800136621");
    },
  },
  { name: "customers, cannot be read", path: "/customers", answers: { customers: broken } },
];

const CUSTOMER: Place[] = [
  { name: "customer", path: "/customers?customer=c1" },
  { name: "customer, card", path: "/customers?customer=c1", steps: ({ type }) => type("e") },
  { name: "customer, contact", path: "/customers?customer=c1", steps: ({ type }) => type("c") },
  { name: "customer, plan", path: "/customers?customer=c1", steps: ({ type }) => type("a") },
  { name: "customer, level", path: "/customers?customer=c1", steps: ({ type }) => type("l") },
  { name: "customer, reassign", path: "/customers?customer=c1", steps: ({ press }) => press("转派") },
  { name: "customer, another number", path: "/customers?customer=c1", steps: ({ press }) => press(/加号码/) },
  { name: "customer, cannot be read", path: "/customers?customer=c1", answers: { customer: broken } },
];

const HOUSE: Place[] = [
  { name: "find, customers", path: "/customers", steps: ({ type }) => type("/zhang") },
  { name: "find, commands", path: "/customers", steps: ({ type }) => type("{Control>}k{/Control}") },
  { name: "find, nothing", path: "/customers", steps: ({ type }) => type("/没有这个人") },
  { name: "account menu", path: "/customers", steps: ({ press }) => press(/王芳/) },
  { name: "keys", path: "/customers", steps: ({ type }) => type("?") },
  { name: "switch of people", path: "/customers", steps: ({ type }) => type("{Control>}l{/Control}") },
  {
    name: "own PIN",
    path: "/settings?part=mine",
    steps: async ({ press }) => {
      await press(/修改我的 PIN/);
    },
  },
  { name: "own password", path: "/settings?part=mine", steps: ({ press }) => press("修改我的密码") },
  {
    name: "help",
    path: "/customers",
    steps: async ({ type, see }) => {
      await type("{F1}");
      await see("我有哪些客户？哪些没人管？");
      await type("{ArrowDown}{ArrowDown}{Enter}");
    },
  },
  {
    name: "help, found",
    path: "/customers?customer=c1",
    steps: async ({ type, see }) => {
      await type("{F1}");
      await see("这是谁？想要什么？之前发生过什么？");
      await type("电话");
      await see(/条$/);
    },
  },
  { name: "a screen that failed", path: "/today", answers: { today: () => ({}) as never } },
];

const IMPORT: Place[] = [
  { name: "import", path: "/import" },
  {
    name: "import, preview",
    path: "/import",
    steps: async ({ desk, see, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await see(/导入 \d+ 条来访/);
    },
  },
  {
    name: "import, doubtful cells",
    path: "/import",
    steps: async ({ desk, press, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await press(/有疑问的格/);
    },
  },
  {
    name: "import, done",
    path: "/import",
    steps: async ({ desk, press, see, type }) => {
      desk.picked = "/home/desk/来店登记表.xlsx";
      await type("{Control>}o{/Control}");
      await press(/导入 \d+ 条来访/);
      await see(/已导入/);
    },
  },
];

const SETTINGS: Place[] = [
  { name: "settings, people", path: "/settings?part=people" },
  { name: "settings, a person", path: "/settings?part=people", steps: ({ press }) => press(/^李强/) },
  { name: "settings, new person", path: "/settings?part=people", steps: ({ type }) => type("{Control>}n{/Control}") },
  {
    name: "settings, one-time password",
    path: "/settings?part=people",
    steps: async ({ type, see }) => {
      await type("{Control>}n{/Control}");
      await type(`周敏${SAVE}`);
      await see(/松果/);
    },
  },
  { name: "settings, lists", path: "/settings?part=lists" },
  { name: "settings, new choice", path: "/settings?part=lists", steps: ({ press }) => press("添加选项") },
  { name: "settings, rules", path: "/settings?part=rules" },
  {
    name: "settings, password asked again",
    path: "/settings?part=rules",
    answers: { set_rule: () => refuse("password_needed") },
    steps: async ({ screen }) => userEvent.click(screen.getByText("到店未成交的客户，第二天回访")),
  },
  { name: "settings, backup", path: "/settings?part=backup" },
  { name: "settings, restore", path: "/settings?part=backup", steps: ({ press }) => press(/从备份恢复/) },
  { name: "settings, check", path: "/settings?part=check", steps: ({ press }) => press("开始检查") },
  { name: "settings, mine", path: "/settings?part=mine" },
  { name: "settings, about", path: "/settings?part=about" },
];

/** The places by the part of the window; each part is one test file. */
export const PLACES = {
  door: AT_THE_DOOR,
  reception: RECEPTION,
  today: TODAY,
  customers: CUSTOMERS,
  customer: CUSTOMER,
  house: HOUSE,
  import: IMPORT,
  settings: SETTINGS,
} satisfies Record<string, Place[]>;
