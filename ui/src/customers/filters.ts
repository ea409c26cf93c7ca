// How the list was narrowed when one left it: whoever comes back finds it so. Kept for as long as the window is open.
import type { CustomersAsk, Id } from "../generated/types";

export type Filter = {
  owner: Id | null;
  levels: string[];
  overdue: boolean;
  tag: string | null;
  sort: NonNullable<CustomersAsk["sort"]>;
};
export const NO_FILTER: Filter = { owner: null, levels: [], overdue: false, tag: null, sort: "recent" };

export const filtered = ({ owner, levels, overdue, tag }: Filter): boolean =>
  owner !== null || levels.length > 0 || overdue || tag !== null;

const left = new Map<Id, Filter>();

/** How this person left the list. */
export const filterOf = (person: Id | undefined): Filter => left.get(person ?? "") ?? NO_FILTER;

export function keepFilter(person: Id | undefined, filter: Filter) {
  left.set(person ?? "", filter);
}

/** Each test begins with the whole list. */
export function forgetFilters() {
  left.clear();
}
