// A time on which one agrees with a customer: its fields while it is being typed, and how it is said.
export { AppointmentFields } from "./AppointmentFields";
export { type Agreeing, agreedOf, agreedWords, NOTHING_AGREED } from "./agreed";
export { stateOf, whenOf } from "./when";
