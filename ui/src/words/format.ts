// How days, times, money and phones are written. Writes only what it is given: sums are made in Rust.
import type { Day, Moment } from "../generated/types";
import type { Key, T } from "./catalogue";
import { dayOf, daysBetween, partsOf, timeOf, today, weekday } from "./days";

export type Format = ReturnType<typeof formats>;

const thousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** The ways of writing in one language. `now` is the day that is called today. */
export function formats(t: T, now: () => Day = today) {
  const weekdayName = (day: Day) => t(`kit.weekday_${weekday(day)}` as "kit.weekday_1");

  /** 3月15日; with the year when it is another one. */
  const date = (day: Day): string => {
    const { year, month, date: d } = partsOf(day);
    const args = { year, month, date: d, month_name: t(`kit.month_${month}` as "kit.month_1") };
    return year === partsOf(now()).year ? t("kit.date", args) : t("kit.date_year", args);
  };

  /** 今天, 明天, 昨天, 周三 within the coming week, else the date. */
  const day = (value: Day): string => {
    const away = daysBetween(now(), value);
    const near: Record<number, Key> = {
      [-2]: "kit.day_before_yesterday",
      [-1]: "kit.yesterday",
      0: "kit.today",
      1: "kit.tomorrow",
      2: "kit.day_after_tomorrow",
    };
    const key = near[away];
    if (key !== undefined) return t(key as "kit.today");
    return away > 2 && away < 7 ? weekdayName(value) : date(value);
  };

  return {
    day,
    date,
    weekday: weekdayName,
    /** 3月15日 周日 */
    fullDay: (value: Day) => t("kit.full_day", { date: date(value), weekday: weekdayName(value) }),
    time: timeOf,
    /** 今天 14:05 */
    moment: (value: Moment) => `${day(dayOf(value))} ${timeOf(value)}`,
    /** 12 分钟, 1 小时 05 分 */
    minutes: (n: number) => {
      const whole = Math.max(0, Math.floor(n));
      if (whole < 60) return t("kit.minutes", { n: whole });
      return t("kit.hours_minutes", { h: Math.floor(whole / 60), m: String(whole % 60).padStart(2, "0") });
    },
    /** ¥128,800 from fen; the fen are written only when there are any. */
    money: (fen: number) => {
      const sign = fen < 0 ? "−" : "";
      const whole = Math.trunc(Math.abs(fen) / 100);
      const rest = Math.abs(fen) % 100;
      return `${sign}¥${thousands(whole)}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
    },
    /** 12.88 万 as people say it; in English the full amount. */
    wan: (fen: number) => {
      const wan = fen / 1_000_000;
      return t("kit.wan", { n: String(Number(wan.toFixed(2))), full: thousands(Math.trunc(fen / 100)) });
    },
    number: (n: number) => (n < 0 ? `−${thousands(-n)}` : thousands(n)),
    /** 138 0013 8000; a masked number stays in one piece. */
    phone: (value: string) => value.replace(/^(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3"),
    bytes: (n: number) => {
      if (n < 1_000_000) return `${Math.max(1, Math.round(n / 1000))} kB`;
      return n < 1_000_000_000 ? `${(n / 1_000_000).toFixed(1)} MB` : `${(n / 1_000_000_000).toFixed(2)} GB`;
    },
  };
}
