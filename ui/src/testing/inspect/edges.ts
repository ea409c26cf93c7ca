// What is operated must be seen as such: its edge, or its ground, stands out 3:1 from what is around it.
import { colourOf, contrast, groundOf, over } from "./colours";
import { called, isSeen } from "./seen";

const LEAST = 3;

/** The element that draws the box of a field: itself or what it stands in. */
function boxOf(field: Element): Element | null {
  let at: Element | null = field;
  for (let up = 0; up < 4 && at !== null; up++, at = at.parentElement) {
    const { borderTopWidth, borderBottomWidth, borderBottomColor } = getComputedStyle(at);
    if (Number.parseFloat(borderTopWidth) > 0 || Number.parseFloat(borderBottomWidth) > 0)
      // Drawn as a value among values until the hand comes near: there is no edge to be seen.
      return colourOf(borderBottomColor)[3] === 0 && !at.matches(":focus-within") ? null : at;
  }
  return null;
}

function standsOut(box: Element): number {
  const around = groundOf(box.parentElement);
  const { borderBottomColor, backgroundColor, outlineColor, outlineStyle } = getComputedStyle(box);
  const colours = [borderBottomColor, backgroundColor, ...(outlineStyle === "none" ? [] : [outlineColor])];
  return Math.max(...colours.map((colour) => contrast(over(colourOf(colour), around), around)));
}

/** Fields, ticks and bordered buttons whose edge is too faint. */
export function faintEdges(): string[] {
  const found: string[] = [];
  const look = (element: Element, box: Element | null) => {
    if (box === null || !isSeen(box)) return;
    const ratio = standsOut(box);
    if (ratio < LEAST) found.push(`${called(element)} has an edge of ${ratio.toFixed(2)}:1`);
  };
  const fields = "input:not([type=checkbox], [type=radio], [type=hidden]):enabled, textarea:enabled";
  for (const field of document.querySelectorAll(fields)) look(field, boxOf(field));
  for (const tick of document.querySelectorAll("input[type=checkbox]:enabled + *")) look(tick, tick);
  for (const button of document.querySelectorAll("button:enabled, label:has(input[type=radio]:enabled)")) {
    const { borderBottomWidth, borderTopWidth, borderBottomColor } = getComputedStyle(button);
    const drawn = Number.parseFloat(borderBottomWidth) > 0 && Number.parseFloat(borderTopWidth) > 0;
    if (drawn && colourOf(borderBottomColor)[3] > 0) look(button, button);
  }
  return found;
}
