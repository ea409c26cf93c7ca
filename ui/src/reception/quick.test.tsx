import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { QuickEntry } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { type FakeDesk, refuse } from "../testing/fake";
import { logged, showAt, view, ZHANG } from "./sample";

const LINE = "张先生 2人 13800136621 雅阁";
const ENTRY: QuickEntry = {
  fields: { name: "张", gender: "male", party_size: 2, phone: "13800136621", model: "雅阁" },
  parts: [
    { start: 0, end: 3, field: "name", shown: "张" },
    { start: 4, end: 6, field: "party_size", shown: "2" },
    { start: 7, end: 18, field: "phone", shown: "13800136621" },
    { start: 19, end: 21, field: "model", shown: "雅阁" },
  ],
  known: [],
};
const logs = (desk: FakeDesk) => desk.acts.filter(({ name }) => name.startsWith("log_"));

async function counter(answers: Parameters<typeof showAt>[1] = {}) {
  const shown = await showAt("/reception", {
    parse_quick_entry: ENTRY,
    log_walk_in: logged(),
    log_call: logged({ kind: "call" }),
    ...answers,
  });
  const line = shown.screen.getByRole("combobox", { name: "快速登记" });
  await expect.element(line).toHaveFocus();
  return { ...shown, line };
}

test("a line is logged with Enter for whose turn it is, and the next line can be typed at once", async () => {
  const { line, desk, screen } = await counter();
  await userEvent.keyboard(LINE);
  await expect.element(screen.getByText("轮到 陈静怡 接待")).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(line).toHaveValue("");
  await expect.element(screen.getByText("已登记 张先生，陈静怡 接待")).toBeVisible();
  expect(logs(desk)).toEqual([
    {
      name: "log_walk_in",
      ask: {
        fields: { name: "张", gender: "male", party_size: 2, phone: "13800136621", model: "雅阁", consultant: "p3" },
      },
    },
  ]);
});

test("what is understood stands under the line, coloured, while one types", async () => {
  const { screen } = await counter();
  await userEvent.keyboard(LINE);
  const parts = screen.getByRole("list", { name: "已识别" });
  await expect.element(parts.getByText(/138 0013 6621/)).toBeVisible();
  await expect.element(parts.getByText(/性别先生/)).toBeVisible();
  await expect.element(parts.getByText(/人数2 人/)).toBeVisible();
  await expectNoFaults();
});

test("Enter that takes a candidate of the input method logs nothing", async () => {
  const { line, desk } = await counter();
  await userEvent.keyboard("zhang");
  const input = line.element();
  input.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true }),
  );
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
  await expect.element(line).toHaveValue("zhang");
  expect(logs(desk)).toEqual([]);
});

test("what was understood stays in view while an input method composes", async () => {
  const { line, screen, desk } = await counter();
  await userEvent.keyboard(LINE);
  await expect.element(screen.getByText(/138 0013 6621/)).toBeVisible();
  const asked = desk.calls.filter(({ name }) => name === "parse_quick_entry").length;
  const input = line.element() as HTMLInputElement;
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, `${LINE} kan`);
  input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true, data: "kan" }));
  await expect.element(line).toHaveValue(`${LINE} kan`);
  await expect.element(screen.getByText(/138 0013 6621/)).toBeVisible();
  expect(desk.calls.filter(({ name }) => name === "parse_quick_entry")).toHaveLength(asked);
});

test("two quick presses of Enter log once", async () => {
  let answer = () => {};
  const { desk, screen } = await counter({
    log_walk_in: () =>
      new Promise((done) => {
        answer = () => done(logged());
      }),
  });
  await userEvent.keyboard(`${LINE}{Enter}{Enter}`);
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  answer();
  await expect.element(screen.getByText("已登记 张先生，陈静怡 接待")).toBeVisible();
  expect(logs(desk)).toHaveLength(1);
});

test("Ctrl+Enter logs a call", async () => {
  const { desk } = await counter();
  await userEvent.keyboard(`${LINE}{Control>}{Enter}{/Control}`);
  await vi.waitFor(() => expect(logs(desk).map(({ name }) => name)).toEqual(["log_call"]));
});

test("who is known by the number goes to the owner, whoever's turn it is", async () => {
  const { desk, screen } = await counter({ parse_quick_entry: { ...ENTRY, known: [ZHANG] } });
  await userEvent.keyboard(LINE);
  await expect.element(screen.getByText(/由归属顾问 李强 接待/)).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  expect(logs(desk)[0]?.ask).toMatchObject({ fields: { consultant: "p2" } });
});

test("somebody of the same name is offered and taken with the arrow and Enter, which logs nothing yet", async () => {
  const { desk, screen } = await counter({ parse_quick_entry: { ...ENTRY, known: [{ ...ZHANG, exact: false }] } });
  await userEvent.keyboard(LINE);
  await expect.element(screen.getByRole("option", { name: /张建国/ })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(screen.getByText(/老客户 张建国 H/)).toBeVisible();
  expect(logs(desk)).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  expect(logs(desk)[0]?.ask).toMatchObject({ fields: { customer: "c1", consultant: "p2" } });
});

test("a line that was refused comes back as it was typed", async () => {
  const { line, screen } = await counter({ log_walk_in: () => refuse("phone_too_short") });
  await userEvent.keyboard(`${LINE}{Enter}`);
  await expect.element(screen.getByRole("region", { name: "消息" }).getByRole("listitem")).toBeVisible();
  await expect.element(line).toHaveValue(LINE);
});

test("a press on the rota chooses who receives the party in the line", async () => {
  const { desk, screen } = await counter({ reception: view() });
  await userEvent.keyboard(LINE);
  await userEvent.click(screen.getByRole("button", { name: /李强 2 批/ }));
  await expect.element(screen.getByText("由 李强 接待", { exact: true })).toBeVisible();
  await userEvent.click(screen.getByRole("combobox", { name: "快速登记" }));
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(logs(desk)[0]?.ask).toMatchObject({ fields: { consultant: "p2" } }));
});

test("the whole form opens with what the line says already", async () => {
  const { screen } = await counter();
  await userEvent.keyboard(LINE);
  await expect.element(screen.getByText(/138 0013 6621/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /来店登记表/ }));
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveValue("13800136621");
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("张");
});
