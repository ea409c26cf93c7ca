import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";
import { APART, CONTESTED } from "../testing/world/devices";
import { customerView } from "../testing/world/rows";

const PCS = "/settings?part=devices";

test("both values stand on the card with who wrote them where, and one press takes the other", async () => {
  const { screen, desk } = await showPage("/customers?customer=c1", {
    customer: () => ({ ...customerView("c1"), contested: CONTESTED.slice(0, 1) }),
  });
  const told = screen.getByRole("region", { name: "两边同时改过" });
  await expect.element(told.getByText("黑", { exact: true })).toBeVisible();
  await expect.element(told.getByText(/李强 · 展厅左边/)).toBeVisible();
  await expectNoFaults();
  await userEvent.click(told.getByRole("button", { name: "改用它" }));
  await expect.element(screen.getByText("已确认")).toBeVisible();
  expect(desk.acts).toEqual([
    { name: "settle_field", ask: { table: "customer", row: "c1", field: "colour", other: true } },
  ]);
});

test("whoever may not change the card reads both values and is offered nothing", async () => {
  const { screen } = await showPage("/customers?customer=c1", {
    customer: () => ({ ...customerView("c1"), editable: false, contested: CONTESTED.slice(0, 1) }),
  });
  const told = screen.getByRole("region", { name: "两边同时改过" });
  await expect.element(told.getByText("白", { exact: true })).toBeVisible();
  await expect.element(told.getByRole("button")).not.toBeInTheDocument();
});

test("a manager takes note of a step that did not count", async () => {
  const { screen, desk } = await showPage(PCS, APART);
  await expect.element(screen.getByText(/想改为“已离店”/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "知道了" }));
  expect(desk.acts).toEqual([{ name: "dismiss_step", ask: { step: "x1" } }]);
});

test("what was done without a role names who, how often and where, and leads to the people", async () => {
  const { screen } = await showPage(PCS, APART);
  await expect.element(screen.getByText("3 次")).toBeVisible();
  await expect.element(screen.getByText(/刘洋 · 展厅左边/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "查看人员" }).first());
  await expect.element(screen.getByRole("heading", { name: /人员|员工/ }).first()).toBeVisible();
});

test("where all went together nothing is said", async () => {
  const { screen } = await showPage(PCS);
  await expect.element(screen.getByText("已同步").first()).toBeVisible();
  await expect.element(screen.getByText("两边同时改过")).not.toBeInTheDocument();
});
