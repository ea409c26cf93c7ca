// An appointment in words: how it stands, and when it is.
import type { AppointmentRow } from "../generated/types";
import type { ChipTone } from "../kit";
import type { InWords } from "../words";
import { dayOf, timeOf } from "../words";

/** How it stands; nothing while they are simply still to come. */
export function stateOf(
  { state, late_minutes }: AppointmentRow,
  { t, f }: Pick<InWords, "t" | "f">,
): { words: string; tone: ChipTone } | null {
  switch (state) {
    case "expected":
      return null;
    case "late":
      return { words: t("appointments.state_late", { minutes: f.minutes(late_minutes) }), tone: "warn" };
    case "arrived":
      return { words: t("appointments.state_arrived"), tone: "good" };
    case "cancelled":
      return { words: t("appointments.state_cancelled"), tone: "plain" };
    default:
      return { words: t(`appointments.state_${state}`), tone: "danger" };
  }
}

/** 周六 10:00 */
export function whenOf({ at }: Pick<AppointmentRow, "at">, { f }: Pick<InWords, "f">): string {
  return `${f.day(dayOf(at))} ${timeOf(at)}`;
}
