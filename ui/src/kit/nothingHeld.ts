/** Whether the hand is free: nothing has the focus, or only the link by which one came here. */
export function nothingHeld(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at instanceof HTMLAnchorElement;
}
