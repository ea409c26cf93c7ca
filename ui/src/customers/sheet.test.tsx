import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";
import { CUSTOMERS } from "../testing/world/rows";

const customer = CUSTOMERS[0] as (typeof CUSTOMERS)[number];
const sheet = (month: string) => ({
  month,
  days: 30,
  staff: null,
  rows: [
    {
      customer,
      new: false,
      start: "B",
      days: [
        { day: 8, level: "A", planned: false },
        { day: 12, level: null, planned: true },
      ],
      end: "A",
    },
  ],
  next: null,
});

test("the level sheet comes by one key and shows what was planned and what came of it", async () => {
  const { screen, desk } = await showPage("/customers", { level_sheet: ({ month }) => sheet(month ?? "") });
  await expect.element(screen.getByRole("button", { name: /新建客户/ })).toBeVisible();
  await userEvent.keyboard("s");
  await expect.element(screen.getByRole("heading", { name: "级别状况表" })).toBeVisible();
  const row = screen.getByRole("row", { name: /张建国/ });
  await expect.element(row).toMatchTextContent(/B.*A.*\*.*A/);
  await expect.element(screen.getByRole("img", { name: "计划联系，还没有做" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("[[");
  const asked = () => desk.calls.filter(({ name }) => name === "level_sheet").map(({ ask }) => ask);
  await expect.poll(() => asked().length).toBe(2);
  await userEvent.keyboard("s");
  await expect.element(screen.getByRole("heading", { name: "客户", exact: true })).toBeVisible();
});

test("the row of the sheet opens the customer beside it", async () => {
  const { screen } = await showPage("/customers?part=levels", { level_sheet: ({ month }) => sheet(month ?? "") });
  await userEvent.click(screen.getByRole("row", { name: /张建国/ }));
  await expect.element(screen.getByRole("complementary", { name: /张建国/ })).toBeVisible();
  await expect.element(screen.getByRole("heading", { name: "级别状况表" })).toBeVisible();
});

test("the sheet of the month that is shown is printed by one key", async () => {
  const { screen, desk } = await showPage("/customers?part=levels", { level_sheet: ({ month }) => sheet(month ?? "") });
  await expect.element(screen.getByRole("grid", { name: "意向客户级别状况表" })).toHaveFocus();
  await userEvent.keyboard("[[{Control>}p{/Control}");
  await expect.element(screen.getByRole("dialog", { name: "意向客户级别状况表" })).toBeVisible();
  const month = desk.calls.findLast(({ name }) => name === "level_sheet")?.ask as { month: string };
  const asked = desk.calls.find(({ name }) => name === "preview_paper")?.ask;
  expect(asked).toMatchObject({ paper: "level_sheet", day: month.month });
});

test("the name stays in sight when the days are scrolled", async () => {
  const { screen } = await showPage("/customers?part=levels", { level_sheet: ({ month }) => sheet(month ?? "") });
  const grid = screen.getByRole("grid", { name: "意向客户级别状况表" });
  await expect.element(grid).toBeVisible();
  const cell = screen.getByRole("gridcell", { name: /张建国/ });
  await expect.element(cell).toBeVisible();
  const left = () => (cell.element() as HTMLElement).getBoundingClientRect().left;
  const before = left();
  (grid.element() as HTMLElement).scrollLeft = 200;
  expect(Math.abs(left() - before)).toBeLessThanOrEqual(12);
});
