// Made from Rust by `cargo xtask generate`; a check fails when it is stale. Do not edit.
import type { Noun, Acted, AddCustomer, AddPerson, AddPhone, AddRival, AddStaff, AdjustImport, AppointmentMade, AppointmentRow, AppointmentsAsk, ArrangeTurns, AskErasure, BackupStatus, CallBack, CancelAppointment, CardFinished, ChangeAppointment, ChangeHouse, ChangePassword, ChangeStaff, ClaimCustomer, ClaimDecided, ClaimRow, CloseDay, CommitImport, CompleteVisit, ConfirmRecoveryKey, CustomerAdded, CustomerAsk, CustomerEdited, CustomerView, CustomersAsk, CustomersPage, DailySheet, DailySheetAsk, DayAsk, DecideClaim, DeclineErasure, DevicesView, DismissStep, DisordersView, DoorStatus, DropDraft, EditCustomer, EditPerson, EditRival, EraseCustomer, EraseWithKey, ErasuresView, ExchangeStatus, ExpectedAsk, ExpectedView, FinishCard, Found, House, HubIsAt, IdNumber, ImportDone, ImportPreview, Invitation, JoinBranch, KeepDraft, KeptDraft, LeaveVisit, LevelSheet, LevelSheetAsk, LogContact, LogMissedCall, LogVisit, LoggedVisit, MakeAppointment, MakeHub, MarkNoShow, MergeCustomers, MessagePreview, MessagesAsk, MessagesView, Nothing, OneTimePassword, OpenDemo, OpenPaper, PaperFile, PaperPages, PersonAdded, PhoneNumber, PlanCard, PreviewMessage, PreviewPaper, Progress, QuickEntry, QuickText, ReadImport, ReadReview, ReassignCustomer, ReassignVisit, Rebuilt, ReceptionAsk, ReceptionView, Recognise, Recognised, Recover, RemovePerson, RemovePhone, RemoveRival, RenameDevice, RenumberDevice, ResetPassword, Restore, RevealIdNumber, RevealPhone, RevealVisitPhone, ReviewContact, ReviewContacts, ReviewsAsk, ReviewsPage, SavePaper, SearchAsk, SetBackupFolder, SetDuty, SetLevel, SetPin, SetRule, SetUpBranch, SetUpDone, SetWeather, SettleField, ShutOut, SignIn, SkipCard, SkipTurn, Staff, StaffAdded, SuggestModels, SwitchByPin, TagCustomer, TeamView, TimelineAsk, TimelinePage, TodayAsk, TodayView, UndoAsk, UndoDone, UnmergeCustomers, VerifyReport, VisitAsk, VisitView, WithdrawClaim } from "./types";

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
  progress: [Nothing, Progress | null];
  stop: [Nothing, null];
  staff_list: [Nothing, Array<Staff>];
  add_staff: [AddStaff, StaffAdded];
  change_staff: [ChangeStaff, Staff];
  reset_password: [ResetPassword, OneTimePassword];
  reception: [ReceptionAsk, ReceptionView];
  log_walk_in: [LogVisit, LoggedVisit];
  log_call: [LogVisit, LoggedVisit];
  leave_visit: [LeaveVisit, Acted];
  complete_visit: [CompleteVisit, LoggedVisit];
  log_missed_call: [LogMissedCall, LoggedVisit];
  call_back: [CallBack, Acted];
  reveal_visit_phone: [RevealVisitPhone, PhoneNumber];
  reassign_visit: [ReassignVisit, Acted];
  set_duty: [SetDuty, Acted];
  arrange_turns: [ArrangeTurns, Acted];
  skip_turn: [SkipTurn, Acted];
  set_weather: [SetWeather, Acted];
  close_day: [CloseDay, Acted];
  check_day: [DayAsk, Acted];
  reopen_day: [DayAsk, null];
  drafts: [Nothing, Array<KeptDraft>];
  keep_draft: [KeepDraft, null];
  drop_draft: [DropDraft, null];
  visit: [VisitAsk, VisitView];
  parse_quick_entry: [QuickText, QuickEntry];
  suggest_models: [SuggestModels, Array<string>];
  recognise: [Recognise, Array<Recognised>];
  customers: [CustomersAsk, CustomersPage];
  customer: [CustomerAsk, CustomerView];
  timeline: [TimelineAsk, TimelinePage];
  add_customer: [AddCustomer, CustomerAdded];
  edit_customer: [EditCustomer, CustomerEdited];
  set_level: [SetLevel, Acted];
  add_phone: [AddPhone, Acted];
  remove_phone: [RemovePhone, Acted];
  reveal_phone: [RevealPhone, PhoneNumber];
  reveal_id_number: [RevealIdNumber, IdNumber];
  reassign_customer: [ReassignCustomer, Acted];
  merge_customers: [MergeCustomers, Acted];
  unmerge_customers: [UnmergeCustomers, Acted];
  add_person: [AddPerson, PersonAdded];
  edit_person: [EditPerson, Acted];
  remove_person: [RemovePerson, Acted];
  add_tag: [TagCustomer, Acted];
  remove_tag: [TagCustomer, Acted];
  add_rival: [AddRival, Acted];
  edit_rival: [EditRival, Acted];
  remove_rival: [RemoveRival, Acted];
  level_sheet: [LevelSheetAsk, LevelSheet];
  claims: [Nothing, Array<ClaimRow>];
  claim_customer: [ClaimCustomer, Acted];
  withdraw_claim: [WithdrawClaim, Acted];
  decide_claim: [DecideClaim, ClaimDecided];
  erasures: [Nothing, ErasuresView];
  ask_erasure: [AskErasure, Acted];
  decline_erasure: [DeclineErasure, Acted];
  erase_customer: [EraseCustomer, Acted];
  erase_with_key: [EraseWithKey, Acted];
  disorders: [Nothing, DisordersView];
  settle_field: [SettleField, Acted];
  dismiss_step: [DismissStep, Acted];
  search: [SearchAsk, Found];
  today: [TodayAsk, TodayView];
  finish_card: [FinishCard, CardFinished];
  log_contact: [LogContact, CardFinished];
  plan_card: [PlanCard, Acted];
  skip_card: [SkipCard, CardFinished];
  expected: [ExpectedAsk, ExpectedView];
  appointments: [AppointmentsAsk, Array<AppointmentRow>];
  make_appointment: [MakeAppointment, AppointmentMade];
  change_appointment: [ChangeAppointment, Acted];
  cancel_appointment: [CancelAppointment, Acted];
  mark_no_show: [MarkNoShow, Acted];
  messages: [MessagesAsk, MessagesView];
  preview_message: [PreviewMessage, MessagePreview];
  team: [Nothing, TeamView];
  reviews_to_do: [ReviewsAsk, ReviewsPage];
  review_contact: [ReviewContact, Acted];
  review_contacts: [ReviewContacts, Acted];
  read_review: [ReadReview, Acted];
  undo: [UndoAsk, UndoDone];
  read_import: [ReadImport, ImportPreview];
  adjust_import: [AdjustImport, ImportPreview];
  commit_import: [CommitImport, ImportDone];
  cancel_import: [Nothing, null];
  daily_sheet: [DailySheetAsk, DailySheet];
  preview_paper: [PreviewPaper, PaperPages];
  open_paper: [OpenPaper, PaperFile];
  save_paper: [SavePaper, PaperFile];
  house: [Nothing, House];
  change_house: [ChangeHouse, Acted];
  set_rule: [SetRule, Acted];
  devices: [Nothing, DevicesView];
  exchange_status: [Nothing, ExchangeStatus];
  try_again: [Nothing, null];
  join_branch: [JoinBranch, null];
  invite: [Nothing, Invitation];
  invitation: [Nothing, Invitation | null];
  withdraw_invitation: [Nothing, null];
  hub_is_at: [HubIsAt, null];
  make_hub: [MakeHub, Acted];
  renumber_device: [RenumberDevice, Acted];
  rename_device: [RenameDevice, Acted];
  shut_out: [ShutOut, Acted];
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
  drafts: ["door"],
  visit: ["visits","customers","staff"],
  suggest_models: ["catalogue"],
  recognise: ["customers","staff"],
  customers: ["customers","cards","visits","staff"],
  customer: ["customers","cards","visits","staff"],
  timeline: ["customers","cards","visits","staff"],
  level_sheet: ["customers","cards","visits","staff"],
  claims: ["customers","cards","staff"],
  erasures: ["customers","staff","house"],
  disorders: ["customers","cards","visits","appointments","staff","exchange"],
  search: ["customers","visits","cards","staff"],
  today: ["cards","customers","visits","appointments","reviews","house","staff"],
  expected: ["appointments","customers","staff","house"],
  appointments: ["appointments","customers","staff","house"],
  messages: ["customers","appointments","cards","house","staff"],
  preview_message: ["house","staff"],
  team: ["cards","customers","visits","appointments","staff"],
  reviews_to_do: ["reviews","cards","customers","house","staff"],
  daily_sheet: ["visits","customers","cards","staff","house"],
  preview_paper: ["visits","customers","cards","staff","house"],
  house: ["house"],
  devices: ["exchange"],
  exchange_status: ["exchange","door"],
  invitation: ["exchange"],
  backup_status: ["backup"],
};
