import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import type { Answers } from "../testing/fake";
import { type FakeDesk, refuse } from "../testing/fake";
import { show, showPage } from "../testing/show";
import { pages } from "../testing/world/papers";
import type { Lang } from "../words";
import { PaperDialog } from ".";

const THREE: Answers = { preview_paper: ({ from, count }) => pages(from ?? 0, count ?? 20, 700) };
const opened = (desk: FakeDesk) => desk.acts.filter(({ name }) => name === "open_paper");

async function paper(answers: Answers = {}, lang: Lang = "zh-CN", onClose = () => {}) {
  const shown = await show(
    <PaperDialog paper="daily_sheet" day="2026-03-01" onClose={onClose} />,
    { ...THREE, open_paper: { path: "/run/a.pdf" }, save_paper: ({ path }) => ({ path }), ...answers },
    lang,
  );
  return shown;
}

test("a paper shows its first page and how many there are", async () => {
  const { screen } = await paper();
  await expect.element(screen.getByRole("img", { name: /第 1 页，共 3 页/ })).toBeVisible();
  await expect.element(screen.getByText(/3月1日/)).toBeVisible();
  await expectNoFaults();
});

test("pages are turned by PageDown and PageUp, End and Home, and not beyond the last", async () => {
  const { screen } = await paper();
  const at = (n: number) => expect.element(screen.getByRole("img", { name: new RegExp(`第 ${n} 页`) })).toBeVisible();
  await at(1);
  await userEvent.keyboard("{PageDown}");
  await at(2);
  await userEvent.keyboard("{End}");
  await at(3);
  await userEvent.keyboard("{PageDown}");
  await at(3);
  await expect.element(screen.getByRole("button", { name: /下一页/ })).toBeDisabled();
  await userEvent.keyboard("{PageUp}");
  await at(2);
  await userEvent.keyboard("{Home}");
  await at(1);
});

test("each page is asked for by itself, and the next one ahead", async () => {
  const { screen, desk } = await paper();
  await expect.element(screen.getByRole("img")).toBeVisible();
  const asked = () => desk.calls.filter(({ name }) => name === "preview_paper").map(({ ask }) => ask);
  await vi.waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()).toMatchObject([
    { from: 0, count: 1 },
    { from: 1, count: 1 },
  ]);
});

test("Ctrl+P gives the paper to the system's viewer, in the language of the screen", async () => {
  const { screen, desk } = await paper({}, "en");
  await expect.element(screen.getByRole("img")).toBeVisible();
  await userEvent.keyboard("{Control>}p{/Control}");
  await expect.element(screen.getByText(/print it there/)).toBeVisible();
  expect(opened(desk)).toEqual([{ name: "open_paper", ask: { paper: "daily_sheet", day: "2026-03-01", lang: "en" } }]);
});

test("without a viewer the dialogue says where the file is", async () => {
  const { screen } = await paper({ open_paper: () => refuse("no_viewer", { path: "/run/papers/a.pdf" }) });
  await screen.getByRole("button", { name: /打印/ }).click();
  await expect.element(screen.getByRole("alert").getByText(/a\.pdf/)).toBeVisible();
  await expectNoFaults();
});

test("a PDF is saved where the person says, and nowhere when they change their mind", async () => {
  const { screen, desk } = await paper();
  const save = screen.getByRole("button", { name: "另存为 PDF" });
  await expect.element(screen.getByRole("img")).toBeVisible();
  await save.click();
  expect(desk.acts).toEqual([]);
  desk.picked = "/home/desk/日报.pdf";
  await save.click();
  await expect.element(screen.getByText("已存到 /home/desk/日报.pdf")).toBeVisible();
  expect(desk.acts.map(({ ask }) => ask)).toMatchObject([{ path: "/home/desk/日报.pdf", day: "2026-03-01" }]);
});

test("a PC without Chinese fonts is told what to install, and nothing can be printed", async () => {
  const { screen } = await paper({ preview_paper: () => refuse("no_chinese_font") });
  await expect.element(screen.getByText(/fonts-noto-cjk/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /打印/ })).toBeDisabled();
  await expectNoFaults();
});

test("Escape closes the paper", async () => {
  const closed = vi.fn();
  const { screen } = await paper({}, "zh-CN", closed);
  await expect.element(screen.getByRole("img")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(closed).toHaveBeenCalledOnce();
});

test("the day's sheet is printed from the command list of the reception", async () => {
  const { screen, desk } = await showPage("/reception");
  await expect.element(screen.getByRole("combobox", { name: "快速登记" })).toHaveFocus();
  await userEvent.keyboard("{Control>}k{/Control}打印日报");
  await expect.element(screen.getByRole("option", { name: /打印日报/ })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("img", { name: /第 1 页/ })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{Control>}p{/Control}");
  await vi.waitFor(() => expect(opened(desk)).toHaveLength(1));
});
