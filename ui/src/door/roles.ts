// The roles, in the order in which a showroom names them.
import type { Role } from "../generated/types";

export const ROLES = [
  "receptionist",
  "consultant",
  "dcc",
  "test_drive",
  "sales_manager",
  "service_advisor",
  "cs_clerk",
  "cs_manager",
  "general_manager",
  "admin",
] as const satisfies readonly Role[];
