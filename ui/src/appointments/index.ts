// What other nouns may use of appointments, each fetched when it is drawn.
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
export type { Agreement } from "./WithCustomer";
