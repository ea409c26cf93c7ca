import backup from "../../../assets/help/zh-TW/backup.json";
import check from "../../../assets/help/zh-TW/check.json";
import customer from "../../../assets/help/zh-TW/customer.json";
import customers from "../../../assets/help/zh-TW/customers.json";
import day from "../../../assets/help/zh-TW/day.json";
import devices from "../../../assets/help/zh-TW/devices.json";
import door from "../../../assets/help/zh-TW/door.json";
import general from "../../../assets/help/zh-TW/general.json";
import imports from "../../../assets/help/zh-TW/import.json";
import lists from "../../../assets/help/zh-TW/lists.json";
import lock from "../../../assets/help/zh-TW/lock.json";
import messages from "../../../assets/help/zh-TW/messages.json";
import mine from "../../../assets/help/zh-TW/mine.json";
import people from "../../../assets/help/zh-TW/people.json";
import reception from "../../../assets/help/zh-TW/reception.json";
import rules from "../../../assets/help/zh-TW/rules.json";
import search from "../../../assets/help/zh-TW/search.json";
import team from "../../../assets/help/zh-TW/team.json";
import today from "../../../assets/help/zh-TW/today.json";
import type { SameEntries } from "./articles";

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
} satisfies SameEntries;
