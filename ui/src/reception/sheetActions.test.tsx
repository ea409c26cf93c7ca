import { expect, test } from "vitest";
import { expectNoFaults } from "../testing/axe";
import { door, someone } from "../testing/fake";
import { show } from "../testing/show";
import { papers } from "../testing/world/papers";
import { SheetActions } from "./SheetActions";

test("the button prints the sheet of its day", async () => {
  const { screen, desk } = await show(<SheetActions day="2026-02-27" />, papers);
  await screen.getByRole("button", { name: "打印日报" }).click();
  await expect.element(screen.getByRole("img", { name: /第 1 页/ })).toBeVisible();
  expect(desk.calls.find(({ name }) => name === "preview_paper")?.ask).toMatchObject({ day: "2026-02-27" });
  await expectNoFaults();
});

test("whoever may not print sees no button", async () => {
  const me = someone({ can: ["reception"] });
  const { screen } = await show(
    <>
      <p>日报</p>
      <SheetActions day="2026-02-27" />
    </>,
    { ...papers, door_status: door({ me }) },
  );
  await expect.element(screen.getByText("日报")).toBeVisible();
  expect(screen.getByRole("button").elements()).toEqual([]);
});
