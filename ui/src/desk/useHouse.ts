// The house lists (levels, sources, purposes …): codes on the wire, labels on the screen.
import type { Item } from "../generated/types";
import { useWords } from "../words";
import { useAsk } from "./useAsk";

export type HouseLists = {
  /** The items of a list that may be chosen now, in the order of the house. */
  items: (list: string) => Item[];
  /** The label of a code; the code itself when the house does not know it. */
  label: (list: string, code: string | null | undefined) => string;
};

export function useHouse(): HouseLists {
  const { lang } = useWords();
  const house = useAsk("house", {}).data;
  return {
    items: (list) => house?.lists[list]?.filter((item) => item.active) ?? [],
    label: (list, code) => {
      if (code === null || code === undefined || code === "") return "";
      return house?.lists[list]?.find((item) => item.code === code)?.label[lang] ?? code;
    },
  };
}
