import { useLayoutEffect, useMemo } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { show, showPage } from "../testing/show";
import { find } from "../words/catalogue";
import { words } from "../words/zh-CN";
import { type Command, offeredCommands, useCommands } from "./commands";
import { useCommandKeys } from "./keys";

const type = (keys: string) => userEvent.keyboard(keys);

test.each(["/reception", "/today", "/customers?customer=c1", "/import", "/settings?part=people"])(
  "every command of %s is in the list that Ctrl+K opens, by its words",
  async (path) => {
    await showPage(path);
    const box = page.getByRole("combobox", { name: "查找客户" });
    await expect.poll(() => offeredCommands().some(({ noun }) => noun !== "frame")).toBe(true);
    const labels = new Set(
      offeredCommands().flatMap(({ id, label }) => (id === "find" ? [] : (find(words, label) ?? []))),
    );
    expect(labels.size).toBeGreaterThan(15);
    await type("{Control>}k{/Control}");
    for (const label of labels) {
      await userEvent.fill(box, `>${label}`);
      await expect.element(page.getByRole("option", { name: new RegExp(`^${label}`) }).first()).toBeInTheDocument();
    }
  },
);

test("a key of the record beside the screen is not the screen's as well: L changes the level, nobody leaves", async () => {
  const { screen, desk } = await showPage("/reception?customer=c1");
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
  screen.getByRole("tab", { name: "动态" }).element().focus();
  await type("l");
  await expect.element(screen.getByRole("menu")).toBeVisible();
  expect(desk.acts).toEqual([]);
});

test("a key that is pressed at the very sight of what offers it is heard", async () => {
  const heard = vi.fn();
  function Keys() {
    useCommandKeys();
    return null;
  }
  function Panel() {
    useCommands(useMemo((): Command[] => [{ id: "add", label: "frame.find", keys: "j", noun: "x", run: heard }], []));
    useLayoutEffect(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
    }, []);
    return null;
  }
  const { again } = await show(<Keys />);
  await again(
    <>
      <Keys />
      <Panel />
    </>,
  );
  expect(heard).toHaveBeenCalledOnce();
});

test("with a card and another's record open, a key is that of the panel in hand: M says what to say to whom", async () => {
  const { screen } = await showPage("/today?customer=c5");
  const card = screen.getByRole("button", { name: /张建国/ }).first();
  await expect.element(card).toBeVisible();
  card.element().focus();
  await type("{Enter}");
  const told = screen.getByRole("form", { name: /跟进 张建国/ });
  await expect.element(told.getByRole("radio").first()).toHaveFocus();
  await expect.element(screen.getByRole("button", { name: /话术/ }).nth(1)).toBeVisible();
  await type("m");
  await expect.element(screen.getByRole("dialog", { name: "对 张建国 说" })).toBeVisible();
  await type("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
  screen.getByRole("tab", { name: "动态" }).element().focus();
  await type("m");
  await expect.element(screen.getByRole("dialog", { name: "对 吴婷婷 说" })).toBeVisible();
});

test("with a result in the card and another in the record, F7 agrees on a visit where one is writing", async () => {
  const { screen } = await showPage("/today?customer=c5");
  const card = screen.getByRole("button", { name: /张建国/ }).first();
  await expect.element(card).toBeVisible();
  screen.getByRole("tab", { name: "动态" }).element().focus();
  await type("c");
  const beside = screen.getByRole("form", { name: "记联系" });
  await expect.element(beside).toBeVisible();
  card.element().focus();
  await type("{Enter}");
  const mine = screen.getByRole("form", { name: /跟进 张建国/ });
  await expect.element(mine.getByRole("radio").first()).toHaveFocus();
  await type("{F7}");
  await expect.element(mine.getByRole("group", { name: "预约到店" })).toBeVisible();
  expect(beside.getByRole("group", { name: "预约到店" }).query()).toBeNull();
});

test("what can be taken back is a command as long as it can be", async () => {
  const { screen, desk } = await showPage("/reception");
  await expect.element(screen.getByRole("row", { name: /林女士/ })).toBeVisible();
  await type("{F6}{F8}");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await type("{Enter}");
  await expect.element(screen.getByText(/已离店$/).last()).toBeVisible();
  await type("{Control>}k{/Control}");
  await type("撤销刚才");
  await expect.element(screen.getByRole("option", { name: "撤销刚才的操作" })).toBeVisible();
  await type("{Enter}");
  await expect.poll(() => desk.acts.map(({ name }) => name)).toContain("undo");
});
