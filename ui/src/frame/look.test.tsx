import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showPage } from "../testing/show";
import { setTouch } from "./look";

const { dataset } = document.documentElement;

test("large targets are switched on by a digit in the settings, and hints of keys give way; rows of a table grow at once", async () => {
  const { screen } = await showPage("/settings?part=mine");
  const on = screen.getByRole("radiogroup", { name: "触摸操作" }).getByText("开", { exact: true });
  await userEvent.click(on);
  expect(dataset.touch).toBe("");
  expect(localStorage.getItem("forecourt.touch")).toBe("on");
  await userEvent.keyboard("{Alt>}3{/Alt}");
  const row = screen.getByRole("row", { name: /张建国/ });
  await expect.element(row).toBeVisible();
  expect(row.element().getBoundingClientRect().height).toBe(48);
  await expect
    .element(page.getByRole("button", { name: /新建客户/ }).getByText("N", { exact: true }))
    .not.toBeVisible();
  setTouch("off");
  expect(dataset.touch).toBeUndefined();
  await expect.poll(() => row.element().getBoundingClientRect().height).toBe(38);
  setTouch("auto");
  localStorage.removeItem("forecourt.touch");
  expect(dataset.touch).toBeUndefined();
});
