// What a card says of its days: due and expiry apart.
import type { CardRow } from "../generated/types";
import type { InWords } from "../words";

export type When = { due: string; late: boolean; expiry: string; expired: boolean };

export function whenOf(card: CardRow, { t, f }: Pick<InWords, "t" | "f">): When {
  const late = card.overdue_days > 0;
  return {
    due: late ? t("today.late", { n: card.overdue_days }) : f.day(card.due),
    late,
    expiry: card.expired ? t("today.expired") : t("today.expires", { day: f.day(card.expires) }),
    expired: card.expired,
  };
}

/** Why the card is there: one's own plan, or which rule. */
export function whyOf(card: CardRow, { t, find }: Pick<InWords, "t" | "find">): string {
  if (card.rule === null) return t("today.own");
  return find(`today.rule_${card.rule}`) ?? t("today.rule_any");
}
