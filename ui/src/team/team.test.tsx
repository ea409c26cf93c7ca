import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { someone } from "../testing/fake";
import { showPage } from "../testing/show";

async function showInbox() {
  const showing = await showPage("/team");
  await userEvent.click(showing.screen.getByRole("tab", { name: /批复/ }));
  await expect.element(showing.screen.getByRole("heading", { name: "张建国" })).toBeVisible();
  return showing;
}

test("whoever burns most stands first, and Enter opens their day", async () => {
  const { screen, desk } = await showPage("/team");
  const table = screen.getByRole("grid", { name: "谁落下了" });
  await expect.element(table).toMatchTextContent(/刘洋2311 天/);
  await expectNoFaults();
  (table.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => desk.calls.findLast(({ name }) => name === "today")?.ask).toEqual({ staff: "p4" });
});

test("a house without salespeople says what to do", async () => {
  const { screen } = await showPage("/team", { team: { day: "2026-03-01", rows: [] } });
  await expect.element(screen.getByRole("heading", { name: "还没有销售顾问" })).toBeVisible();
  await expectNoFaults();
});

test("the team is not offered to those who may not see it", async () => {
  const { screen, desk } = await showPage("/today");
  await expect.element(screen.getByRole("link", { name: /团队/ })).toBeVisible();
  const door = await desk.call("door_status", {});
  const can = someone().can.filter((name) => name !== "team");
  desk.answer({ door_status: { ...door, me: someone({ can }) } });
  desk.touch("door");
  await expect.poll(() => screen.getByRole("link", { name: /团队/ }).query()).toBeNull();
});

test("a contact is shown with all that is needed to judge it", async () => {
  const { screen } = await showInbox();
  const panel = screen.getByRole("region", { name: "张建国" });
  for (const words of [/按时/, /约周六带太太来看内饰/, /置换补贴能不能叠加/, /以实车评估为准/, /预算 20 万/]) {
    await expect.element(panel).toMatchTextContent(words);
  }
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: /吴婷婷/ }));
  await expect.element(screen.getByRole("region", { name: "吴婷婷" })).toMatchTextContent(/晚了 2 天补录/);
  await expectNoFaults();
});

test("seen and on to the next is one key; the next comes by itself", async () => {
  const { screen, desk } = await showInbox();
  await userEvent.keyboard("x");
  await expect.element(screen.getByRole("region", { name: "梁美玲" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /已阅 ?Enter/ })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("region", { name: "何志明" })).toBeVisible();
  expect(desk.acts).toEqual([
    { name: "review_contact", ask: { contact: "x0" } },
    { name: "review_contact", ask: { contact: "x1" } },
  ]);
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("undo");
});

test("a digit says what one says often, words are added, Ctrl+Enter sends it", async () => {
  const { screen, desk } = await showInbox();
  await userEvent.keyboard("j");
  await expect.element(screen.getByRole("button", { name: /已阅 ?Enter/ })).toHaveFocus();
  await userEvent.keyboard("2");
  const words = screen.getByRole("textbox", { name: "批复" });
  await expect.element(words).toHaveFocus();
  await userEvent.keyboard("周六 10 点前。");
  await expect.element(words).toHaveValue("尽快约到店，定下时间。周六 10 点前。");
  await expectNoFaults();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("已批复给 陈静怡")).toBeVisible();
  expect(desk.acts).toEqual([
    { name: "review_contact", ask: { contact: "x1", remark: "尽快约到店，定下时间。周六 10 点前。" } },
  ]);
  await expect.element(screen.getByRole("region", { name: "何志明" })).toBeVisible();
});

test("Enter in the words is a new line, and Enter of a composition is nothing", async () => {
  const { screen, desk } = await showInbox();
  const words = screen.getByRole("textbox", { name: "批复" });
  await userEvent.click(words);
  await userEvent.keyboard("好{Enter}");
  const composed = {
    key: "Enter",
    code: "Enter",
    keyCode: 229,
    isComposing: true,
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
  };
  words.element().dispatchEvent(new KeyboardEvent("keydown", composed));
  await expect.element(words).toHaveFocus();
  expect(desk.acts).toEqual([]);
});

test("all that are listed are read at once, and the inbox says that it is empty", async () => {
  const { screen, desk } = await showInbox();
  await userEvent.click(screen.getByRole("button", { name: "这 6 条都已阅" }));
  await expect.element(screen.getByText("6 条已阅")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "review_contacts", ask: { contacts: ["x0", "x1", "x2", "x3", "x4", "x5"] } }]);
  await expect.element(screen.getByRole("heading", { name: "都看过了" })).toBeVisible();
  await expect.element(screen.getByText(/7 天内都可以批复/)).toBeVisible();
  await expectNoFaults();
});

test("one person's contacts are asked for alone", async () => {
  const { screen, desk } = await showInbox();
  await userEvent.click(screen.getByRole("button", { name: /谁的/ }));
  await userEvent.click(screen.getByRole("option", { name: "刘洋" }));
  await expect.element(screen.getByRole("region", { name: "何志明" })).toBeVisible();
  await expect
    .poll(() => desk.calls.findLast(({ name }) => name === "reviews_to_do")?.ask)
    .toEqual({ staff: "p4", limit: 50 });
});
