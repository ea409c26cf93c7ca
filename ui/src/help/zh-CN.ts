import backup from "../../../assets/help/zh-CN/backup.json";
import check from "../../../assets/help/zh-CN/check.json";
import customer from "../../../assets/help/zh-CN/customer.json";
import customers from "../../../assets/help/zh-CN/customers.json";
import day from "../../../assets/help/zh-CN/day.json";
import devices from "../../../assets/help/zh-CN/devices.json";
import door from "../../../assets/help/zh-CN/door.json";
import general from "../../../assets/help/zh-CN/general.json";
import imports from "../../../assets/help/zh-CN/import.json";
import lists from "../../../assets/help/zh-CN/lists.json";
import lock from "../../../assets/help/zh-CN/lock.json";
import messages from "../../../assets/help/zh-CN/messages.json";
import mine from "../../../assets/help/zh-CN/mine.json";
import people from "../../../assets/help/zh-CN/people.json";
import reception from "../../../assets/help/zh-CN/reception.json";
import rules from "../../../assets/help/zh-CN/rules.json";
import search from "../../../assets/help/zh-CN/search.json";
import team from "../../../assets/help/zh-CN/team.json";
import today from "../../../assets/help/zh-CN/today.json";

export const articles = {
  backup,
  check,
  customer,
  customers,
  day,
  devices,
  door,
  general,
  import: imports,
  lists,
  lock,
  messages,
  mine,
  people,
  reception,
  rules,
  search,
  team,
  today,
};
