import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { VisitRow } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { refuse, someone } from "../testing/fake";
import { logged, MINUTE, party, showAt, view } from "./sample";

const many = (n: number): VisitRow[] =>
  Array.from({ length: n }, (_, index) =>
    party({ id: `v${index}`, name: `客${index}`, phone: "139****0000", arrived: Date.now() - index * MINUTE }),
  );

test("the board tells who is here, since how many minutes, with whom, and what is missing", async () => {
  const open = [
    party({ missing: ["phone", "level"] }),
    party({ id: "v2", name: null, gender: null, consultant: null, consultant_name: null }),
  ];
  const { screen } = await showAt("/reception", { reception: view({ open, incomplete: open.slice(0, 1) }) });
  const row = screen.getByRole("row", { name: /林女士/ });
  await expect.element(row.getByText("47 分钟")).toBeVisible();
  await expect.element(row.getByText("缺 2 项")).toBeVisible();
  await expect.element(screen.getByRole("row", { name: /未留姓名/ }).getByText("未安排")).toBeVisible();
  await expect.element(screen.getByText("轮到")).toBeVisible();
  await expectNoFaults();
});

test("five hundred open parties are no more than forty rows in the document", async () => {
  const { screen } = await showAt("/reception", { reception: view({ open: many(500) }) });
  // As in the window: the house is as high as what is seen of it.
  screen.container.style.height = "100vh";
  await expect.element(screen.getByRole("row", { name: /客0/ })).toBeVisible();
  await userEvent.keyboard("{F6}{End}");
  await expect.element(screen.getByRole("row", { name: /客499/ })).toBeVisible();
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThanOrEqual(40);
});

test("L says that the party under the cursor has left, and Ctrl+Z takes it back", async () => {
  const undo = vi.fn(() => ({ act: "u", reverted: 1, kept: 0 }));
  const { screen, desk } = await showAt("/reception", {
    reception: view({ open: many(3) }),
    leave_visit: { act: "a9" },
    undo,
  });
  await expect.element(screen.getByRole("row", { name: /客1/ })).toBeVisible();
  await userEvent.keyboard("{F6}{ArrowDown}l");
  await expect.element(screen.getByText("客1 已离店")).toBeVisible();
  expect(desk.acts.filter(({ name }) => name === "leave_visit")).toEqual([{ name: "leave_visit", ask: { id: "v1" } }]);
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(undo).toHaveBeenCalledWith({ act: "a9" }));
});

test("the button of a row leaves without opening it", async () => {
  const { screen, desk } = await showAt("/reception", {
    reception: view({ open: many(2) }),
    leave_visit: { act: "a9" },
  });
  await userEvent.click(screen.getByRole("button", { name: "客1 离店" }));
  await expect.element(screen.getByText("客1 已离店")).toBeVisible();
  expect(desk.calls.filter(({ name }) => name === "visit")).toEqual([]);
});

test("an incomplete record shows first what is missing, and saves only what changed", async () => {
  const row = party({ missing: ["phone", "level"] });
  const complete_visit = vi.fn(() => logged({ missing: ["level"] }));
  const { screen } = await showAt("/reception", {
    reception: view({ open: [row], incomplete: [row] }),
    visit: {
      row,
      fields: { name: "林", gender: "female", party_size: 2, arrived: row.arrived, consultant: "p2" },
      editable: true,
      waits: false,
      tried: [],
    },
    complete_visit,
  });
  await userEvent.click(screen.getByRole("row", { name: /林女士/ }));
  await expect.element(screen.getByRole("heading", { name: "待补全 2 项" })).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "电话" })).toHaveFocus();
  await expectNoFaults();
  await userEvent.keyboard("13912345678{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(complete_visit).toHaveBeenCalledWith({ id: "v1", fields: { phone: "13912345678" } }));
  await expect.element(screen.getByText("已保存 张先生，还缺 1 项")).toBeVisible();
});

test("somebody else's record can be read, not changed, and imported raw text is shown as it stood", async () => {
  const row = party({ kept: [{ heading: "级别", raw: "重点" }] });
  const { screen } = await showAt("/reception", {
    reception: view({ open: [row] }),
    visit: { row, fields: { name: "林", gender: "female" }, editable: false, waits: false, tried: [] },
  });
  await userEvent.click(screen.getByRole("row", { name: /林女士/ }));
  await expect.element(screen.getByText("这是其他顾问的客户，只能查看")).toBeVisible();
  await expect.element(screen.getByText("重点")).toBeVisible();
  expect(screen.getByRole("button", { name: /^保存/ }).query()).toBeNull();
  await expectNoFaults();
});

test("who may not log sees the board without the line", async () => {
  const me = someone({ can: ["reception", "visit", "house"] });
  const { screen } = await showAt("/reception", { reception: view({ open: many(2) }) }, me);
  await expect.element(screen.getByRole("row", { name: /客1/ })).toBeVisible();
  expect(screen.getByRole("combobox", { name: "快速登记" }).query()).toBeNull();
  expect(screen.getByRole("button", { name: "客1 离店" }).query()).toBeNull();
});

test("on a former day the parties that nobody logged as left are told", async () => {
  const { screen, desk } = await showAt("/reception", {
    reception: ({ day }) => view(day ? { day, open: many(2) } : {}),
  });
  await userEvent.click(screen.getByRole("button", { name: "前一天" }));
  await expect.element(screen.getByText(/这一天还有 2 批没有登记离店/)).toBeVisible();
  expect(desk.calls.findLast(({ name }) => name === "reception")?.ask).toEqual({
    day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  await userEvent.click(screen.getByRole("button", { name: "回到今天" }));
  await expect.element(screen.getByRole("combobox", { name: "快速登记" })).toBeVisible();
});

test("when the board cannot be read it says so and can be asked again", async () => {
  const { screen } = await showAt("/reception", { reception: () => refuse("not_allowed") });
  await expect.element(screen.getByRole("button", { name: "再试一次" })).toBeVisible();
});

test("when the row goes whose button was pressed, the keys go on in the board", async () => {
  const { screen, desk } = await showAt("/reception", {
    reception: view({ open: many(3) }),
    leave_visit: { act: "a9" },
  });
  const button = screen.getByRole("button", { name: "客1 离店" });
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  desk.answer({ reception: view({ open: many(1) }) });
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => desk.acts).toHaveLength(1);
  desk.touch("visits");
  await expect.element(button).not.toBeInTheDocument();
  await expect.element(screen.getByRole("grid")).toHaveFocus();
});
