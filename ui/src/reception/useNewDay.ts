// Midnight passes while the board is open: the board of today goes on to the new day.
import { useEffect } from "react";
import type { Day } from "../generated/types";
import { dayOf, useMinute } from "../words";

/** Asks again when `shown`, meant as today, is today no more; nothing for a day that was chosen. */
export function useNewDay(shown: Day | undefined, again: () => void) {
  const now = dayOf(useMinute());
  const past = shown !== undefined && shown !== now;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new day
  useEffect(() => {
    if (past) again();
  }, [now]);
}
