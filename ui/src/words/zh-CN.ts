import frame from "../../../assets/words/zh-CN/frame.json";
import help from "../../../assets/words/zh-CN/help.json";
import kit from "../../../assets/words/zh-CN/kit.json";
import print from "../../../assets/words/zh-CN/print.json";
import search from "../../../assets/words/zh-CN/search.json";

export const words = {
  frame,
  help,
  kit,
  print,
  search,
};
