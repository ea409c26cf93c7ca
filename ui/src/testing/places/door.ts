// Places before one is in: the door, the lock, one's first password.
import { userEvent } from "vitest/browser";
import { door, refuse, someone } from "../fake";
import { PASSWORD } from "../world/door";
import { type Place, SAVE } from "./place";

export const AT_THE_DOOR: Place[] = [
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
