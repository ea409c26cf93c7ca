// Nobody there: tells it once. Counts by the wall clock, so that sleep counts, too.
import { useEffect, useRef } from "react";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const LOOK_EVERY_MS = 5_000;

export function useIdle(minutes: number, onIdle: () => void) {
  const act = useRef(onIdle);
  act.current = onIdle;
  useEffect(() => {
    if (minutes <= 0) return;
    let last = Date.now();
    let told = false;
    const look = () => {
      if (told || Date.now() - last < minutes * 60_000) return;
      told = true;
      act.current();
    };
    const sign = () => {
      // The sign may come from someone who came back long after: they meet the lock.
      look();
      last = Date.now();
    };
    for (const name of SIGNS) window.addEventListener(name, sign, { capture: true, passive: true });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    };
  }, [minutes]);
}
