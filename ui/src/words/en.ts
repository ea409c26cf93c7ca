import customers from "../../../assets/words/en/customers.json";
import door from "../../../assets/words/en/door.json";
import errors from "../../../assets/words/en/errors.json";
import frame from "../../../assets/words/en/frame.json";
import imports from "../../../assets/words/en/import.json";
import kit from "../../../assets/words/en/kit.json";
import print from "../../../assets/words/en/print.json";
import reception from "../../../assets/words/en/reception.json";
import search from "../../../assets/words/en/search.json";
import settings from "../../../assets/words/en/settings.json";
import today from "../../../assets/words/en/today.json";
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
