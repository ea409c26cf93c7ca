import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { DaySheet } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { refuse, someone } from "../testing/fake";
import { party, showAt, view, waiting } from "./sample";

const act = { act: "a9" };
const EMPTY = view().sheet;
const totals = (change: Partial<ReturnType<typeof view>["totals"]>) => ({ ...view().totals, ...change });
const closed: DaySheet = { ...EMPTY, state: "closed", signed_by_name: "王芳", signed_at: Date.now() };

test("one press says the weather, and only the word stays", async () => {
  const set_weather = vi.fn(() => act);
  const { screen, desk } = await showAt("/reception", { set_weather });
  await userEvent.click(screen.getByRole("group", { name: "天气" }).getByRole("button", { name: "雨" }));
  await vi.waitFor(() => expect(set_weather).toHaveBeenCalledWith({ weather: "rain" }));
  await expect.element(screen.getByText("今天雨")).toBeVisible();
  desk.answer({ reception: view({ sheet: { ...EMPTY, weather: "rain" } }) });
  desk.touch("visits");
  await expect.element(screen.getByRole("button", { name: "天气 雨，按一下更改" })).toBeVisible();
  expect(screen.getByRole("group", { name: "天气" }).query()).toBeNull();
});

test("the sheet tells what is left over, leads there, and does not close while somebody is here", async () => {
  const { screen } = await showAt("/reception", {
    reception: view({ open: [party()], totals: totals({ open: 1 }), waiting: [waiting()], incomplete: [party()] }),
  });
  await userEvent.keyboard("{F6}{F9}");
  await expect.element(screen.getByRole("heading", { name: "日报" })).toBeVisible();
  await expect.element(screen.getByText("还有 1 批客户没登记离店，登记完才能结账。")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /关门结账/ })).toBeDisabled();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "待回拨: 去处理" }));
  await expect.element(screen.getByRole("tab", { name: /待回拨/, selected: true })).toBeVisible();
  await expect.element(screen.getByRole("grid")).toHaveFocus();
});

test("an empty showroom is closed once, with the note, however often it is pressed", async () => {
  let done = (_: typeof act) => {};
  const close_day = vi.fn(
    () =>
      new Promise<typeof act>((resolve) => {
        done = resolve;
      }),
  );
  const { screen } = await showAt("/reception", { reception: view({ totals: totals({ open: 0 }) }), close_day });
  await userEvent.keyboard("{F6}{F9}");
  await expect.element(screen.getByText("没有遗留，可以结账。")).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: /备注/ }), "下午停电");
  await userEvent.dblClick(screen.getByRole("button", { name: /关门结账/ }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(close_day).toHaveBeenCalledExactlyOnceWith({ day: view().day, note: "下午停电" });
  done(act);
  await expect.element(screen.getByText("今天已结账")).toBeVisible();
});

test("a refusal to close says how many are here", async () => {
  const { screen } = await showAt("/reception", {
    reception: view({ totals: totals({ open: 0 }) }),
    close_day: () => refuse("open_visits", { n: "2" }),
  });
  await userEvent.keyboard("{F6}{F9}");
  await userEvent.click(screen.getByRole("button", { name: /关门结账/ }));
  await expect.element(screen.getByText(/还有 2 批客户没有登记离店，不能结账/)).toBeVisible();
  await expectNoFaults();
});

test("a closed sheet says who signed; a manager checks it, reception opens it again", async () => {
  const check_day = vi.fn(() => act);
  const reopen_day = vi.fn(() => null);
  const { screen } = await showAt("/reception", {
    reception: view({ sheet: closed, totals: totals({ open: 0 }) }),
    check_day,
    reopen_day,
  });
  await userEvent.click(screen.getByRole("button", { name: /已结账/ }));
  await expect.element(screen.getByText(/王芳 .*结账/)).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "核对无误" }));
  await vi.waitFor(() => expect(check_day).toHaveBeenCalledWith({ day: view().day }));
  await userEvent.click(screen.getByRole("button", { name: "重新打开" }));
  await expect.element(screen.getByText("这一天重新打开了，改完请再结账")).toBeVisible();
});

test("who may not close reads the sheet", async () => {
  const me = someone({ roles: ["consultant"], can: ["reception", "house"] });
  const { screen } = await showAt("/reception", { reception: view({ totals: totals({ open: 0 }) }) }, me);
  await userEvent.keyboard("{F6}{F9}");
  await expect.element(screen.getByRole("heading", { name: "日报" })).toBeVisible();
  expect(screen.getByRole("button", { name: /关门结账/ }).query()).toBeNull();
  expect(screen.getByRole("group", { name: "天气" }).query()).toBeNull();
});
