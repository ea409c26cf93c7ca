// Places of the frame: finding, keys, the account.
import type { Place } from "./place";

export const HOUSE: Place[] = [
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
