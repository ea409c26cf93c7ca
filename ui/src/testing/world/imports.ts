// An invented sheet that is imported into the invented showroom.
import type { ImportPreview } from "../../generated/types";
import type { Answers } from "../fake";

export const PREVIEW: ImportPreview = {
  id: "i1",
  file: "来店登记表 2026年10月.xlsx",
  kind: "register",
  sheets: ["10月", "9月"],
  sheet: 0,
  sheets_taken: [0],
  header_rows: [2, 3],
  columns: [
    { index: 0, heading: "序号", field: "seq", sample: ["1", "2", "3"] },
    { index: 1, heading: "日期", field: "date", sample: ["10月1日", "10月1日", "10.2"] },
    { index: 2, heading: "来店时间", field: "arrived", sample: ["9:40", "上午10点", "14:05"] },
    { index: 3, heading: "客户姓名", field: "name", sample: ["陈先生", "黄丽", "周"] },
    { index: 4, heading: "联系电话", field: "phone", sample: ["13800138000", "139-2213-4407", "1380013662"] },
    { index: 5, heading: "意向车型", field: "model", sample: ["雅阁", "皓影", "雅阁/凯美瑞"] },
    { index: 6, heading: "级别", field: "level", sample: ["A", "B", "重点"] },
    { index: 7, heading: "接待", field: "consultant", sample: ["李强", "小周", "陈静怡"] },
    { index: 8, heading: "停留时长", field: null, sample: ["40分", "1小时"] },
    { index: 9, heading: "备注", field: "remark", sample: ["对比凯美瑞", "月底前定"] },
  ],
  field_choices: ["seq", "date", "arrived", "left", "name", "phone", "model", "level", "consultant", "remark"],
  rows_read: 209,
  contacts: 208,
  customers_new: 146,
  customers_joined: 37,
  without_phone: 26,
  left_out: 1,
  problems: [
    { row: 12, column: "联系电话", code: "phone_too_short", value: "1380013662" },
    { row: 19, column: "级别", code: "unknown_choice", value: "重点" },
    { row: 33, column: "接待", code: "consultant_unknown", value: "小周" },
    { row: 47, column: "日期", code: "row_without_date", value: "2月30日" },
    { row: 88, column: "离店", code: "left_before_arrived", value: "9:10" },
  ],
  problem_count: 5,
  unknown_consultants: [{ name: "小周", rows: 12 }],
  shared_phones: [{ phone: "138****6621", owner: "李强", others: ["陈静怡"] }],
  trims: 0,
};

export function imports(): Answers {
  return {
    read_import: () => PREVIEW,
    adjust_import: ({ columns }) => ({
      ...PREVIEW,
      columns: PREVIEW.columns.map((column) => ({
        ...column,
        ...columns?.find(({ index }) => index === column.index),
      })) as ImportPreview["columns"],
    }),
    commit_import: () => ({
      act: "import",
      rows_read: PREVIEW.rows_read,
      contacts: PREVIEW.contacts,
      customers_new: PREVIEW.customers_new,
      customers_joined: PREVIEW.customers_joined,
      problems: PREVIEW.problems,
      trims: 0,
    }),
    cancel_import: () => null,
    progress: () => null,
  };
}
