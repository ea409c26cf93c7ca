import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { Answers } from "../testing/fake";
import { refuse } from "../testing/fake";
import { today } from "../words";
import { logged, showAt } from "./sample";

const FORM = {
  form: { id: "d1", kind: "walk_in", opened: Date.now(), day: today(), fields: { name: "马", gender: "female" } },
};
const counter = (answers: Answers = {}) => showAt("/reception", answers);

test("a form that was half filled before a restart waits where it was", async () => {
  const { screen } = await counter({ drafts: [{ id: "d1", draft: JSON.stringify(FORM) }] });
  await userEvent.click(screen.getByRole("button", { name: "暂存：马女士" }));
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("马");
});

test("forms that could not be read while the desk was locked are there when the reception is opened again", async () => {
  let locked = true;
  const drafts = () => (locked ? refuse("not_signed_in") : [{ id: "d1", draft: JSON.stringify(FORM) }]);
  const { screen } = await counter({ drafts });
  expect(screen.getByRole("button", { name: "暂存：马女士" }).query()).toBeNull();
  locked = false;
  await userEvent.keyboard("{Alt>}2{/Alt}");
  await expect.element(screen.getByRole("heading", { name: "今日", exact: true })).toBeVisible();
  await userEvent.keyboard("{Alt>}1{/Alt}");
  await expect.element(screen.getByRole("button", { name: "暂存：马女士" })).toBeVisible();
});

test("what is typed is written behind the typing and forgotten when it is logged", async () => {
  const keep_draft = vi.fn(() => null);
  const drop_draft = vi.fn(() => null);
  const { screen } = await counter({ keep_draft, drop_draft, log_walk_in: logged() });
  await userEvent.keyboard("{F2}张");
  await vi.waitFor(() => expect(keep_draft).toHaveBeenCalled());
  const { staff, id, draft } = (keep_draft.mock.lastCall as unknown as [Record<"staff" | "id" | "draft", string>])[0];
  expect(staff).toBe("p1");
  expect(JSON.parse(draft)).toMatchObject({ form: { kind: "walk_in", fields: { name: "张" } } });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText(/已登记 张先生/)).toBeVisible();
  await vi.waitFor(() => expect(drop_draft).toHaveBeenCalledWith({ staff: "p1", id }));
});

test("a form that cannot be kept now is kept at the next chance", async () => {
  let locked = true;
  const keep_draft = vi.fn(() => (locked ? refuse("not_signed_in") : null));
  const { screen } = await counter({ keep_draft });
  await userEvent.keyboard("{F2}张");
  await vi.waitFor(() => expect(keep_draft).toHaveBeenCalled());
  locked = false;
  const before = keep_draft.mock.calls.length;
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(keep_draft.mock.calls.length).toBeGreaterThan(before));
});

test("an event has a form of its own, and what was typed goes along", async () => {
  const { screen, desk } = await counter({ log_walk_in: logged({ kind: "event" }) });
  await userEvent.keyboard("{F2}张");
  await userEvent.click(screen.getByRole("group", { name: "登记类别" }).getByText("活动"));
  await expect.element(screen.getByRole("heading", { name: "活动登记表" })).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "姓名" })).toHaveValue("张");
  await userEvent.click(screen.getByText("团购会"));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(desk.acts.findLast(({ name }) => name === "log_walk_in")?.ask).toMatchObject({
      kind: "event",
      fields: { name: "张", event: "group_buy" },
    }),
  );
});

test("whoever did not come for a car is asked for no number", async () => {
  const { screen } = await counter();
  await userEvent.keyboard("{F2}张");
  await userEvent.click(screen.getByRole("radiogroup", { name: "来访目的" }).getByText("维修保养"));
  await expect.element(screen.getByRole("textbox", { name: "电话" })).not.toBeInTheDocument();
  await expect.element(screen.getByRole("radiogroup", { name: "级别" })).not.toBeInTheDocument();
});

test("a source that is divided asks where exactly, and forgets it with another source", async () => {
  const { screen, desk } = await counter({ log_walk_in: logged() });
  await userEvent.keyboard("{F2}张");
  const sources = screen.getByRole("radiogroup", { name: "来源", exact: true });
  await userEvent.click(sources.getByText("垂直网站"));
  await userEvent.click(screen.getByText("懂车帝"));
  await userEvent.click(sources.getByText("路过"));
  await expect.element(screen.getByText("懂车帝")).not.toBeInTheDocument();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => {
    const ask = desk.acts.findLast(({ name }) => name === "log_walk_in")?.ask as { fields: object } | undefined;
    expect(ask?.fields).toMatchObject({ source: "walk_by" });
    expect(ask?.fields).not.toHaveProperty("sub_source");
  });
});
