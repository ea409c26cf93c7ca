// What is pressed must be large enough: 24 px, and 44 px for fingers.
import { called, isSeen } from "./seen";

const PRESSED = [
  "button",
  "a[href]",
  "input:not([type=hidden])",
  "textarea",
  "select",
  ...["tab", "option", "menuitem", "menuitemradio", "radio", "switch", "gridcell"].map((role) => `[role=${role}]`),
  "[role=row]",
].join(",");

/** What of it hears the press: the words beside a hidden input count. */
function areaOf(element: Element): DOMRect {
  const label = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type) && element.closest("label");
  return (label || element).getBoundingClientRect();
}

function isPressed(element: Element): boolean {
  if (element.matches(":disabled, [aria-disabled=true], [data-disabled]")) return false;
  const role = element.getAttribute("role");
  // Rows are pressed where they open something; cells only in calendars; headings of tables are no rows.
  if (role === "row")
    return element.closest("[role=grid]") !== null && element.querySelector("[role=columnheader]") === null;
  if (role === "gridcell") return false;
  const input = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type);
  return isSeen(input ? (element.closest("label") ?? element) : element);
}

/** What is smaller than `least` pixels in either direction. */
export function smallTargets(least: number): string[] {
  const found = new Set<string>();
  for (const element of document.querySelectorAll(PRESSED)) {
    if (!isPressed(element)) continue;
    const { width, height } = areaOf(element);
    if (width === 0 && height === 0) continue;
    // Half a pixel is lost where the screen is scaled.
    if (width < least - 0.5 || height < least - 0.5)
      found.add(`${called(element)} is ${Math.round(width)}×${Math.round(height)}`);
  }
  return [...found];
}
