import customers from "../../../assets/words/zh-CN/customers.json";
import door from "../../../assets/words/zh-CN/door.json";
import errors from "../../../assets/words/zh-CN/errors.json";
import frame from "../../../assets/words/zh-CN/frame.json";
import imports from "../../../assets/words/zh-CN/import.json";
import kit from "../../../assets/words/zh-CN/kit.json";
import print from "../../../assets/words/zh-CN/print.json";
import reception from "../../../assets/words/zh-CN/reception.json";
import search from "../../../assets/words/zh-CN/search.json";
import settings from "../../../assets/words/zh-CN/settings.json";
import today from "../../../assets/words/zh-CN/today.json";

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
};
