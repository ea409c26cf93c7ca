import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { show } from "../testing/show";
import { DateField } from "./DateField";

function Sample({ onDay }: { onDay: (day: string | null) => void }) {
  const [day, setDay] = useState<string | null>(null);
  return (
    <DateField
      label="下次联系"
      value={day}
      today="2026-03-18"
      onChange={(next) => {
        setDay(next);
        onDay(next);
      }}
      autoFocus
    />
  );
}

test("what was understood stands beside what is typed", async () => {
  const days: (string | null)[] = [];
  const { screen } = await show(<Sample onDay={(day) => days.push(day)} />);
  await expect.element(screen.getByLabelText("下次联系")).toHaveFocus();
  await userEvent.keyboard("+3");
  expect(days.at(-1)).toBe("2026-03-21");
  await expect.element(screen.getByText("周六", { exact: false })).toBeVisible();
  await expectNoFaults();
});

test("what cannot be understood is said when the field is left, and means no day", async () => {
  const days: (string | null)[] = [];
  const { screen } = await show(<Sample onDay={(day) => days.push(day)} />);
  await userEvent.fill(screen.getByLabelText("下次联系"), "2.30");
  await userEvent.tab();
  await expect.element(screen.getByText("看不懂这个日期", { exact: false })).toBeVisible();
  expect(days.at(-1)).toBeNull();
  await expectNoFaults();
});

test("the calendar opens by keys, picks a day, and gives the focus back", async () => {
  const days: (string | null)[] = [];
  const { screen } = await show(<Sample onDay={(day) => days.push(day)} />);
  await expect.element(screen.getByLabelText("下次联系")).toHaveFocus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await expect.element(screen.getByRole("dialog", { name: "下次联系" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  await expect.poll(() => days.at(-1)).toBe("2026-03-19");
  await expect.element(screen.getByLabelText("下次联系")).toHaveFocus();
});
