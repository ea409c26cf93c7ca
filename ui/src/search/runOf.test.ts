import { expect, test } from "vitest";
import { runOf } from "./runOf";

const marked = (shown: string, sought: string) => {
  const run = runOf(shown, sought);
  return run === null ? null : shown.slice(run.start, run.end);
};

test("a run of letters or Han characters is marked where it stands", () => {
  expect(marked("欧阳建华", "建华")).toBe("建华");
  expect(marked("粤A12345", "a123")).toBe("A123");
});

test("blanks of a grouped number do not count", () => {
  expect(marked("138 0013 8000", "0138")).toBe("013 8");
});

test("a star of a masked number stands for any digit, as long as something of it is in sight", () => {
  expect(marked("138****6621", "6621")).toBe("6621");
  expect(marked("138****6621", "13800136621")).toBe("138****6621");
  expect(marked("138****6621", "0013")).toBeNull();
});

test("what was found by its sound has no run", () => {
  expect(marked("张建国", "zhang")).toBeNull();
});
