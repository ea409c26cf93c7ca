import frame from "../../../assets/words/zh-TW/frame.json";
import help from "../../../assets/words/zh-TW/help.json";
import kit from "../../../assets/words/zh-TW/kit.json";
import print from "../../../assets/words/zh-TW/print.json";
import search from "../../../assets/words/zh-TW/search.json";
import type { SameKeys } from "./catalogue";

export const words = {
  frame,
  help,
  kit,
  print,
  search,
} satisfies SameKeys;
