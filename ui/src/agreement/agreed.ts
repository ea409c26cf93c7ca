// What is agreed with a customer while it is being typed.
import type { AppointmentAgreed, Day, Moment } from "../generated/types";
import { dayOf, type InWords, momentOf, timeOf } from "../words";

export type Agreeing = { day: Day | null; time: string | null; purpose: string | null; note: string };

export const NOTHING_AGREED: Agreeing = { day: null, time: null, purpose: null, note: "" };

/** The request; null while day or time are missing. */
export function agreedOf({ day, time, purpose, note }: Agreeing): AppointmentAgreed | null {
  if (day === null || time === null) return null;
  return {
    at: momentOf(day, time),
    ...(purpose === null ? {} : { purpose }),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
}

/** What is said when a contact ended in an appointment. */
export function agreedWords(
  { t, f }: Pick<InWords, "t" | "f">,
  name: string,
  { at }: AppointmentAgreed,
  also: Moment | null | undefined,
): string {
  const when = { name, day: f.day(dayOf(at)), time: timeOf(at) };
  return also ? t("appointments.made_also", { ...when, also: timeOf(also) }) : t("today.finished_visit", when);
}
