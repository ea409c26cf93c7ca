import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { momentOf, plusDays, today } from "../words";

const TOMORROW = plusDays(today(), 1);

test("the counter sees who is expected, who is late and who has come", async () => {
  const { screen } = await showPage("/reception");
  const list = screen.getByRole("complementary", { name: "今天预约" });
  await expect.element(list).toMatchTextContent(/还有 3 位/);
  for (const words of [/10:00罗文杰迟到 42 分钟/, /14:00张建国李强/, /09:30冯国强已到店/]) {
    await expect.element(list).toMatchTextContent(words);
  }
  await expect.element(list.getByRole("button", { name: /09:30 ?冯国强/ })).toBeDisabled();
  await expectNoFaults();
});

test("whoever has come is logged with what is known of them: one press and Ctrl+Enter", async () => {
  const { screen, desk } = await showPage("/reception");
  const row = screen.getByRole("button", { name: /10:00 ?罗文杰/ });
  await expect.element(row).toBeVisible();
  (row.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("罗文杰");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const logged = () => desk.acts.filter(({ name }) => name === "log_walk_in");
  await expect.poll(() => logged().length).toBe(1);
  expect(logged()[0]).toMatchObject({
    name: "log_walk_in",
    ask: { fields: { customer: "c4", name: "罗文杰", consultant: "p2", frequency: "invited", model: "飞度" } },
  });
});

test("somebody who did not come is marked by the menu, and that can be undone", async () => {
  const { screen, desk } = await showPage("/reception");
  await userEvent.click(screen.getByRole("button", { name: "罗文杰 的预约" }));
  await expect.element(screen.getByRole("menuitem", { name: "没来，记爽约" })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("menuitem", { name: "没来，记爽约" }));
  await expect.element(screen.getByText("罗文杰 已记爽约")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "mark_no_show", ask: { id: "ap2" } }]);
  await userEvent.click(screen.getByRole("button", { name: /撤销/ }).last());
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("undo");
});

test("an appointment is called off with a reason that one digit says", async () => {
  const { screen, desk } = await showPage("/reception");
  await userEvent.click(screen.getByRole("button", { name: "张建国 的预约" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "取消预约" }));
  await expect.element(screen.getByRole("button", { name: /客户不来了/ })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("1");
  await expect.element(screen.getByText("张建国 的预约已取消")).toBeVisible();
  expect(desk.acts).toEqual([{ name: "cancel_appointment", ask: { id: "ap3", reason: "not_coming" } }]);
});

test("nobody expected is said in one quiet line", async () => {
  const { screen } = await showPage("/reception", { expected: { day: today(), rows: [], to_come: 0, late: 0 } });
  await expect.element(screen.getByText("今天没有预约")).toBeVisible();
});

test("in a customer's record a time is agreed by keys, and a second one on that day is told", async () => {
  const { screen, desk } = await showPage("/customers?customer=c1");
  await expect.element(screen.getByText("已约到店")).toBeVisible();
  await userEvent.keyboard("b");
  await expect.element(screen.getByRole("textbox", { name: "日期" })).toHaveFocus();
  await expectNoFaults();
  await userEvent.fill(screen.getByRole("textbox", { name: "日期" }), "今天");
  await userEvent.keyboard("{Enter}2359{Enter}2带太太{Control>}{Enter}{/Control}");
  await expect.poll(() => desk.acts.length).toBe(1);
  expect(desk.acts[0]).toEqual({
    name: "make_appointment",
    ask: { customer: "c1", at: momentOf(today(), "23:59"), purpose: "test_drive", note: "带太太" },
  });
  await expect.element(screen.getByText(/当天 14:00 还有一个预约/)).toBeVisible();
});

test("without a time it is asked for, and a time that has passed is refused beside it with what to do", async () => {
  const { screen, desk } = await showPage("/customers?customer=c6");
  desk.answer({ make_appointment: () => refuse("appointment_in_the_past") });
  await expect.element(screen.getByRole("button", { name: /预约到店/ })).toBeVisible();
  await userEvent.keyboard("b");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("几点到？")).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "时间" })).toHaveFocus();
  expect(desk.acts).toEqual([]);
  await userEvent.keyboard("800{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText(/这个时间已经过了，请选晚一点的时间/)).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("button", { name: /记联系/ })).toBeVisible();
});

test("a double press agrees once, and Enter of a composition agrees nothing", async () => {
  const { screen, desk } = await showPage("/customers?customer=c6");
  const waiting: (() => void)[] = [];
  desk.answer({ make_appointment: () => new Promise((_, refused) => waiting.push(() => refused(null))) });
  await expect.element(screen.getByRole("button", { name: /预约到店/ })).toBeVisible();
  await userEvent.keyboard("b");
  await userEvent.keyboard("{Enter}1000{Enter}1");
  const note = screen.getByRole("textbox", { name: "备注" });
  await expect.element(note).toHaveFocus();
  const composed = { key: "Enter", code: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
  note.element().dispatchEvent(new KeyboardEvent("keydown", composed));
  expect(desk.acts).toEqual([]);
  await userEvent.keyboard("{Enter}{Enter}{Enter}");
  await expect.poll(() => desk.acts.length).toBe(1);
  expect(desk.acts[0]?.ask).toEqual({ customer: "c6", at: momentOf(TOMORROW, "10:00"), purpose: "look" });
});

test("another time is agreed from the line that tells of the first", async () => {
  const { screen, desk } = await showPage("/customers?customer=c1");
  await userEvent.click(screen.getByRole("button", { name: "改时间" }));
  await expect.element(screen.getByRole("textbox", { name: "备注" })).toHaveValue("带太太一起来");
  await userEvent.fill(screen.getByRole("textbox", { name: "时间" }), "1530");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("张建国 改到今天 15:30")).toBeVisible();
  expect(desk.acts[0]).toMatchObject({
    name: "change_appointment",
    ask: { id: "ap3", at: momentOf(today(), "15:30") },
  });
});

test("a call that ends in a time is one act", async () => {
  const { screen, desk } = await showPage("/today");
  await expect.element(screen.getByRole("button", { name: /张建国.*级别回访/ })).toHaveFocus();
  await userEvent.keyboard("1明天来{F7}");
  await expect.element(screen.getByRole("textbox", { name: "日期" })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("几点到？")).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "时间" }), "1000");
  await userEvent.keyboard("{Enter}2{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("张建国 已跟进，明天 10:00 到店")).toBeVisible();
  expect(desk.acts).toMatchObject([
    {
      name: "finish_card",
      ask: {
        card: "k1",
        contact: { next: TOMORROW, appointment: { at: momentOf(TOMORROW, "10:00"), purpose: "test_drive" } },
      },
    },
  ]);
});
