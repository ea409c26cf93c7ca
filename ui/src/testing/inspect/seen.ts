// What can be seen and reached now, and how it is called in a finding.

/** Cut down to nothing, for screen readers alone. */
function isForReadersOnly(element: Element | null): boolean {
  for (let at = element; at !== null && at !== document.body; at = at.parentElement) {
    const { position, clip, clipPath } = getComputedStyle(at);
    if (position === "absolute" && (clip !== "auto" || clipPath.startsWith("inset(50%"))) return true;
  }
  return false;
}

/** Shown, not behind something inert, and not only for screen readers. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  if (element.closest("[inert], [aria-hidden=true]") || isForReadersOnly(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** Its role and words, to be found again by. */
export function called(element: Element): string {
  const role = element.getAttribute("role") ?? element.tagName.toLowerCase();
  const words =
    element.getAttribute("aria-label") ??
    (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null) ??
    element.textContent;
  const place = (element.closest("[class]")?.getAttribute("class") ?? "").split(" ")[0] ?? "";
  return `${role} “${(words ?? "").trim().slice(0, 24)}” (${place})`;
}
