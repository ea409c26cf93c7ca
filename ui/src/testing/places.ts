// Every place of the window: screens, drawers, dialogs, menus, pop-ups, error states. What must hold everywhere (axe,
// contrast, targets, input methods, nothing clipped, no key for a sentence) is tested in each of them. A new place is one entry.
import { CARD, CUSTOMER } from "./places/customer";
import { CUSTOMERS } from "./places/customers";
import { AT_THE_DOOR } from "./places/door";
import { HELP, PAPER } from "./places/help";
import { HOUSE } from "./places/house";
import { IMPORT } from "./places/import";
import type { Place } from "./places/place";
import { FORMS, QUESTIONS, RECEPTION } from "./places/reception";
import { SETTINGS } from "./places/settings";
import { TEAM, TODAY } from "./places/today";

/** The places by the part of the window; test files take the parts in turn. */
export const PLACES = {
  door: AT_THE_DOOR,
  reception: RECEPTION,
  questions: QUESTIONS,
  forms: FORMS,
  today: TODAY,
  team: TEAM,
  customers: CUSTOMERS,
  customer: CUSTOMER,
  card: CARD,
  house: HOUSE,
  help: HELP,
  paper: PAPER,
  import: IMPORT,
  settings: SETTINGS,
} satisfies Record<string, Place[]>;
