import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { door, someone } from "../testing/fake";
import { showPage } from "../testing/show";

async function showAgenda(who = "p1") {
  const showing = await showPage("/today", { door_status: door({ me: someone({ id: who }) }) });
  const beside = showing.screen.getByRole("complementary", { name: "今日其他" });
  await expect.element(beside).toBeVisible();
  return { ...showing, beside };
}

test("beside the calls stand who comes, who did not, what the manager said, and whose birthday it is", async () => {
  const { beside, screen } = await showAgenda();
  for (const words of [/今天到店2/, /14:00张建国谈价 · 雅阁 · 带太太一起来/, /爽约要联系1昨天 15:00谢嘉欣/]) {
    await expect.element(beside).toMatchTextContent(words);
  }
  await expect.element(beside).toMatchTextContent(/周六前把她先生一起约到店/);
  await expect.element(beside).toMatchTextContent(/曾伟36 岁/);
  await expect.element(screen.getByText("待到店")).toBeVisible();
  await expectNoFaults();
});

test("F6 goes there, arrows go down, and a customer opens with Enter", async () => {
  const { screen } = await showAgenda();
  await userEvent.keyboard("{F6}{ArrowDown}");
  await expect.element(screen.getByRole("button", { name: /14:00 ?张建国/ })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("complementary", { name: /张建国/ })).toBeVisible();
});

test("a remark that is opened by whom it was written to is read, and its customer is there", async () => {
  const { screen, desk } = await showAgenda("p2");
  await userEvent.click(screen.getByRole("button", { name: /周六前把她先生/ }));
  await expect.poll(() => desk.acts).toEqual([{ name: "read_review", ask: { review: "r1" } }]);
  await expect.element(screen.getByRole("complementary", { name: /梁美玲/ })).toBeVisible();
  await expect.poll(() => screen.getByRole("button", { name: /周六前把她先生/ }).query()).toBeNull();
});

test("a manager who looks at another person's day reads no remark in their place", async () => {
  const { screen, desk } = await showAgenda();
  await userEvent.click(screen.getByRole("button", { name: /周六前把她先生/ }));
  await expect.element(screen.getByRole("complementary", { name: /梁美玲/ })).toBeVisible();
  expect(desk.acts).toEqual([]);
});

test("the manager's remark stands with what was last said, where the card is worked", async () => {
  const { screen, desk } = await showPage("/today");
  const view = await desk.call("today", {});
  const [first] = view.overdue;
  if (!first?.last) throw new Error("somebody is late");
  const remarked = { ...first, last: { ...first.last, remark: "先约到店再谈价", remark_by: "赵国栋" } };
  desk.answer({ today: { ...view, overdue: [remarked] } });
  desk.touch("cards");
  await expect.element(screen.getByRole("button", { name: /张建国.*级别回访/ })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByText("先约到店再谈价")).toBeVisible();
  await expect.element(screen.getByText("赵国栋批复")).toBeVisible();
});
