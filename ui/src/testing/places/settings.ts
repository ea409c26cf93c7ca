// Places of the settings.
import { userEvent } from "vitest/browser";
import { refuse } from "../fake";
import { APART, FIRST, JOINED, OFFLINE, SHUT_OUT } from "../world/devices";
import { type Place, SAVE } from "./place";

export const SETTINGS: Place[] = [
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
  { name: "settings, which list", path: "/settings?part=lists", steps: ({ press }) => press(/哪个列表/) },
  {
    name: "settings, a list of reasons",
    path: "/settings?part=lists",
    steps: async ({ press }) => {
      await press(/哪个列表/);
      await press("取消预约的原因");
    },
  },
  { name: "settings, texts", path: "/settings?part=messages" },
  {
    name: "settings, a text without words",
    path: "/settings?part=messages",
    steps: async ({ press, type, see }) => {
      await press("添加话术");
      await see("新话术");
      await press(/^保存/);
      await type("{Tab}");
      await see("还没有写");
    },
  },
  { name: "settings, rules", path: "/settings?part=rules" },
  {
    name: "settings, password asked again",
    path: "/settings?part=rules",
    answers: { set_rule: () => refuse("password_needed") },
    steps: async ({ screen }) => userEvent.click(screen.getByText("到店未成交的客户，第二天回访")),
  },
  { name: "settings, PCs", path: "/settings?part=devices" },
  { name: "settings, the only PC", path: "/settings?part=devices", answers: FIRST },
  { name: "settings, PCs offline", path: "/settings?part=devices", answers: OFFLINE },
  { name: "settings, PCs need attention", path: "/settings?part=devices", answers: SHUT_OUT },
  { name: "settings, PCs that were apart", path: "/settings?part=devices", answers: APART },
  { name: "settings, a PC", path: "/settings?part=devices", steps: ({ press }) => press(/^01/) },
  { name: "settings, this PC", path: "/settings?part=devices", steps: ({ press }) => press(/^02/) },
  {
    name: "settings, a PC joins",
    path: "/settings?part=devices",
    steps: ({ type, see }) => type("{Control>}n{/Control}").then(() => see(/7K3M/)),
  },
  {
    name: "settings, a PC cannot join",
    path: "/settings?part=devices",
    answers: { invite: () => refuse("hub_unreachable") },
    steps: ({ type }) => type("{Control>}n{/Control}"),
  },
  {
    name: "settings, a PC has joined",
    path: "/settings?part=devices",
    answers: { invitation: () => JOINED },
    steps: async ({ type, see }) => {
      await type("{Control>}n{/Control}");
      await see(/已接入/);
    },
  },
  {
    name: "settings, where the hub is",
    path: "/settings?part=devices",
    answers: { hub_is_at: () => refuse("address_unreadable") },
    steps: async ({ press, type }) => {
      await press("手动填写主机地址");
      await type(SAVE);
    },
  },
  { name: "settings, backup", path: "/settings?part=backup" },
  { name: "settings, restore", path: "/settings?part=backup", steps: ({ press }) => press(/从备份恢复/) },
  { name: "settings, check", path: "/settings?part=check", steps: ({ press }) => press("开始检查") },
  { name: "settings, mine", path: "/settings?part=mine" },
  { name: "settings, about", path: "/settings?part=about" },
];
