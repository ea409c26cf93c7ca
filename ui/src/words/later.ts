// Words of screens: fetched together with the screen that needs them, so that the first one is light. Once it stands the others are
// fetched too. To add a noun: its line in each of the types, its name in the pattern of the files, `withWords` where its screen is fetched.
import type enAppointments from "../../../assets/words/en/appointments.json";
import type enCustomers from "../../../assets/words/en/customers.json";
import type enDisorders from "../../../assets/words/en/disorders.json";
import type enDoor from "../../../assets/words/en/door.json";
import type enErasures from "../../../assets/words/en/erasures.json";
import type enErrors from "../../../assets/words/en/errors.json";
import type enImports from "../../../assets/words/en/import.json";
import type enMessages from "../../../assets/words/en/messages.json";
import type enReception from "../../../assets/words/en/reception.json";
import type enSettings from "../../../assets/words/en/settings.json";
import type enTeam from "../../../assets/words/en/team.json";
import type enToday from "../../../assets/words/en/today.json";
import type appointments from "../../../assets/words/zh-CN/appointments.json";
import type customers from "../../../assets/words/zh-CN/customers.json";
import type disorders from "../../../assets/words/zh-CN/disorders.json";
import type door from "../../../assets/words/zh-CN/door.json";
import type erasures from "../../../assets/words/zh-CN/erasures.json";
import type errors from "../../../assets/words/zh-CN/errors.json";
import type imports from "../../../assets/words/zh-CN/import.json";
import type messages from "../../../assets/words/zh-CN/messages.json";
import type reception from "../../../assets/words/zh-CN/reception.json";
import type settings from "../../../assets/words/zh-CN/settings.json";
import type team from "../../../assets/words/zh-CN/team.json";
import type today from "../../../assets/words/zh-CN/today.json";
import type twAppointments from "../../../assets/words/zh-TW/appointments.json";
import type twCustomers from "../../../assets/words/zh-TW/customers.json";
import type twDisorders from "../../../assets/words/zh-TW/disorders.json";
import type twDoor from "../../../assets/words/zh-TW/door.json";
import type twErasures from "../../../assets/words/zh-TW/erasures.json";
import type twErrors from "../../../assets/words/zh-TW/errors.json";
import type twImports from "../../../assets/words/zh-TW/import.json";
import type twMessages from "../../../assets/words/zh-TW/messages.json";
import type twReception from "../../../assets/words/zh-TW/reception.json";
import type twSettings from "../../../assets/words/zh-TW/settings.json";
import type twTeam from "../../../assets/words/zh-TW/team.json";
import type twToday from "../../../assets/words/zh-TW/today.json";
import type { Lang } from "./lang";

export type Later = {
  appointments: typeof appointments;
  customers: typeof customers;
  disorders: typeof disorders;
  door: typeof door;
  erasures: typeof erasures;
  errors: typeof errors;
  import: typeof imports;
  messages: typeof messages;
  reception: typeof reception;
  settings: typeof settings;
  team: typeof team;
  today: typeof today;
};
type Same<L extends { [N in keyof Later]: Record<keyof Later[N], string> }> = L;
/** A key that another language lacks is a compile error here. */
export type OtherLanguages =
  | Same<{
      appointments: typeof twAppointments;
      customers: typeof twCustomers;
      disorders: typeof twDisorders;
      door: typeof twDoor;
      erasures: typeof twErasures;
      errors: typeof twErrors;
      import: typeof twImports;
      messages: typeof twMessages;
      reception: typeof twReception;
      settings: typeof twSettings;
      team: typeof twTeam;
      today: typeof twToday;
    }>
  | Same<{
      appointments: typeof enAppointments;
      customers: typeof enCustomers;
      disorders: typeof enDisorders;
      door: typeof enDoor;
      erasures: typeof enErasures;
      errors: typeof enErrors;
      import: typeof enImports;
      messages: typeof enMessages;
      reception: typeof enReception;
      settings: typeof enSettings;
      team: typeof enTeam;
      today: typeof enToday;
    }>;

const files = import.meta.glob<Record<string, string>>(
  "../../../assets/words/*/{appointments,customers,disorders,door,erasures,errors,import,messages,reception,settings,team,today}.json",
  { import: "default" },
);

/** The sentences of a noun in a language. */
export async function fetchLater(noun: keyof Later, lang: Lang): Promise<Record<string, string>> {
  return (await files[`../../../assets/words/${lang}/${noun}.json`]?.()) ?? {};
}

/** Every such noun. */
export const LATER: readonly (keyof Later)[] = [
  "appointments",
  "customers",
  "disorders",
  "door",
  "erasures",
  "errors",
  "import",
  "messages",
  "reception",
  "settings",
  "team",
  "today",
];
