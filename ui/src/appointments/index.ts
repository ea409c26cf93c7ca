// What other nouns may use of appointments.
import { fetched } from "../kit";
import { withWords } from "../words";

/** Who is expected today: the counter's list. */
export const Expected = fetched(() =>
  withWords(["appointments"], import("./Expected")).then((module) => module.Expected),
);

/** In a customer's record: the next appointment, agreeing on one, what to say. */
export const WithCustomer = fetched(() =>
  withWords(["appointments", "customers", "today"], import("./WithCustomer")).then((module) => module.WithCustomer),
);
export { AppointmentFields } from "./AppointmentFields";
export { type Agreeing, agreedOf, agreedWords, NOTHING_AGREED } from "./agreed";
export type { Agreement } from "./WithCustomer";
export { stateOf } from "./when";
