import backup from "../../../assets/help/en/backup.json";
import check from "../../../assets/help/en/check.json";
import customer from "../../../assets/help/en/customer.json";
import customers from "../../../assets/help/en/customers.json";
import day from "../../../assets/help/en/day.json";
import devices from "../../../assets/help/en/devices.json";
import door from "../../../assets/help/en/door.json";
import general from "../../../assets/help/en/general.json";
import imports from "../../../assets/help/en/import.json";
import lists from "../../../assets/help/en/lists.json";
import lock from "../../../assets/help/en/lock.json";
import messages from "../../../assets/help/en/messages.json";
import mine from "../../../assets/help/en/mine.json";
import people from "../../../assets/help/en/people.json";
import reception from "../../../assets/help/en/reception.json";
import rules from "../../../assets/help/en/rules.json";
import search from "../../../assets/help/en/search.json";
import team from "../../../assets/help/en/team.json";
import today from "../../../assets/help/en/today.json";
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
