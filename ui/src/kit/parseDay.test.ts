import { expect, test } from "vitest";
import { parseDay, parseTime } from "./parseDay";

// A Wednesday.
const TODAY = "2026-03-18";
const day = (typed: string, bias?: "future" | "past") => parseDay(typed, TODAY, bias);

test.each([
  ["今天", "2026-03-18"],
  ["明天", "2026-03-19"],
  ["大后天", "2026-03-21"],
  ["後天", "2026-03-20"],
  ["+3", "2026-03-21"],
  ["＋３", "2026-03-21"],
  ["-1", "2026-03-17"],
  ["3天后", "2026-03-21"],
  ["周五", "2026-03-20"],
  ["周一", "2026-03-23"],
  ["下周三", "2026-03-25"],
  ["禮拜天", "2026-03-22"],
  ["fri", "2026-03-20"],
  ["next monday", "2026-03-23"],
  ["3.20", "2026-03-20"],
  ["0320", "2026-03-20"],
  ["3月20日", "2026-03-20"],
  ["20", "2026-03-20"],
  ["5号", "2026-04-05"],
  ["月底", "2026-03-31"],
  ["2026/4/1", "2026-04-01"],
  ["20260401", "2026-04-01"],
  ["1.5", "2027-01-05"],
])("“%s” means %s when appointments are made", (typed, meant) => {
  expect(day(typed)).toBe(meant);
});

test.each([
  ["周五", "2026-03-13"],
  ["20", "2026-02-20"],
  ["3.20", "2025-03-20"],
  ["昨天", "2026-03-17"],
])("“%s” means %s when visits are entered later", (typed, meant) => {
  expect(day(typed, "past")).toBe(meant);
});

test.each(["", "2.30", "13.1", "abc", "32", "2026-13-01"])("“%s” is no day", (typed) => {
  expect(day(typed)).toBeNull();
});

test.each([
  ["930", "09:30"],
  ["9:30", "09:30"],
  ["9：30", "09:30"],
  ["9点半", "09:30"],
  ["14点05分", "14:05"],
  ["下午2点", "14:00"],
  ["2pm", "14:00"],
  ["9", "09:00"],
])("“%s” is %s", (typed, meant) => {
  expect(parseTime(typed)).toBe(meant);
});

test.each(["25:00", "9:75", "noon", ""])("“%s” is no time", (typed) => {
  expect(parseTime(typed)).toBeNull();
});
