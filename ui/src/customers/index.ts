// What other nouns may use of customers: how to reach them, what they want, who may see whom.
export { Parking } from "./Parking";
export { PhoneLine } from "./PhoneLine";
export { loadDrawer, StaffSelect } from "./parts";
export { owners, seesAll } from "./roles";
export { useValueWords } from "./values";
export { Wants } from "./Wants";
