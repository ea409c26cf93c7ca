// Who is at the desk and what the house is called.
import type { DoorStatus, Me } from "../generated/types";
import type { Name } from "./desk";
import { useSitting } from "./sitting";
import { type Asked, useAsk } from "./useAsk";

/** The state of the door: who is in, who could come in. */
export function useDoor(): Asked<DoorStatus> {
  return useAsk("door_status", {});
}

/** Who is at the desk; null while nobody is. Behind the lock it is still the person whose screen this is. */
export function useMe(): Me | null {
  const sitting = useSitting();
  const live = useDoor().data?.me ?? null;
  return sitting?.me ?? live;
}

/** Tells whether the person at the desk may use a command. Hides what would be refused; Rust decides. */
export function useMay(): (name: Name) => boolean {
  const can = useMe()?.can;
  return (name) => can?.includes(name) ?? false;
}
