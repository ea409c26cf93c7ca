// The moment, told anew every so often: minutes since arrival grow by themselves.
import { useEffect, useState } from "react";
import type { Moment } from "../generated/types";

export function useNow(everyMs: number): Moment {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
