import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showPage } from "../testing/show";

const type = (keys: string) => userEvent.keyboard(keys);
const nowhere = () => document.activeElement === null || document.activeElement === document.body;

test("whatever screen one goes to by its key, the hand is on what is to be done there", async () => {
  const { screen } = await showPage("/reception");
  const screens = screen.getByRole("navigation").getByRole("link").elements().length;
  expect(screens).toBeGreaterThan(5);
  for (let n = screens; n > 0; n -= 1) {
    await type(`{Alt>}${n}{/Alt}`);
    await expect.poll(() => document.querySelector("main")?.contains(document.activeElement)).toBe(true);
  }
});

test("a new customer's dialog that was opened with nothing in hand gives the focus to the list", async () => {
  const { screen } = await showPage("/customers");
  await expect.element(screen.getByRole("row", { name: /张建国/ })).toBeVisible();
  (document.activeElement as HTMLElement | null)?.blur();
  await type("n");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await type("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
  await expect.element(screen.getByRole("grid", { name: "客户列表" })).toHaveFocus();
});

test.each([
  ["the list of keys", "?", "dialog"],
  ["the switch of people", "{Control>}l{/Control}", "dialog"],
  ["help", "{F1}", "searchbox"],
])("%s gives the focus back to where it was", async (_, keys, role) => {
  const { screen } = await showPage("/customers?customer=c1");
  const tab = screen.getByRole("tab", { name: "动态" });
  await expect.element(tab).toBeVisible();
  tab.element().focus();
  await type(keys);
  await expect.element(page.getByRole(role as "dialog").first()).toBeVisible();
  await expect.poll(nowhere).toBe(false);
  await type("{Escape}");
  await expect.element(page.getByRole(role as "dialog")).not.toBeInTheDocument();
  await expect.element(tab).toHaveFocus();
});

test("Escape closes one thing at a time, the latest first", async () => {
  const { screen } = await showPage("/customers?customer=c1");
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
  await type("c");
  await expect.element(screen.getByRole("radiogroup", { name: "方式" })).toBeVisible();
  await type("{Escape}");
  await expect.element(screen.getByRole("radiogroup", { name: "方式" })).not.toBeInTheDocument();
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
  await type("{Escape}");
  await expect.element(screen.getByRole("tab", { name: "动态" })).not.toBeInTheDocument();
  expect(nowhere()).toBe(false);
});

test("on a narrow window the list beside an open customer does not scroll sideways", async () => {
  await page.viewport(1024, 640);
  const { screen } = await showPage("/customers?customer=c1");
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
  const list = screen.getByRole("grid", { name: "客户列表" }).element();
  await expect.poll(() => list.scrollWidth - list.clientWidth).toBe(0);
  await page.viewport(1366, 768);
});
