// Days and times as people type them: 3.15, 0315, 15, 明天, 下周三, +3, fri; 930, 9:30, 9点半, 下午2点.
import type { Day } from "../generated/types";
import { makeDay, partsOf, plusDays, weekday } from "../words/days";
import { plainDigits } from "./NumberField";

export type Bias = "future" | "past";

const WORDS: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今: 0,
  明天: 1,
  明日: 1,
  明: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  tom: 1,
};
const HAN_WEEK = "一二三四五六日";
const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function weekdayOf(text: string): number | null {
  if (text === "天") return 7;
  const han = HAN_WEEK.indexOf(text);
  if (text.length === 1 && han >= 0) return han + 1;
  const latin = text.length >= 3 ? WEEK.findIndex((name) => text.startsWith(name)) : -1;
  return latin < 0 ? null : latin + 1;
}

/** The coming (or, with bias "past", the latest) such weekday. `weeks` shifts to next or last week's. */
function byWeekday(text: string, today: Day, bias: Bias): Day | null {
  const han = /^(上|下|这|這|本)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])$/.exec(text);
  const latin = /^(last |next |this )?([a-z]+)$/.exec(text);
  const which = han?.[1] ?? latin?.[1]?.trim();
  const wanted = weekdayOf(han?.[2] ?? latin?.[2] ?? "");
  if (wanted === null) return null;
  const monday = plusDays(today, 1 - weekday(today));
  const inWeek = (weeks: number) => plusDays(monday, weeks * 7 + wanted - 1);
  if (which === "下" || which === "next") return inWeek(1);
  if (which === "上" || which === "last") return inWeek(-1);
  if (which !== undefined) return inWeek(0);
  if (bias === "past") return inWeek(wanted <= weekday(today) ? 0 : -1);
  return inWeek(wanted >= weekday(today) ? 0 : 1);
}

/** A date without year (or without month) falls on the side that the field is about. */
function nearest(candidates: (Day | null)[], today: Day, bias: Bias): Day | null {
  const days = candidates.filter((day): day is Day => day !== null).sort();
  return (bias === "past" ? days.filter((day) => day <= today).at(-1) : days.find((day) => day >= today)) ?? null;
}

/** The day that was meant, null when it cannot be told. */
export function parseDay(typed: string, today: Day, bias: Bias = "future"): Day | null {
  const text = plainDigits(typed).trim().toLowerCase().replace(/＋/g, "+").replace(/[－−]/g, "-");
  if (text === "") return null;
  const word = WORDS[text];
  if (word !== undefined) return plusDays(today, word);
  const shift = /^([+-])\s*(\d{1,3})(?:天|d)?$/.exec(text);
  if (shift) return plusDays(today, Number(`${shift[1]}${shift[2]}`));
  const later = /^(\d{1,3})\s*(?:天|日)?\s*(后|後|前)$/.exec(text);
  if (later) return plusDays(today, later[2] === "前" ? -Number(later[1]) : Number(later[1]));
  const week = byWeekday(text, today, bias);
  if (week !== null) return week;

  const { year, month } = partsOf(today);
  const monthEnd = (y: number, m: number) =>
    plusDays(m === 12 ? `${y + 1}-01-01` : (makeDay(y, m + 1, 1) ?? today), -1);
  if (text === "月底") return monthEnd(year, month);
  const full =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号號]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return makeDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short =
    /^(\d{1,2})\s*[-./月 ]\s*(\d{1,2})\s*[日号號]?$/.exec(text) ??
    /^(\d{2})(\d{2})$/.exec(text) ??
    /^(\d)(\d{2})$/.exec(text);
  if (short) {
    const [m, d] = [Number(short[1]), Number(short[2])];
    return nearest([makeDay(year - 1, m, d), makeDay(year, m, d), makeDay(year + 1, m, d)], today, bias);
  }
  const date = /^(\d{1,2})\s*[日号號]?$/.exec(text);
  if (date) {
    const d = Number(date[1]);
    const [before, after] = [
      partsOf(plusDays(makeDay(year, month, 1) ?? today, -1)),
      partsOf(plusDays(monthEnd(year, month), 1)),
    ];
    return nearest(
      [makeDay(before.year, before.month, d), makeDay(year, month, d), makeDay(after.year, after.month, d)],
      today,
      bias,
    );
  }
  return null;
}

/** "HH:mm" that was meant, null when it cannot be told. */
export function parseTime(typed: string): string | null {
  const text = plainDigits(typed).trim().toLowerCase().replace(/[：.]/g, ":");
  const hit =
    /^(上午|早上|中午|下午|晚上|晚)?\s*(\d{1,2})(?::(\d{2})|\s*(?:点|點|时|時)\s*(?:(半)|(\d{1,2})\s*分?)?)?\s*(am|pm)?$/.exec(
      text,
    ) ?? /^()(\d{1,2}?)(\d{2})$/.exec(text);
  if (!hit) return null;
  let hour = Number(hit[2]);
  const minute = hit[4] ? 30 : Number(hit[3] ?? hit[5] ?? 0);
  const afternoon = hit[6] === "pm" || hit[1] === "下午" || hit[1]?.startsWith("晚");
  if (afternoon && hour < 12) hour += 12;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
