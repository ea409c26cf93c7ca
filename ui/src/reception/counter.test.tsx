import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { refuse, someone } from "../testing/fake";
import { MINUTE, party, place, showAt, view } from "./sample";

const act = { act: "a9" };
const filed = party({ phone: "139****0000" });

test("who leaves without a number is asked why, once, and a digit answers", async () => {
  const leave_visit = vi.fn(() => act);
  const { screen } = await showAt("/reception", { reception: view({ open: [party()] }), leave_visit });
  await userEvent.keyboard("{F6}l");
  await expect.element(screen.getByRole("dialog", { name: "林女士 没有留电话，为什么？" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("2");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledWith({ id: "v1", not_filed_reason: "in_a_hurry" }));
  await expect.element(screen.getByText("林女士 已离店，未留档：赶时间")).toBeVisible();
});

test("Enter lets them go without a reason, Escape keeps them here", async () => {
  const leave_visit = vi.fn(() => act);
  const { screen } = await showAt("/reception", { reception: view({ open: [party()] }), leave_visit });
  await userEvent.keyboard("{F6}{F8}");
  const asked = screen.getByRole("dialog");
  await expect.element(asked).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(asked).not.toBeInTheDocument();
  expect(leave_visit).not.toHaveBeenCalled();
  await expect.element(screen.getByRole("grid")).toHaveFocus();
  await userEvent.keyboard("{F8}");
  await expect.element(asked).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledExactlyOnceWith({ id: "v1" }));
});

test("nobody is asked who is filed, known, or came for something else", async () => {
  const leave_visit = vi.fn(() => act);
  const rows = [
    party({ id: "v1", phone: "139****0000" }),
    party({ id: "v2", customer: "c1" }),
    party({ id: "v3", sales: false }),
    party({ id: "v4", result: "not_filed" }),
  ];
  const { screen } = await showAt("/reception", { reception: view({ open: rows }), leave_visit });
  for (const _ of rows) await expect.element(screen.getByRole("row", { name: /林女士/ }).first()).toBeVisible();
  await userEvent.keyboard("{F6}l{ArrowDown}");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledTimes(1));
  await userEvent.keyboard("l{ArrowDown}");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledTimes(2));
  await userEvent.keyboard("l{ArrowDown}");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledTimes(3));
  await userEvent.keyboard("l");
  await vi.waitFor(() => expect(leave_visit).toHaveBeenCalledTimes(4));
  expect(screen.getByRole("dialog").query()).toBeNull();
});

test("a drink is D and a digit, and stands on the board", async () => {
  const complete_visit = vi.fn(() => refuse("not_yours"));
  const { screen } = await showAt("/reception", {
    reception: view({ open: [{ ...filed, drink: "coffee" }] }),
    complete_visit,
  });
  await expect.element(screen.getByRole("row", { name: /林女士/ }).getByText("咖啡")).toBeVisible();
  await userEvent.keyboard("{F6}d");
  await expect.element(screen.getByRole("dialog", { name: "林女士 喝什么" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /咖啡/, pressed: true })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("2");
  await vi.waitFor(() => expect(complete_visit).toHaveBeenCalledWith({ id: "v1", fields: { drink: "tea" } }));
  await userEvent.keyboard("d0");
  await vi.waitFor(() => expect(complete_visit).toHaveBeenLastCalledWith({ id: "v1", fields: { drink: null } }));
});

test("another consultant is R and a digit; the one they have is not offered", async () => {
  const reassign_visit = vi.fn(() => act);
  const { screen } = await showAt("/reception", { reception: view({ open: [filed] }), reassign_visit });
  await userEvent.keyboard("{F6}r");
  const dialog = screen.getByRole("dialog", { name: "林女士 换谁接待？" });
  await expect.element(dialog).toBeVisible();
  expect(dialog.getByRole("button", { name: /李强/ }).query()).toBeNull();
  await expectNoFaults();
  await userEvent.keyboard("1");
  await vi.waitFor(() => expect(reassign_visit).toHaveBeenCalledWith({ id: "v1", consultant: "p3" }));
  await expect.element(screen.getByText("林女士 由 陈静怡 接待")).toBeVisible();
});

test("the rota tells who signs, since when, and why a turn was skipped", async () => {
  const { screen } = await showAt("/reception", {
    reception: view({
      rota: [
        place({ skipped: "meeting" }),
        place({ staff: "p2", name: "李强", state: "signing", since: Date.now() - 12 * MINUTE }),
        place({ staff: "p4", name: "刘洋", state: "off" }),
      ],
    }),
  });
  await expect.element(screen.getByText("跳过：开会")).toBeVisible();
  const signing = screen.getByRole("button", { name: /李强 1 批/ });
  await expect.element(signing.getByText("签约中")).toBeVisible();
  await expect.element(signing.getByText("12 分钟")).toBeVisible();
  await expect.element(screen.getByText("不在岗")).toBeVisible();
  await expectNoFaults();
});

test("K skips who is next, with a reason by digit", async () => {
  const skip_turn = vi.fn(() => act);
  const { screen } = await showAt("/reception", { skip_turn });
  await userEvent.keyboard("{F6}k");
  await expect.element(screen.getByRole("dialog", { name: "为什么跳过 陈静怡？" })).toBeVisible();
  await userEvent.keyboard("1");
  await vi.waitFor(() => expect(skip_turn).toHaveBeenCalledWith({ staff: "p3", reason: "with_customer" }));
  await expect.element(screen.getByText("已跳过 陈静怡，轮到下一位")).toBeVisible();
});

test("a consultant says by S what keeps them, and nobody else's state", async () => {
  const set_duty = vi.fn(() => act);
  const me = someone({ id: "p2", name: "李强", roles: ["consultant"], can: ["reception", "house", "set_duty"] });
  const { screen } = await showAt("/reception", { set_duty }, me);
  await expect.element(screen.getByRole("button", { name: "李强 的状态" })).toBeVisible();
  expect(screen.getByRole("button", { name: "陈静怡 的状态" }).query()).toBeNull();
  await userEvent.keyboard("{F6}s");
  await expect.element(screen.getByRole("dialog", { name: "李强 的状态" })).toBeVisible();
  await userEvent.keyboard("3");
  await vi.waitFor(() => expect(set_duty).toHaveBeenCalledWith({ staff: "p2", state: "resting" }));
  await expect.element(screen.getByText("李强：休息")).toBeVisible();
});

test("reception changes a state and skips a turn from the menu beside a name", async () => {
  const { screen } = await showAt("/reception", {});
  await userEvent.click(screen.getByRole("button", { name: "陈静怡 的状态" }));
  await expect.element(screen.getByRole("menuitem", { name: "改状态…" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(screen.getByRole("dialog", { name: "为什么跳过 陈静怡？" })).toBeVisible();
});

test("the turns of the day are arranged by ticks and arrows", async () => {
  const arrange_turns = vi.fn(() => act);
  const { screen } = await showAt("/reception", {
    arrange_turns,
    reception: view({
      rota: [place(), place({ staff: "p2", name: "李强" }), place({ staff: "p4", name: "刘洋", state: "off" })],
    }),
  });
  await userEvent.click(screen.getByRole("button", { name: "排今天的班" }));
  await expect.element(screen.getByRole("checkbox", { name: "刘洋" })).not.toBeChecked();
  await expectNoFaults();
  (screen.getByRole("checkbox", { name: "李强" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await userEvent.click(screen.getByText("刘洋").last());
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(arrange_turns).toHaveBeenCalledWith({ staff: ["p2", "p3", "p4"] }));
  await expect.element(screen.getByText("今天的值班顺序已排好")).toBeVisible();
});

test("parties that did not come for a car stand in a tab of their own", async () => {
  const others = [party({ id: "o1", name: "郭", gender: "male", sales: false, purpose: "service" })];
  const { screen } = await showAt("/reception", { reception: view({ others }), leave_visit: act });
  await userEvent.click(screen.getByRole("tab", { name: /其他来访/ }));
  await expect.element(screen.getByRole("row", { name: /郭先生/ }).getByText("维修保养")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "郭先生 离店" }));
  await expect.element(screen.getByText("郭先生 已离店")).toBeVisible();
});

test("a clock that is behind is told with what to do, and logging goes on", async () => {
  const { screen } = await showAt("/reception", { reception: view({ clock_behind: 3 * 1440 + 20 }) });
  await expect.element(screen.getByText(/慢了 3 天.*检查电脑右下角的日期和时间/)).toBeVisible();
  await expect.element(screen.getByRole("combobox", { name: "快速登记" })).toBeEnabled();
  await expectNoFaults();
});

test("when midnight passes the board goes on to the new day", async () => {
  vi.useFakeTimers({ now: new Date("2026-03-01T23:59:58+08:00"), toFake: ["Date"] });
  try {
    const reception = vi.fn(() => view());
    await showAt("/reception", { reception });
    const before = reception.mock.calls.length;
    vi.setSystemTime(new Date("2026-03-02T00:00:05+08:00"));
    await vi.waitFor(() => expect(reception.mock.calls.length).toBeGreaterThan(before), { timeout: 10_000 });
  } finally {
    vi.useRealTimers();
  }
});
