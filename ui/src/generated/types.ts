// Made from Rust by `cargo xtask generate`; a check fails when it is stale. Do not edit.
// Ids are UUIDs; moments are milliseconds since 1970, UTC; days are YYYY-MM-DD in China; money is fen.

export type Id = string;
export type Lang = keyof Label;

/**
 * What a person did, in one go: 1…n ops.
 */
export type ActId = string;

/**
 * What is answered for an act that needs no other answer.
 */
export type Acted = { 
/**
 * To be undone by.
 */
act: ActId, };

/**
 * Acts alike.
 */
export type ActsThere = { 
/**
 * What was done.
 */
verb: string, 
/**
 * How often.
 */
count: number, 
/**
 * By whom.
 */
by: StaffId, 
/**
 * As colleagues say it.
 */
by_name: string | null, 
/**
 * On which PC, the last of them.
 */
device: string | null, 
/**
 * When the last was entered.
 */
at: Moment, };

/**
 * A new card.
 */
export type AddCustomer = { 
/**
 * What is known.
 */
fields: CustomerFields, 
/**
 * The key for duplicates.
 */
phone: string, 
/**
 * Code of `levels`; not rated, when not said.
 */
level?: string | null, 
/**
 * Who looks after them; whoever sells and writes it down, when not said.
 */
owner?: StaffId | null, };

/**
 * Somebody beside a customer.
 */
export type AddPerson = { 
/**
 * Beside whom.
 */
customer: CustomerId, 
/**
 * Who; the name is needed.
 */
fields: PersonFields, 
/**
 * Their number: the customer is found by it, too.
 */
phone?: string | null, };

/**
 * A further number.
 */
export type AddPhone = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * In any usual spelling.
 */
phone: string, 
/**
 * Whose phone it is, or which.
 */
note?: string | null, };

/**
 * A model that a customer looks at.
 */
export type AddRival = { 
/**
 * Who looks.
 */
customer: CustomerId, 
/**
 * Brand and model, as said.
 */
model: string, 
/**
 * What is known of it.
 */
fields?: RivalFields | null, };

/**
 * Somebody new.
 */
export type AddStaff = { 
/**
 * Name, which is also the login.
 */
name: string, 
/**
 * At least one.
 */
roles: Array<Role>, };

/**
 * A correction by the person. What is not named stays.
 */
export type AdjustImport = { 
/**
 * Which import.
 */
id: string, 
/**
 * What the rows are to be taken for.
 */
kind?: SheetKind | null, 
/**
 * The one sheet to take.
 */
sheet?: number | null, 
/**
 * Columns to be taken for something else.
 */
columns?: Array<ColumnChoice> | null, };

/**
 * What was agreed.
 */
export type AppointmentAgreed = { 
/**
 * When they come.
 */
at: Moment, 
/**
 * Code of `appointment_purposes`.
 */
purpose?: string | null, 
/**
 * What was promised.
 */
note?: string | null, };

/**
 * A time at which a customer is expected.
 */
export type AppointmentId = string;

/**
 * What was written.
 */
export type AppointmentMade = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * The row.
 */
appointment: AppointmentRow, 
/**
 * The customer has this one on the same day already. It stays: both may be meant.
 */
also: AppointmentRow | null, };

/**
 * One appointment.
 */
export type AppointmentRow = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * Who comes.
 */
customer: CustomerId, 
/**
 * Their name.
 */
customer_name: string, 
/**
 * As said.
 */
gender: Gender | null, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * What they look at.
 */
model: string | null, 
/**
 * Whose customer it is.
 */
owner: StaffId | null, 
/**
 * Who expects them.
 */
staff: StaffId, 
/**
 * The same, as colleagues say it.
 */
staff_name: string | null, 
/**
 * When.
 */
at: Moment, 
/**
 * Code of `appointment_purposes`.
 */
purpose: string | null, 
/**
 * What was promised.
 */
note: string | null, 
/**
 * How it stands.
 */
state: AppointmentState, 
/**
 * Minutes since they should have come; 0 when they are not late.
 */
late_minutes: number, 
/**
 * The visit that came of it.
 */
visit: VisitId | null, };

/**
 * How an appointment stands. What time alone changes is computed when it is read.
 */
export type AppointmentState = "expected" | "late" | "arrived" | "no_show" | "missed" | "cancelled";

/**
 * Whose.
 */
export type AppointmentsAsk = { 
/**
 * Whose.
 */
customer: CustomerId, };

/**
 * The order of a day.
 */
export type ArrangeTurns = { 
/**
 * Today, when not said.
 */
day?: Day | null, 
/**
 * Who receives, first to last. Whoever is left out is off.
 */
staff: Array<StaffId>, };

/**
 * Whom, and why.
 */
export type AskErasure = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Code of `erasure_reasons`.
 */
reason: string, };

/**
 * Where the copies are, and whether the last one is of today.
 */
export type BackupStatus = { 
/**
 * The folder.
 */
folder: string, 
/**
 * Somebody chose it; otherwise copies lie beside the store, on the same disk.
 */
chosen: boolean, 
/**
 * When the last one was made.
 */
last: Moment | null, 
/**
 * How long it is.
 */
last_bytes: number | null, 
/**
 * Why there is none.
 */
problem: Problem | null, 
/**
 * The last one is older than a day.
 */
due: boolean, 
/**
 * All of this PC's, latest first.
 */
kept: Array<KeptBackup>, };

/**
 * A customer whose birthday it is.
 */
export type BirthdayRow = { 
/**
 * Who.
 */
customer: CustomerId, 
/**
 * Their name.
 */
customer_name: string, 
/**
 * As said.
 */
gender: Gender | null, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * What they look at.
 */
model: string | null, 
/**
 * Years that they are old today.
 */
years: number, 
/**
 * Somebody has spoken with them today.
 */
met_today: boolean, };

/**
 * An attempt to call back.
 */
export type CallBack = { 
/**
 * The call that it answers.
 */
visit: VisitId, 
/**
 * Whether they answered.
 */
reached: boolean, 
/**
 * What was said, or why nobody was reached.
 */
note?: string | null, };

/**
 * An attempt to call back.
 */
export type CallbackTried = { 
/**
 * When.
 */
at: Moment, 
/**
 * By whom.
 */
staff_name: string | null, 
/**
 * Whether they answered.
 */
reached: boolean, 
/**
 * What was said.
 */
note: string | null, };

/**
 * Which, and why.
 */
export type CancelAppointment = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * Code of `appointment_cancel_reasons`.
 */
reason: string, };

/**
 * What was written, and the card that follows.
 */
export type CardFinished = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * The next card by rule; nothing when nobody of this level is followed.
 */
next: CardRow | null, 
/**
 * The customer has another appointment on the day that was agreed. It stays: both may be meant.
 */
also?: Moment, };

/**
 * A follow-up card: somebody is to be contacted by a day.
 */
export type CardId = string;

/**
 * One card.
 */
export type CardRow = { 
/**
 * Which.
 */
id: CardId, 
/**
 * Whom to contact.
 */
customer: CustomerId, 
/**
 * Their name.
 */
customer_name: string, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * What they came for.
 */
model: string | null, 
/**
 * The rule that made it; nothing for an own plan.
 */
rule: string | null, 
/**
 * What for, in words.
 */
note: string | null, 
/**
 * Code of `ways`.
 */
way: string | null, 
/**
 * To be done by this day.
 */
due: Day, 
/**
 * Worth nothing after it: due plus one interval.
 */
expires: Day, 
/**
 * Days since it was due; 0 when it is not late.
 */
overdue_days: number, 
/**
 * Its time is over.
 */
expired: boolean, 
/**
 * Whose customer it is.
 */
owner: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
owner_name: string | null, 
/**
 * What was last said.
 */
last: LastContact | null, };

/**
 * Which, and what is different. Fields that are not named stay.
 */
export type ChangeAppointment = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * When.
 */
at?: Moment | null, 
/**
 * Code of `appointment_purposes`; named as nothing, it is cleared.
 */
purpose?: string | null, 
/**
 * Who expects them.
 */
staff?: StaffId | null, 
/**
 * What was promised; named as nothing, it is cleared.
 */
note?: string | null, };

/**
 * A list as it is to be: items that are left out are no longer offered, and none is ever lost.
 */
export type ChangeHouse = { 
/**
 * Which list.
 */
list: string, 
/**
 * In their order.
 */
items: Array<Item>, };

/**
 * The old password once more, and the new one.
 */
export type ChangePassword = { 
/**
 * What opens now.
 */
old: string, 
/**
 * At least 10 characters.
 */
new: string, };

/**
 * What is to change; the rest stays.
 */
export type ChangeStaff = { 
/**
 * Whom.
 */
id: string, 
/**
 * Another name; the login stays.
 */
name?: string, 
/**
 * All roles from now on.
 */
roles?: Array<Role>, 
/**
 * `false` lets them go, `true` takes them back.
 */
active?: boolean, };

/**
 * A field that somebody else had changed meanwhile.
 */
export type ChangedMeanwhile = { 
/**
 * Which.
 */
field: string, 
/**
 * What they wrote: to be sent as `fields` where theirs is to stand.
 */
theirs: CustomerFields, 
/**
 * Who.
 */
by: string | null, 
/**
 * When.
 */
at: Moment | null, };

/**
 * One check.
 */
export type CheckResult = { 
/**
 * All well.
 */
ok: boolean, 
/**
 * What is wrong, for whoever helps.
 */
detail: string | null, };

/**
 * Whom, and why.
 */
export type ClaimCustomer = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Why they should be one's own.
 */
reason: string, };

/**
 * What was decided.
 */
export type ClaimDecided = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * The customer changed hands.
 */
granted: boolean, };

/**
 * A consultant asks for another's customer.
 */
export type ClaimId = string;

/**
 * One claim.
 */
export type ClaimRow = { 
/**
 * Which.
 */
id: ClaimId, 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Their name; masked for whom they are not to see.
 */
name: string, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`; nothing for whom they are not to see.
 */
level: string | null, 
/**
 * Whose they are now.
 */
owner_name: string | null, 
/**
 * Who asks.
 */
by: StaffId, 
/**
 * The same, as colleagues say it.
 */
by_name: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * When it was asked.
 */
asked_at: Moment, 
/**
 * What came of it.
 */
state: ClaimState, 
/**
 * When that was.
 */
since: Moment | null, 
/**
 * Who decided.
 */
decided_by_name: string | null, 
/**
 * What they said.
 */
answer: string | null, 
/**
 * When somebody last spoke with them; nothing for whom they are not to see.
 */
last_contact: Moment | null, 
/**
 * What was last said; nothing for whom they are not to see.
 */
last: LastContact | null, 
/**
 * It is mine to take back.
 */
mine: boolean, 
/**
 * It is mine to decide.
 */
may_decide: boolean, };

/**
 * What came of a claim.
 */
export type ClaimState = "asked" | "granted" | "refused" | "withdrawn";

/**
 * Which day, and what was special about it.
 */
export type CloseDay = { 
/**
 * Today, when not said.
 */
day?: Day | null, 
/**
 * What was special about it; what was noted before stays, when not said.
 */
note?: string | null, };

/**
 * Every reason, by its wire spelling.
 */
export type Code = "broken" | "store_failed" | "store_in_use" | "store_missing" | "store_exists" | "not_a_store" | "store_other_key" | "store_newer" | "store_damaged" | "disk_full" | "read_only" | "disk_failed" | "folder_open_to_others" | "wrong_engine" | "cancelled" | "not_signed_in" | "not_allowed" | "bad_request" | "wrong_password" | "other_device" | "slots_damaged" | "device_shut_out" | "hub_missing" | "hub_unreachable" | "hub_is_another" | "hub_not_understood" | "hub_version" | "hub_disk_full" | "hub_failed" | "hub_port_in_use" | "device_unknown" | "pairing_code_typo" | "pairing_code_wrong" | "pairing_too_often" | "pairing_busy" | "pairing_no_answer" | "address_unreadable" | "own_device" | "device_is_hub" | "signature_not_believed" | "device_key_failed" | "password_too_short" | "password_too_long" | "password_is_login" | "pin_not_six_digits" | "pin_too_simple" | "wrong_pin" | "pin_closed" | "no_pin" | "password_needed" | "recovery_key_typo" | "recovery_key_wrong" | "name_missing" | "text_too_long" | "login_taken" | "staff_unknown" | "role_missing" | "last_admin" | "not_found" | "written_by_newer" | "not_yours" | "visit_left" | "open_visits" | "day_open" | "called_back" | "left_before_arrived" | "in_the_future" | "out_of_range" | "not_in_list" | "phone_unreadable" | "phone_too_short" | "phone_too_long" | "phone_several" | "customer_exists" | "phone_missing" | "last_phone" | "nothing_changed" | "nothing_to_claim" | "customer_erased" | "erasure_waits" | "erasure_changed" | "needs_another" | "claim_waits" | "claim_closed" | "card_closed" | "content_missing" | "reason_missing" | "due_in_the_past" | "appointment_in_the_past" | "appointment_not_yet" | "appointment_kept" | "appointment_over" | "cannot_undo" | "changed_since" | "file_empty" | "file_encrypted" | "file_not_a_table" | "file_other_format" | "file_too_big" | "file_in_use" | "file_not_found" | "file_unreadable" | "columns_unknown" | "nothing_to_import" | "import_gone" | "no_chinese_font" | "no_viewer" | "paper_not_written" | "backup_folder_missing" | "backup_folder_failed" | "backup_missing" | "backup_folder_full" | "backup_newer" | "backup_other_key" | "backup_unreadable" | "backup_not_sound";

/**
 * What a column is to be taken for.
 */
export type ColumnChoice = { 
/**
 * From 0.
 */
index: number, 
/**
 * Field code; nothing to leave it out.
 */
field?: string | null, };

/**
 * Which import.
 */
export type CommitImport = { 
/**
 * As the preview says.
 */
id: string, };

/**
 * Which visit, and what is added or corrected.
 */
export type CompleteVisit = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * Fields that are not named stay.
 */
fields: VisitFields, };

/**
 * The recovery key, typed from the paper.
 */
export type ConfirmRecoveryKey = { 
/**
 * Case, spaces and dashes do not matter.
 */
recovery_key: string, };

/**
 * A contact that was made.
 */
export type ContactId = string;

/**
 * What came of reaching somebody.
 */
export type ContactMade = { 
/**
 * Code of `ways`.
 */
way: string, 
/**
 * What was said.
 */
content: string, 
/**
 * Level after it; as before, when not said.
 */
level?: string | null, 
/**
 * When next; by the level's interval, when not said.
 */
next?: Day | null, 
/**
 * What for.
 */
next_note?: string | null, 
/**
 * When it happened; now, when not said.
 */
happened_at?: Moment | null, 
/**
 * What they asked.
 */
question?: string | null, 
/**
 * What was answered.
 */
answer?: string | null, 
/**
 * They come to the showroom: when, and what for.
 */
appointment?: AppointmentAgreed | null, };

/**
 * A field with both its values. Raw values: codes, days; people by name; numbers masked.
 */
export type ContestedField = { 
/**
 * Wire name of the table.
 */
table: string, 
/**
 * Which row.
 */
row: string, 
/**
 * Which field.
 */
field: string, 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * As colleagues say it.
 */
customer_name: string, 
/**
 * What stands: it was written later.
 */
stands: SaidThere, 
/**
 * What does not stand.
 */
other: SaidThere, };

/**
 * A count that stops somewhere.
 */
export type Count = { 
/**
 * How many, a thousand at most.
 */
n: number, 
/**
 * There are more.
 */
more: boolean, };

/**
 * What was made.
 */
export type CustomerAdded = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * Who.
 */
id: CustomerId, };

/**
 * Which customer.
 */
export type CustomerAsk = { 
/**
 * Who.
 */
id: CustomerId, };

/**
 * What was saved, and what stood there.
 */
export type CustomerEdited = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * Fields that others had changed since they were seen.
 */
changed_meanwhile: Array<ChangedMeanwhile>, };

/**
 * What is known of a customer. Level, owner and numbers have verbs of their own.
 */
export type CustomerFields = { 
/**
 * Person or company.
 */
name?: string | null, 
/**
 * As said.
 */
gender?: Gender | null, 
/**
 * Birthday.
 */
birthday?: Day | null, 
/**
 * Code of `age_bands`, where the birthday is not said.
 */
age_band?: string | null, 
/**
 * WeChat id.
 */
wechat?: string | null, 
/**
 * Company customers: name.
 */
company?: string | null, 
/**
 * Company customers: line of business.
 */
industry?: string | null, 
/**
 * Company customers: number of people.
 */
company_size?: string | null, 
/**
 * Code of `id_kinds`.
 */
id_kind?: string | null, 
/**
 * Shown masked; revealed by a verb of its own.
 */
id_number?: string | null, 
/**
 * Home or company.
 */
address?: string | null, 
/**
 * 6 digits.
 */
postcode?: string | null, 
/**
 * Who lives with them.
 */
family?: string | null, 
/**
 * What they do.
 */
occupation?: string | null, 
/**
 * Code of `best_times`.
 */
best_time?: string | null, 
/**
 * Code of `ways`.
 */
preferred_way?: string | null, 
/**
 * Code of `sources`.
 */
source?: string | null, 
/**
 * Code of `sub_sources`.
 */
sub_source?: string | null, 
/**
 * The customer who sent them.
 */
referrer?: CustomerId | null, 
/**
 * Who sent them, where that is no customer of ours.
 */
referrer_name?: string | null, 
/**
 * Model of interest.
 */
model?: string | null, 
/**
 * Colour of interest.
 */
colour?: string | null, 
/**
 * Fen.
 */
budget?: number | null, 
/**
 * Code of `main_uses`.
 */
main_use?: string | null, 
/**
 * Code of `buyer_kinds`.
 */
buyer_kind?: string | null, 
/**
 * What matters to them.
 */
focus_points?: string | null, 
/**
 * Who decides.
 */
decider?: string | null, 
/**
 * Who will drive.
 */
driver?: string | null, 
/**
 * What they drive now.
 */
current_car?: string | null, 
/**
 * Code of `purchase_windows`.
 */
purchase_window?: string | null, 
/**
 * Code of `purchase_types`.
 */
purchase_type?: string | null, 
/**
 * Code of `buying_steps`.
 */
buying_step?: string | null, 
/**
 * Their priorities, in their order.
 */
priorities?: string | null, 
/**
 * After the sale.
 */
plate?: string | null, 
/**
 * After the sale.
 */
vin?: string | null, 
/**
 * After the sale: motor insurance runs until.
 */
insurance_until?: Day | null, 
/**
 * Anything else.
 */
remark?: string | null, };

/**
 * A person or company who may buy, or has bought.
 */
export type CustomerId = string;

/**
 * How the list is ordered.
 */
export type CustomerOrder = "recent" | "next" | "name";

/**
 * A customer as lists show them.
 */
export type CustomerRow = { 
/**
 * Who.
 */
id: CustomerId, 
/**
 * Person or company; empty when they left only a number.
 */
name: string, 
/**
 * As said.
 */
gender: Gender | null, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * Who looks after them.
 */
owner: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
owner_name: string | null, 
/**
 * Model of interest.
 */
model: string | null, 
/**
 * Code of `sources`.
 */
source: string | null, 
/**
 * Visit, call or contact.
 */
last_contact: Moment | null, 
/**
 * When the next is due.
 */
next_contact: Day | null, 
/**
 * It is late.
 */
overdue: boolean, };

/**
 * The card.
 */
export type CustomerView = { 
/**
 * As lists show it.
 */
row: CustomerRow, 
/**
 * For paper.
 */
code: string, 
/**
 * 建卡日期.
 */
card_day: Day, 
/**
 * Everything that is known; the ID number masked.
 */
fields: CustomerFields, 
/**
 * Their own numbers, masked.
 */
phones: Array<PhoneRow>, 
/**
 * Who comes along, who decides; the contacts of a company.
 */
persons: Array<PersonRow>, 
/**
 * Codes of `tags`, and free words.
 */
tags: Array<string>, 
/**
 * What else they look at.
 */
rivals: Array<RivalRow>, 
/**
 * The customer who sent them.
 */
referrer: Recognised | null, 
/**
 * Whom they sent to us, the earliest first; fifty at most.
 */
referred: Array<Recognised>, 
/**
 * How many that are.
 */
referred_count: number, 
/**
 * The level that follows from when they want to buy, where it is another.
 */
proposed_level: string | null, 
/**
 * Levels, latest first.
 */
levels: Array<LevelChange>, 
/**
 * What is planned.
 */
cards: Array<CardRow>, 
/**
 * Others with one of these numbers.
 */
duplicates: Array<Recognised>, 
/**
 * Cards that were put together with this one.
 */
merged: Array<MergedCard>, 
/**
 * Fields that were written on two PCs at once.
 */
contested: Array<ContestedField>, 
/**
 * Imported cells that could not be read.
 */
kept: Array<KeptCell>, 
/**
 * Whether the one who looks may change it.
 */
editable: boolean, 
/**
 * Whether the one who looks may give it to another.
 */
may_reassign: boolean, 
/**
 * Whether the one who looks may put cards together and take them apart.
 */
may_merge: boolean, };

/**
 * Which customers.
 */
export type CustomersAsk = { 
/**
 * Of one owner; everybody's that one may see, when not said.
 */
owner?: StaffId | null, 
/**
 * Of these levels; all, when not said.
 */
levels?: Array<string> | null, 
/**
 * Only those whose contact is late.
 */
overdue?: boolean | null, 
/**
 * Only those with this tag: its code, its name, or a free word.
 */
tag?: string | null, 
/**
 * Order.
 */
sort?: CustomerOrder | null, 
/**
 * As the page before says.
 */
after?: string | null, 
/**
 * Rows at most.
 */
limit?: number | null, };

/**
 * One page.
 */
export type CustomersPage = { 
/**
 * In the order asked for. Where filters leave long gaps, a page may be short, even empty, and go on all the same.
 */
rows: Array<CustomerRow>, 
/**
 * What to ask for the page after; nothing on the last.
 */
next: string | null, 
/**
 * Of all pages together, as far as they were counted: ten thousand are looked at.
 */
total: number, 
/**
 * There are more than `total`.
 */
more: boolean, };

/**
 * A day of the register.
 */
export type DailySheet = { 
/**
 * Which.
 */
day: Day, 
/**
 * Code of `weathers`: of the day, or of its latest visit that has one.
 */
weather: string | null, 
/**
 * What was special about it.
 */
note: string | null, 
/**
 * Sales traffic that came in, in order of arrival.
 */
parties: Array<SheetRow>, 
/**
 * Calls, in order.
 */
calls: Array<SheetRow>, 
/**
 * Whoever came for something else; not counted as traffic.
 */
others: Array<SheetRow>, 
/**
 * What it adds up to.
 */
totals: SheetTotals, 
/**
 * The same by consultant, most parties first.
 */
consultants: Array<SheetConsultant>, 
/**
 * How the branch's customers stand now.
 */
foot: SheetFoot, 
/**
 * The receptionist who handed it over.
 */
signed: SheetSignature | null, 
/**
 * The manager who took it.
 */
checked: SheetSignature | null, };

/**
 * Which day.
 */
export type DailySheetAsk = { 
/**
 * Today, when not said.
 */
day?: Day | null, };

/**
 * A day in China, written `YYYY-MM-DD`.
 */
export type Day = string;

/**
 * Which day.
 */
export type DayAsk = { 
/**
 * Today, when not said.
 */
day?: Day | null, };

/**
 * Cards of a day to come.
 */
export type DayCount = { 
/**
 * Which day.
 */
day: Day, 
/**
 * How many.
 */
count: number, };

/**
 * Head and foot of the daily sheet.
 */
export type DaySheet = { 
/**
 * Code of `weathers`.
 */
weather: string | null, 
/**
 * Open or closed. Open too where a party of the day is still here: somebody else logged it while the day was closed.
 */
state: DayState, 
/**
 * What was special about the day.
 */
note: string | null, 
/**
 * Who handed a closed sheet over.
 */
signed_by_name: string | null, 
/**
 * When.
 */
signed_at: Moment | null, 
/**
 * The manager who took it.
 */
checked_by_name: string | null, 
/**
 * When.
 */
checked_at: Moment | null, };

/**
 * Open or closed.
 */
export type DayState = "open" | "closed";

/**
 * The manager's word.
 */
export type DecideClaim = { 
/**
 * Which.
 */
claim: ClaimId, 
/**
 * Granted: the customer is theirs from now on.
 */
grant: boolean, 
/**
 * What is said to it.
 */
answer?: string | null, };

/**
 * Which request, and what is said to it.
 */
export type DeclineErasure = { 
/**
 * Which.
 */
request: ErasureId, 
/**
 * What is said to it.
 */
answer?: string | null, };

/**
 * A PC that writes.
 */
export type DeviceId = string;

/**
 * Where the device key is kept.
 */
export type DeviceKeyKept = "system" | "file";

/**
 * A PC.
 */
export type DeviceView = { 
/**
 * Which.
 */
id: DeviceId, 
/**
 * Begins its document numbers.
 */
code: string, 
/**
 * The hub has said that this number is another PC's.
 */
code_taken: boolean, 
/**
 * As people call it.
 */
name: string | null, 
/**
 * This one.
 */
me: boolean, 
/**
 * The hub.
 */
hub: boolean, 
/**
 * Shut out, and why.
 */
shut_out: boolean, 
/**
 * In the administrator's words.
 */
reason: string | null, 
/**
 * When something was last entered on it, as far as that is known here.
 */
last_entered: Moment | null, 
/**
 * When it last spoke with the hub, as far as that is known here.
 */
last_contact: Moment | null, };

/**
 * The PCs of the branch, and how it stands with them.
 */
export type DevicesView = { 
/**
 * This PC's line.
 */
status: ExchangeStatus, 
/**
 * By code.
 */
devices: Array<DeviceView>, 
/**
 * What was done here and the hub is not known to have, the earliest first; not more than a screen shows.
 */
waiting: Array<WaitingAct>, };

/**
 * Which step.
 */
export type DismissStep = { 
/**
 * Which.
 */
step: string, };

/**
 * What did not go together.
 */
export type DisordersView = { 
/**
 * Fields written on two PCs at once.
 */
fields: Array<ContestedField>, 
/**
 * Steps that were not possible any more.
 */
steps: Array<StepThere>, 
/**
 * What somebody did without ever having had a role for it: by a program that does not ask.
 */
breaches: Array<ActsThere>, 
/**
 * What was decided without being entitled to it: it does not count.
 */
withheld: Array<ActsThere>, };

/**
 * How the program stands at the door.
 */
export type DoorState = "empty" | "closed" | "locked" | "open";

/**
 * Everything that the frame of the screen depends on.
 */
export type DoorStatus = { 
/**
 * How we stand.
 */
state: DoorState, 
/**
 * The showroom, while open.
 */
branch: string | null, 
/**
 * The brand, while open.
 */
brand: string | null, 
/**
 * Nothing here is real.
 */
demo: boolean, 
/**
 * Who is signed in.
 */
me: Me | null, 
/**
 * Who can sign in (closed) or switch by PIN (locked, open).
 */
people: Array<Person>, 
/**
 * Who signed in last on this PC.
 */
last_login: string | null, 
/**
 * The recovery key was typed back.
 */
recovery_confirmed: boolean, 
/**
 * Minutes without input until the screen locks.
 */
lock_after_minutes: number, 
/**
 * Where the device key is, once there is one.
 */
device_key: DeviceKeyKept | null, 
/**
 * Which file, where it is one.
 */
device_key_path: string | null, 
/**
 * The program's version.
 */
version: string, 
/**
 * Where the data is.
 */
data_folder: string, };

/**
 * Which form.
 */
export type DropDraft = { 
/**
 * Whose it is.
 */
staff: StaffId, 
/**
 * Which.
 */
id: string, };

/**
 * What keeps a consultant from receiving the next party. Being with one (接待中) is seen from the open visits.
 */
export type DutyState = "signing" | "driving" | "resting" | "off";

/**
 * Whose, and what.
 */
export type EditCustomer = { 
/**
 * Whose.
 */
id: CustomerId, 
/**
 * Fields that are not named stay.
 */
fields: CustomerFields, 
/**
 * What the named fields held when the typing began; not compared, when not said.
 */
seen?: CustomerFields | null, };

/**
 * Changes of somebody beside a customer.
 */
export type EditPerson = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * Fields that are not named stay.
 */
fields: PersonFields, 
/**
 * A further number of theirs.
 */
phone?: string | null, };

/**
 * What else is known of it.
 */
export type EditRival = { 
/**
 * Which.
 */
id: string, 
/**
 * Fields that are not named stay.
 */
fields: RivalFields, };

/**
 * A whole number of somebody else's customer.
 */
export type Elsewhere = { 
/**
 * Who, to be claimed.
 */
customer: CustomerId, 
/**
 * Masked.
 */
phone: string, 
/**
 * Whose customer it is.
 */
owner_name: string | null, };

/**
 * Which request.
 */
export type EraseCustomer = { 
/**
 * Which.
 */
request: ErasureId, };

/**
 * Whom, why, and the paper key.
 */
export type EraseWithKey = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Code of `erasure_reasons`.
 */
reason: string, 
/**
 * Case, spaces and dashes do not matter.
 */
recovery_key: string, };

/**
 * A request.
 */
export type ErasureAsked = { 
/**
 * Which.
 */
id: ErasureId, 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Their name.
 */
name: string, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Whose they are.
 */
owner_name: string | null, 
/**
 * Code of `erasure_reasons`.
 */
reason: string, 
/**
 * Who asks.
 */
by_name: string | null, 
/**
 * When it was asked.
 */
asked_at: Moment, 
/**
 * It is mine to take back.
 */
mine: boolean, 
/**
 * It is mine to decide: I administer, and did not ask myself.
 */
may_decide: boolean, };

/**
 * What was done.
 */
export type ErasureDone = { 
/**
 * Which.
 */
id: ErasureId, 
/**
 * When.
 */
at: Moment, 
/**
 * Who did it.
 */
by_name: string | null, 
/**
 * Who asked; nobody, where it was done with the recovery key.
 */
asked_by_name: string | null, 
/**
 * Code of `erasure_reasons`.
 */
reason: string, };

/**
 * A person of whom nothing may be left here.
 */
export type ErasureId = string;

/**
 * Requests and what was done.
 */
export type ErasuresView = { 
/**
 * The earliest first.
 */
waiting: Array<ErasureAsked>, 
/**
 * The latest first.
 */
done: Array<ErasureDone>, };

/**
 * In one word.
 */
export type ExchangeState = "alone" | "synced" | "busy" | "offline" | "attention";

/**
 * How it stands.
 */
export type ExchangeStatus = { 
/**
 * In one word.
 */
state: ExchangeState, 
/**
 * What this PC is.
 */
part: Part, 
/**
 * Acts here that the hub is not known to have.
 */
waiting: number, 
/**
 * When the hub was last spoken with.
 */
last_contact: Moment | null, 
/**
 * What stops it: a code of the words.
 */
trouble: string | null, 
/**
 * Where the hub answers, or this one does.
 */
address: string | null, };

/**
 * Which day.
 */
export type ExpectedAsk = { 
/**
 * Today, when not said.
 */
day?: Day | null, };

/**
 * Who is expected.
 */
export type ExpectedView = { 
/**
 * On which day.
 */
day: Day, 
/**
 * In the order of their times; without those that were called off.
 */
rows: Array<AppointmentRow>, 
/**
 * Still to come, the late ones among them.
 */
to_come: number, 
/**
 * Of those: late.
 */
late: number, };

/**
 * A field that changed. Raw values: codes, days, milliseconds; people by name; numbers masked.
 */
export type FieldChange = { 
/**
 * Table.
 */
table: string, 
/**
 * Field.
 */
field: string, 
/**
 * Before; nothing when it was empty or is not known.
 */
from: string | null, 
/**
 * After.
 */
to: string | null, };

/**
 * One text, filled.
 */
export type FilledMessage = { 
/**
 * Which.
 */
code: string, 
/**
 * Code of `ways`: `phone` is said, the others are sent.
 */
way: string, 
/**
 * What it is for.
 */
title: string, 
/**
 * The text.
 */
body: string, };

/**
 * A card's result.
 */
export type FinishCard = { 
/**
 * Which card.
 */
card: CardId, 
/**
 * What came of it.
 */
contact: ContactMade, };

/**
 * Who was found, latest contact first.
 */
export type Found = { 
/**
 * Whether there was something to look for.
 */
state: SearchState, 
/**
 * Latest contact first.
 */
rows: Array<FoundRow>, 
/**
 * Whoever typed a whole number learns that it exists, and whose it is.
 */
elsewhere: Array<Elsewhere>, };

/**
 * Somebody who was found.
 */
export type FoundRow = { 
/**
 * What matched, where that is neither the name nor the first number: a plate, a VIN, a company.
 */
matched: string | null, 
/**
 * Who.
 */
id: CustomerId, 
/**
 * Person or company; empty when they left only a number.
 */
name: string, 
/**
 * As said.
 */
gender: Gender | null, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * Who looks after them.
 */
owner: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
owner_name: string | null, 
/**
 * Model of interest.
 */
model: string | null, 
/**
 * Code of `sources`.
 */
source: string | null, 
/**
 * Visit, call or contact.
 */
last_contact: Moment | null, 
/**
 * When the next is due.
 */
next_contact: Day | null, 
/**
 * It is late.
 */
overdue: boolean, };

/**
 * 首次 F / 再次 S / 邀约.
 */
export type Frequency = "first" | "again" | "invited";

/**
 * As the form prints it.
 */
export type Gender = "male" | "female";

/**
 * Everything that is data of the house.
 */
export type House = { 
/**
 * The showroom's name.
 */
branch: string, 
/**
 * The brand it sells.
 */
brand: string, 
/**
 * Every list by name.
 */
lists: { [key in string]: Array<Item> }, 
/**
 * The settings.
 */
rules: Rules, };

/**
 * Where the hub is, on networks where it is not found by itself.
 */
export type HubIsAt = { 
/**
 * `host:port`; nothing to look for it again.
 */
address?: string | null, };

/**
 * An ID number in full.
 */
export type IdNumber = { 
/**
 * As it was written.
 */
id_number: string, };

/**
 * A column of the sheet and what it is taken for.
 */
export type ImportColumn = { 
/**
 * From 0.
 */
index: number, 
/**
 * As the sheet has it.
 */
heading: string, 
/**
 * Field code; nothing when it is left out.
 */
field: string | null, 
/**
 * A few of its cells.
 */
sample: Array<string>, };

/**
 * What was taken in.
 */
export type ImportDone = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * Rows of data, without titles and sub-totals.
 */
rows_read: number, 
/**
 * Visits that were made.
 */
contacts: number, 
/**
 * Customers that were made.
 */
customers_new: number, 
/**
 * Rows of customers who were there already, in the store or above.
 */
customers_joined: number, 
/**
 * All of them.
 */
problems: Array<RowProblem>, 
/**
 * Trims that are new or changed.
 */
trims: number, };

/**
 * What taking the file in would do.
 */
export type ImportPreview = { 
/**
 * Names the import.
 */
id: string, 
/**
 * The file's name.
 */
file: string, 
/**
 * What the rows are taken for.
 */
kind: SheetKind, 
/**
 * Names of all sheets.
 */
sheets: Array<string>, 
/**
 * The sheet whose columns are shown.
 */
sheet: number, 
/**
 * All sheets whose rows are taken.
 */
sheets_taken: Array<number>, 
/**
 * The heading's first and last row.
 */
header_rows: Array<number>, 
/**
 * Columns of the sheet.
 */
columns: Array<ImportColumn>, 
/**
 * What a column can be taken for.
 */
field_choices: Array<string>, 
/**
 * Rows of data, without titles and sub-totals.
 */
rows_read: number, 
/**
 * Visits that are made.
 */
contacts: number, 
/**
 * Customers that are made.
 */
customers_new: number, 
/**
 * Rows of customers who are there already, in the store or above.
 */
customers_joined: number, 
/**
 * Rows without a number.
 */
without_phone: number, 
/**
 * Rows that cannot be taken.
 */
left_out: number, 
/**
 * The first of them.
 */
problems: Array<RowProblem>, 
/**
 * Of all.
 */
problem_count: number, 
/**
 * Told, never created.
 */
unknown_consultants: Array<UnknownConsultant>, 
/**
 * Told.
 */
shared_phones: Array<SharedPhone>, 
/**
 * Trims of a catalogue.
 */
trims: number, };

/**
 * An invitation.
 */
export type Invitation = { 
/**
 * What is typed at the new PC.
 */
code: string, 
/**
 * Until when it is good.
 */
until: Moment, 
/**
 * Where the new PC finds the hub, should it not find it by itself.
 */
address: string | null, 
/**
 * What became of it.
 */
state: InvitationState, 
/**
 * What the PC that joined is called.
 */
joined: string | null, };

/**
 * What became of an invitation.
 */
export type InvitationState = "open" | "joined" | "expired" | "spoilt" | "failed";

/**
 * One choice of a list.
 */
export type Item = { 
/**
 * Stands in the records for ever.
 */
code: string, 
/**
 * What people read.
 */
label: Label, 
/**
 * Still offered.
 */
active: boolean, 
/**
 * Levels: days until the next contact.
 */
interval: number | null, 
/**
 * Levels, purchase windows: days within which the purchase is expected.
 */
within: number | null, 
/**
 * Sub-sources: code of the source above.
 */
parent: string | null, };

/**
 * The code, and what this PC is to be called.
 */
export type JoinBranch = { 
/**
 * As the other screen shows it; case, spaces and dashes do not matter.
 */
code: string, 
/**
 * Such as where it stands.
 */
name: string, 
/**
 * Where the hub is, `host:port`, on networks where it is not found by itself.
 */
address?: string | null, };

/**
 * A form to be kept.
 */
export type KeepDraft = { 
/**
 * Whose it is. What was typed a moment before somebody else sat down must not become theirs.
 */
staff: StaffId, 
/**
 * Which.
 */
id: string, 
/**
 * What the screen makes of it.
 */
draft: string, };

/**
 * One copy.
 */
export type KeptBackup = { 
/**
 * The file.
 */
file: string, 
/**
 * When it was made.
 */
at: Moment, 
/**
 * How long it is.
 */
bytes: number, };

/**
 * An imported cell that could not be read, as it stood in the sheet.
 */
export type KeptCell = { 
/**
 * The column's heading.
 */
heading: string, 
/**
 * What stood there.
 */
raw: string, };

/**
 * A form as it was typed so far.
 */
export type KeptDraft = { 
/**
 * Which.
 */
id: string, 
/**
 * What the screen made of it; the desk does not read it.
 */
draft: string, };

/**
 * A text in the three languages.
 */
export type Label = { 
/**
 * Simplified Chinese.
 */
"zh-CN": string, 
/**
 * Traditional Chinese.
 */
"zh-TW": string, 
/**
 * English.
 */
en: string, };

/**
 * What was last said.
 */
export type LastContact = { 
/**
 * When, as the user says.
 */
at: Moment, 
/**
 * Code of `ways`.
 */
way: string | null, 
/**
 * In words.
 */
content: string, 
/**
 * 批复: what a manager said of it.
 */
remark?: string, 
/**
 * Which manager.
 */
remark_by?: string, };

/**
 * Who went, and when.
 */
export type LeaveVisit = { 
/**
 * Which visit.
 */
id: VisitId, 
/**
 * Now, when not said.
 */
at?: Moment | null, 
/**
 * Why they left no number, code of `not_filed_reasons`. Of whoever is filed meanwhile nothing is written.
 */
not_filed_reason?: string | null, };

/**
 * A level that changed with a contact.
 */
export type LevelChange = { 
/**
 * When.
 */
at: Moment, 
/**
 * Before.
 */
from: string | null, 
/**
 * After.
 */
to: string, 
/**
 * By whom.
 */
by: string | null, };

/**
 * Prospects at a level.
 */
export type LevelCount = { 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * How many customers.
 */
count: number, };

/**
 * One page of the sheet.
 */
export type LevelSheet = { 
/**
 * First day of the month.
 */
month: Day, 
/**
 * Days of the month.
 */
days: number, 
/**
 * Whose; nothing for everybody's.
 */
staff: StaffId | null, 
/**
 * By level now, hot first; within a level the latest contact first.
 */
rows: Array<SheetRow>, 
/**
 * What to ask for the page after; nothing on the last.
 */
next: string | null, };

/**
 * Which month, whose.
 */
export type LevelSheetAsk = { 
/**
 * Any day of the month; this month, when not said.
 */
month?: Day | null, 
/**
 * Whose customers; one's own, or everybody's for whoever sees them, when not said.
 */
staff?: StaffId | null, 
/**
 * As the page before says.
 */
after?: string | null, 
/**
 * Rows at most.
 */
limit?: number | null, };

/**
 * A contact that no card asked for.
 */
export type LogContact = { 
/**
 * With whom.
 */
customer: CustomerId, 
/**
 * What came of it.
 */
contact: ContactMade, };

/**
 * What the telephone shows of a call that was missed.
 */
export type LogMissedCall = { 
/**
 * In any usual spelling.
 */
phone?: string | null, 
/**
 * Where one knows.
 */
name?: string | null, 
/**
 * Now, when not said.
 */
at?: Moment | null, };

/**
 * What is known of the party.
 */
export type LogVisit = { 
/**
 * The register form, as far as it is filled.
 */
fields: VisitFields, 
/**
 * How they came, where that is not what the command says: to an event, or otherwise.
 */
kind?: VisitKind | null, };

/**
 * What was written, and whom to call.
 */
export type LoggedVisit = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * The row.
 */
visit: VisitRow, 
/**
 * Their card.
 */
customer: CustomerId | null, 
/**
 * Known or new; nothing without a number.
 */
recognised: Recognition | null, 
/**
 * Whose customer it is.
 */
owner: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
owner_name: string | null, 
/**
 * Somebody else receives them than their owner.
 */
owner_is_other: boolean, };

/**
 * With whom, and who expects them.
 */
export type MakeAppointment = { 
/**
 * Who comes.
 */
customer: CustomerId, 
/**
 * When.
 */
at: Moment, 
/**
 * Code of `appointment_purposes`.
 */
purpose?: string | null, 
/**
 * Who expects them: the owner, when not said.
 */
staff?: StaffId | null, 
/**
 * What was promised.
 */
note?: string | null, };

/**
 * Which PC is to be the hub.
 */
export type MakeHub = { 
/**
 * This one, when not said.
 */
device?: DeviceId | null, 
/**
 * Where it answers, `host:port`, for networks on which it is not found by itself.
 */
address?: string | null, };

/**
 * Which.
 */
export type MarkNoShow = { 
/**
 * Which.
 */
id: AppointmentId, };

/**
 * Who is signed in, and what they may.
 */
export type Me = { 
/**
 * Who.
 */
id: string, 
/**
 * As colleagues say it.
 */
name: string, 
/**
 * As what.
 */
roles: Array<Role>, 
/**
 * Whether there is a PIN on this PC.
 */
has_pin: boolean, 
/**
 * The password was given out and is to be replaced.
 */
one_time_password: boolean, 
/**
 * Names of the commands that this person may use; filled in by the list of commands.
 */
can: Array<string>, };

/**
 * Which two.
 */
export type MergeCustomers = { 
/**
 * Where both say something, this one is right.
 */
keep: CustomerId, 
/**
 * The other.
 */
other: CustomerId, };

/**
 * A card that was put together with another.
 */
export type MergedCard = { 
/**
 * To be taken apart by.
 */
merge: string, 
/**
 * Its own number on paper.
 */
code: string, 
/**
 * The name that stands on it.
 */
name: string, 
/**
 * When it was made.
 */
card_day: Day, };

/**
 * How a text reads to an invented customer, and how it reads when nothing is known of them.
 */
export type MessagePreview = { 
/**
 * With everything known.
 */
full: string, 
/**
 * With nothing known but who speaks.
 */
bare: string, };

/**
 * A text to say on the phone or to send.
 */
export type MessageText = { 
/**
 * Stands for ever.
 */
code: string, 
/**
 * Code of `ways`: `phone` is said, the others are sent.
 */
way: string, 
/**
 * What it is for.
 */
title: Label, 
/**
 * Blanks: `{customer}` 张先生, `{consultant}`, `{branch}`, `{brand}`, `{model}`, `{day}`, `{time}`.
 */
body: Label, };

/**
 * To whom, about what, in which language.
 */
export type MessagesAsk = { 
/**
 * To whom.
 */
customer: CustomerId, 
/**
 * The card that asks for the contact: the text that suits it is suggested.
 */
card?: CardId | null, 
/**
 * The appointment it is about; the customer's next, when not said.
 */
appointment?: AppointmentId | null, 
/**
 * The language.
 */
lang: Lang, };

/**
 * The texts for a customer.
 */
export type MessagesView = { 
/**
 * Their name.
 */
customer_name: string, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * In the house's order.
 */
texts: Array<FilledMessage>, 
/**
 * The text that suits best: its code.
 */
suggested: string | null, };

/**
 * Milliseconds since 1970, UTC.
 */
export type Moment = number;

/**
 * Whose move it is now.
 */
export type Nature = "refused" | "failed" | "broken";

/**
 * The request of commands that need none.
 */
export type Nothing = Record<symbol, never>;

/**
 * What the screens read again. Never cache keys.
 */
export type Noun = "door" | "staff" | "visits" | "customers" | "cards" | "appointments" | "reviews" | "house" | "catalogue" | "backup" | "exchange";

/**
 * Shown once.
 */
export type OneTimePassword = { 
/**
 * To be handed over on paper and replaced at the first sign-in.
 */
one_time_password: string, };

/**
 * As whom to look around.
 */
export type OpenDemo = { 
/**
 * One of the demo's people has it.
 */
as_role: Role, };

/**
 * Which paper.
 */
export type OpenPaper = { 
/**
 * Which paper.
 */
paper: PaperKind, 
/**
 * Of which day, or of the month that has it; today, when not said.
 */
day?: Day | null, 
/**
 * Whose, where a paper is somebody's; as its own look has it, when not said.
 */
staff?: StaffId | null, 
/**
 * In which language.
 */
lang: PaperLang, };

/**
 * A page as a picture.
 */
export type PageImage = { 
/**
 * PNG in base64.
 */
png: string, 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, };

/**
 * Where the file is.
 */
export type PaperFile = { 
/**
 * The whole path.
 */
path: string, };

/**
 * What can be printed.
 */
export type PaperKind = "daily_sheet" | "level_sheet";

/**
 * The language of a paper.
 */
export type PaperLang = "zh-CN" | "zh-TW" | "en";

/**
 * Pages of a paper.
 */
export type PaperPages = { 
/**
 * Those asked for, as far as the paper has them.
 */
pages: Array<PageImage>, 
/**
 * The first of them, from 0.
 */
from: number, 
/**
 * How many the paper has.
 */
page_count: number, };

/**
 * What this PC is among the others.
 */
export type Part = "alone" | "hub" | "member";

/**
 * Somebody who can sign in on this PC.
 */
export type Person = { 
/**
 * Who.
 */
id: string, 
/**
 * As colleagues say it.
 */
name: string, 
/**
 * What is typed.
 */
login: string, 
/**
 * Whether there is a PIN on this PC; known while open.
 */
has_pin: boolean, };

/**
 * Who was added.
 */
export type PersonAdded = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * Who.
 */
id: PersonId, };

/**
 * What is known of somebody beside a customer.
 */
export type PersonFields = { 
/**
 * As said.
 */
name?: string | null, 
/**
 * As said.
 */
gender?: Gender | null, 
/**
 * Code of `person_roles`.
 */
role?: string | null, 
/**
 * Company customers: position.
 */
title?: string | null, 
/**
 * Has a say in the purchase.
 */
decides?: boolean | null, 
/**
 * Anything else.
 */
remark?: string | null, };

/**
 * Somebody beside a customer: who comes along, who decides, whom one speaks to at a company.
 */
export type PersonId = string;

/**
 * Somebody beside the customer.
 */
export type PersonRow = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * As said.
 */
name: string, 
/**
 * As said.
 */
gender: Gender | null, 
/**
 * Code of `person_roles`.
 */
role: string | null, 
/**
 * Company customers: position.
 */
title: string | null, 
/**
 * Has a say in the purchase.
 */
decides: boolean, 
/**
 * Anything else.
 */
remark: string | null, 
/**
 * Their numbers, masked.
 */
phones: Array<PhoneRow>, };

/**
 * What is being done.
 */
export type Phase = "reading" | "understanding" | "saving" | "copying" | "restoring" | "checking" | "rebuilding" | "joining";

/**
 * One of a customer's phone numbers.
 */
export type PhoneId = string;

/**
 * A number in full.
 */
export type PhoneNumber = { 
/**
 * In groups, as it is read aloud.
 */
phone: string, };

/**
 * One number.
 */
export type PhoneRow = { 
/**
 * Which.
 */
id: PhoneId, 
/**
 * Masked.
 */
phone: string, 
/**
 * Whose phone it is, or which.
 */
note: string | null, };

/**
 * Whom, when, what for.
 */
export type PlanCard = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * By which day.
 */
due: Day, 
/**
 * What for.
 */
note?: string | null, 
/**
 * Code of `ways`.
 */
way?: string | null, };

/**
 * A text that is being written.
 */
export type PreviewMessage = { 
/**
 * With its blanks.
 */
body: string, 
/**
 * Its language.
 */
lang: Lang, };

/**
 * Which pages of which paper.
 */
export type PreviewPaper = { 
/**
 * Which paper.
 */
paper: PaperKind, 
/**
 * Of which day, or of the month that has it; today, when not said.
 */
day?: Day | null, 
/**
 * Whose, where a paper is somebody's; as its own look has it, when not said.
 */
staff?: StaffId | null, 
/**
 * In which language.
 */
lang: PaperLang, 
/**
 * The first page wanted, from 0.
 */
from?: number | null, 
/**
 * How many; 20 at most.
 */
count?: number | null, 
/**
 * Pixels across; 2,800 at most.
 */
width?: number | null, };

/**
 * Why something was not done.
 */
export type Problem = { 
/**
 * Key of the words.
 */
code: Code, 
/**
 * What fills their gaps.
 */
args: { [key in string]: string }, 
/**
 * Whose move it is.
 */
nature: Nature, };

/**
 * How far it is.
 */
export type Progress = { 
/**
 * What is being done.
 */
phase: Phase, 
/**
 * Of it.
 */
done: number, 
/**
 * Of how much; 0 when that is not known.
 */
total: number, };

/**
 * The line, understood.
 */
export type QuickEntry = { 
/**
 * The form, as far as the line fills it.
 */
fields: VisitFields, 
/**
 * Which piece means what.
 */
parts: Array<QuickPart>, 
/**
 * Who it might be.
 */
known: Array<Recognised>, };

/**
 * What a piece of the line was read as.
 */
export type QuickPart = { 
/**
 * UTF-16 offset of its beginning.
 */
start: number, 
/**
 * UTF-16 offset behind its end.
 */
end: number, 
/**
 * Field of the form.
 */
field: string, 
/**
 * As it was understood: a code of a list, a number, words.
 */
shown: string, };

/**
 * What was typed.
 */
export type QuickText = { 
/**
 * One line.
 */
text: string, };

/**
 * Which file.
 */
export type ReadImport = { 
/**
 * Its path on this PC.
 */
path: string, 
/**
 * What it is to be taken for; recognised, when not said.
 */
kind?: SheetKind | null, 
/**
 * Problems that previews list at most: as many as a screen can show, when it is not said. The count is of all.
 */
listed?: number | null, };

/**
 * Which remark.
 */
export type ReadReview = { 
/**
 * Which.
 */
review: ReviewId, };

/**
 * Whom, to whom.
 */
export type ReassignCustomer = { 
/**
 * Whom.
 */
id: CustomerId, 
/**
 * To whom.
 */
owner: StaffId, };

/**
 * Which visit, to whom.
 */
export type ReassignVisit = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * To whom.
 */
consultant: StaffId, };

/**
 * What was folded.
 */
export type Rebuilt = { 
/**
 * Ops of the log.
 */
ops: number, };

/**
 * Which day.
 */
export type ReceptionAsk = { 
/**
 * Today, when not said.
 */
day?: Day | null, };

/**
 * The board.
 */
export type ReceptionView = { 
/**
 * Of which day.
 */
day: Day, 
/**
 * Here now to look at cars, first come first; also from days before.
 */
open: Array<VisitRow>, 
/**
 * Came to look at cars and gone, latest first.
 */
left: Array<VisitRow>, 
/**
 * Came for something else: who is still here, then who has gone, latest first.
 */
others: Array<VisitRow>, 
/**
 * Calls, latest first.
 */
calls: Array<VisitRow>, 
/**
 * Calls that wait to be called back, of the last 30 days, whatever the day in view.
 */
waiting: Array<WaitingCall>, 
/**
 * How many there are in all.
 */
waiting_count: number, 
/**
 * 待补全, latest first: one's own, or everybody's for whoever sees everything.
 */
incomplete: Array<VisitRow>, 
/**
 * How many there are in all.
 */
incomplete_count: number, 
/**
 * The day's figures.
 */
totals: Totals, 
/**
 * In the order of whose turn it is.
 */
rota: Array<RotaPlace>, 
/**
 * Who is next: the first in turn whom nothing keeps from receiving.
 */
next: StaffId | null, 
/**
 * Head and foot of the day's sheet.
 */
sheet: DaySheet, 
/**
 * Minutes by which this PC's clock is behind what was written last, where that is more than a moment.
 */
clock_behind: number | null, };

/**
 * What was typed so far.
 */
export type Recognise = { 
/**
 * A number, or its beginning.
 */
phone?: string | null, 
/**
 * A name.
 */
name?: string | null, };

/**
 * Somebody we know.
 */
export type Recognised = { 
/**
 * Who.
 */
customer: CustomerId, 
/**
 * Name; of somebody else's customer only the first character.
 */
name: string, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Code of `levels`; nothing for somebody else's customer.
 */
level: string | null, 
/**
 * Whose customer.
 */
owner: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
owner_name: string | null, 
/**
 * When there was last a contact.
 */
last_contact: Moment | null, 
/**
 * The whole number is the same.
 */
exact: boolean, 
/**
 * Whether the one who asks may open the card.
 */
visible: boolean, };

/**
 * Whether the party was known.
 */
export type Recognition = "new" | "known";

/**
 * The paper key, and the person who gets in with it.
 */
export type Recover = { 
/**
 * Case, spaces and dashes do not matter.
 */
recovery_key: string, 
/**
 * Whose password is set.
 */
login: string, 
/**
 * At least 10 characters.
 */
new_password: string, };

/**
 * One remark.
 */
export type RemarkRow = { 
/**
 * To be marked as read by.
 */
review: ReviewId, 
/**
 * Which contact it is about.
 */
contact: ContactId, 
/**
 * With whom that was.
 */
customer: CustomerId, 
/**
 * Their name.
 */
customer_name: string, 
/**
 * Code of `levels`.
 */
level: string, 
/**
 * 批复.
 */
remark: string, 
/**
 * Who remarked.
 */
by_name: string | null, 
/**
 * When.
 */
at: Moment, 
/**
 * When the contact was made.
 */
contact_at: Moment, 
/**
 * Code of `ways`.
 */
way: string, 
/**
 * What was said.
 */
content: string, };

/**
 * Which person.
 */
export type RemovePerson = { 
/**
 * Who.
 */
id: PersonId, };

/**
 * Which number.
 */
export type RemovePhone = { 
/**
 * Which.
 */
id: PhoneId, };

/**
 * Which rival.
 */
export type RemoveRival = { 
/**
 * Which.
 */
id: string, };

/**
 * What a PC is called.
 */
export type RenameDevice = { 
/**
 * Which.
 */
device: DeviceId, 
/**
 * Such as where it stands.
 */
name: string, };

/**
 * Which PC.
 */
export type RenumberDevice = { 
/**
 * Which.
 */
device: DeviceId, };

/**
 * Whose password was forgotten.
 */
export type ResetPassword = { 
/**
 * Whose.
 */
id: string, };

/**
 * Which copy, and what opens it: the paper key, anywhere; somebody's password of that time, on the PC that made it.
 */
export type Restore = { 
/**
 * The file.
 */
path: string, 
/**
 * Case, spaces and dashes do not matter.
 */
recovery_key?: string | null, 
/**
 * Instead of the paper key, together with the password.
 */
login?: string | null, 
/**
 * Of that login.
 */
password?: string | null, };

/**
 * Whose ID number.
 */
export type RevealIdNumber = { 
/**
 * Whose.
 */
customer: CustomerId, };

/**
 * Which number.
 */
export type RevealPhone = { 
/**
 * Which.
 */
id: PhoneId, };

/**
 * Which call.
 */
export type RevealVisitPhone = { 
/**
 * Which.
 */
id: VisitId, };

/**
 * Which contact, and what there is to say.
 */
export type ReviewContact = { 
/**
 * Which.
 */
contact: ContactId, 
/**
 * 批复; nothing when there is nothing to say.
 */
remark?: string | null, };

/**
 * Contacts that were read without a remark.
 */
export type ReviewContacts = { 
/**
 * Which.
 */
contacts: Array<ContactId>, };

/**
 * What a manager thinks of a contact.
 */
export type ReviewId = string;

/**
 * One contact to be read.
 */
export type ReviewRow = { 
/**
 * Which.
 */
contact: ContactId, 
/**
 * With whom.
 */
customer: CustomerId, 
/**
 * Their name.
 */
customer_name: string, 
/**
 * What they look at.
 */
model: string | null, 
/**
 * By whom.
 */
staff: StaffId, 
/**
 * The same, as colleagues say it.
 */
staff_name: string | null, 
/**
 * When, as the user says.
 */
at: Moment, 
/**
 * When it was written down.
 */
entered: Moment, 
/**
 * It was written down on a later day than it happened.
 */
back_filled: boolean, 
/**
 * Code of `ways`.
 */
way: string, 
/**
 * What was said.
 */
content: string, 
/**
 * What they asked.
 */
question: string | null, 
/**
 * What was answered.
 */
answer: string | null, 
/**
 * Level before.
 */
level_from: string | null, 
/**
 * Level after.
 */
level_to: string | null, 
/**
 * Next contact agreed.
 */
next: Day | null, 
/**
 * The day by which the card asked for it.
 */
due: Day | null, 
/**
 * Whether it was in time.
 */
timely: Timely, 
/**
 * Days that it was late.
 */
late_days: number, 
/**
 * What was said the time before.
 */
before: LastContact | null, };

/**
 * Whose contacts, and from where on.
 */
export type ReviewsAsk = { 
/**
 * Of one person; everybody's, when not said.
 */
staff?: StaffId | null, 
/**
 * As the page before says.
 */
after?: string | null, 
/**
 * Rows at most.
 */
limit?: number | null, };

/**
 * One page of the inbox.
 */
export type ReviewsPage = { 
/**
 * Latest first.
 */
rows: Array<ReviewRow>, 
/**
 * What to ask for the page after; nothing on the last.
 */
next: string | null, 
/**
 * How many there are in all, counted up to a thousand.
 */
total: number, 
/**
 * There are more than were counted.
 */
more: boolean, };

/**
 * What is known of a model that a customer compares with ours.
 */
export type RivalFields = { 
/**
 * Price heard there, in fen.
 */
price?: number | null, 
/**
 * What they like or miss about it.
 */
note?: string | null, };

/**
 * A model that the customer compares with ours.
 */
export type RivalRow = { 
/**
 * Which.
 */
id: string, 
/**
 * Brand and model, as said.
 */
model: string, 
/**
 * Price heard there, in fen.
 */
price: number | null, 
/**
 * What they like or miss about it.
 */
note: string | null, };

/**
 * The jobs of a showroom. One person can hold several.
 */
export type Role = "receptionist" | "consultant" | "dcc" | "test_drive" | "sales_manager" | "service_advisor" | "cs_clerk" | "cs_manager" | "general_manager" | "admin";

/**
 * A place in the turn.
 */
export type RotaPlace = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * As colleagues say it.
 */
name: string, 
/**
 * With a party now (接待中).
 */
busy: boolean, 
/**
 * What else keeps them from receiving.
 */
state: DutyState | null, 
/**
 * Since when: the state, else the party they are with.
 */
since: Moment | null, 
/**
 * Parties of sales traffic today.
 */
received_today: number, 
/**
 * Why their turn was passed over, when that was their last turn today: code of `turn_skip_reasons`.
 */
skipped: string | null, };

/**
 * What was wrong with a row or a cell.
 */
export type RowProblem = { 
/**
 * The sheet's own row number, from 1.
 */
row: number, 
/**
 * Heading of the column, or the field's name where the sheet's heading is not known.
 */
column: string | null, 
/**
 * Key of the words below `import.problem.`.
 */
code: string, 
/**
 * What the cell says.
 */
value: string, };

/**
 * The rules, one field per setting. Wire names are those of `assets/house/rules.json`.
 */
export type Rules = { 
/**
 * Fields that a walk-in needs to be complete.
 */
complete_walk_in: Array<string>, 
/**
 * Fields that a call needs to be complete.
 */
complete_call: Array<string>, 
/**
 * Fields that a party at an event needs to be complete.
 */
complete_event: Array<string>, 
/**
 * Minutes without input until the screen locks.
 */
lock_after_minutes: number, 
/**
 * The same where a receptionist is signed in.
 */
lock_after_minutes_reception: number, 
/**
 * A visit without a deal → call the next day.
 */
next_day_call: boolean, 
/**
 * Purposes that count as sales traffic.
 */
traffic_purposes: Array<string>, 
/**
 * Levels at which no rule makes follow-up cards.
 */
no_card_levels: Array<string>, 
/**
 * Days for which a contact waits for the manager's remark.
 */
review_days: number, 
/**
 * Minutes after which somebody with an appointment is late.
 */
appointment_grace_minutes: number, 
/**
 * Texts to say or to send, with blanks for names.
 */
messages: Array<MessageText>, };

/**
 * A value, and whose it is.
 */
export type SaidThere = { 
/**
 * Nothing, where the field was emptied.
 */
value: string | null, 
/**
 * By whom.
 */
by_name: string | null, 
/**
 * On which PC.
 */
device: string | null, 
/**
 * When it was entered.
 */
at: Moment, };

/**
 * Which paper, and where to.
 */
export type SavePaper = { 
/**
 * Which paper.
 */
paper: PaperKind, 
/**
 * Of which day, or of the month that has it; today, when not said.
 */
day?: Day | null, 
/**
 * Whose, where a paper is somebody's; as its own look has it, when not said.
 */
staff?: StaffId | null, 
/**
 * In which language.
 */
lang: PaperLang, 
/**
 * The file; what stands there is replaced.
 */
path: string, };

/**
 * What was typed.
 */
export type SearchAsk = { 
/**
 * Name, pinyin, initials, a run of at least three digits, plate, VIN.
 */
text: string, 
/**
 * Rows at most.
 */
limit?: number | null, };

/**
 * Whether there was something to look for.
 */
export type SearchState = "ok" | "too_short" | "none";

/**
 * Where to.
 */
export type SetBackupFolder = { 
/**
 * A folder on another disk, at best; the data folder's own, when nothing.
 */
path: string | null, };

/**
 * What keeps somebody from receiving today.
 */
export type SetDuty = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * Nothing: they are back.
 */
state?: DutyState | null, };

/**
 * Whose, and which.
 */
export type SetLevel = { 
/**
 * Whose.
 */
id: CustomerId, 
/**
 * Code of `levels`.
 */
level: string, };

/**
 * One's own new PIN.
 */
export type SetPin = { 
/**
 * 6 digits.
 */
pin: string, };

/**
 * One rule as it is to be.
 */
export type SetRule = { 
/**
 * A field of the rules.
 */
name: string, 
/**
 * Of that field's shape.
 */
value: unknown, };

/**
 * What a new branch needs.
 */
export type SetUpBranch = { 
/**
 * As it stands over the door.
 */
branch: string, 
/**
 * The brand it sells; may be empty.
 */
brand: string, 
/**
 * The administrator's name, which is also the login.
 */
admin_name: string, 
/**
 * At least 10 characters.
 */
password: string, };

/**
 * What is shown once.
 */
export type SetUpDone = { 
/**
 * To be printed for the general manager.
 */
recovery_key: string, };

/**
 * The day's weather.
 */
export type SetWeather = { 
/**
 * Today, when not said.
 */
day?: Day | null, 
/**
 * Code of `weathers`; nothing takes it back.
 */
weather?: string | null, };

/**
 * Which field, and which of its two values.
 */
export type SettleField = { 
/**
 * Wire name of the table.
 */
table: string, 
/**
 * Which row.
 */
row: string, 
/**
 * Which field.
 */
field: string, 
/**
 * The other value is right, not the one that stands.
 */
other: boolean, };

/**
 * A number in whose rows several consultants stand.
 */
export type SharedPhone = { 
/**
 * Masked.
 */
phone: string, 
/**
 * The owner: the first row's, or the store's.
 */
owner: string, 
/**
 * The others; they are told.
 */
others: Array<string>, };

/**
 * One consultant's day.
 */
export type SheetConsultant = { 
/**
 * Who; nobody for parties that nobody received.
 */
staff: StaffId | null, 
/**
 * As colleagues say it.
 */
name: string | null, 
/**
 * Parties.
 */
received: number, 
/**
 * Calls.
 */
calls: number, 
/**
 * First visits.
 */
first: number, 
/**
 * Parties that left name and number.
 */
filed: number, 
/**
 * Test drives.
 */
test_drives: number, };

/**
 * What stands in a day's cell.
 */
export type SheetDay = { 
/**
 * Day of the month, 1–31.
 */
day: number, 
/**
 * Level after that day's last contact or visit; nothing when none was said.
 */
level: string | null, 
/**
 * Something is planned for that day and has not happened: `*`.
 */
planned: boolean, };

/**
 * The foot.
 */
export type SheetFoot = { 
/**
 * Open prospects now: H, A, B, C.
 */
levels: Array<LevelCount>, 
/**
 * All of them.
 */
prospects: number, 
/**
 * Of these from before the day's month.
 */
carried_over: number, 
/**
 * Cards made in the day's month up to the day, whatever became of them.
 */
new_this_month: number, 
/**
 * Customers who drive our car.
 */
owners: number, 
/**
 * Follow-up contacts of the day.
 */
contacts_today: number, 
/**
 * The same from the first of the month to the day.
 */
contacts_month: number, };

/**
 * What a sheet is a list of.
 */
export type SheetKind = "register" | "customers" | "catalogue" | "unknown";

/**
 * One customer.
 */
export type SheetRow = { 
/**
 * Who.
 */
customer: CustomerRow, 
/**
 * The file was opened in this month.
 */
new: boolean, 
/**
 * Level when the month began, or the file was opened.
 */
start: string | null, 
/**
 * Days on which something happened or is planned.
 */
days: Array<SheetDay>, 
/**
 * Level at the end of the month; today's, while it runs.
 */
end: string | null, };

/**
 * Who signed a sheet, and when.
 */
export type SheetSignature = { 
/**
 * As colleagues say it; nothing for somebody whose row has not come yet.
 */
name: string | null, 
/**
 * When.
 */
at: Moment | null, };

/**
 * The day's figures. Parties are sales traffic alone.
 */
export type SheetTotals = { 
/**
 * Parties that came in to look at cars, at an event too.
 */
parties: number, 
/**
 * Of these at an event.
 */
events: number, 
/**
 * Persons in them; a party without a number of persons counts as one.
 */
people: number, 
/**
 * Calls.
 */
calls: number, 
/**
 * Of these not answered in time.
 */
missed: number, 
/**
 * Came for something else.
 */
others: number, 
/**
 * Came for the first time.
 */
first: number, 
/**
 * Came again.
 */
again: number, 
/**
 * Were invited.
 */
invited: number, 
/**
 * Left name and number.
 */
filed: number, 
/**
 * First visits that did not buy: what retention is measured against.
 */
first_unsold: number, 
/**
 * Of these left name and number.
 */
first_filed: number, 
/**
 * Drove.
 */
test_drives: number, 
/**
 * Added WeChat.
 */
wechat: number, 
/**
 * Lack something that the house asks for; calls too.
 */
incomplete: number, 
/**
 * Still here.
 */
open: number, };

/**
 * Which PC is shut out, and why.
 */
export type ShutOut = { 
/**
 * Which.
 */
device: DeviceId, 
/**
 * For the others to read.
 */
reason?: string | null, };

/**
 * A login and its password.
 */
export type SignIn = { 
/**
 * As the administrator wrote it; case, width and spaces do not matter.
 */
login: string, 
/**
 * As it was chosen.
 */
password: string, };

/**
 * Which, and why.
 */
export type SkipCard = { 
/**
 * Which.
 */
card: CardId, 
/**
 * Code of `skip_reasons`.
 */
reason: string, };

/**
 * A turn that is passed over.
 */
export type SkipTurn = { 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * Code of `turn_skip_reasons`.
 */
reason: string, };

/**
 * Somebody who works, or worked, here.
 */
export type Staff = { 
/**
 * Who.
 */
id: string, 
/**
 * As colleagues say it.
 */
name: string, 
/**
 * What is typed to sign in.
 */
login: string, 
/**
 * As what.
 */
roles: Array<Role>, 
/**
 * Still here.
 */
active: boolean, 
/**
 * Has a PIN on this PC.
 */
has_pin: boolean, 
/**
 * Has not yet chosen a password.
 */
one_time_password: boolean, };

/**
 * What is shown once.
 */
export type StaffAdded = { 
/**
 * The new row.
 */
staff: Staff, 
/**
 * To be handed over on paper and replaced at the first sign-in.
 */
one_time_password: string, };

/**
 * A member of staff.
 */
export type StaffId = string;

/**
 * A step that was not possible any more.
 */
export type StepThere = { 
/**
 * To be dismissed by.
 */
step: string, 
/**
 * Of what: the wire name of its table.
 */
noun: string, 
/**
 * Whose, where it is a customer's.
 */
customer: CustomerId | null, 
/**
 * As colleagues say it.
 */
customer_name: string | null, 
/**
 * Where it was to go.
 */
to: string, 
/**
 * Where it stands.
 */
state: string, 
/**
 * By whom.
 */
by_name: string | null, 
/**
 * On which PC.
 */
device: string | null, 
/**
 * When it was entered.
 */
at: Moment, };

/**
 * What was typed.
 */
export type SuggestModels = { 
/**
 * Part of a series' name.
 */
text: string, };

/**
 * Who sits down, and their PIN.
 */
export type SwitchByPin = { 
/**
 * Who.
 */
staff: string, 
/**
 * 6 digits.
 */
pin: string, };

/**
 * A word for a customer.
 */
export type TagCustomer = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Code of `tags`, its name in any language, or a free word.
 */
label: string, };

/**
 * One person.
 */
export type TeamRow = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * As colleagues say it.
 */
name: string, 
/**
 * Cards that are late.
 */
overdue: Count, 
/**
 * Days since the earliest of them was due; 0 when none is late.
 */
oldest_overdue_days: number, 
/**
 * Cards due today.
 */
due: Count, 
/**
 * Cards finished today.
 */
done: number, 
/**
 * Visits still to be completed.
 */
incomplete: number, 
/**
 * Whom they expect today and who has not come yet.
 */
appointments: number, 
/**
 * Customers of level H.
 */
level_h: Count, 
/**
 * Customers of level A.
 */
level_a: Count, 
/**
 * Customers of level B.
 */
level_b: Count, };

/**
 * The team.
 */
export type TeamView = { 
/**
 * Today.
 */
day: Day, 
/**
 * Whoever burns most first.
 */
rows: Array<TeamRow>, };

/**
 * Whose, and from where on.
 */
export type TimelineAsk = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * Only of these sorts; everything, when not said.
 */
kinds?: Array<TimelineKind> | null, 
/**
 * As the page before says.
 */
before?: string | null, 
/**
 * Entries at most.
 */
limit?: number | null, };

/**
 * One entry.
 */
export type TimelineEntry = { 
/**
 * To be undone by.
 */
act: ActId, 
/**
 * When it happened, as the user says.
 */
at: Moment, 
/**
 * When it was written down.
 */
entered_at: Moment, 
/**
 * What was done: a command's name.
 */
verb: string, 
/**
 * By whom.
 */
actor_name: string | null, 
/**
 * What sort.
 */
kind: TimelineKind, 
/**
 * What was said, where something was.
 */
title: string | null, 
/**
 * What changed.
 */
changes: Array<FieldChange>, 
/**
 * Whether the one who looks may take it back.
 */
undoable: boolean, 
/**
 * It was taken back.
 */
undone: boolean, };

/**
 * What sort of thing happened.
 */
export type TimelineKind = "visit" | "call" | "contact" | "edit" | "level" | "plan" | "appointment" | "review" | "import" | "other";

/**
 * One page, latest first. Where few entries are of the sorts asked for, a page may be short and go on all the same.
 */
export type TimelinePage = { 
/**
 * Latest first.
 */
entries: Array<TimelineEntry>, 
/**
 * What to ask for the page after; nothing on the last.
 */
next: string | null, };

/**
 * Whether a contact was made in time. The time of entry counts: writing it down earlier than it is does not make it timely.
 */
export type Timely = "unasked" | "in_time" | "late";

/**
 * Whose.
 */
export type TodayAsk = { 
/**
 * One's own, when not said.
 */
staff?: StaffId | null, };

/**
 * A person's day.
 */
export type TodayView = { 
/**
 * Today.
 */
day: Day, 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * As colleagues say it.
 */
staff_name: string, 
/**
 * Late: hottest level first, then longest overdue.
 */
overdue: Array<CardRow>, 
/**
 * Due today, hottest level first.
 */
due: Array<CardRow>, 
/**
 * Due in the next days, soonest first.
 */
upcoming: Array<CardRow>, 
/**
 * How many are late in all.
 */
overdue_count: number, 
/**
 * How many are due today in all.
 */
due_count: number, 
/**
 * Cards finished today.
 */
done_today: number, 
/**
 * Cards of the days to come.
 */
coming: Array<DayCount>, 
/**
 * Who comes today, in the order of their times.
 */
appointments: Array<AppointmentRow>, 
/**
 * Customers who did not come, and with whom nobody has spoken since.
 */
missed: Array<AppointmentRow>, 
/**
 * Remarks on one's contacts that are not read yet; one's own alone.
 */
remarks: Array<RemarkRow>, 
/**
 * Customers whose birthday it is.
 */
birthdays: Array<BirthdayRow>, 
/**
 * Records that this person still has to complete.
 */
incomplete: Array<VisitRow>, 
/**
 * Level → the next contact, if one is made today.
 */
next_by_level: { [key in string]: Day | null }, };

/**
 * The day's figures. All but `others` and `open` are of sales traffic alone.
 */
export type Totals = { 
/**
 * Parties that came in, also to an event.
 */
walk_ins: number, 
/**
 * Calls; missed ones among them.
 */
calls: number, 
/**
 * Calls that nobody answered in time.
 */
missed: number, 
/**
 * Persons in those parties; a party without a number of persons counts as one.
 */
people: number, 
/**
 * Came for the first time.
 */
first: number, 
/**
 * Came again.
 */
again: number, 
/**
 * Were invited.
 */
invited: number, 
/**
 * Left a number.
 */
with_phone: number, 
/**
 * Did not.
 */
without_phone: number, 
/**
 * First visits, and parties of whom nobody said how often they came: what first-visit retention (首次留档率) counts.
 */
first_visits: number, 
/**
 * Of those, the ones who left a number.
 */
first_filed: number, 
/**
 * Parties that came for something else than to look at cars.
 */
others: number, 
/**
 * Still here, whatever they came for.
 */
open: number, };

/**
 * Which act.
 */
export type UndoAsk = { 
/**
 * Which.
 */
act: ActId, };

/**
 * What was taken back.
 */
export type UndoDone = { 
/**
 * The act of taking back.
 */
act: ActId, 
/**
 * Rows that are as before.
 */
reverted: number, 
/**
 * Rows that stay, because somebody changed them since.
 */
kept: number, };

/**
 * A consultant's name that nobody here has.
 */
export type UnknownConsultant = { 
/**
 * As the sheet has it.
 */
name: string, 
/**
 * In how many rows.
 */
rows: number, };

/**
 * What is taken apart.
 */
export type UnmergeCustomers = { 
/**
 * Which merge.
 */
merge: string, };

/**
 * All checks.
 */
export type VerifyReport = { 
/**
 * All well.
 */
ok: boolean, 
/**
 * Ops of the log.
 */
ops: number, 
/**
 * By name.
 */
checks: { [key in string]: CheckResult }, };

/**
 * Which visit.
 */
export type VisitAsk = { 
/**
 * Which.
 */
id: VisitId, };

/**
 * What is known of a party. Any of it may be missing: incomplete is a state, not a mistake.
 */
export type VisitFields = { 
/**
 * Who it is, where the person at the counter said so; otherwise they are recognised by the number.
 */
customer?: CustomerId | null, 
/**
 * As said at the counter.
 */
name?: string | null, 
/**
 * As seen.
 */
gender?: Gender | null, 
/**
 * In any usual spelling.
 */
phone?: string | null, 
/**
 * Persons.
 */
party_size?: number | null, 
/**
 * When they came in, or the phone rang; now, when not said.
 */
arrived?: Moment | null, 
/**
 * When they went.
 */
left?: Moment | null, 
/**
 * Code of `weathers`.
 */
weather?: string | null, 
/**
 * Code of `transports`.
 */
transport?: string | null, 
/**
 * Code of `purposes`.
 */
purpose?: string | null, 
/**
 * First time, again, invited.
 */
frequency?: Frequency | null, 
/**
 * Who receives them.
 */
consultant?: StaffId | null, 
/**
 * Where they live.
 */
area?: string | null, 
/**
 * Code of `sources`.
 */
source?: string | null, 
/**
 * Code of `sub_sources`.
 */
sub_source?: string | null, 
/**
 * Code of `events`.
 */
event?: string | null, 
/**
 * What they drive now.
 */
current_car?: string | null, 
/**
 * What they came to see.
 */
model?: string | null, 
/**
 * In which colour.
 */
colour?: string | null, 
/**
 * What else they look at.
 */
competitor?: string | null, 
/**
 * Code of `levels`.
 */
level?: string | null, 
/**
 * Code of `purchase_types`.
 */
purchase_type?: string | null, 
/**
 * Whether they drove.
 */
test_drive?: boolean | null, 
/**
 * Fen.
 */
quoted_price?: number | null, 
/**
 * Whether WeChat was added.
 */
wechat?: boolean | null, 
/**
 * What was said.
 */
talk?: string | null, 
/**
 * Code of `drinks`.
 */
drink?: string | null, 
/**
 * Filed or not.
 */
result?: VisitResult | null, 
/**
 * Code of `not_filed_reasons`.
 */
not_filed_reason?: string | null, 
/**
 * Traits, decision maker.
 */
remark?: string | null, 
/**
 * Calls: rings before it was answered.
 */
rings?: number | null, 
/**
 * Calls: dealer's and own name were given.
 */
greeting_given?: boolean | null, 
/**
 * Calls: why they call.
 */
call_reason?: string | null, 
/**
 * Calls: put through to.
 */
transferred_to?: StaffId | null, 
/**
 * Calls: seconds until put through.
 */
transfer_seconds?: number | null, 
/**
 * Calls: whether the colleague answered.
 */
connected?: boolean | null, 
/**
 * Calls: what was agreed was said once more.
 */
summary_agreed?: boolean | null, 
/**
 * Calls: code of `ways`.
 */
next_contact_offered?: string | null, 
/**
 * Calls: we promised to call back.
 */
callback_promised?: boolean | null, 
/**
 * Calls: by when we call back.
 */
callback_by?: Moment | null, 
/**
 * Calls: nobody answered in time.
 */
missed?: boolean | null, 
/**
 * Calls: the caller hung up first, as the standard asks.
 */
caller_hung_up_first?: boolean | null, };

/**
 * One party that came or called.
 */
export type VisitId = string;

/**
 * 来店 / 来电 / 活动 / 其他.
 */
export type VisitKind = "walk_in" | "call" | "event" | "other";

/**
 * Whether the party left its name and number.
 */
export type VisitResult = "filed" | "not_filed";

/**
 * One row of the board or the register.
 */
export type VisitRow = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * How they came.
 */
kind: VisitKind, 
/**
 * Here or gone.
 */
state: VisitState, 
/**
 * Their card.
 */
customer: CustomerId | null, 
/**
 * As said at the counter.
 */
name: string | null, 
/**
 * As seen.
 */
gender: Gender | null, 
/**
 * Masked.
 */
phone: string | null, 
/**
 * Persons.
 */
party_size: number | null, 
/**
 * When they came in, or the phone rang.
 */
arrived: Moment, 
/**
 * When they went.
 */
left: Moment | null, 
/**
 * First time, again, invited.
 */
frequency: Frequency | null, 
/**
 * Code of `purposes`.
 */
purpose: string | null, 
/**
 * Who receives them.
 */
consultant: StaffId | null, 
/**
 * The same, as colleagues say it.
 */
consultant_name: string | null, 
/**
 * What they came to see.
 */
model: string | null, 
/**
 * Code of `levels`.
 */
level: string | null, 
/**
 * Code of `sources`.
 */
source: string | null, 
/**
 * Code of `drinks`: what was offered.
 */
drink: string | null, 
/**
 * Code of `events`.
 */
event: string | null, 
/**
 * Whether it counts as sales traffic; nobody else is asked for anything.
 */
sales: boolean, 
/**
 * Filed or not; nothing while nobody said.
 */
result: VisitResult | null, 
/**
 * A call that nobody answered in time.
 */
missed: boolean, 
/**
 * Fields that still make it 待补全.
 */
missing: Array<string>, 
/**
 * Traits, decision maker.
 */
remark: string | null, 
/**
 * Imported cells that could not be read.
 */
kept: Array<KeptCell>, 
/**
 * Whether the one who looks may complete it.
 */
mine: boolean, };

/**
 * Here, or gone.
 */
export type VisitState = "open" | "left";

/**
 * A visit with all its fields.
 */
export type VisitView = { 
/**
 * As lists show it.
 */
row: VisitRow, 
/**
 * The form. The number is masked here too: it is shown in full from the customer's card, and that is logged.
 */
fields: VisitFields, 
/**
 * Whether the one who looks may complete it.
 */
editable: boolean, 
/**
 * Calls: they wait to be called back.
 */
waits: boolean, 
/**
 * Calls: the attempts to call back, earliest first.
 */
tried: Array<CallbackTried>, };

/**
 * An act that waits.
 */
export type WaitingAct = { 
/**
 * What was done.
 */
verb: string, 
/**
 * When it was entered.
 */
at: Moment, };

/**
 * A call that waits for ours.
 */
export type WaitingCall = { 
/**
 * The call.
 */
call: VisitRow, 
/**
 * Nobody answered it; otherwise we promised.
 */
missed: boolean, 
/**
 * When we said that we would call.
 */
by: Moment | null, 
/**
 * That time has passed; or, where none was said, the day of the call has.
 */
overdue: boolean, 
/**
 * Attempts so far.
 */
tried: number, 
/**
 * The last of them.
 */
last_tried: Moment | null, };

/**
 * Which claim.
 */
export type WithdrawClaim = { 
/**
 * Which.
 */
claim: ClaimId, };
