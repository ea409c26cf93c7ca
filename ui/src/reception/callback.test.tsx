import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { VisitView } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { logged, MINUTE, party, showAt, view, waiting } from "./sample";

const { call } = waiting();
const visit = (change: Partial<VisitView> = {}): VisitView => ({
  row: call,
  fields: { phone: "139****9000", arrived: call.arrived, missed: true },
  editable: true,
  waits: true,
  tried: [],
  ...change,
});

test("a missed call is a number and Enter", async () => {
  const log_missed_call = vi.fn(() => logged({ kind: "call", missed: true, name: null, phone: "139****9000" }));
  const { screen } = await showAt("/reception", { log_missed_call });
  await userEvent.keyboard("{F7}");
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("13900139000{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(log_missed_call).toHaveBeenCalledWith({ phone: "13900139000", name: null, at: null }));
  await expect.element(screen.getByText("已记下 139****9000 的未接来电，待回拨")).toBeVisible();
  await expect.element(screen.getByRole("tab", { name: /待回拨/, selected: true })).toBeVisible();
});

test("a pasted list of numbers is told how to split, beside the field", async () => {
  const { screen } = await showAt("/reception", {
    log_missed_call: () => refuse("phone_several", { numbers: "3", field: "phone" }),
  });
  await userEvent.keyboard("{F7}");
  await userEvent.fill(screen.getByRole("textbox", { name: "电话" }), "13900139000 13800138000 13700137000");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText(/这里有 3 个号码.*一位一位登记/)).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await expectNoFaults();
});

test("calls that wait are listed, what is late says so, and the glance counts them", async () => {
  const promised = party({ id: "w2", kind: "call", state: "left", name: "蔡志豪", gender: "male" });
  const { screen } = await showAt("/reception", {
    reception: view({
      waiting: [
        waiting({ call: promised, missed: false, by: Date.now() - MINUTE, overdue: true, tried: 2 }),
        waiting(),
      ],
    }),
  });
  await userEvent.click(screen.getByRole("tab", { name: /待回拨/ }));
  const late = screen.getByRole("row", { name: /蔡志豪/ });
  await expect.element(late.getByText("已超时")).toBeVisible();
  await expect.element(late.getByText("2 次")).toBeVisible();
  await expect.element(screen.getByRole("row", { name: /139\*{4}9000/ }).getByText("未接")).toBeVisible();
  await expectNoFaults();
});

test("who calls back sees the number, and the record is completed once they are reached", async () => {
  const call_back = vi.fn(() => ({ act: "a9" }));
  const { screen, desk } = await showAt("/reception", {
    reception: view({ waiting: [waiting()] }),
    visit: visit(),
    reveal_visit_phone: { phone: "139 0013 9000" },
    call_back,
  });
  await userEvent.click(screen.getByRole("tab", { name: /待回拨/ }));
  await userEvent.click(screen.getByRole("row", { name: /未留姓名/ }));
  await userEvent.click(screen.getByRole("button", { name: "看完整号码" }));
  await expect.element(screen.getByText("139 0013 9000")).toBeVisible();
  await expectNoFaults();
  expect(screen.getByRole("button", { name: /^保存/ }).query()).toBeNull();
  await userEvent.fill(screen.getByRole("textbox", { name: /说了什么/ }), "周末来看车");
  const row = { ...call, missing: ["name", "model"] };
  desk.answer({ visit: visit({ row, waits: false }) });
  await userEvent.click(screen.getByRole("button", { name: "打通了" }));
  await vi.waitFor(() => expect(call_back).toHaveBeenCalledWith({ visit: "w1", reached: true, note: "周末来看车" }));
  desk.touch("visits");
  await expect.element(screen.getByRole("heading", { name: "待补全 2 项" })).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toBeVisible();
});

test("a promise on the call form asks by when", async () => {
  const { screen, desk } = await showAt("/reception", { log_call: logged({ kind: "call" }) });
  await userEvent.keyboard("{F3}");
  const promised = screen.getByRole("radiogroup", { name: "承诺回电" });
  await expect.element(promised).toBeVisible();
  expect(screen.getByRole("textbox", { name: "回电时间" }).query()).toBeNull();
  await userEvent.click(promised.getByText("是"));
  await userEvent.fill(screen.getByRole("textbox", { name: "回电时间" }), "1730");
  await userEvent.keyboard("{Tab}");
  await expectNoFaults();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(desk.acts.findLast(({ name }) => name === "log_call")?.ask).toMatchObject({
      fields: { callback_promised: true, callback_by: expect.any(Number) },
    }),
  );
});
