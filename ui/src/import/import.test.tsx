import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { ImportDone, ImportPreview } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { type Answers, refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { letterOf } from "./Columns";
import { forgetImports } from "./importing";

const PREVIEW: ImportPreview = {
  id: "i1",
  file: "来店登记表.xlsx",
  kind: "register",
  sheets: ["3月"],
  sheet: 0,
  sheets_taken: [0],
  header_rows: [2, 3],
  columns: [
    { index: 0, heading: "日期", field: "date", sample: ["2026-03-01", "3/2"] },
    { index: 1, heading: "联系电话", field: "phone", sample: ["13800138000"] },
    { index: 2, heading: "停留时长", field: null, sample: ["40分"] },
  ],
  field_choices: ["date", "phone", "remark"],
  rows_read: 209,
  contacts: 209,
  customers_new: 146,
  customers_joined: 37,
  without_phone: 26,
  left_out: 1,
  problems: [
    { row: 12, column: "联系电话", code: "phone_too_short", value: "1380013662" },
    { row: 47, column: "日期", code: "row_without_date", value: "2月30日" },
  ],
  problem_count: 700,
  unknown_consultants: [{ name: "小周", rows: 12 }],
  shared_phones: [{ phone: "138****6621", owner: "李强", others: ["陈静怡"] }],
  trims: 0,
};
const DONE: ImportDone = {
  act: "a1",
  rows_read: 209,
  contacts: 209,
  customers_new: 146,
  customers_joined: 37,
  problems: [],
  trims: 0,
};

async function opened(answers: Answers = {}) {
  forgetImports();
  const shown = await showPage("/import", {
    read_import: PREVIEW,
    adjust_import: PREVIEW,
    commit_import: DONE,
    progress: null,
    ...answers,
  });
  shown.desk.picked = "/home/desk/来店登记表.xlsx";
  const choose = shown.screen.getByRole("button", { name: /选择文件/ });
  await expect.element(choose).toBeVisible();
  return { ...shown, choose };
}

test("the preview tells what will come of the sheet before anything is kept", async () => {
  const { screen, desk, choose } = await opened();
  await expectNoFaults();
  await userEvent.click(choose);
  await expect.element(screen.getByText("146位新客户")).toBeVisible();
  await expect.element(screen.getByText("37行归入已有客户")).toBeVisible();
  await expect.element(screen.getByText("26行没有电话")).toBeVisible();
  await expectNoFaults();
  expect(desk.acts.map(({ name }) => name)).not.toContain("commit_import");
});

test("doubtful cells are told row by row, in words, and that there are more of them", async () => {
  const { screen, choose } = await opened();
  await userEvent.click(choose);
  await userEvent.click(screen.getByRole("tab", { name: /有疑问的格/ }));
  const row = screen.getByRole("row", { name: /1380013662/ });
  await expect.element(row.getByText("12", { exact: true })).toBeVisible();
  await expect.element(row.getByText("电话位数不够，按没有电话处理")).toBeVisible();
  await expect.element(screen.getByText(/以下是前 2 处，共 700 处/)).toBeVisible();
  await expectNoFaults();
});

test("unknown consultants and shared numbers are told", async () => {
  const { screen, choose } = await opened();
  await userEvent.click(choose);
  await userEvent.click(screen.getByRole("tab", { name: /名单外的顾问/ }));
  await expect.element(screen.getByRole("row", { name: /小周 12 行/ })).toBeVisible();
  await userEvent.click(screen.getByRole("tab", { name: /多位顾问的电话/ }));
  await expect.element(screen.getByRole("row", { name: /李强 陈静怡/ })).toBeVisible();
});

test("a column that was guessed wrong is put right on the screen", async () => {
  const adjust_import = vi.fn(() => PREVIEW);
  const { screen, choose } = await opened({ adjust_import });
  await userEvent.click(choose);
  await userEvent.click(screen.getByRole("button", { name: /“停留时长”导入为/ }));
  await expectNoFaults();
  await userEvent.click(screen.getByRole("option", { name: "备注" }));
  expect(adjust_import).toHaveBeenCalledWith({ id: "i1", columns: [{ index: 2, field: "remark" }] });
});

test("a sheet that nobody recognised asks for its kind first", async () => {
  const adjust_import = vi.fn(() => PREVIEW);
  const { screen, choose } = await opened({ read_import: { ...PREVIEW, kind: "unknown", contacts: 0 }, adjust_import });
  await userEvent.click(choose);
  await expect.element(screen.getByRole("button", { name: "先选类型" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: /这是什么表/ }));
  await userEvent.click(screen.getByRole("option", { name: "来店（电）登记表" }));
  expect(adjust_import).toHaveBeenCalledWith({ id: "i1", kind: "register" });
  await expect.element(screen.getByRole("button", { name: "导入 209 条来访" })).toBeEnabled();
});

test("it is imported as a whole and can be taken back as a whole", async () => {
  const undo = vi.fn(() => ({ act: "u", reverted: 209, kept: 0 }));
  const { screen, choose } = await opened({ undo });
  await userEvent.click(choose);
  await userEvent.click(screen.getByRole("button", { name: "导入 209 条来访" }));
  await expect.element(screen.getByText("新增 146 位客户，37 行归入已有客户，共 209 条来访。")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "撤销这次导入" }));
  await expect.element(screen.getByText("这次导入已撤销")).toBeVisible();
  expect(undo).toHaveBeenCalledWith({ act: "a1" });
});

test("reading shows how far it is, and can be stopped without a complaint", async () => {
  let stop: (reason: unknown) => void = () => {};
  const { screen, desk, choose } = await opened({
    read_import: () =>
      new Promise((_, refused) => {
        stop = refused;
      }),
    progress: { phase: "understanding", done: 5_000, total: 10_000 },
    cancel_import: () => {
      stop({ code: "cancelled", args: {}, nature: "refused" });
      return null;
    },
  });
  await userEvent.click(choose);
  await expect.element(screen.getByText("5,000 / 10,000")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "停止" }));
  await expect.element(screen.getByText("把以前的登记表搬进来")).toBeVisible();
  expect(desk.calls.some(({ name }) => name === "cancel_import")).toBe(true);
});

test("a file that cannot be read gets a sentence and another try", async () => {
  const { screen, choose } = await opened({ read_import: () => refuse("file_encrypted") });
  await userEvent.click(choose);
  await expect.element(screen.getByText("没有写入任何数据。")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /换一个文件/ })).toBeVisible();
  await expectNoFaults();
});

test("saving that was refused keeps the preview and says why", async () => {
  const { screen, choose } = await opened({ commit_import: () => refuse("disk_full") });
  await userEvent.click(choose);
  await userEvent.click(screen.getByRole("button", { name: "导入 209 条来访" }));
  await expect.element(screen.getByRole("alert")).toBeVisible();
  await expect.element(screen.getByText("146位新客户")).toBeVisible();
});

test("columns are named as the spreadsheet names them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
