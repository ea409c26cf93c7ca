// A budget as people say it: 18 is 18 万, 180000 is yuan, 18.5万 and 18w as well.
import { plainDigits } from "../kit/NumberField";
import type { Format } from "../words/format";

/** Beyond this a number without unit was meant in yuan. */
const WAN_AT_MOST = 1000;

/** Fen, or null when it is no amount. */
export function parseBudget(typed: string): number | null {
  const text = plainDigits(typed)
    .replace(/[,，\s¥￥]/g, "")
    .toLowerCase();
  const hit = /^(\d{1,9}(?:\.\d{1,2})?)(万|萬|w|k|元)?$/.exec(text);
  if (!hit) return null;
  const n = Number(hit[1]);
  const unit = hit[2] ?? (n < WAN_AT_MOST ? "万" : "元");
  const yuan = unit === "元" ? n : unit === "k" ? n * 1_000 : n * 10_000;
  return Math.round(yuan * 100);
}

/** What stands in the field: 18 万; in yuan where that would not be exact. */
export function budgetText(fen: number | null | undefined, { wan, money }: Pick<Format, "wan" | "money">): string {
  if (fen === null || fen === undefined) return "";
  return parseBudget(wan(fen)) === fen ? wan(fen) : money(fen);
}
