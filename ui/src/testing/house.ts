// The house as it is shipped, for tests and for looking at screens.
import lists from "../../../assets/house/lists.json";
import rules from "../../../assets/house/rules.json";
import type { House, Item } from "../generated/types";
import type { Lang } from "../words";

type Shipped = { code: string; interval?: number; within?: number; parent?: string } & Record<Lang, string>;

const itemOf = ({ code, interval, within, parent, ...label }: Shipped): Item => ({
  code,
  label,
  active: true,
  interval: interval ?? null,
  within: within ?? null,
  parent: parent ?? null,
});

export const HOUSE: House = {
  branch: "广州天河店",
  brand: "广汽本田",
  lists: Object.fromEntries(
    Object.entries(lists as Record<string, Shipped[]>).map(([list, items]) => [list, items.map(itemOf)]),
  ),
  rules,
};
