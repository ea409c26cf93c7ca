// The fields of a customer card: how each is filled, and which belong together, in the order in which people talk.
import type { CustomerFields } from "../generated/types";

export type FieldName = keyof CustomerFields;

export type Control =
  | { as: "text" | "lines" | "gender" | "model" | "colour" | "budget" | "id_number" | "referrer" }
  | { as: "day"; bias: "past" | "future" }
  | { as: "code"; list: string };

const code = (list: string): Control => ({ as: "code", list });

export const CONTROLS: Record<FieldName, Control> = {
  name: { as: "text" },
  gender: { as: "gender" },
  birthday: { as: "day", bias: "past" },
  age_band: code("age_bands"),
  wechat: { as: "text" },
  company: { as: "text" },
  industry: { as: "text" },
  company_size: { as: "text" },
  id_kind: code("id_kinds"),
  id_number: { as: "id_number" },
  address: { as: "text" },
  postcode: { as: "text" },
  family: { as: "text" },
  occupation: { as: "text" },
  best_time: code("best_times"),
  preferred_way: code("ways"),
  source: code("sources"),
  sub_source: code("sub_sources"),
  referrer: { as: "referrer" },
  referrer_name: { as: "referrer" },
  model: { as: "model" },
  colour: { as: "colour" },
  budget: { as: "budget" },
  main_use: code("main_uses"),
  buyer_kind: code("buyer_kinds"),
  focus_points: { as: "lines" },
  decider: { as: "text" },
  driver: { as: "text" },
  current_car: { as: "text" },
  purchase_window: code("purchase_windows"),
  purchase_type: code("purchase_types"),
  buying_step: code("buying_steps"),
  priorities: { as: "lines" },
  plate: { as: "text" },
  vin: { as: "text" },
  insurance_until: { as: "day", bias: "future" },
  remark: { as: "lines" },
};

export type GroupName = "wants" | "source" | "reach" | "person" | "company" | "papers" | "car" | "remark";

export const GROUPS: readonly { name: GroupName; fields: readonly FieldName[] }[] = [
  {
    name: "wants",
    fields: [
      "model",
      "colour",
      "budget",
      "purchase_window",
      "purchase_type",
      "current_car",
      "main_use",
      "focus_points",
      "priorities",
      "driver",
      "decider",
      "buyer_kind",
      "buying_step",
    ],
  },
  { name: "person", fields: ["name", "gender", "birthday", "age_band", "family", "occupation"] },
  { name: "reach", fields: ["wechat", "preferred_way", "best_time", "address", "postcode"] },
  { name: "company", fields: ["company", "industry", "company_size"] },
  { name: "source", fields: ["source", "sub_source", "referrer"] },
  { name: "papers", fields: ["id_kind", "id_number"] },
  { name: "car", fields: ["plate", "vin", "insurance_until"] },
  { name: "remark", fields: ["remark"] },
];

/** Written in one line by older sheets; persons say it better, so it is shown only where something stands. */
export const ONLY_WHERE_KNOWN: readonly FieldName[] = ["decider"];
