import customers from "../../../assets/words/zh-CN/customers.json";
import door from "../../../assets/words/zh-CN/door.json";
import errors from "../../../assets/words/zh-CN/errors.json";
import frame from "../../../assets/words/zh-CN/frame.json";
import kit from "../../../assets/words/zh-CN/kit.json";
import reception from "../../../assets/words/zh-CN/reception.json";
import search from "../../../assets/words/zh-CN/search.json";
import today from "../../../assets/words/zh-CN/today.json";

export const words = { customers, door, errors, frame, kit, reception, search, today };
