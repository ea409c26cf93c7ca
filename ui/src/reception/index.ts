// What other nouns may use of reception.
export { VisitDrawer } from "./VisitDrawer";
