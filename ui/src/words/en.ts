import frame from "../../../assets/words/en/frame.json";
import help from "../../../assets/words/en/help.json";
import kit from "../../../assets/words/en/kit.json";
import print from "../../../assets/words/en/print.json";
import search from "../../../assets/words/en/search.json";
import type { SameKeys } from "./catalogue";

export const words = {
  frame,
  help,
  kit,
  print,
  search,
} satisfies SameKeys;
