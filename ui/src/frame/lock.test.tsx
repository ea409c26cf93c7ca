import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";
import { PASSWORD, PIN } from "../testing/world/door";

const type = (keys: string) => userEvent.keyboard(keys);

/** The settings, with a half-typed name in the form of a new colleague. */
async function halfTyped() {
  const shown = await showPage("/settings?part=people");
  await expect.element(shown.screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("{Control>}n{/Control}");
  await expect.element(shown.screen.getByLabelText("姓名")).toHaveFocus();
  await type("诸葛");
  return shown;
}

test("what was half-typed is there again after the lock, with the focus in it", async () => {
  const { screen } = await halfTyped();
  await type("{Control>}{Shift>}l{/Shift}{/Control}");
  await expect.element(screen.getByLabelText("王芳的 PIN")).toHaveFocus();
  await expectNoFaults();
  await type(PIN);
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await expect.element(screen.getByLabelText("姓名")).toHaveValue("诸葛");
});

test("nothing behind the lock can be seen or reached", async () => {
  const { screen } = await halfTyped();
  await type("{Control>}{Shift>}l{/Shift}{/Control}");
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
  const house = document.querySelector("[data-away]");
  expect(house).toHaveAttribute("inert");
  expect(getComputedStyle(house as Element).visibility).toBe("hidden");
});

test("the lock stands above an open dialogue and takes the focus", async () => {
  const { screen } = await showPage("/settings?part=mine");
  await userEvent.click(screen.getByRole("button", { name: "修改我的密码" }));
  await expect.element(screen.getByRole("dialog", { name: "修改我的密码" })).toBeVisible();
  await type("an old one");
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now + 60 * 60_000);
  window.dispatchEvent(new PointerEvent("pointermove"));
  await expect.element(screen.getByLabelText("王芳的 PIN")).toHaveFocus();
  clock.mockRestore();
  await type(PIN);
  await expect.element(screen.getByLabelText("现在的密码")).toHaveValue("an old one");
});

test("after so many minutes without a sign of life the desk is locked", async () => {
  const { screen, desk } = await showPage("/settings?part=about");
  await expect.element(screen.getByRole("heading", { name: "关于" })).toBeVisible();
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now + 2 * 60_000);
  window.dispatchEvent(new PointerEvent("pointermove"));
  expect(desk.acts).toEqual([]);
  clock.mockImplementation(() => now + 6 * 60_000);
  window.dispatchEvent(new PointerEvent("pointermove"));
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
  clock.mockRestore();
  expect(desk.acts).toEqual([{ name: "lock", ask: {} }]);
});

test("two keys and the PIN change who sits there, and nothing of the former person stays", async () => {
  const { screen, desk } = await halfTyped();
  await type("{Control>}l{/Control}");
  await expect.element(screen.getByRole("dialog", { name: "换谁来？" })).toBeVisible();
  await expectNoFaults();
  await type("5");
  await expect.element(screen.getByLabelText("赵国栋的 PIN")).toHaveFocus();
  await expectNoFaults();
  await type(PIN);
  await expect.element(screen.getByRole("button", { name: /赵国栋/ })).toBeVisible();
  await expect.element(screen.getByLabelText("姓名")).not.toBeInTheDocument();
  expect(desk.acts).toEqual([{ name: "switch_by_pin", ask: { staff: "p5", pin: PIN } }]);
});

test("whoever has no PIN comes in by password", async () => {
  const { screen } = await showPage("/settings?part=about");
  await expect.element(screen.getByRole("heading", { name: "关于" })).toBeVisible();
  await type("{Control>}l{/Control}");
  await expect.element(screen.getByRole("option", { name: "王芳" })).toHaveFocus();
  await type("4");
  await expect.element(screen.getByLabelText("刘洋的密码")).toHaveFocus();
  await expectNoFaults();
  await type(`${PASSWORD}{Enter}`);
  await expect.element(screen.getByRole("heading", { name: "刘洋，请换成自己的密码" })).toBeVisible();
});

test("Escape goes back from the PIN to the people, and once more leaves the sheet", async () => {
  const { screen } = await showPage("/settings?part=about");
  await expect.element(screen.getByRole("heading", { name: "关于" })).toBeVisible();
  await type("{Control>}l{/Control}");
  await expect.element(screen.getByRole("option", { name: "王芳" })).toHaveFocus();
  await type("2");
  await expect.element(screen.getByLabelText("李强的 PIN")).toHaveFocus();
  await type("{Escape}");
  await expect.element(screen.getByLabelText("李强的 PIN")).not.toBeInTheDocument();
  await type("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});
