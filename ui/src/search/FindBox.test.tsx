import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { Found, FoundRow } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { HOUSE } from "../testing/house";
import { show } from "../testing/show";
import { FindBox, focusFindBox } from "./FindBox";

const row = (change: Partial<FoundRow>): FoundRow => ({
  id: "c1",
  name: "张建国",
  gender: "male",
  phone: "138****6621",
  level: "H",
  owner: "p2",
  owner_name: "李强",
  model: "雅阁",
  source: null,
  last_contact: Date.now(),
  next_contact: null,
  overdue: false,
  matched: null,
  ...change,
});
const found = (...rows: FoundRow[]): Found => ({ state: rows.length > 0 ? "ok" : "none", rows, elsewhere: [] });

async function box(search: (ask: { text: string }) => Found | Promise<Found>) {
  const opened = vi.fn();
  const shown = await show(<FindBox onOpen={opened} />, { search, house: HOUSE });
  const input = shown.screen.getByRole("combobox", { name: "查找客户" });
  return { ...shown, opened, input };
}

test("results come while one types, with masked number, level and owner, and the run that was sought is marked", async () => {
  const { screen, input } = await box(() => found(row({})));
  await userEvent.click(input);
  await userEvent.keyboard("6621");
  const hit = screen.getByRole("option", { name: /张建国/ });
  await expect.element(hit.getByText("归 李强")).toBeVisible();
  await expect.element(hit.getByText("6621", { exact: true })).toBeVisible();
  expect(document.querySelector("mark")?.textContent).toBe("6621");
  await expectNoFaults();
});

test("arrows and Enter open a customer, and the box is empty again", async () => {
  const { opened, input } = await box(() => found(row({}), row({ id: "c2", name: "张伟" })));
  await userEvent.click(input);
  await userEvent.keyboard("zhang");
  await expect.element(input).toHaveAttribute("aria-expanded", "true");
  await vi.waitFor(() => expect(document.querySelectorAll('[role="option"]')).toHaveLength(2));
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(opened).toHaveBeenCalledWith("c2");
  await expect.element(input).toHaveValue("");
});

test("Enter before the answer waits for it, and never opens somebody of the former text", async () => {
  const answers: (() => void)[] = [];
  const { opened, input } = await box(
    ({ text }) =>
      new Promise((done) => {
        answers.push(() => done(found(row({ id: text }))));
      }),
  );
  await userEvent.click(input);
  await userEvent.keyboard("zhang{Enter}");
  expect(opened).not.toHaveBeenCalled();
  // The answers of what was typed before come too, in their order.
  await vi.waitFor(() => {
    for (const answer of answers.splice(0)) answer();
    expect(opened).toHaveBeenCalled();
  });
  await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  expect(opened).toHaveBeenCalledWith("zhang");
});

test("letters of an input method find as well, and its Enter opens nobody", async () => {
  const { opened, input, desk, screen } = await box(() => found(row({})));
  await userEvent.click(input);
  await userEvent.keyboard("zhang'jian");
  await expect.element(screen.getByRole("option", { name: /张建国/ })).toBeVisible();
  expect(desk.calls.findLast(({ name }) => name === "search")?.ask).toMatchObject({ text: "zhangjian" });
  input
    .element()
    .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true }));
  expect(opened).not.toHaveBeenCalled();
});

test("a whole number of somebody else's customer says whose it is, masked", async () => {
  const { screen, input } = await box(() => ({
    state: "none",
    rows: [],
    elsewhere: [{ customer: "c9", phone: "139****1111", owner_name: "陈静怡" }],
  }));
  await userEvent.click(input);
  await userEvent.keyboard("13900001111");
  await expect.element(screen.getByText(/归 陈静怡 负责/)).toBeVisible();
  await expectNoFaults();
});

test("two digits are too few, and nobody found is said in words", async () => {
  const { screen, input } = await box(({ text }) =>
    text.length < 3 ? { state: "too_short", rows: [], elsewhere: [] } : found(),
  );
  await userEvent.click(input);
  await userEvent.keyboard("13");
  await expect.element(screen.getByText("再多输入一点：号码至少 3 位")).toBeVisible();
  await userEvent.keyboard("9");
  await expect.element(screen.getByText("没有找到“139”")).toBeVisible();
});

test("by Ctrl+K the box offers commands, too; Escape leaves it", async () => {
  const { input } = await box(() => found());
  focusFindBox();
  await expect.element(input).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(input).not.toHaveFocus();
});

test("whoever leaves the box, or finds somebody, goes on where they were", async () => {
  const opened = vi.fn();
  const { screen } = await show(
    <>
      <button type="button">here</button>
      <FindBox onOpen={opened} />
    </>,
    { search: () => found(row({})), house: HOUSE },
  );
  const here = screen.getByRole("button", { name: "here" });
  await userEvent.click(here);
  focusFindBox();
  await userEvent.keyboard("{Escape}");
  await expect.element(here).toHaveFocus();
  focusFindBox();
  await userEvent.keyboard("6621");
  await expect.element(screen.getByRole("option", { name: /张建国/ })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  expect(opened).toHaveBeenCalledWith("c1");
  await expect.element(here).toHaveFocus();
});
