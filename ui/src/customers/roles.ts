// Who may be shown what the desk would refuse to others. The desk decides; this only hides.
import type { Me, Role, Staff } from "../generated/types";

const SEE_ALL: readonly Role[] = [
  "receptionist",
  "sales_manager",
  "service_advisor",
  "cs_clerk",
  "cs_manager",
  "general_manager",
  "admin",
];
const SELLS: readonly Role[] = ["consultant", "dcc"];
const OWNS: readonly Role[] = ["consultant", "dcc", "sales_manager"];

/** Sees everybody's customers and days, not only their own. */
export const seesAll = (me: Me | null): boolean => me?.roles.some((role) => SEE_ALL.includes(role)) ?? false;

/** A file they open is theirs. */
export const sells = (me: Me | null): boolean => me?.roles.some((role) => SELLS.includes(role)) ?? false;

/** Colleagues to whom a customer can be given. */
export const owners = (staff: readonly Staff[]): Staff[] =>
  staff.filter(({ active, roles }) => active && roles.some((role) => OWNS.includes(role)));
