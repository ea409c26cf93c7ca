// What other screens show of customers, fetched when they do.
import { fetched } from "../kit";
import { withWords } from "../words";

export const loadDrawer = () =>
  withWords(["customers", "appointments", "reception", "today"], import("./CustomerDrawer")).then(
    ({ CustomerDrawer }) => CustomerDrawer,
  );

/** The record of a customer, beside any list. */
export const CustomerDrawer = fetched(loadDrawer);

/** Whose: chosen from the colleagues. */
export const StaffSelect = fetched(() => import("./StaffSelect").then(({ StaffSelect }) => StaffSelect));

/** Only those with a tag: typed or chosen. */
export const TagFilter = fetched(() =>
  withWords(["customers"], import("./TagFilter")).then(({ TagFilter }) => TagFilter),
);
