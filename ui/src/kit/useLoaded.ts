// A part of the window that is fetched apart, so that the first screen does not wait for it. Not by React's lazy():
// Suspense holds a part back for up to 300 ms that is here already, and what is typed meanwhile is lost.
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

const here = new WeakMap<() => Promise<unknown>, unknown>();

async function fetchPart<M>(load: () => Promise<M>): Promise<M> {
  const part = await load();
  here.set(load, part);
  return part;
}

/** What `load` (a stable function) gives; null until it is here. Called by the screen, it is here before the first key. */
export function useLoaded<M>(load: () => Promise<M>): M | null {
  const [loaded, setLoaded] = useState<{ part: M } | { fault: unknown } | null>(() =>
    here.has(load) ? { part: here.get(load) as M } : null,
  );
  useEffect(() => {
    if (here.has(load)) return;
    let wanted = true;
    fetchPart(load).then(
      (part) => {
        if (wanted) setLoaded({ part });
      },
      (fault: unknown) => {
        if (wanted) setLoaded({ fault });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  // The page that shows faults takes it from here.
  if (loaded !== null && "fault" in loaded) throw loaded.fault;
  return loaded?.part ?? null;
}

/** A component that is fetched when it is first drawn, or before; nothing stands in its place until then. */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>) {
  function Fetched(props: P): ReactNode {
    const part = useLoaded(load);
    return part === null ? null : createElement(part, props);
  }
  Fetched.fetch = () => fetchPart(load);
  return Fetched;
}
