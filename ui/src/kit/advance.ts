// Enter goes on to the next field, as the hand does on a paper form.

const INSIDE = [
  "input:checked:not(:disabled)",
  "input:not(:disabled)",
  "textarea:not(:disabled)",
  '[role="radio"][tabindex="0"]',
  "button:not(:disabled)",
].join(",");

/** The place in a field where the focus belongs. */
export function entryOf(field: Element): HTMLElement | null {
  return field.querySelector<HTMLElement>("input:checked:not(:disabled)") ?? field.querySelector<HTMLElement>(INSIDE);
}

/** Puts the focus into the field after the one that holds `from`. Answers false when that was the last. */
export function advance(from: Element): boolean {
  const form = from.closest("form");
  const field = from.closest("[data-field]");
  if (form === null || field === null) return false;
  const fields = [...form.querySelectorAll("[data-field]")];
  for (const next of fields.slice(fields.indexOf(field) + 1)) {
    const entry = entryOf(next);
    if (entry === null) continue;
    entry.focus();
    // Selecting also focuses: not if the focus has gone on from there.
    if (document.activeElement === entry && entry instanceof HTMLInputElement && entry.type !== "radio") entry.select();
    return true;
  }
  return false;
}
