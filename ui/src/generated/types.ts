// The types that cross between the desk (Rust) and the screens. Made from Rust; do not edit.
// Contract between the desk (Rust) and the screens, written by the integrator. ui/src/generated/ will be generated from Rust (ts-rs)
// with exactly these names and shapes: generated/types.ts (all types), generated/commands.ts (`Commands` map + `reads`).
// Until it exists, the UI may keep this very file as ui/src/generated/… (the integrator replaces it).
// Wire conventions: snake_case; ids = UUID strings; Moment = ms since 1970 UTC; Day = "YYYY-MM-DD" (Asia/Shanghai); money = fen (integer);
// absent = null in answers, omitted or null in asks.
export type Id = string; export type Moment = number; export type Day = string;
export type Lang = "zh-CN" | "zh-TW" | "en";
export type Role = "receptionist" | "consultant" | "dcc" | "test_drive" | "sales_manager" | "service_advisor" | "cs_clerk" | "cs_manager" | "general_manager" | "admin";
export type Noun = "door" | "staff" | "visits" | "customers" | "cards" | "house" | "catalogue" | "backup";
/** What every command may throw. `code` is matched and is a key of the words catalogue (`errors.<code>`), args fill its placeholders. */
export type Problem = { code: string; args: Record<string, string>; nature: "refused" | "failed" | "broken" };

// ---- door -------------------------------------------------------------------------------------------------
export type DoorState = "empty" | "closed" | "locked" | "open";
export type Me = { id: Id; name: string; roles: Role[]; has_pin: boolean; one_time_password: boolean; /** command names this person may use */ can: string[] };
export type DoorStatus = {
  state: DoorState; branch: string | null; brand: string | null; demo: boolean; me: Me | null;
  /** who can sign in on this PC (closed) or switch by PIN (locked, open) */ people: { id: Id; name: string; login: string; has_pin: boolean }[];
  last_login: string | null; recovery_confirmed: boolean; lock_after_minutes: number;
  device_key: "system" | "file" | null; device_key_path: string | null; version: string; data_folder: string;
};
export type SetUpBranch = { branch: string; brand: string; admin_name: string; password: string };
export type SetUpDone = { recovery_key: string };
export type OpenDemo = { as_role: Role };
export type SignIn = { login: string; password: string };
export type SwitchByPin = { staff: Id; pin: string };
export type Recover = { recovery_key: string; login: string; new_password: string };
export type Staff = { id: Id; name: string; login: string; roles: Role[]; active: boolean; has_pin: boolean; one_time_password: boolean };
export type StaffAdded = { staff: Staff; one_time_password: string };

// ---- visits (walk-ins and calls) ----------------------------------------------------------------------------
export type VisitKind = "walk_in" | "call" | "event" | "other";
export type Gender = "male" | "female";
export type Frequency = "first" | "again" | "invited";
/** The register form. Everything optional; codes (purpose, source, transport, drink, level, …) are codes of the house lists. */
export type VisitFields = {
  customer?: Id | null; /* chosen by the person, else recognised by phone */
  name?: string | null; gender?: Gender | null; phone?: string | null; party_size?: number | null;
  arrived?: Moment | null; left?: Moment | null; weather?: string | null; transport?: string | null; purpose?: string | null; frequency?: Frequency | null;
  consultant?: Id | null; area?: string | null; source?: string | null; current_car?: string | null; model?: string | null; colour?: string | null;
  competitor?: string | null; level?: string | null; purchase_type?: string | null; test_drive?: boolean | null; quoted_price?: number | null;
  wechat?: boolean | null; talk?: string | null; drink?: string | null; result?: "filed" | "not_filed" | null; not_filed_reason?: string | null; remark?: string | null;
  // calls only
  rings?: number | null; greeting_given?: boolean | null; call_reason?: string | null; transferred_to?: Id | null; transfer_seconds?: number | null; connected?: boolean | null;
  summary_agreed?: boolean | null; next_contact_offered?: string | null; callback_promised?: boolean | null;
};
export type LogVisit = { fields: VisitFields };
/** One row of the board or register. `missing` = field names that still make it 待补全 (empty = complete). */
export type VisitRow = {
  id: Id; kind: VisitKind; state: "open" | "left"; seq: number; customer: Id | null; name: string | null; gender: Gender | null; phone: string | null /* masked */;
  party_size: number | null; arrived: Moment; left: Moment | null; frequency: Frequency | null; purpose: string | null; consultant: Id | null; consultant_name: string | null;
  model: string | null; level: string | null; source: string | null; missing: string[]; remark: string | null; kept: { heading: string; raw: string }[] /* raw text of imported bad cells */;
};
export type LoggedVisit = { act: Id; visit: VisitRow; customer: Id | null; recognised: "new" | "known" | null; owner: Id | null; owner_name: string | null; owner_is_other: boolean };
export type ReceptionView = {
  day: Day; open: VisitRow[]; left: VisitRow[]; calls: VisitRow[]; incomplete: VisitRow[]; incomplete_count: number;
  totals: { walk_ins: number; calls: number; people: number; first: number; again: number; invited: number; with_phone: number; without_phone: number; open: number };
  /** consultants in the order of whose turn it is */ rota: { staff: Id; name: string; busy: boolean; received_today: number }[]; next: Id | null;
};
export type VisitView = { row: VisitRow; fields: VisitFields /* phone masked unless mine/allowed: see phone_masked */; phone_masked: boolean; editable: boolean };
export type QuickEntry = { fields: VisitFields; parts: { start: number; end: number; field: string | null; shown: string }[] /* UTF-16 offsets */; known: Recognised[] };
export type Recognised = { customer: Id; name: string; phone: string | null; level: string; owner: Id | null; owner_name: string | null; last_contact: Moment | null; exact: boolean; visible: boolean };

// ---- customers -----------------------------------------------------------------------------------------------
export type CustomerFields = {
  name?: string | null; gender?: Gender | null; birthday?: Day | null; age_band?: string | null; wechat?: string | null; company?: string | null; industry?: string | null; company_size?: string | null;
  id_kind?: string | null; id_number?: string | null; address?: string | null; postcode?: string | null; family?: string | null; occupation?: string | null;
  best_time?: string | null; preferred_way?: string | null; source?: string | null; model?: string | null; colour?: string | null; budget?: number | null; main_use?: string | null; buyer_kind?: string | null;
  focus_points?: string | null; decider?: string | null; driver?: string | null; current_car?: string | null; purchase_window?: string | null; purchase_type?: string | null; competitor?: string | null;
  buying_step?: string | null; priorities?: string | null; plate?: string | null; vin?: string | null; insurance_until?: Day | null; remark?: string | null;
};
export type CustomerRow = { id: Id; name: string; gender: Gender | null; phone: string | null; level: string; owner: Id | null; owner_name: string | null; model: string | null; source: string | null; last_contact: Moment | null; next_contact: Day | null; overdue: boolean };
export type CustomersAsk = { owner?: Id | null; levels?: string[]; overdue?: boolean | null; sort?: "recent" | "next" | "name"; after?: string | null; limit?: number };
export type CustomersPage = { rows: CustomerRow[]; next: string | null; total: number };
export type CustomerView = {
  row: CustomerRow; code: string; card_day: Day; fields: CustomerFields; phones: { id: Id; phone: string /* masked */; note: string | null }[];
  levels: { at: Moment; from: string | null; to: string; by: string }[]; cards: CardRow[]; duplicates: Recognised[]; editable: boolean; may_reassign: boolean;
};
export type TimelineEntry = { act: Id; at: Moment; entered_at: Moment; verb: string; actor_name: string; kind: "visit" | "call" | "contact" | "edit" | "level" | "plan" | "import" | "other"; title: string | null /* free text said */; changes: { table: string; field: string; from: string | null; to: string | null }[]; undoable: boolean; undone: boolean };
export type TimelinePage = { entries: TimelineEntry[]; next: string | null };
export type Acted = { act: Id };
export type FoundRow = CustomerRow & { matched: string | null };
export type Found = { state: "ok" | "too_short" | "none"; rows: FoundRow[]; /** full phone number of a customer whom I may not open */ elsewhere: { phone: string; owner_name: string | null }[] };

// ---- cards ----------------------------------------------------------------------------------------------------
export type CardRow = { id: Id; customer: Id; customer_name: string; phone: string | null; level: string; model: string | null; rule: string | null /* null = own plan */; note: string | null; way: string | null; due: Day; expires: Day; state: "open" | "done" | "skipped"; overdue_days: number; expired: boolean; owner: Id; owner_name: string; last: { at: Moment; way: string | null; content: string } | null };
export type TodayView = { day: Day; staff: Id; staff_name: string; overdue: CardRow[]; due: CardRow[]; overdue_count: number; due_count: number; done_today: number; coming: { day: Day; count: number }[]; incomplete: VisitRow[]; /** proposed next contact per level if a contact is made today */ next_by_level: Record<string, Day | null> };
export type FinishCard = { card: Id; way: string; content: string; level?: string | null; next?: Day | null; next_note?: string | null; happened_at?: Moment | null; question?: string | null; answer?: string | null };
export type LogContact = { customer: Id; way: string; content: string; level?: string | null; next?: Day | null; next_note?: string | null; happened_at?: Moment | null };
export type CardFinished = { act: Id; next: CardRow | null };

// ---- import -----------------------------------------------------------------------------------------------------
export type ImportKind = "register" | "customers" | "catalogue" | "unknown";
export type RowProblem = { row: number; column: string | null; code: string; value: string };
export type ImportPreview = {
  id: Id; file: string; kind: ImportKind; sheets: string[]; sheet: number; header_rows: number[]; columns: { index: number; heading: string; field: string | null; sample: string[] }[]; field_choices: string[];
  rows_read: number; contacts: number; customers_new: number; customers_joined: number; without_phone: number; left_out: number;
  problems: RowProblem[] /* first 500 */; problem_count: number; unknown_consultants: { name: string; rows: number }[]; shared_phones: { phone: string; owner: string; others: string[] }[]; trims: number;
};
export type AdjustImport = { id: Id; kind?: ImportKind | null; sheet?: number | null; columns?: { index: number; field: string | null }[] };
export type ImportDone = { act: Id; rows_read: number; contacts: number; customers_new: number; customers_joined: number; problems: RowProblem[]; trims: number };
export type Progress = { phase: "reading" | "checking" | "saving" | "indexing"; done: number; total: number };

// ---- house, backup -----------------------------------------------------------------------------------------------
export type Item = { code: string; label: Record<Lang, string>; active: boolean; /** levels: interval in days to the next contact; purchase window in days */ interval?: number | null; within?: number | null };
export type House = { branch: string; brand: string; lists: Record<string, Item[]> /* levels, sources, purposes, transports, drinks, ways, purchase_types, not_filed_reasons, skip_reasons, age_bands, id_kinds, best_times, main_uses, buyer_kinds, buying_steps, purchase_windows, colours, weathers */; rules: Rules };
export type Rules = { complete_walk_in: string[]; complete_call: string[]; lock_after_minutes: number; lock_after_minutes_reception: number; next_day_call: boolean; traffic_purposes: string[]; no_card_levels: string[] };
export type BackupStatus = { folder: string | null; last: Moment | null; last_bytes: number | null; problem: Problem | null; due: boolean; kept: { file: string; at: Moment; bytes: number }[] };
export type VerifyReport = { ok: boolean; ops: number; checks: Record<string, { ok: boolean; detail: string | null }> };

