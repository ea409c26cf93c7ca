// How wide a place is now, so that a table can drop what matters least.
import { useCallback, useState } from "react";

export function useWidth(): [(place: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  const measured = useCallback((place: HTMLElement | null) => {
    if (place === null) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return [measured, width];
}
