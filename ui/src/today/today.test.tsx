import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { CardRow, TodayView } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { momentOf, plusDays, today } from "../words";

const NOW = today();

function card(change: Partial<CardRow> & { id: string; customer_name: string }): CardRow {
  return {
    customer: `c${change.id.slice(1)}`,
    phone: "138****8000",
    level: "A",
    model: "雅阁",
    rule: "level",
    note: null,
    way: null,
    due: NOW,
    expires: plusDays(NOW, 4),
    overdue_days: 0,
    expired: false,
    owner: "p2",
    owner_name: "李强",
    last: { at: Date.now() - 4 * 86_400_000, way: "phone", content: "要和太太商量" },
    ...change,
  };
}

const LATE = card({
  id: "k1",
  customer_name: "张建国",
  due: plusDays(NOW, -3),
  expires: plusDays(NOW, -1),
  overdue_days: 3,
  expired: true,
});
const DUE = card({ id: "k2", customer_name: "梁美玲", note: "周六带太太试驾", rule: null, way: "wechat" });

function day(change: Partial<TodayView> = {}): TodayView {
  const view = {
    day: NOW,
    staff: "p2",
    staff_name: "李强",
    overdue: [LATE],
    due: [DUE],
    upcoming: [],
    overdue_count: 1,
    due_count: 1,
    done_today: 2,
    coming: [{ day: plusDays(NOW, 1), count: 3 }],
    appointments: [],
    missed: [],
    remarks: [],
    birthdays: [],
    incomplete: [],
    next_by_level: { H: plusDays(NOW, 2), A: plusDays(NOW, 4), B: plusDays(NOW, 7), D: null },
  };
  return { ...view, ...change };
}

/** A day whose cards go when they are worked. */
async function showDay(change: Partial<TodayView> = {}) {
  const showing = await showPage("/today", {
    today: day(change),
    finish_card: () => ({ act: "done-1", next: null }),
    skip_card: () => ({ act: "skip-1", next: null }),
  });
  await expect.element(showing.screen.getByRole("heading", { name: "今日", exact: true })).toBeVisible();
  return showing;
}
const cardOf = (showing: Awaited<ReturnType<typeof showDay>>, name: string) =>
  showing.screen
    .getByRole("article", { name })
    .getByRole("button", { name: new RegExp(name) })
    .first();

test("the overdue stand apart from today's, each with its expiry and with what was said last", async () => {
  const { screen } = await showDay();
  const late = screen.getByRole("article", { name: "张建国" });
  await expect.element(late).toMatchTextContent(/逾期 3 天/);
  await expect.element(late).toMatchTextContent(/已过期/);
  await expect.element(late).toMatchTextContent(/要和太太商量/);
  const due = screen.getByRole("article", { name: "梁美玲" });
  await expect.element(due).toMatchTextContent(/周六带太太试驾/);
  await expect.element(due).not.toMatchTextContent(/逾期/);
  await expectNoFaults();
});

test("a card is finished with four keys besides the words: way, on, level, save", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1");
  await userEvent.keyboard("周六来试驾");
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("1");
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByText("张建国 已跟进")).toBeVisible();
  expect(showing.desk.acts).toEqual([
    {
      name: "finish_card",
      ask: { card: "k1", contact: { way: "phone", content: "周六来试驾", level: "H", next: plusDays(NOW, 2) } },
    },
  ]);
});

test("the card leaves at once, the next one has the hand, and undo is offered", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("2好{Enter}{Enter}{Enter}");
  await expect.element(cardOf(showing, "梁美玲")).toHaveFocus();
  expect(showing.screen.getByRole("article", { name: "张建国" }).query()).toBeNull();
  await userEvent.click(showing.screen.getByRole("button", { name: /撤销/ }));
  await expect.poll(() => showing.desk.acts.at(-1)).toEqual({ name: "undo", ask: { act: "done-1" } });
});

test("the next day follows the level until somebody writes another", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1再想想{Enter}3");
  const next = showing.screen.getByRole("textbox", { name: "下次" });
  await expect.element(next).toHaveFocus();
  await userEvent.keyboard("+5{Enter}");
  await expect.poll(() => showing.desk.acts.length).toBe(1);
  expect(showing.desk.acts[0]?.ask).toMatchObject({ contact: { level: "B", next: plusDays(NOW, 5) } });
});

test("a day that cannot be understood is asked about and not dropped", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1再想想{Enter}{Enter}过阵子{Enter}");
  await expect.element(showing.screen.getByText("看不懂这个日期", { exact: false })).toBeVisible();
  expect(showing.desk.acts).toEqual([]);
  await expectNoFaults();
});

test("Enter of an input method neither goes on nor saves", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1好");
  const words = showing.screen.getByRole("textbox", { name: "结果" });
  await expect.element(words).toHaveFocus();
  const composed = { key: "Enter", code: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
  words.element().dispatchEvent(new KeyboardEvent("keydown", composed));
  words.element().dispatchEvent(new KeyboardEvent("keydown", { ...composed, ctrlKey: true }));
  await expect.element(words).toHaveFocus();
  expect(showing.desk.acts).toEqual([]);
});

test("a double Enter saves once", async () => {
  const showing = await showDay();
  const waiting: ((done: { act: string; next: null }) => void)[] = [];
  showing.desk.answer({ finish_card: () => new Promise((done) => waiting.push(done)) });
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1好{Enter}{Enter}{Enter}{Enter}{Enter}");
  for (const done of waiting) done({ act: "done-1", next: null });
  await expect.element(showing.screen.getByText("张建国 已跟进")).toBeVisible();
  expect(showing.desk.acts.length).toBe(1);
});

test("a card without words is refused beside the words, and nothing is lost", async () => {
  const showing = await showDay();
  showing.desk.answer({ finish_card: () => refuse("content_missing") });
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1{Control>}{Enter}{/Control}");
  await expect.element(showing.screen.getByRole("textbox", { name: "结果" })).toHaveAttribute("aria-invalid", "true");
  await expect.element(showing.screen.getByRole("textbox", { name: "结果" })).toHaveFocus();
});

test("the planned way is chosen already: Enter goes on from it", async () => {
  const showing = await showDay({ overdue: [], overdue_count: 0 });
  await expect.element(cardOf(showing, "梁美玲")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByRole("radio", { name: "微信" })).toBeChecked();
  await userEvent.keyboard("{Enter}好{Control>}{Enter}{/Control}");
  await expect.poll(() => showing.desk.acts[0]?.ask).toMatchObject({ card: "k2", contact: { way: "wechat" } });
});

test("words begun on a card wait there when it is closed", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1对比了凯美瑞{Escape}");
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByRole("textbox", { name: "结果" })).toHaveValue("对比了凯美瑞");
});

test("words begun before the power went are on the card again, and are forgotten when they are saved", async () => {
  const words = { way: "phone", content: "想看白色" };
  const showing = await showPage("/today", {
    today: day(),
    drafts: [{ id: "k1", draft: JSON.stringify({ words }) }],
    drop_draft: null,
    finish_card: () => ({ act: "done-1", next: null }),
  });
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByRole("textbox", { name: "结果" })).toHaveValue("想看白色");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => showing.desk.calls.at(-1)).toEqual({ name: "drop_draft", ask: { staff: "p1", id: "k1" } });
});

test("skipping needs a reason, said by one digit; an arrow chooses none", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("s");
  await expect.element(showing.screen.getByRole("button", { name: /联系不上/ })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  expect(showing.desk.acts).toEqual([]);
  await userEvent.keyboard("2");
  await expect.element(showing.screen.getByText("张建国 已跳过")).toBeVisible();
  expect(showing.desk.acts).toEqual([{ name: "skip_card", ask: { card: "k1", reason: "asked_not_to" } }]);
});

test("what happened earlier is entered with its own day and time, the time being asked for", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("1昨晚通了电话");
  await userEvent.click(showing.screen.getByRole("button", { name: "补充" }));
  await userEvent.fill(showing.screen.getByRole("textbox", { name: "发生日期" }), "昨天");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(showing.screen.getByText("大概几点？")).toBeVisible();
  await userEvent.fill(showing.screen.getByRole("textbox", { name: "发生时间" }), "1930");
  await expectNoFaults();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => showing.desk.acts.length).toBe(1);
  expect(showing.desk.acts[0]?.ask).toMatchObject({ contact: { happened_at: momentOf(plusDays(NOW, -1), "19:30") } });
});

test("the number is masked until it is asked for, which is one recorded reveal", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByRole("button", { name: /显示号码/ })).toBeVisible();
  await userEvent.keyboard("v");
  await expect.element(showing.screen.getByRole("button", { name: "复制 138 0013 6621" })).toBeVisible();
  expect(showing.desk.calls.filter(({ name }) => name === "reveal_phone").length).toBe(1);
});

test("arrows and j, k go from card to card; Enter opens, Escape closes", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(cardOf(showing, "梁美玲")).toHaveFocus();
  await userEvent.keyboard("k");
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("j{Enter}");
  await expect.element(cardOf(showing, "梁美玲")).toHaveAttribute("aria-expanded", "true");
  await expectNoFaults();
  await userEvent.keyboard("{Escape}");
  await expect.element(cardOf(showing, "梁美玲")).toHaveAttribute("aria-expanded", "false");
});

test("a day of ten thousand cards keeps few in the document", async () => {
  // As #root in the window: what is shown has the height of the window.
  const sized = document.head.appendChild(document.createElement("style"));
  sized.textContent = "body > div { height: 100vh }";
  const overdue = Array.from({ length: 10_000 }, (_, index) =>
    card({ id: `k${index}`, customer_name: `客户${index}` }),
  );
  const showing = await showDay({ overdue, overdue_count: 10_000, due: [], due_count: 0 });
  await expect.element(cardOf(showing, "客户0")).toHaveFocus();
  await userEvent.keyboard("{End}");
  await expect.element(cardOf(showing, "客户9999")).toHaveFocus();
  expect(document.querySelectorAll("article").length).toBeLessThanOrEqual(40);
  sized.remove();
});

test("when everything is done the day says so", async () => {
  const { screen } = await showDay({ overdue: [], due: [], overdue_count: 0, due_count: 0, done_today: 8 });
  await expect.element(screen.getByRole("heading", { name: "今天都跟进完了" })).toBeVisible();
  await expect.element(screen.getByText("完成 8 位，辛苦了。")).toBeVisible();
  await expectNoFaults();
});

test("a manager looks at another person's day, a consultant cannot", async () => {
  const showing = await showDay();
  await expect.element(showing.screen.getByRole("button", { name: /看谁的/ })).toBeVisible();
  const door = await showing.desk.call("door_status", {});
  const me = door.me;
  if (me === null) throw new Error("somebody sits at the desk");
  showing.desk.answer({ door_status: { ...door, me: { ...me, roles: ["consultant"] } } });
  showing.desk.touch("door");
  await expect.poll(() => showing.screen.getByRole("button", { name: /看谁的/ }).query()).toBeNull();
});

test("a visit that lacks something is named with what it lacks, and opens beside the day", async () => {
  const { screen } = await showPage("/today");
  const row = screen.getByRole("button", { name: /^林/ });
  await expect.element(row).toMatchTextContent(/缺 电话/);
  await userEvent.click(row);
  await expect.element(screen.getByRole("button", { name: /保存/ })).toBeVisible();
});

test("a number that is shown by its button leaves the keys to the card", async () => {
  const showing = await showDay();
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  const reveal = showing.screen.getByRole("button", { name: /显示号码/ });
  await expect.element(reveal).toBeVisible();
  (reveal.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(showing.screen.getByRole("button", { name: "复制 138 0013 6621" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(cardOf(showing, "张建国")).toHaveFocus();
});
