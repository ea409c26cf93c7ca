import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { CustomerView, TimelineEntry } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { customerView } from "../testing/world/rows";
import { plusDays, today } from "../words";

type Change = Partial<CustomerView>;
const view = (change: Change = {}): CustomerView => ({ ...customerView("c6"), cards: [], ...change });

async function showCustomer(change: Change = {}, answers: Parameters<typeof showPage>[1] = {}) {
  const showing = await showPage("/customers?customer=c6", { customer: view(change), ...answers });
  const drawer = showing.screen.getByRole("complementary", { name: /郑海波/ });
  await expect.element(drawer).toBeVisible();
  return { ...showing, drawer };
}

const entry = (change: Partial<TimelineEntry> & { act: string }): TimelineEntry => ({
  at: Date.now() - 3_600_000,
  entered_at: Date.now() - 3_600_000,
  verb: "finish_card",
  actor_name: "李强",
  kind: "contact",
  title: null,
  changes: [],
  undoable: true,
  undone: false,
  ...change,
});

test("the head says who, what they want, what is next and whose they are", async () => {
  const { drawer } = await showCustomer();
  for (const words of [/郑海波/, /缤智/, /对比 凯美瑞/, /没有安排/, /刘洋/, /KH-0326-0006/]) {
    await expect.element(drawer).toMatchTextContent(words);
  }
  await expectNoFaults();
});

test("the level is changed with one digit after its key, and can be undone", async () => {
  const { screen, desk } = await showCustomer();
  await userEvent.keyboard("l");
  await expect.element(screen.getByRole("menuitem", { name: /H 级/ })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("1");
  await expect.element(screen.getByText("郑海波：A → H")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "set_level", ask: { id: "c6", level: "H" } }]);
  await userEvent.click(screen.getByRole("button", { name: /撤销/ }).last());
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("undo");
});

test("leaving a field saves it alone; leaving it unchanged saves nothing", async () => {
  const { screen, desk } = await showCustomer();
  await userEvent.keyboard("e");
  const plate = screen.getByRole("textbox", { name: "车牌" });
  await userEvent.click(plate);
  await userEvent.keyboard("{Tab}");
  expect(desk.acts).toEqual([]);
  await userEvent.fill(plate, "粤A12345");
  await userEvent.keyboard("{Tab}");
  await expect.element(screen.getByText("车牌已保存")).toBeVisible();
  expect(desk.acts).toEqual([
    { name: "edit_customer", ask: { id: "c6", fields: { plate: "粤A12345" }, seen: { plate: null } } },
  ]);
  await expectNoFaults();
});

test("Escape takes the typing back, closes nothing, and undo gives the typing again", async () => {
  const { screen, desk, drawer } = await showCustomer();
  await userEvent.keyboard("e");
  const wishes = screen.getByRole("textbox", { name: "关注点" });
  await userEvent.fill(wishes, "隔音");
  await userEvent.keyboard("{Escape}");
  await expect.element(wishes).toHaveValue("油耗、后排空间");
  await expect.element(drawer).toBeVisible();
  await userEvent.keyboard("{Tab}");
  expect(desk.acts).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: /撤销/ }).last());
  await expect.element(wishes).toHaveValue("隔音");
});

test("Escape leaves the form of a contact or a plan, and the record stays", async () => {
  const { screen, desk, drawer } = await showCustomer();
  for (const [key, form] of [
    ["c", "记联系"],
    ["a", "安排跟进"],
  ] as const) {
    await userEvent.keyboard(key);
    await expect.element(screen.getByRole("form", { name: form })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(screen.getByRole("form", { name: form })).not.toBeInTheDocument();
    await expect.element(drawer).toHaveFocus();
  }
  await userEvent.keyboard("{Escape}");
  await expect.element(drawer).not.toBeInTheDocument();
  expect(desk.acts).toEqual([]);
});

test("words of a contact outlive the record that was closed over them", async () => {
  const { screen, drawer } = await showCustomer();
  await userEvent.keyboard("c1想看白色{Escape}{Escape}");
  await expect.element(drawer).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("row", { name: /郑海波/ }));
  await userEvent.keyboard("{Enter}");
  await expect.element(drawer).toBeVisible();
  await userEvent.keyboard("c");
  await expect.element(screen.getByRole("textbox", { name: "结果" })).toHaveValue("想看白色");
});

test("a refusal stands beside the field with what was typed", async () => {
  const { screen } = await showCustomer({}, { edit_customer: () => refuse("text_too_long") });
  await userEvent.keyboard("e");
  const field = screen.getByRole("textbox", { name: "职业" });
  await userEvent.fill(field, "工程师");
  await userEvent.keyboard("{Tab}");
  await expect.element(field).toHaveAttribute("aria-invalid", "true");
  await expect.element(field).toHaveValue("工程师");
});

test("a budget of 18 is 180,000 yuan", async () => {
  const { screen, desk } = await showCustomer();
  await userEvent.keyboard("e");
  await userEvent.fill(screen.getByRole("textbox", { name: "预算" }), "18");
  await expect.element(screen.getByText("¥180,000")).toBeVisible();
  await userEvent.keyboard("{Tab}");
  await expect
    .poll(() => desk.acts[0]?.ask)
    .toEqual({ id: "c6", fields: { budget: 18_000_000 }, seen: { budget: 20_000_000 } });
});

test("a number is shown only when asked for, and that is recorded", async () => {
  const { screen, desk, drawer } = await showCustomer();
  await expect.element(drawer).toMatchTextContent(/136\*\*\*\*8936/);
  await userEvent.click(screen.getByRole("button", { name: /显示号码/ }));
  await expect.element(screen.getByRole("button", { name: "复制 138 0013 6621" })).toBeVisible();
  expect(desk.calls.filter(({ name }) => name === "reveal_phone").map(({ ask }) => ask)).toEqual([{ id: "f-c6" }]);
});

test("another number warns when somebody else has it, with whose they are", async () => {
  const { screen } = await showCustomer();
  await userEvent.click(screen.getByRole("button", { name: /加号码/ }));
  await userEvent.fill(screen.getByRole("textbox", { name: "新号码" }), "13800136621");
  await expect.element(screen.getByText("这个号码已有档案")).toBeVisible();
  await expect.element(screen.getByText("归 李强")).toBeVisible();
  await expectNoFaults();
});

test("the last number has no button that removes it", async () => {
  const one = await showCustomer({ persons: [] });
  expect(one.screen.getByRole("button", { name: /移除/ }).query()).toBeNull();
  const phones = [
    { id: "f1", phone: "138****8000", note: null },
    { id: "f2", phone: "139****0001", note: "太太" },
  ];
  one.desk.answer({ customer: view({ phones, persons: [] }) });
  one.desk.touch("customers");
  await userEvent.click(one.screen.getByRole("button", { name: "移除 139****0001" }));
  await expect.poll(() => one.desk.acts).toEqual([{ name: "remove_phone", ask: { id: "f2" } }]);
});

test("a contact works off the card that is due", async () => {
  const due = {
    ...(customerView("c6").cards[0] as CustomerView["cards"][number]),
    due: today(),
    way: null,
  };
  const { desk, screen } = await showCustomer({ cards: [due] });
  await userEvent.keyboard("c");
  await expect.element(screen.getByRole("form", { name: "记联系" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("1周六来{Enter}{Enter}{Enter}");
  await expect
    .poll(() => desk.acts[0])
    .toEqual({
      name: "finish_card",
      ask: { card: due.id, contact: { way: "phone", content: "周六来", next: plusDays(today(), 4) } },
    });
});

test("without a card a contact stands by itself", async () => {
  const { desk } = await showCustomer();
  await userEvent.keyboard("c");
  await userEvent.keyboard("2发了配置表{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts[0])
    .toMatchObject({ name: "log_contact", ask: { customer: "c6", contact: { way: "wechat", content: "发了配置表" } } });
});

test("a plan needs a day and keeps what was agreed", async () => {
  const { desk, screen } = await showCustomer();
  await userEvent.keyboard("a");
  await expect.element(screen.getByRole("textbox", { name: "哪天" })).toHaveFocus();
  await userEvent.keyboard("{Control>}a{/Control}+3{Enter}带太太试驾{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts[0])
    .toEqual({
      name: "plan_card",
      ask: { customer: "c6", due: plusDays(today(), 3), note: "带太太试驾" },
    });
});

test("only who may reassign is offered it", async () => {
  const { screen } = await showCustomer({ may_reassign: false });
  expect(screen.getByRole("button", { name: /转派/ }).query()).toBeNull();
});

test("somebody else's customer can be read and not changed", async () => {
  const { screen } = await showCustomer({ editable: false, may_reassign: false });
  await userEvent.keyboard("e");
  await expect.element(screen.getByText("凯美瑞").first()).toBeVisible();
  expect(screen.getByRole("textbox", { name: "关注点" }).query()).toBeNull();
  expect(screen.getByRole("button", { name: /记联系/ }).query()).toBeNull();
  await expectNoFaults();
});

test("a customer who may not be opened is refused in words", async () => {
  const { screen } = await showPage("/customers?customer=c6", { customer: () => refuse("not_yours") });
  await expect.element(screen.getByRole("complementary", { name: "客户资料" })).toBeVisible();
});

test("the story tells changes in plain words, what was back-filled, and offers undo", async () => {
  const entries = [
    entry({
      act: "a3",
      title: "周六带太太来",
      changes: [
        { table: "contact", field: "content", from: null, to: "周六带太太来" },
        { table: "contact", field: "way", from: null, to: "phone" },
        { table: "contact", field: "level_from", from: null, to: "B" },
        { table: "customer", field: "level", from: "B", to: "H" },
      ],
      at: Date.now() - 86_400_000,
    }),
    entry({
      act: "a2",
      verb: "edit_customer",
      kind: "edit",
      changes: [
        { table: "customer", field: "budget", from: "18000000", to: "20000000" },
        { table: "customer", field: "remark", from: "怕吵", to: null },
      ],
    }),
    entry({ act: "a1", verb: "log_walk_in", kind: "visit", undone: true, undoable: false }),
  ];
  const { screen, desk } = await showCustomer({}, { timeline: { entries, next: null } });
  const told = (what: string) => screen.getByRole("tabpanel").getByRole("listitem").filter({ hasText: what });
  await expect.element(told("完成跟进")).toMatchTextContent(/周六带太太来/);
  await expect.element(told("完成跟进")).toMatchTextContent(/方式电话/);
  await expect.element(told("完成跟进")).toMatchTextContent(/级别B→H/);
  await expect.element(told("完成跟进")).toMatchTextContent(/补记/);
  await expect.element(told("修改档案")).toMatchTextContent(/预算¥180,000→¥200,000/);
  await expect.element(told("修改档案")).toMatchTextContent(/备注怕吵→空/);
  await expect.element(told("到店")).toMatchTextContent(/已撤销/);
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "撤销：修改档案" }));
  await expect.poll(() => desk.acts).toEqual([{ name: "undo", ask: { act: "a2" } }]);
});

test("the story is narrowed by the desk, which looks further back by itself until the panel is full", async () => {
  const call = entry({ act: "b1", verb: "log_call", kind: "call", title: "问落地价" });
  const { screen, desk } = await showCustomer(
    {},
    {
      timeline: ({ before, kinds }) => {
        if (!kinds) return { entries: [entry({ act: "b2", title: "约周六" })], next: null };
        return before === "p2" ? { entries: [call], next: null } : { entries: [], next: "p2" };
      },
    },
  );
  await expect.element(screen.getByText("约周六")).toBeVisible();
  await userEvent.click(screen.getByRole("radio", { name: "来访来电" }));
  await expect.element(screen.getByText("问落地价")).toBeVisible();
  expect(screen.getByText("约周六").query()).toBeNull();
  const asked = desk.calls.filter(({ name }) => name === "timeline").map(({ ask }) => ask);
  expect(asked).toContainEqual({ customer: "c6", limit: 30, kinds: ["visit", "call"], before: "p2" });
  await userEvent.keyboard("1");
  await expect.element(screen.getByText("约周六")).toBeVisible();
  await expectNoFaults();
});

test("the latest entry that one may take back goes by one key, and it is said what went", async () => {
  const entries = [
    entry({ act: "u1", undone: true, undoable: false }),
    entry({ act: "u2", verb: "add_tag", kind: "edit" }),
  ];
  const { screen, desk } = await showCustomer({}, { timeline: { entries, next: null } });
  await userEvent.keyboard("u");
  await expect.element(screen.getByText("已撤销：加标签")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "undo", ask: { act: "u2" } }]);
});

test("what was typed in a form that Escape left is there when the form comes back", async () => {
  const { screen, drawer } = await showCustomer();
  await userEvent.keyboard("a");
  const what = screen.getByRole("textbox", { name: "做什么" });
  await userEvent.fill(what, "周六带太太试驾");
  await userEvent.keyboard("{Escape}");
  await expect.element(drawer).toHaveFocus();
  await expect.element(screen.getByRole("form", { name: "安排跟进" })).not.toBeInTheDocument();
  await userEvent.keyboard("a");
  await expect.element(screen.getByRole("textbox", { name: "做什么" })).toHaveValue("周六带太太试驾");
});

test.each([
  ["c", "记联系", "1问了价{Control>}{Enter}{/Control}"],
  ["a", "安排跟进", "{Control>}{Enter}{/Control}"],
] as const)(
  "after the form of the key %s is saved the record has the focus, and Escape closes it",
  async (key, form, typed) => {
    const { screen, desk, drawer } = await showCustomer();
    await userEvent.keyboard(key);
    await expect.element(screen.getByRole("form", { name: form })).toBeVisible();
    await userEvent.keyboard(typed);
    await expect.poll(() => desk.acts).toHaveLength(1);
    await expect.element(screen.getByRole("form", { name: form })).not.toBeInTheDocument();
    await expect.element(drawer).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.element(screen.getByRole("grid")).toHaveFocus();
  },
);

test("cancelling a form leaves the focus to the record", async () => {
  const { screen, drawer } = await showCustomer();
  for (const button of [/安排跟进/, /转派/, /加号码/]) {
    await userEvent.click(screen.getByRole("button", { name: button }));
    await userEvent.click(screen.getByRole("button", { name: "取消" }));
    await expect.element(drawer).toHaveFocus();
  }
});

test("a number that was added and a customer who was given away leave the focus to the record", async () => {
  const { screen, desk, drawer } = await showCustomer();
  await userEvent.click(screen.getByRole("button", { name: /加号码/ }));
  await userEvent.keyboard("13900001234{Control>}{Enter}{/Control}");
  await expect.poll(() => desk.acts.map(({ name }) => name)).toEqual(["add_phone"]);
  await expect.element(drawer).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: /转派/ }));
  await expect.element(screen.getByRole("form", { name: /转派/ })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("option", { name: "李强" })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("listbox")).not.toBeInTheDocument();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("reassign_customer");
  await expect.element(drawer).toHaveFocus();
});

test("a key that shows the card while something of the story has the focus does not lose it", async () => {
  const { screen, drawer } = await showCustomer({}, { timeline: { entries: [entry({ act: "a1" })], next: null } });
  const undo = screen.getByRole("button", { name: "撤销：完成跟进" });
  await expect.element(undo).toBeVisible();
  (undo.element() as HTMLElement).focus();
  await userEvent.keyboard("e");
  await expect.element(drawer).toHaveFocus();
});

test("a number that is shown by its button can be copied by the next key", async () => {
  const { screen } = await showCustomer();
  const reveal = screen.getByRole("button", { name: /显示号码/ });
  (reveal.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("button", { name: "复制 138 0013 6621" })).toHaveFocus();
});
