import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";

async function openDialog(answers = {}) {
  const shown = await showPage("/customers?customer=c1", answers);
  await expect.element(shown.screen.getByRole("complementary", { name: /张建国/ })).toBeVisible();
  await userEvent.keyboard("e");
  await userEvent.click(shown.screen.getByRole("button", { name: "删除个人信息…" }));
  await expect.element(shown.screen.getByRole("dialog").getByText(/要两个人经手/)).toBeVisible();
  return shown;
}

test("a manager asks with a reason, and reads that another does it", async () => {
  const { screen, desk } = await openDialog();
  await userEvent.click(screen.getByRole("button", { name: /原因/ }));
  await userEvent.click(screen.getByRole("option", { name: "本人要求删除" }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("已提交，等管理员执行。")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "ask_erasure", ask: { customer: "c1", reason: "asked" } }]);
});

test("without a reason nothing is asked, and it says so beside the reason", async () => {
  const { screen } = await openDialog({ ask_erasure: () => refuse("reason_missing") });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByRole("dialog").getByText(/还没有选原因/)).toBeVisible();
  await expectNoFaults();
});

test("an administrator alone types the key on paper, and a wrong one stands beside its field", async () => {
  const { screen, desk } = await openDialog({ erase_with_key: () => refuse("recovery_key_wrong") });
  await userEvent.click(screen.getByRole("button", { name: "用恢复密钥删除" }));
  const key = screen.getByRole("textbox", { name: "恢复密钥" });
  await userEvent.fill(key, "AAAA-BBBB");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(key).toHaveAttribute("aria-invalid", "true");
  expect(desk.acts.at(-1)?.name).toBe("erase_with_key");
  await expectNoFaults();
});

test("an administrator erases whom another asked for, after being asked once more", async () => {
  const { screen, desk } = await showPage("/team");
  await userEvent.click(screen.getByRole("tab", { name: /^删除申请/ }));
  await userEvent.click(screen.getByRole("button", { name: "永久删除" }));
  const sure = screen.getByRole("dialog", { name: /永久删除.*何志明/ });
  await expect.element(sure.getByRole("button", { name: "取消" })).toHaveFocus();
  await expectNoFaults();
  await userEvent.click(sure.getByRole("button", { name: "永久删除" }));
  await expect.element(screen.getByText(/已删除。其他电脑/)).toBeVisible();
  expect(desk.acts).toEqual([{ name: "erase_customer", ask: { request: "e1" } }]);
  await expect.element(screen.getByText("何志明")).not.toBeInTheDocument();
});

test("what was asked is declined by an administrator and taken back by whoever asked", async () => {
  const { screen, desk } = await showPage("/team");
  await userEvent.click(screen.getByRole("tab", { name: /^删除申请/ }));
  await userEvent.click(screen.getByRole("button", { name: "撤回申请" }));
  await expect.element(screen.getByText("申请已撤回")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "不删" }));
  await expect.element(screen.getByText("没有要处理的删除申请。")).toBeVisible();
  expect(desk.acts.map(({ ask }) => ask)).toEqual([{ request: "e2" }, { request: "e1" }]);
});
