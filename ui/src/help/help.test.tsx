import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";

const type = (keys: string) => userEvent.keyboard(keys);
const panel = () => document.querySelector('aside[aria-labelledby] input[type="search"]')?.closest("aside") ?? null;

async function helpAt(path: string) {
  const { screen, ...rest } = await showPage(path);
  await expect.element(screen.getByRole("heading", { level: 1 })).toBeVisible();
  await type("{F1}");
  await expect.element(screen.getByRole("searchbox", { name: "搜索全部帮助" })).toHaveFocus();
  return { screen, ...rest };
}

test("F1 opens the help of the screen one is on, beside the work, and Escape goes back to where one was", async () => {
  const { screen } = await showPage("/reception");
  await expect.element(screen.getByPlaceholder(/张先生/)).toHaveFocus();
  await type("{F1}");
  await expect.element(screen.getByRole("heading", { name: "前台", level: 3 })).toBeVisible();
  await expect.element(screen.getByText("现在谁在店里？轮到谁接待？还有什么没补全？")).toBeVisible();
  await expect.element(screen.getByPlaceholder(/张先生/)).toBeVisible();
  await expectNoFaults();
  await type("{Escape}");
  await expect.element(screen.getByRole("searchbox")).not.toBeInTheDocument();
  await expect.element(screen.getByPlaceholder(/张先生/)).toHaveFocus();
});

test("a question is answered by arrow and Enter, with the keys drawn as keys", async () => {
  const { screen } = await helpAt("/reception");
  await type("{ArrowDown}{ArrowDown}{Enter}");
  await expect
    .element(screen.getByRole("button", { name: "想填完整的来店登记表？" }))
    .toHaveAttribute("aria-expanded", "true");
  expect([...(panel()?.querySelectorAll("li kbd") ?? [])].map((key) => key.textContent)).toEqual([
    "F2",
    "Enter",
    "Ctrl Enter",
  ]);
  await expectNoFaults();
});

test("whoever types in help searches all of it: what is found says where it belongs", async () => {
  const { screen } = await helpAt("/reception");
  await type("{ArrowDown}");
  await userEvent.fill(screen.getByRole("searchbox"), "忘记密码");
  await expect.element(screen.getByRole("button", { name: /忘记密码怎么办？.*登录/ })).toBeVisible();
  await expectNoFaults();
  await userEvent.fill(screen.getByRole("searchbox"), "没有这种东西");
  await expect.element(screen.getByText(/没有找到“没有这种东西”/)).toBeVisible();
});

test("a letter pressed on a question is looked for and is no key of the screen", async () => {
  const { screen, desk } = await helpAt("/reception");
  await type("{ArrowDown}L");
  await expect.element(screen.getByRole("searchbox")).toHaveValue("L");
  expect(desk.acts).toEqual([]);
});

test("another topic leads to its screen, and help follows", async () => {
  const { screen } = await helpAt("/reception");
  await userEvent.click(screen.getByRole("button", { name: "设置：备份与恢复" }));
  await userEvent.click(screen.getByRole("button", { name: "去“设置：备份与恢复”" }));
  await expect.element(screen.getByRole("heading", { name: "备份", level: 1 })).toBeVisible();
  await expect.element(screen.getByRole("heading", { name: "设置：备份与恢复", level: 3 })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /回到/ })).not.toBeInTheDocument();
});

test("what found stays while an input method composes", async () => {
  const { screen } = await helpAt("/today");
  await userEvent.fill(screen.getByRole("searchbox"), "跳过");
  await expect.element(screen.getByRole("button", { name: /怎么跳过/ }).first()).toBeVisible();
  const input = screen.getByRole("searchbox").element() as HTMLInputElement;
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  await userEvent.fill(screen.getByRole("searchbox"), "跳过yuan'yin");
  await expect.element(screen.getByRole("button", { name: /怎么跳过/ }).first()).toBeVisible();
  input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "原因" }));
  await expect.element(screen.getByText(/没有找到/)).toBeVisible();
});

test("with a record open, help lies over the list and Escape closes the one in which one is", async () => {
  const { screen } = await showPage("/customers?customer=c1");
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
  await type("{F1}");
  await expect.element(screen.getByRole("heading", { name: "客户档案", level: 3 })).toBeVisible();
  await expectNoFaults();
  await type("{Escape}");
  await expect.element(screen.getByRole("searchbox")).not.toBeInTheDocument();
  await expect.element(screen.getByRole("tab", { name: "动态" })).toBeVisible();
});

test("help is there before anybody is signed in, and behind the lock", async () => {
  const { screen } = await showPage("/", {}, "locked");
  await type("{F1}");
  await expect.element(screen.getByRole("heading", { name: "锁定、换人与 PIN" })).toBeVisible();
  await expectNoFaults();
  await type("{Escape}");
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await expect.element(screen.getByRole("searchbox")).not.toBeInTheDocument();
});
