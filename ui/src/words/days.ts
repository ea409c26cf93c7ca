// Days of the showroom: "YYYY-MM-DD" in Asia/Shanghai (UTC+8 all year), wherever the PC believes it is.
import type { Day, Moment } from "../generated/types";

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
const two = (n: number) => String(n).padStart(2, "0");

/** The day of a moment. */
export function dayOf(moment: Moment): Day {
  return new Date(moment + SHANGHAI).toISOString().slice(0, 10);
}

/** "HH:mm" of a moment. */
export function timeOf(moment: Moment): string {
  return new Date(moment + SHANGHAI).toISOString().slice(11, 16);
}

/** The moment of a day and "HH:mm". */
export function momentOf(day: Day, time: string): Moment {
  return Date.parse(`${day}T${time}:00Z`) - SHANGHAI;
}

export function today(): Day {
  return dayOf(Date.now());
}

const number = (day: Day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** The day `n` days later (earlier when negative). */
export function plusDays(day: Day, n: number): Day {
  return new Date((number(day) + n) * DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return number(to) - number(from);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((number(day) + 3) % 7) + 1;
}

/** The day of year, month and date, null when there is none (30 February). */
export function makeDay(year: number, month: number, date: number): Day | null {
  const day = `${year}-${two(month)}-${two(date)}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}
