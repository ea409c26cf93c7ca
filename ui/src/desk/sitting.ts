// The sitting of one person: from coming in until somebody else comes in or the store is closed. It outlives the lock:
// what was half-typed stays mounted behind it, and nothing is asked of the desk meanwhile.
import { createContext, useContext } from "react";
import type { DoorStatus, Me } from "../generated/types";

export type Sitting = {
  me: Me;
  /** The door as it stood when it was last open for this person. */
  door: DoorStatus;
  /** The desk is locked. */
  away: boolean;
};

export const SittingContext = createContext<Sitting | null>(null);

/** The sitting that this part of the screen belongs to; null at the door. */
export function useSitting(): Sitting | null {
  return useContext(SittingContext);
}
