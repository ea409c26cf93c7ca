// Values of the log, as people say them: codes as words, moments as times, ids as names. What says nothing is left out.
import { useAsk, useHouse, useMay } from "../desk";
import { useWords } from "../words";

/** The list of the house that a field's codes belong to. */
const LISTS: Record<string, string> = {
  "appointment.purpose": "appointment_purposes",
  level: "levels",
  level_from: "levels",
  level_to: "levels",
  source: "sources",
  purpose: "purposes",
  transport: "transports",
  weather: "weathers",
  drink: "drinks",
  way: "ways",
  preferred_way: "ways",
  next_contact_offered: "ways",
  purchase_type: "purchase_types",
  purchase_window: "purchase_windows",
  not_filed_reason: "not_filed_reasons",
  reason: "skip_reasons",
  age_band: "age_bands",
  id_kind: "id_kinds",
  best_time: "best_times",
  main_use: "main_uses",
  buyer_kind: "buyer_kinds",
  buying_step: "buying_steps",
  colour: "colours",
  sub_source: "sub_sources",
  role: "person_roles",
  label: "tags",
  event: "events",
};
const MONEY = ["budget", "quoted_price", "price"];
const MOMENTS = ["arrived", "left", "at"];
const DAYS = ["birthday", "insurance_until", "card_day", "due", "expires", "next"];
const PEOPLE = ["owner", "consultant", "transferred_to", "made_for", "staff"];
const PHONES = ["phone", "digits"];
const YES_NO = ["test_drive", "greeting_given", "connected", "summary_agreed", "callback_promised", "decides"];
const WORDS: Record<string, Record<string, string>> = {
  gender: { male: "male", female: "female" },
  frequency: { first: "first", again: "again", invited: "invited" },
  result: { filed: "filed", not_filed: "not_filed" },
  to: {
    open: "state_open",
    done: "state_done",
    skipped: "state_skipped",
    left: "state_left",
    asked: "state_asked",
    granted: "state_granted",
    refused: "state_refused",
    withdrawn: "state_withdrawn",
    expected: "state_expected",
    arrived: "state_arrived",
    no_show: "state_no_show",
    cancelled: "state_cancelled",
  },
};
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Tells how to say a value; null when it says nothing to a person. */
export function useValueWords(): (table: string, field: string, value: string) => string | null {
  const { t, f, find } = useWords();
  const { label } = useHouse();
  const may = useMay();
  const staff = useAsk("staff_list", {}, { when: may("staff_list") }).data ?? [];
  return (table, field, value) => {
    if (PEOPLE.includes(field)) return staff.find(({ id }) => id === value)?.name ?? (ID.test(value) ? null : value);
    if (ID.test(value)) return null;
    const list = LISTS[`${table}.${field}`] ?? LISTS[field];
    // The letter of a level is its name.
    if (list === "levels") return value;
    if (list !== undefined) return label(list, value);
    const words = WORDS[field]?.[value];
    if (words !== undefined) return find(`customers.${words}`) ?? value;
    if (YES_NO.includes(field) || (field === "wechat" && table === "visit")) {
      return t(value === "true" || value === "1" ? "customers.yes" : "customers.no");
    }
    if (MONEY.includes(field) && /^\d+$/.test(value)) return f.money(Number(value));
    if (MOMENTS.includes(field) && /^\d+$/.test(value)) return f.moment(Number(value));
    if (DAYS.includes(field) && /^\d{4}-\d\d-\d\d$/.test(value)) return f.day(value);
    if (PHONES.includes(field)) return f.phone(value);
    return value;
  };
}
