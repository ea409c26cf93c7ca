// What a screen gives its parts to call, the same functions from its first to its last drawing: a part that is given
// nothing new need not be drawn anew.
import { useRef, useState } from "react";

// biome-ignore lint/suspicious/noExplicitAny: each keeps the arguments it has
type Acts = Record<string, (...given: any[]) => unknown>;

/** The acts by their names, each doing what it does at the time when it is called. */
export function useSteady<A extends Acts>(acts: A): A {
  const now = useRef(acts);
  now.current = acts;
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(acts).map((name) => [name, (...given: unknown[]) => now.current[name]?.(...given)]),
      ) as A,
  );
  return steady;
}
