// Whom one asks for: known by the whole number, and not one's own.
import type { Id } from "../generated/types";

export type Claimed = {
  customer: Id;
  /** Masked, or the number where there is no name. */
  name: string;
  owner: string;
};
