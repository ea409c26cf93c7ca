// No word is cut off: what does not fit wraps, or ends in … and says the rest.
import { called, isSeen } from "./seen";

const hidesOverflow = (style: CSSStyleDeclaration) => style.overflowX === "hidden" || style.overflowX === "clip";

/** What people typed may end in … in a list; what is pressed, chosen or heads something is read to its end, or says it all on hover. */
const restIsSaid = (element: Element) =>
  element.closest("[title]") !== null ||
  element.closest("button, label, legend, [role=tab], [role=option], [role=menuitem], [role=radio], h1, h2, h3") ===
    null;

function finding(element: Element): string | null {
  if (element.matches("button") && element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 1)
    return `${called(element)} lets ${element.scrollHeight - element.clientHeight} px stick out below`;
  if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return null;
  const style = getComputedStyle(element);
  if (style.display === "inline") return null;
  const beyond = `${element.scrollWidth - element.clientWidth} px`;
  if (hidesOverflow(style)) {
    if (style.textOverflow === "ellipsis")
      return restIsSaid(element) ? null : `${called(element)} keeps ${beyond} to itself`;
    if (element.querySelector("input, [role=grid]")) return null;
    return `${called(element)} cuts off ${beyond}`;
  }
  // Made to be moved sideways: who it is about stays in sight.
  const first = element.querySelector("[role=gridcell]");
  if (first !== null && getComputedStyle(first).position === "sticky") return null;
  if (style.overflowX === "auto" || style.overflowX === "scroll")
    return `${called(element)} scrolls sideways by ${beyond}`;
  if (element.matches("button, a, label, [role=tab], [role=option], [role=menuitem]"))
    return `${called(element)} lets ${beyond} stick out`;
  return null;
}

/** What loses words at its edge, scrolls sideways, or lets words stick out. */
export function clippedWords(): string[] {
  const found = new Set<string>();
  for (const element of document.body.querySelectorAll("*")) {
    if (element instanceof HTMLInputElement || element instanceof SVGElement) continue;
    const said = finding(element);
    if (said !== null && isSeen(element)) found.add(said);
  }
  return [...found];
}
