// Made from Rust by `cargo xtask generate`; a check fails when it is stale. Do not edit.
import type { Noun, Acted, AddCustomer, AddPhone, AddStaff, AdjustImport, BackupStatus, CardFinished, ChangeHouse, ChangePassword, ChangeStaff, CommitImport, CompleteVisit, ConfirmRecoveryKey, CustomerAdded, CustomerAsk, CustomerView, CustomersAsk, CustomersPage, DailySheet, DailySheetAsk, DoorStatus, EditCustomer, FinishCard, Found, House, IdNumber, ImportDone, ImportPreview, LeaveVisit, LogContact, LogVisit, LoggedVisit, Nothing, OneTimePassword, OpenDemo, OpenPaper, PaperFile, PaperPages, PhoneNumber, PlanCard, PreviewPaper, Progress, QuickEntry, QuickText, ReadImport, ReassignCustomer, Rebuilt, ReceptionAsk, ReceptionView, Recognise, Recognised, Recover, RemovePhone, ResetPassword, Restore, RevealIdNumber, RevealPhone, SavePaper, SearchAsk, SetBackupFolder, SetLevel, SetPin, SetRule, SetUpBranch, SetUpDone, SignIn, SkipCard, Staff, StaffAdded, SuggestModels, SwitchByPin, TimelineAsk, TimelinePage, TodayAsk, TodayView, UndoAsk, UndoDone, VerifyReport, VisitAsk, VisitView } from "./types";

/** Name → [request, answer]. */
export type Commands = {
  door_status: [Nothing, DoorStatus];
  set_up_branch: [SetUpBranch, SetUpDone];
  confirm_recovery_key: [ConfirmRecoveryKey, null];
  open_demo: [OpenDemo, null];
  leave_demo: [Nothing, null];
  restore: [Restore, null];
  sign_in: [SignIn, null];
  recover: [Recover, null];
  switch_by_pin: [SwitchByPin, null];
  set_pin: [SetPin, null];
  change_password: [ChangePassword, null];
  lock: [Nothing, null];
  close: [Nothing, null];
  staff_list: [Nothing, Array<Staff>];
  add_staff: [AddStaff, StaffAdded];
  change_staff: [ChangeStaff, Staff];
  reset_password: [ResetPassword, OneTimePassword];
  reception: [ReceptionAsk, ReceptionView];
  log_walk_in: [LogVisit, LoggedVisit];
  log_call: [LogVisit, LoggedVisit];
  leave_visit: [LeaveVisit, Acted];
  complete_visit: [CompleteVisit, LoggedVisit];
  visit: [VisitAsk, VisitView];
  parse_quick_entry: [QuickText, QuickEntry];
  suggest_models: [SuggestModels, Array<string>];
  recognise: [Recognise, Array<Recognised>];
  customers: [CustomersAsk, CustomersPage];
  customer: [CustomerAsk, CustomerView];
  timeline: [TimelineAsk, TimelinePage];
  add_customer: [AddCustomer, CustomerAdded];
  edit_customer: [EditCustomer, Acted];
  set_level: [SetLevel, Acted];
  add_phone: [AddPhone, Acted];
  remove_phone: [RemovePhone, Acted];
  reveal_phone: [RevealPhone, PhoneNumber];
  reveal_id_number: [RevealIdNumber, IdNumber];
  reassign_customer: [ReassignCustomer, Acted];
  search: [SearchAsk, Found];
  today: [TodayAsk, TodayView];
  finish_card: [FinishCard, CardFinished];
  log_contact: [LogContact, CardFinished];
  plan_card: [PlanCard, Acted];
  skip_card: [SkipCard, CardFinished];
  undo: [UndoAsk, UndoDone];
  read_import: [ReadImport, ImportPreview];
  adjust_import: [AdjustImport, ImportPreview];
  commit_import: [CommitImport, ImportDone];
  cancel_import: [Nothing, null];
  import_progress: [Nothing, Progress | null];
  daily_sheet: [DailySheetAsk, DailySheet];
  preview_paper: [PreviewPaper, PaperPages];
  open_paper: [OpenPaper, PaperFile];
  save_paper: [SavePaper, PaperFile];
  house: [Nothing, House];
  change_house: [ChangeHouse, Acted];
  set_rule: [SetRule, Acted];
  backup_status: [Nothing, BackupStatus];
  set_backup_folder: [SetBackupFolder, BackupStatus];
  back_up_now: [Nothing, BackupStatus];
  rebuild: [Nothing, Rebuilt];
  verify: [Nothing, VerifyReport];
};

/** The nouns whose change makes an answer stale. */
export const reads: Partial<Record<keyof Commands, Noun[]>> = {
  door_status: ["door","staff","house"],
  staff_list: ["staff"],
  reception: ["visits","staff","house"],
  visit: ["visits","customers","staff"],
  suggest_models: ["catalogue"],
  recognise: ["customers","staff"],
  customers: ["customers","cards","visits","staff"],
  customer: ["customers","cards","visits","staff"],
  timeline: ["customers","cards","visits","staff"],
  search: ["customers","visits","cards","staff"],
  today: ["cards","customers","visits","house","staff"],
  daily_sheet: ["visits","customers","cards","staff","house"],
  preview_paper: ["visits","customers","cards","staff","house"],
  house: ["house"],
  backup_status: ["backup"],
};
