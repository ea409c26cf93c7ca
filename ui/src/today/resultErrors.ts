// Beside which field a refusal of a result belongs.
import type { Problem } from "../generated/types";

const FIELDS: Record<string, string> = {
  content_missing: "content",
  text_too_long: "content",
  due_in_the_past: "next",
  in_the_future: "happened",
  appointment_in_the_past: "comesAt",
};
const LISTS: Record<string, string> = { ways: "way", levels: "level" };

/** The sentence by field; "other" when it belongs to none. */
export function errorsOf(
  problem: Problem | null,
  words: (problem: Problem) => string,
): Record<string, string | undefined> {
  if (problem === null) return {};
  const field = FIELDS[problem.code] ?? LISTS[problem.args.list ?? ""] ?? "other";
  return { [field]: words(problem) };
}
