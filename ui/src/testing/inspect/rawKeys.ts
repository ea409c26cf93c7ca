// No key of a sentence is ever seen in place of the sentence: words come with the screens that say them.
import { LATER } from "../../words/later";
import { words } from "../../words/zh-CN";
import { called, isSeen } from "./seen";

const KEY = new RegExp(`\\b(?:${[...LATER, ...Object.keys(words)].join("|")})\\.[a-z][a-z0-9_]*`);
const SPOKEN = ["aria-label", "title", "placeholder", "alt", "aria-description"];

/** Keys that are read, or heard, in what is seen now. */
export function rawKeys(): string[] {
  const found = new Set<string>();
  const look = (element: Element, text: string | null) => {
    const key = text?.match(KEY)?.[0];
    if (key !== undefined && isSeen(element)) found.add(`${called(element)} says ${key}`);
  };
  for (const element of document.body.querySelectorAll("*")) {
    for (const child of element.childNodes) if (child instanceof Text) look(element, child.data);
    for (const name of SPOKEN) look(element, element.getAttribute(name));
  }
  return [...found];
}
