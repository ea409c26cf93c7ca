// What other nouns may use of today: the result of a contact, and when a card is due in words.
export { ResultForm } from "./ResultForm";
export { whenOf, whyOf } from "./when";
