import customers from "../../../assets/words/zh-TW/customers.json";
import door from "../../../assets/words/zh-TW/door.json";
import errors from "../../../assets/words/zh-TW/errors.json";
import frame from "../../../assets/words/zh-TW/frame.json";
import imports from "../../../assets/words/zh-TW/import.json";
import kit from "../../../assets/words/zh-TW/kit.json";
import print from "../../../assets/words/zh-TW/print.json";
import reception from "../../../assets/words/zh-TW/reception.json";
import search from "../../../assets/words/zh-TW/search.json";
import settings from "../../../assets/words/zh-TW/settings.json";
import today from "../../../assets/words/zh-TW/today.json";
import type { SameKeys } from "./catalogue";

export const words = {
  customers,
  door,
  errors,
  frame,
  import: imports,
  kit,
  print,
  reception,
  search,
  settings,
  today,
} satisfies SameKeys;
