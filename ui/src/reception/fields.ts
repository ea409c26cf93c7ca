// The register form, in the order in which people talk: which fields there are, how each is filled, which belong together.
import type { VisitFields, VisitKind } from "../generated/types";

export type FieldName = Exclude<keyof VisitFields, "customer">;
export type Fields = VisitFields;

export type Control =
  | { as: "text" | "lines" | "phone" | "model" | "staff" | "time" | "moment" | "money" | "yes_no" | "level" }
  | { as: "number"; most: number }
  | { as: "code"; list: string }
  /** Codes that belong to the code of another field. */
  | { as: "below"; list: string; of: "source" }
  /** Words of one's own; a list proposes some. */
  | { as: "suggested"; list: string }
  | { as: "choice"; codes: readonly string[] };

/** How a field is filled. */
export const CONTROLS: Record<FieldName, Control> = {
  name: { as: "text" },
  gender: { as: "choice", codes: ["male", "female"] },
  phone: { as: "phone" },
  party_size: { as: "number", most: 99 },
  arrived: { as: "time" },
  left: { as: "time" },
  weather: { as: "code", list: "weathers" },
  transport: { as: "code", list: "transports" },
  purpose: { as: "code", list: "purposes" },
  frequency: { as: "choice", codes: ["first", "again", "invited"] },
  consultant: { as: "staff" },
  area: { as: "text" },
  source: { as: "code", list: "sources" },
  sub_source: { as: "below", list: "sub_sources", of: "source" },
  event: { as: "code", list: "events" },
  current_car: { as: "text" },
  model: { as: "model" },
  colour: { as: "suggested", list: "colours" },
  competitor: { as: "text" },
  level: { as: "level" },
  purchase_type: { as: "code", list: "purchase_types" },
  test_drive: { as: "yes_no" },
  quoted_price: { as: "money" },
  wechat: { as: "yes_no" },
  talk: { as: "lines" },
  drink: { as: "code", list: "drinks" },
  result: { as: "choice", codes: ["filed", "not_filed"] },
  not_filed_reason: { as: "code", list: "not_filed_reasons" },
  remark: { as: "lines" },
  rings: { as: "number", most: 99 },
  greeting_given: { as: "yes_no" },
  call_reason: { as: "suggested", list: "call_reasons" },
  transferred_to: { as: "staff" },
  transfer_seconds: { as: "number", most: 9999 },
  connected: { as: "yes_no" },
  summary_agreed: { as: "yes_no" },
  next_contact_offered: { as: "code", list: "ways" },
  callback_promised: { as: "yes_no" },
  callback_by: { as: "moment" },
  missed: { as: "yes_no" },
  caller_hung_up_first: { as: "yes_no" },
};

export type GroupName = "who" | "want" | "visit" | "call" | "deal" | "said" | "around";
export type Group = {
  name: GroupName;
  fields: readonly FieldName[] /** Closed on a new form until somebody wants it. */;
  later: boolean;
};

const WALK_IN: readonly Group[] = [
  { name: "who", later: false, fields: ["name", "gender", "party_size", "phone"] },
  { name: "want", later: false, fields: ["model", "level", "source", "sub_source", "consultant"] },
  { name: "visit", later: false, fields: ["purpose", "frequency", "arrived", "left"] },
  {
    name: "deal",
    later: true,
    fields: [
      "purchase_type",
      "current_car",
      "competitor",
      "colour",
      "test_drive",
      "quoted_price",
      "wechat",
      "result",
      "not_filed_reason",
    ],
  },
  { name: "said", later: true, fields: ["talk", "remark"] },
  { name: "around", later: true, fields: ["area", "transport", "weather", "drink", "event"] },
];

/** At an event they are asked which one first, for the whole queue of them. */
const EVENT: readonly Group[] = [
  { name: "who", later: false, fields: ["name", "gender", "party_size", "phone"] },
  { name: "want", later: false, fields: ["event", "model", "level", "consultant"] },
  ...WALK_IN.slice(2).map((group) =>
    group.name === "around"
      ? { ...group, fields: ["source", "sub_source", "area", "transport", "weather", "drink"] as const }
      : group,
  ),
];

/** Whoever did not come for a car is asked for nothing of the sale. */
const OTHER: readonly Group[] = [
  { name: "who", later: false, fields: ["name", "gender", "party_size"] },
  { name: "visit", later: false, fields: ["purpose", "consultant", "arrived", "left", "drink", "remark"] },
];

const CALL: readonly Group[] = [
  { name: "who", later: false, fields: ["phone", "name", "gender"] },
  { name: "want", later: false, fields: ["call_reason", "model", "source", "sub_source", "consultant"] },
  {
    name: "call",
    later: false,
    fields: [
      "callback_promised",
      "callback_by",
      "transferred_to",
      "connected",
      "transfer_seconds",
      "next_contact_offered",
      "summary_agreed",
      "caller_hung_up_first",
      "greeting_given",
      "rings",
      "arrived",
    ],
  },
  {
    name: "deal",
    later: true,
    fields: [
      "level",
      "frequency",
      "purchase_type",
      "current_car",
      "competitor",
      "colour",
      "wechat",
      "result",
      "not_filed_reason",
    ],
  },
  { name: "said", later: true, fields: ["talk", "remark", "area"] },
];

/** What decides which fields are asked for, beside what is filled in already. */
export type Asking = {
  /** Whether they came for a car, as far as one knows. */
  sales: boolean;
  /** Whether the source is divided further. */
  divided: boolean;
};

/** The groups of a form. What follows from another answer (why not filed, when to call back) is asked only then. */
export function groupsOf(
  kind: VisitKind,
  fields: Fields,
  { sales, divided }: Asking = { sales: true, divided: true },
): readonly Group[] {
  const form = { walk_in: WALK_IN, event: EVENT, call: CALL, other: OTHER }[kind];
  const groups = kind !== "call" && !sales ? OTHER : form;
  const idle = new Set<FieldName>();
  if (fields.result !== "not_filed") idle.add("not_filed_reason");
  if (fields.callback_promised !== true) idle.add("callback_by");
  if (!divided) idle.add("sub_source");
  return groups.map((group) => ({ ...group, fields: group.fields.filter((field) => !idle.has(field)) }));
}

/** What was typed and is worth keeping. */
export function isBlank(fields: Fields): boolean {
  return Object.entries(fields).every(
    ([name, value]) => name === "arrived" || value === null || value === undefined || value === "",
  );
}

/** Only what says something. */
export function filled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ) as Fields;
}

/** What differs from what was there; emptied fields are null. */
export function changed(from: Fields, to: Fields): Fields {
  const names = Object.keys(to) as (keyof Fields)[];
  const norm = (value: unknown) => (value === undefined || value === "" ? null : value);
  return Object.fromEntries(
    names.filter((name) => norm(from[name]) !== norm(to[name])).map((name) => [name, norm(to[name])]),
  ) as Fields;
}

const OF_CODE: Record<string, FieldName> = {
  phone_unreadable: "phone",
  phone_too_short: "phone",
  phone_too_long: "phone",
  phone_missing: "phone",
  phone_several: "phone",
  left_before_arrived: "left",
  in_the_future: "arrived",
};

/** The field that a refusal speaks of; null when it speaks of none. */
export function fieldOf(code: string, args: Record<string, string>): FieldName | null {
  const told = args.field;
  if (told !== undefined && told in CONTROLS) return told as FieldName;
  return OF_CODE[code] ?? (code.startsWith("phone_") ? "phone" : null);
}
