// The commands of the desk and what makes their answers stale. Made from Rust; do not edit.
import type { Acted, AdjustImport, BackupStatus, CardFinished, CustomerFields, CustomerView, CustomersAsk, CustomersPage, Day, DoorStatus, FinishCard, Found, House, Id, ImportDone, ImportPreview, Item, LogContact, LogVisit, LoggedVisit, Me, Moment, OpenDemo, Progress, QuickEntry, ReceptionView, Recognised, Recover, Role, SetUpBranch, SetUpDone, SignIn, Staff, StaffAdded, SwitchByPin, TimelinePage, TodayView, VerifyReport, VisitFields, VisitView, Noun } from "./types";

/** name → [ask, answer]. `reads` lists the nouns whose change makes an answer stale (queries only). */
export type Commands = {
  door_status: [{}, DoorStatus]; set_up_branch: [SetUpBranch, SetUpDone]; confirm_recovery_key: [{ recovery_key: string }, null]; open_demo: [OpenDemo, Me]; leave_demo: [{}, null];
  sign_in: [SignIn, Me]; recover: [Recover, Me]; switch_by_pin: [SwitchByPin, Me]; set_pin: [{ pin: string }, null]; change_password: [{ old: string; new: string }, null]; lock: [{}, null]; close: [{}, null];
  staff_list: [{}, Staff[]]; add_staff: [{ name: string; roles: Role[] }, StaffAdded]; change_staff: [{ id: Id; name?: string | null; roles?: Role[] | null; active?: boolean | null }, Staff]; reset_password: [{ id: Id }, { one_time_password: string }];
  reception: [{ day?: Day | null }, ReceptionView]; log_walk_in: [LogVisit, LoggedVisit]; log_call: [LogVisit, LoggedVisit]; leave_visit: [{ id: Id; at?: Moment | null }, Acted]; complete_visit: [{ id: Id; fields: VisitFields }, LoggedVisit];
  visit: [{ id: Id }, VisitView]; parse_quick_entry: [{ text: string }, QuickEntry]; recognise: [{ phone?: string | null; name?: string | null }, Recognised[]]; suggest_models: [{ text: string }, string[]];
  customers: [CustomersAsk, CustomersPage]; customer: [{ id: Id }, CustomerView]; timeline: [{ customer: Id; before?: string | null; limit?: number | null }, TimelinePage];
  add_customer: [{ fields: CustomerFields; phone: string; level?: string | null; owner?: Id | null }, { act: Id; id: Id }]; edit_customer: [{ id: Id; fields: CustomerFields }, Acted]; set_level: [{ id: Id; level: string }, Acted];
  add_phone: [{ customer: Id; phone: string; note?: string | null }, Acted]; remove_phone: [{ id: Id }, Acted]; reveal_phone: [{ id: Id }, { phone: string }]; reveal_id_number: [{ customer: Id }, { id_number: string }]; reassign_customer: [{ id: Id; owner: Id }, Acted];
  undo: [{ act: Id }, { act: Id; reverted: number; kept: number }]; search: [{ text: string; limit?: number | null }, Found];
  today: [{ staff?: Id | null }, TodayView]; finish_card: [FinishCard, CardFinished]; log_contact: [LogContact, CardFinished]; plan_card: [{ customer: Id; due: Day; note?: string | null; way?: string | null }, Acted]; skip_card: [{ card: Id; reason: string }, CardFinished];
  read_import: [{ path: string }, ImportPreview]; adjust_import: [AdjustImport, ImportPreview]; commit_import: [{ id: Id }, ImportDone]; cancel_import: [{}, null]; import_progress: [{}, Progress | null];
  house: [{}, House]; change_house: [{ list: string; items: Item[] }, Acted]; set_rule: [{ name: string; value: unknown }, Acted];
  backup_status: [{}, BackupStatus]; set_backup_folder: [{ path: string | null }, BackupStatus]; back_up_now: [{}, BackupStatus]; restore: [{ path: string; recovery_key: string }, null]; rebuild: [{}, { ops: number }]; verify: [{}, VerifyReport];
};

/** The nouns whose change makes an answer stale (commands that only read). */
export const reads: Partial<Record<keyof Commands, Noun[]>> = {
  door_status: ["door", "staff"],
  staff_list: ["staff"],
  reception: ["visits", "staff", "house"],
  visit: ["visits", "customers"],
  recognise: ["customers"],
  suggest_models: ["catalogue"],
  customers: ["customers", "cards", "staff"],
  customer: ["customers", "cards", "staff"],
  timeline: ["customers", "visits", "cards"],
  search: ["customers", "staff"],
  today: ["cards", "customers", "visits"],
  house: ["house"],
  backup_status: ["backup"],
};
