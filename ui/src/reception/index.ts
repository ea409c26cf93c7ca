// What other nouns may use of reception: a logged visit beside their list, and how a party is called.
export { useWho } from "./useFieldText";
export { VisitDrawer } from "./VisitDrawer";
