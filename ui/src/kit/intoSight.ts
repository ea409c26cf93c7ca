// A refusal that belongs to no field stands above or below the fields, and a long form may be scrolled past it.

/** As the `ref` of such a refusal: it is in sight when it appears. */
export function intoSight(place: HTMLElement | null) {
  place?.scrollIntoView({ block: "nearest" });
}
