import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { COLLEAGUES } from "../testing/world/rows";

test("a manager grants with 1 and refuses with 2 and an answer", async () => {
  const { screen, desk } = await showPage("/customers");
  await userEvent.click(screen.getByRole("button", { name: "认领申请 2" }));
  await expect.element(screen.getByText(/李强 想认领，现在归 刘洋/)).toBeVisible();
  await expect.element(screen.getByText(/试驾了皓影/).first()).toBeVisible();
  await expectNoFaults();
  await expect.element(screen.getByRole("button", { name: /^同意/ }).first()).toHaveFocus();
  await userEvent.keyboard("1");
  await expect.element(screen.getByText("何志明 已转给 李强")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "decide_claim", ask: { claim: "q1", grant: true } }]);
  await expect.element(screen.getByRole("button", { name: /^同意/ })).toHaveFocus();
  await userEvent.fill(screen.getByRole("textbox", { name: "答复" }), "李强上周 2 次跟进");
  await userEvent.click(screen.getByRole("button", { name: /^不同意/ }));
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({ name: "decide_claim", ask: { claim: "q2", grant: false, answer: "李强上周 2 次跟进" } });
  await expect.element(screen.getByText("没有等您决定的认领申请。")).toBeVisible();
  await expectNoFaults();
});

test("a whole number of a colleague's customer leads to a claim with its reason", async () => {
  const { screen, desk } = await showPage("/customers", { recognise: [COLLEAGUES] });
  await expect.element(screen.getByRole("button", { name: /新建客户/ })).toBeVisible();
  await userEvent.keyboard("n");
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await userEvent.keyboard("13800138000");
  await userEvent.click(screen.getByRole("button", { name: "申请认领" }));
  await expect.element(screen.getByText(/现在归 陈静怡/)).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("老客户介绍来的{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts)
    .toEqual([{ name: "claim_customer", ask: { customer: "x1", reason: "老客户介绍来的" } }]);
  await expect.element(screen.getByText("已申请，等经理决定")).toBeVisible();
});

test("the box that finds everyone offers the claim, and a refusal stands beside the reason", async () => {
  const { screen } = await showPage("/customers", {
    search: { state: "ok", rows: [], elsewhere: [{ customer: "x1", phone: "138****8000", owner_name: "陈静怡" }] },
    claim_customer: () => refuse("claim_waits"),
  });
  await userEvent.keyboard("/");
  await userEvent.keyboard("13800138000");
  await userEvent.click(screen.getByRole("option", { name: /申请认领 138/ }));
  const reason = screen.getByRole("textbox", { name: "为什么应归您" });
  await userEvent.fill(reason, "一直是我在联系");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(reason).toHaveAttribute("aria-invalid", "true");
  await expect.element(screen.getByText(/已经申请过了/)).toBeVisible();
  await expectNoFaults();
});

test("whoever asked reads the answer and may take a waiting claim back", async () => {
  const base = {
    customer: "x1",
    phone: "138****8000",
    level: null,
    owner_name: "陈静怡",
    by: "p2",
    by_name: "李强",
    reason: "亲戚",
    asked_at: Date.now(),
    last_contact: null,
    last: null,
    may_decide: false,
  };
  const { screen, desk } = await showPage("/customers", {
    claims: [
      { ...base, id: "q1", name: "赵**", state: "asked", since: null, decided_by_name: null, answer: null, mine: true },
      {
        ...base,
        id: "q2",
        name: "钱**",
        state: "refused",
        since: Date.now(),
        decided_by_name: "赵国栋",
        answer: "上周刚跟过",
        mine: false,
      },
    ],
  });
  await userEvent.click(screen.getByRole("button", { name: "认领申请 2" }));
  await expect.element(screen.getByText(/赵国栋 .*上周刚跟过/)).toBeVisible();
  await expect.element(screen.getByText("不同意")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "撤回" }));
  await expect.poll(() => desk.acts).toEqual([{ name: "withdraw_claim", ask: { claim: "q1" } }]);
});
