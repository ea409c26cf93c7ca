import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { type FakeDesk, refuse } from "../testing/fake";
import { logged, showAt, ZHANG } from "./sample";

const logs = (desk: FakeDesk) => desk.acts.filter(({ name }) => name.startsWith("log_"));

/** Counts the keys that go down. */
function counting() {
  let keys = 0;
  const heard = (event: KeyboardEvent) => {
    if (!["Control", "Shift", "Alt"].includes(event.key)) keys += 1;
  };
  window.addEventListener("keydown", heard, { capture: true });
  return () => {
    window.removeEventListener("keydown", heard, { capture: true });
    return keys;
  };
}
/** A surname by pinyin and the space that takes the candidate: what stands in the box counts one, the hand does six. */
const PINYIN_KEYS = 5;

async function counter(answers: Parameters<typeof showAt>[1] = {}) {
  const shown = await showAt("/reception", { log_walk_in: logged(), log_call: logged({ kind: "call" }), ...answers });
  await expect.element(shown.screen.getByRole("combobox", { name: "快速登记" })).toHaveFocus();
  return shown;
}

test("a walk-in with surname, gender and party takes at most twelve keys and no mouse", async () => {
  const { desk, screen } = await counter();
  const count = counting();
  await userEvent.keyboard("{F2}张{Enter}12{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("已登记 张先生，陈静怡 接待")).toBeVisible();
  expect(count() + PINYIN_KEYS).toBeLessThanOrEqual(12);
  expect(logs(desk)).toEqual([
    {
      name: "log_walk_in",
      ask: { fields: { name: "张", gender: "male", party_size: 2, consultant: "p3", arrived: expect.any(Number) } },
    },
  ]);
});

test("with phone, model and level it takes at most thirty-two keys", async () => {
  const { desk, screen } = await counter();
  const count = counting();
  await userEvent.keyboard("{F2}张{Enter}12{Enter}13912345678{Enter}雅阁{Enter}3{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("已登记 张先生，陈静怡 接待")).toBeVisible();
  // 雅阁 is five keys of pinyin with its candidate, two of which are counted.
  expect(count() + PINYIN_KEYS + 3).toBeLessThanOrEqual(32);
  expect(logs(desk)[0]?.ask).toMatchObject({
    fields: { phone: "13912345678", model: "雅阁", level: "B", party_size: 2 },
  });
});

test("a call takes at most twenty-five keys", async () => {
  const { desk, screen } = await counter();
  const count = counting();
  await userEvent.keyboard("{F3}13912345678{Enter}张{Enter}1{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("已登记 张先生 来电")).toBeVisible();
  expect(count() + PINYIN_KEYS).toBeLessThanOrEqual(25);
  expect(logs(desk)[0]).toMatchObject({
    name: "log_call",
    ask: { fields: { phone: "13912345678", name: "张", gender: "male" } },
  });
});

test("a number that is on file is told while one types, and its owner is proposed", async () => {
  const { desk, screen } = await counter({ recognise: ({ phone }) => (phone === "13800136621" ? [ZHANG] : []) });
  await userEvent.keyboard("{F3}13800136621");
  await expect.element(screen.getByText("已有档案，会记到他名下")).toBeVisible();
  await expect.element(screen.getByText(/归 李强/)).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("张建国");
  await expectNoFaults();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  expect(logs(desk)[0]?.ask).toMatchObject({ fields: { customer: "c1", consultant: "p2", name: "张建国" } });
});

test("somebody of the same name is theirs only when it is said so", async () => {
  const { desk, screen } = await counter({ recognise: [{ ...ZHANG, exact: false }] });
  await userEvent.keyboard("{F2}张建国");
  await expect.element(screen.getByText("可能是老客户：")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "就是他" }));
  await userEvent.click(screen.getByRole("button", { name: /登记到店/ }));
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  expect(logs(desk)[0]?.ask).toMatchObject({ fields: { customer: "c1", consultant: "p2" } });
});

test("a form that is half filled when the phone rings waits, and goes on where it was", async () => {
  const { screen } = await counter();
  await userEvent.keyboard("{F2}张{Enter}1{F3}");
  await expect.element(screen.getByRole("heading", { name: "来电登记表" })).toBeVisible();
  const parked = screen.getByRole("button", { name: "暂存：张先生" });
  await expect.element(parked).toBeVisible();
  await userEvent.click(parked);
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("张");
  await expect.element(screen.getByRole("radio", { name: "先生" })).toBeChecked();
});

test("Escape keeps what was typed; only discarding drops it", async () => {
  const { screen } = await counter();
  await userEvent.keyboard("{F2}张{Escape}");
  await userEvent.click(screen.getByRole("button", { name: "暂存：张" }));
  await userEvent.click(screen.getByRole("button", { name: "丢弃" }));
  await expect.element(screen.getByRole("combobox", { name: "快速登记" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "暂存：张" }).query()).toBeNull();
});

test("a number that the desk refuses is marked, in words, and has the focus", async () => {
  const { screen } = await counter({ log_walk_in: () => refuse("phone_too_short") });
  await userEvent.keyboard("{F2}张{Enter}12{Enter}1391{Control>}{Enter}{/Control}");
  const phone = screen.getByRole("textbox", { name: "电话" });
  await expect.element(phone).toHaveAttribute("aria-invalid", "true");
  await expect.element(phone).toHaveFocus();
  await expectNoFaults();
});

test("Enter in the form that takes a candidate of the input method does not go on", async () => {
  const { screen } = await counter();
  await userEvent.keyboard("{F2}zhang");
  const name = screen.getByRole("textbox", { name: "姓名" });
  name
    .element()
    .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true }));
  await expect.element(name).toHaveFocus();
});

test("of a long list the first eight have digits, the ninth shows the rest", async () => {
  const { desk, screen } = await counter();
  await userEvent.keyboard("{F2}张");
  await userEvent.click(screen.getByRole("radiogroup", { name: "来源" }).getByText("路过"));
  await userEvent.keyboard("9");
  await userEvent.click(screen.getByText("招标"));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(logs(desk)[0]?.ask).toMatchObject({ fields: { source: "tender" } }));
});

test("a form that is filled in part begins at the first field that is still empty", async () => {
  const { screen } = await counter();
  await userEvent.keyboard("{F2}张{Enter}12{Enter}13912345678{Escape}");
  await userEvent.click(screen.getByRole("button", { name: "暂存：张先生" }));
  await expect.element(screen.getByRole("combobox", { name: "意向车型" })).toHaveFocus();
});

test("while models are suggested and none is taken, one Enter keeps what is typed and goes on", async () => {
  const { desk, screen } = await counter({ suggest_models: ["雅阁", "雅阁 e:PHEV"] });
  await userEvent.keyboard("{F2}张{Enter}12{Enter}{Enter}雅");
  await expect.element(screen.getByRole("option", { name: "雅阁", exact: true })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("option", { name: "雅阁", exact: true })).not.toBeInTheDocument();
  await expect.element(screen.getByRole("combobox", { name: "意向车型" })).toHaveValue("雅");
  await userEvent.keyboard("2{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(logs(desk)).toHaveLength(1));
  expect(logs(desk)[0]?.ask).toMatchObject({ fields: { model: "雅", level: "A" } });
});
