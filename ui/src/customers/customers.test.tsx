import { beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { CustomerRow } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";
import { plusDays, today } from "../words";
import { forgetFilters } from "./filters";

beforeEach(forgetFilters);

function row(index: number, change: Partial<CustomerRow> = {}): CustomerRow {
  return {
    id: `r${index}`,
    name: `客户${index}`,
    gender: "male",
    phone: "138****8000",
    level: "B",
    owner: "p2",
    owner_name: "李强",
    model: "雅阁",
    source: "walk_in",
    last_contact: Date.now(),
    next_contact: plusDays(today(), 2),
    overdue: false,
    ...change,
  };
}

/** As #root in the window: what is shown has the height of the window. */
function asTall(): () => void {
  const sized = document.head.appendChild(document.createElement("style"));
  sized.textContent = "body > div { height: 100vh }";
  return () => sized.remove();
}

test("the list shows whose customers they are and which contact is overdue", async () => {
  const rows = [
    row(1, { overdue: true, next_contact: plusDays(today(), -1) }),
    row(2, { owner: null, owner_name: null }),
  ];
  const { screen } = await showPage("/customers", { customers: { rows, next: null, total: 2, more: false } });
  await expect.element(screen.getByRole("row", { name: /客户1/ })).toMatchTextContent(/逾期/);
  await expect.element(screen.getByRole("row", { name: /客户2/ })).toMatchTextContent(/无归属/);
  await expect.element(screen.getByText("位客户")).toBeVisible();
  await expectNoFaults();
});

test("levels, overdue and order narrow what is asked of the desk, and one press clears them", async () => {
  const { screen, desk } = await showPage("/customers");
  const asked = () => desk.calls.filter(({ name }) => name === "customers").at(-1)?.ask;
  await userEvent.click(screen.getByRole("button", { name: /^H 级/ }));
  await userEvent.click(screen.getByRole("button", { name: /^A 级/ }));
  (screen.getByRole("checkbox", { name: "只看逾期" }).element() as HTMLElement).focus();
  await userEvent.keyboard(" ");
  await userEvent.click(screen.getByRole("button", { name: /下次跟进/ }));
  await expect.poll(asked).toMatchObject({ levels: ["H", "A"], overdue: true, sort: "next" });
  await userEvent.click(screen.getByRole("button", { name: "清除筛选" }));
  await expect.poll(asked).toMatchObject({ levels: [], overdue: null, sort: "next" });
});

test("nobody fits: the list says so and offers the way back", async () => {
  const { screen } = await showPage("/customers", { customers: { rows: [], next: null, total: 0, more: false } });
  await expect.element(screen.getByText("还没有客户")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /^H 级/ }));
  await expect.element(screen.getByText("没有符合条件的客户")).toBeVisible();
  await expectNoFaults();
});

test("ten thousand customers are read page by page and few of them are in the document", async () => {
  const back = asTall();
  const total = 10_000;
  const { screen, desk } = await showPage("/customers", {
    customers: ({ after, limit }) => {
      const from = Number(after ?? 0);
      const rows = Array.from({ length: limit ?? 200 }, (_, index) => row(from + index));
      return { rows, next: String(from + rows.length), total, more: true };
    },
  });
  await expect.element(screen.getByText("10,000")).toBeVisible();
  const grid = screen.getByRole("grid", { name: "客户列表" });
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard("{End}");
  await expect
    .poll(() => desk.calls.some(({ name, ask }) => name === "customers" && (ask as { after: string }).after === "200"))
    .toBe(true);
  await expect.poll(() => document.querySelectorAll('[role="row"]').length).toBeLessThanOrEqual(40);
  back();
});

test("a new file begins with the number; a number that has one shows whose it is and opens it instead", async () => {
  const { screen, desk } = await showPage("/customers");
  await expect.element(screen.getByRole("button", { name: /新建客户/ })).toBeVisible();
  await userEvent.keyboard("n");
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await userEvent.keyboard("13800136621");
  await expect
    .element(screen.getByRole("status").filter({ hasText: "这个号码已有档案" }))
    .toMatchTextContent(/张建国.*归 李强/);
  await expectNoFaults();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByRole("complementary", { name: /张建国/ })).toBeVisible();
  expect(desk.acts.filter(({ name }) => name === "add_customer")).toEqual([]);
});

test("a new file is made by keys alone", async () => {
  const { screen, desk } = await showPage("/customers", { recognise: [] });
  await expect.element(screen.getByRole("button", { name: /新建客户/ })).toBeVisible();
  await userEvent.keyboard("n");
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await userEvent.keyboard("13912345678{Enter}王小燕{Enter}2");
  await userEvent.keyboard("雅阁{Tab}3");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({
      name: "add_customer",
      ask: { phone: "13912345678", level: "B", fields: { name: "王小燕", gender: "female", model: "雅阁" } },
    });
});

test("somebody who sees only their own is not asked whose customers", async () => {
  const showing = await showPage("/customers");
  await expect.element(showing.screen.getByRole("button", { name: /归属/ }).first()).toBeVisible();
  const door = await showing.desk.call("door_status", {});
  if (door.me === null) throw new Error("somebody sits at the desk");
  showing.desk.answer({ door_status: { ...door, me: { ...door.me, roles: ["consultant"] } } });
  showing.desk.touch("door");
  await expect
    .poll(() => showing.screen.getByRole("group", { name: "筛选" }).getByRole("button", { name: /归属/ }).query())
    .toBeNull();
});

test("filters are as one left them when one comes back", async () => {
  const { screen, desk } = await showPage("/customers");
  await userEvent.click(screen.getByRole("button", { name: /^H 级/ }));
  const asked = () => desk.calls.filter(({ name }) => name === "customers").at(-1)?.ask;
  await expect.poll(asked).toMatchObject({ levels: ["H"] });
  await userEvent.click(screen.getByRole("link", { name: /今日/ }));
  await expect.element(screen.getByRole("grid", { name: "客户列表" })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("link", { name: /^客户/ }));
  await expect.element(screen.getByRole("button", { name: /^H 级/ })).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(screen.getByRole("button", { name: "清除筛选" }));
});

test("a tag narrows the list, and so many customers that nobody counts them are said so", async () => {
  const { screen, desk } = await showPage("/customers", {
    customers: { rows: [row(1)], next: null, total: 10_000, more: true },
  });
  await expect.element(screen.getByText("位以上客户")).toBeVisible();
  const box = screen.getByRole("combobox", { name: "按标签筛选" });
  await userEvent.click(box);
  await userEvent.keyboard("要贷");
  await userEvent.click(screen.getByRole("option", { name: "要贷款" }));
  const asked = () => desk.calls.filter(({ name }) => name === "customers").at(-1)?.ask;
  await expect.poll(asked).toMatchObject({ tag: "loan" });
  await expect.element(screen.getByRole("listbox")).not.toBeInTheDocument();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "清除筛选" }));
  await expect.element(box).toHaveValue("");
});

test("a page that came short goes on by itself", async () => {
  const { screen } = await showPage("/customers", {
    customers: ({ after }) =>
      after == null
        ? { rows: [], next: "p2", total: 1, more: true }
        : { rows: [row(7)], next: null, total: 1, more: false },
  });
  await expect.element(screen.getByRole("row", { name: /客户7/ })).toBeVisible();
});

test("when midnight passes a list that is open says yesterday of what it called today, and is read again", async () => {
  vi.useFakeTimers({ now: new Date("2026-03-01T23:59:58+08:00"), toFake: ["Date"] });
  try {
    const seen = { ...row(1), last_contact: Date.parse("2026-03-01T10:00:00+08:00") };
    const customers = vi.fn(() => ({ rows: [seen], next: null, total: 1, more: false }));
    const { screen } = await showPage("/customers", { customers });
    await expect.element(screen.getByText("今天 10:00")).toBeVisible();
    const before = customers.mock.calls.length;
    vi.setSystemTime(new Date("2026-03-02T00:00:05+08:00"));
    await expect.element(screen.getByText("昨天 10:00"), { timeout: 10_000 }).toBeVisible();
    expect(customers.mock.calls.length).toBeGreaterThan(before);
  } finally {
    vi.useRealTimers();
  }
});
