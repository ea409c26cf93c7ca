//! Every command that a window or a terminal can give, in one list: name, request, answer, and what it takes.
//!
//! A command is a *look* (reads), an *act* (writes through the funnel) or belongs to the *door*. The typed commands of the
//! screens are made from this list.

mod noun;
mod types;

use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Committed;

use crate::appointments;
use crate::cards;
use crate::catalogue;
use crate::claims;
use crate::customers;
use crate::desk::{Desk, Done};
use crate::disorders;
use crate::door::{self, Door};
use crate::erasures;
use crate::exchange;
use crate::import;
use crate::messages;
use crate::now::Now;
use crate::papers;
use crate::problem::{Code, Outcome, Problem};
use crate::reception;
use crate::reviews;
use crate::search;
use crate::session::Session;
use crate::settings;
use crate::team;
use crate::undo;
use crate::verb::Verb;
use crate::work::Nothing;

pub use noun::Noun;
use noun::{ALL, BACKUP, BOOK, CUSTOMERS, DOOR, EXCHANGE, NONE, STAFF};
pub use types::{Types, typescript};

/// What a command answered, and which nouns it touched.
#[derive(Debug)]
pub struct Reply {
    /// The answer, as JSON.
    pub answer: serde_json::Value,
    /// To be read again.
    pub touched: Vec<Noun>,
}

/// A command as the screens know it.
pub struct Command {
    /// Wire name.
    pub name: &'static str,
    /// Who may; everyone, at the door.
    pub verb: Option<&'static Verb>,
    /// Nouns that make its answer stale; none for what writes.
    pub reads: &'static [Noun],
    /// Collects the types of request and answer, and names them.
    pub types: fn(&mut Types) -> (String, String),
    run: fn(&Door, serde_json::Value, Now) -> Outcome<Reply>,
    /// For what needs no door: looks, and acts that write nothing but rows.
    on_desk: Option<OnDesk>,
}

type OnDesk = fn(&Desk, &Session, serde_json::Value, Now) -> Outcome<Done<serde_json::Value>>;

macro_rules! commands {
    ($($kind:ident $name:ident($ask:ty) -> $answer:ty $([reads $($noun:ident)+])? = $how:tt;)+) => {
        /// All of them.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            verb: verb!($kind $how),
            reads: &[$($(Noun::$noun),+)?],
            types: |types| (types.see::<$ask>(), types.see::<$answer>()),
            run: |door, ask, now| {
                let ask: $ask = request(ask)?;
                run!($kind $how, door, ask, now)
            },
            on_desk: on_desk!($kind($ask) $how),
        }),+];
    };
}

macro_rules! verb {
    (look $how:tt) => { verb!(@first $how) };
    (act $how:tt) => { verb!(@first $how) };
    (door $how:tt) => { None };
    (signed $how:tt) => { verb!(@first $how) };
    (@first ($verb:path, $($rest:tt)+)) => { Some(&$verb) };
}

macro_rules! on_desk {
    (look($ask:ty) ($verb:path, $look:path)) => {
        Some(|desk, session, ask, now| {
            let ask: $ask = request(ask)?;
            let answer = desk.look(&$verb, &session.me, now, |look| $look(look, ask))?;
            done(&answer, Committed::default())
        })
    };
    (act($ask:ty) ($verb:path, $act:path)) => {
        Some(|desk, session, ask, now| {
            let ask: $ask = request(ask)?;
            let acted = desk.perform(&$verb, session, now, |work| $act(work, ask))?;
            done(&acted.answer, acted.committed)
        })
    };
    ($kind:ident($ask:ty) $how:tt) => {
        None
    };
}

macro_rules! run {
    (look ($verb:path, $look:path), $door:ident, $ask:ident, $now:ident) => {{
        let (desk, session) = $door.signed_in()?;
        reply(
            &desk.look(&$verb, &session.me, $now, |look| $look(look, $ask))?,
            Vec::new(),
        )
    }};
    (act ($verb:path, $act:path), $door:ident, $ask:ident, $now:ident) => {{
        let (desk, session) = $door.signed_in()?;
        let done = desk.perform(&$verb, &session, $now, |work| $act(work, $ask))?;
        reply(&done.answer, Noun::touched(&done.committed))
    }};
    // Acts that also change keys or files; they go through the funnel themselves.
    (signed ($verb:path, $nouns:expr, $call:expr), $door:ident, $ask:ident, $now:ident) => {{
        let call: fn(&Door, _, Now) -> Outcome<_> = $call;
        reply(&call($door, $ask, $now)?, $nouns.to_vec())
    }};
    (door ($nouns:expr, $call:expr), $door:ident, $ask:ident, $now:ident) => {{
        let call: fn(&Door, _, Now) -> Outcome<_> = $call;
        reply(&call($door, $ask, $now)?, $nouns.to_vec())
    }};
}

commands! {
    door door_status(Nothing) -> door::DoorStatus [reads Door Staff House] = (NONE, |door, _: Nothing, _| status(door));
    door set_up_branch(door::SetUpBranch) -> door::SetUpDone = (ALL, |door, ask, now| door.set_up_branch(ask, now));
    door confirm_recovery_key(door::ConfirmRecoveryKey) -> () = (DOOR, |door, ask: door::ConfirmRecoveryKey, _| door.confirm_recovery_key(&ask));
    door open_demo(door::OpenDemo) -> () = (ALL, |door, ask: door::OpenDemo, now| door.open_demo(&ask, now));
    door leave_demo(Nothing) -> () = (ALL, |door, _: Nothing, _| door.leave_demo());
    door restore(door::Restore) -> () = (ALL, |door, ask: door::Restore, now| door.restore(&ask, now));
    door sign_in(door::SignIn) -> () = (ALL, |door, ask, _| door.sign_in(ask).map(drop));
    door recover(door::Recover) -> () = (ALL, |door, ask: door::Recover, now| door.recover(&ask, now).map(drop));
    door switch_by_pin(door::SwitchByPin) -> () = (ALL, |door, ask: door::SwitchByPin, _| door.switch_by_pin(&ask).map(drop));
    door set_pin(door::SetPin) -> () = (DOOR, |door, ask: door::SetPin, _| door.set_pin(&ask));
    door change_password(door::ChangePassword) -> () = (STAFF, |door, ask, now| door.change_password(ask, now));
    door lock(Nothing) -> () = (ALL, |door, _: Nothing, _| door.lock());
    door close(Nothing) -> () = (ALL, |door, _: Nothing, _| door.close());

    door progress(Nothing) -> Option<crate::course::Progress> = (NONE, |door, _: Nothing, _| Ok(door.progress()));
    door stop(Nothing) -> () = (NONE, |door, _: Nothing, _| { door.stop(); Ok(()) });

    look staff_list(Nothing) -> Vec<door::Staff> [reads Staff] = (door::STAFF_LIST, door::staff_list);
    signed add_staff(door::AddStaff) -> door::StaffAdded = (door::ADD_STAFF, STAFF, |door, ask, now| door.add_staff(ask, now));
    signed change_staff(door::ChangeStaff) -> door::Staff = (door::CHANGE_STAFF, STAFF, |door, ask: door::ChangeStaff, now| door.change_staff(&ask, now));
    signed reset_password(door::ResetPassword) -> door::OneTimePassword = (door::RESET_PASSWORD, STAFF, |door, ask: door::ResetPassword, now| door.reset_password(&ask, now));

    look reception(reception::ReceptionAsk) -> reception::ReceptionView [reads Visits Staff House] = (reception::RECEPTION, reception::reception);
    act log_walk_in(reception::LogVisit) -> reception::LoggedVisit = (reception::LOG_WALK_IN, reception::log_walk_in);
    act log_call(reception::LogVisit) -> reception::LoggedVisit = (reception::LOG_CALL, reception::log_call);
    act leave_visit(reception::LeaveVisit) -> crate::work::Acted = (reception::LEAVE_VISIT, reception::leave_visit);
    act complete_visit(reception::CompleteVisit) -> reception::LoggedVisit = (reception::COMPLETE_VISIT, reception::complete_visit);
    act log_missed_call(reception::LogMissedCall) -> reception::LoggedVisit = (reception::LOG_MISSED_CALL, reception::log_missed_call);
    act call_back(reception::CallBack) -> crate::work::Acted = (reception::CALL_BACK, reception::call_back);
    act reveal_visit_phone(reception::RevealVisitPhone) -> customers::PhoneNumber = (reception::REVEAL_VISIT_PHONE, reception::reveal_visit_phone);
    act reassign_visit(reception::ReassignVisit) -> crate::work::Acted = (reception::REASSIGN_VISIT, reception::reassign_visit);
    act set_duty(reception::SetDuty) -> crate::work::Acted = (reception::SET_DUTY, reception::set_duty);
    act arrange_turns(reception::ArrangeTurns) -> crate::work::Acted = (reception::ARRANGE_TURNS, reception::arrange_turns);
    act skip_turn(reception::SkipTurn) -> crate::work::Acted = (reception::SKIP_TURN, reception::skip_turn);
    act set_weather(reception::SetWeather) -> crate::work::Acted = (reception::SET_WEATHER, reception::set_weather);
    act close_day(reception::CloseDay) -> crate::work::Acted = (reception::CLOSE_DAY, reception::close_day);
    act check_day(reception::DayAsk) -> crate::work::Acted = (reception::CHECK_DAY, reception::check_day);
    act reopen_day(reception::DayAsk) -> () = (reception::REOPEN_DAY, reception::reopen_day);
    look drafts(Nothing) -> Vec<door::KeptDraft> [reads Door] = (door::DRAFTS, door::drafts);
    signed keep_draft(door::KeepDraft) -> () = (door::KEEP_DRAFT, NONE, |door, ask: door::KeepDraft, _| door.keep_draft(&ask));
    signed drop_draft(door::DropDraft) -> () = (door::DROP_DRAFT, NONE, |door, ask: door::DropDraft, _| door.drop_draft(ask));
    look visit(reception::VisitAsk) -> reception::VisitView [reads Visits Customers Staff] = (reception::VISIT, reception::visit);
    look parse_quick_entry(reception::QuickText) -> reception::QuickEntry = (reception::PARSE_QUICK_ENTRY, reception::parse_quick_entry);
    look suggest_models(catalogue::SuggestModels) -> Vec<String> [reads Catalogue] = (catalogue::SUGGEST_MODELS, catalogue::suggest_models);

    look recognise(customers::Recognise) -> Vec<customers::Recognised> [reads Customers Staff] = (customers::RECOGNISE, customers::recognise);
    look customers(customers::CustomersAsk) -> customers::CustomersPage [reads Customers Cards Visits Staff] = (customers::CUSTOMERS, customers::customers);
    look customer(customers::CustomerAsk) -> customers::CustomerView [reads Customers Cards Visits Staff] = (customers::CUSTOMER, customers::customer);
    look timeline(customers::TimelineAsk) -> customers::TimelinePage [reads Customers Cards Visits Staff] = (customers::TIMELINE, customers::timeline);
    act add_customer(customers::AddCustomer) -> customers::CustomerAdded = (customers::ADD_CUSTOMER, customers::add_customer);
    act edit_customer(customers::EditCustomer) -> customers::CustomerEdited = (customers::EDIT_CUSTOMER, customers::edit_customer);
    act set_level(customers::SetLevel) -> crate::work::Acted = (customers::SET_LEVEL, customers::set_level);
    act add_phone(customers::AddPhone) -> crate::work::Acted = (customers::ADD_PHONE, customers::add_phone);
    act remove_phone(customers::RemovePhone) -> crate::work::Acted = (customers::REMOVE_PHONE, customers::remove_phone);
    act reveal_phone(customers::RevealPhone) -> customers::PhoneNumber = (customers::REVEAL_PHONE, customers::reveal_phone);
    act reveal_id_number(customers::RevealIdNumber) -> customers::IdNumber = (customers::REVEAL_ID_NUMBER, customers::reveal_id_number);
    act reassign_customer(customers::ReassignCustomer) -> crate::work::Acted = (customers::REASSIGN_CUSTOMER, customers::reassign_customer);
    act merge_customers(customers::MergeCustomers) -> crate::work::Acted = (customers::MERGE_CUSTOMERS, customers::merge_customers);
    act unmerge_customers(customers::UnmergeCustomers) -> crate::work::Acted = (customers::UNMERGE_CUSTOMERS, customers::unmerge_customers);
    act add_person(customers::AddPerson) -> customers::PersonAdded = (customers::ADD_PERSON, customers::add_person);
    act edit_person(customers::EditPerson) -> crate::work::Acted = (customers::EDIT_PERSON, customers::edit_person);
    act remove_person(customers::RemovePerson) -> crate::work::Acted = (customers::REMOVE_PERSON, customers::remove_person);
    act add_tag(customers::TagCustomer) -> crate::work::Acted = (customers::ADD_TAG, customers::add_tag);
    act remove_tag(customers::TagCustomer) -> crate::work::Acted = (customers::REMOVE_TAG, customers::remove_tag);
    act add_rival(customers::AddRival) -> crate::work::Acted = (customers::ADD_RIVAL, customers::add_rival);
    act edit_rival(customers::EditRival) -> crate::work::Acted = (customers::EDIT_RIVAL, customers::edit_rival);
    act remove_rival(customers::RemoveRival) -> crate::work::Acted = (customers::REMOVE_RIVAL, customers::remove_rival);
    look level_sheet(customers::LevelSheetAsk) -> customers::LevelSheet [reads Customers Cards Visits Staff] = (customers::LEVEL_SHEET, customers::level_sheet);
    look claims(Nothing) -> Vec<claims::ClaimRow> [reads Customers Cards Staff] = (claims::CLAIMS, claims::claims);
    act claim_customer(claims::ClaimCustomer) -> crate::work::Acted = (claims::CLAIM_CUSTOMER, claims::claim_customer);
    act withdraw_claim(claims::WithdrawClaim) -> crate::work::Acted = (claims::WITHDRAW_CLAIM, claims::withdraw_claim);
    act decide_claim(claims::DecideClaim) -> claims::ClaimDecided = (claims::DECIDE_CLAIM, claims::decide_claim);
    look erasures(Nothing) -> erasures::ErasuresView [reads Customers Staff House] = (erasures::ERASURES, erasures::erasures);
    signed ask_erasure(erasures::AskErasure) -> crate::work::Acted = (erasures::ASK_ERASURE, CUSTOMERS, |door, ask: erasures::AskErasure, now| door.ask_erasure(&ask, now));
    act decline_erasure(erasures::DeclineErasure) -> crate::work::Acted = (erasures::DECLINE_ERASURE, erasures::decline_erasure);
    act erase_customer(erasures::EraseCustomer) -> crate::work::Acted = (erasures::ERASE_CUSTOMER, erasures::erase_customer);
    signed erase_with_key(erasures::EraseWithKey) -> crate::work::Acted = (erasures::ERASE_WITH_KEY, BOOK, |door, ask: erasures::EraseWithKey, now| door.erase_with_key(&ask, now));
    look disorders(Nothing) -> disorders::DisordersView [reads Customers Cards Visits Appointments Staff Exchange] = (disorders::DISORDERS, disorders::disorders);
    act settle_field(disorders::SettleField) -> crate::work::Acted = (disorders::SETTLE_FIELD, disorders::settle_field);
    act dismiss_step(disorders::DismissStep) -> crate::work::Acted = (disorders::DISMISS_STEP, disorders::dismiss_step);
    look search(search::SearchAsk) -> search::Found [reads Customers Visits Cards Staff] = (search::SEARCH, search::search);

    look today(cards::TodayAsk) -> cards::TodayView [reads Cards Customers Visits Appointments Reviews House Staff] = (cards::TODAY, cards::today);
    act finish_card(cards::FinishCard) -> cards::CardFinished = (cards::FINISH_CARD, cards::finish_card);
    act log_contact(cards::LogContact) -> cards::CardFinished = (cards::LOG_CONTACT, cards::log_contact);
    act plan_card(cards::PlanCard) -> crate::work::Acted = (cards::PLAN_CARD, cards::plan_card);
    act skip_card(cards::SkipCard) -> cards::CardFinished = (cards::SKIP_CARD, cards::skip_card);
    look expected(appointments::ExpectedAsk) -> appointments::ExpectedView [reads Appointments Customers Staff House] = (appointments::EXPECTED, appointments::expected);
    look appointments(appointments::AppointmentsAsk) -> Vec<appointments::AppointmentRow> [reads Appointments Customers Staff House] = (appointments::APPOINTMENTS, appointments::appointments);
    act make_appointment(appointments::MakeAppointment) -> appointments::AppointmentMade = (appointments::MAKE_APPOINTMENT, appointments::make_appointment);
    act change_appointment(appointments::ChangeAppointment) -> crate::work::Acted = (appointments::CHANGE_APPOINTMENT, appointments::change_appointment);
    act cancel_appointment(appointments::CancelAppointment) -> crate::work::Acted = (appointments::CANCEL_APPOINTMENT, appointments::cancel_appointment);
    act mark_no_show(appointments::MarkNoShow) -> crate::work::Acted = (appointments::MARK_NO_SHOW, appointments::mark_no_show);
    look messages(messages::MessagesAsk) -> messages::MessagesView [reads Customers Appointments Cards House Staff] = (messages::MESSAGES, messages::messages);
    look preview_message(messages::PreviewMessage) -> messages::MessagePreview [reads House Staff] = (messages::PREVIEW_MESSAGE, messages::preview_message);
    look team(Nothing) -> team::TeamView [reads Cards Customers Visits Appointments Staff] = (team::TEAM, team::team);
    look reviews_to_do(reviews::ReviewsAsk) -> reviews::ReviewsPage [reads Reviews Cards Customers House Staff] = (reviews::REVIEWS_TO_DO, reviews::reviews_to_do);
    act review_contact(reviews::ReviewContact) -> crate::work::Acted = (reviews::REVIEW_CONTACT, reviews::review_contact);
    act review_contacts(reviews::ReviewContacts) -> crate::work::Acted = (reviews::REVIEW_CONTACTS, reviews::review_contacts);
    act read_review(reviews::ReadReview) -> crate::work::Acted = (reviews::READ_REVIEW, reviews::read_review);
    signed undo(undo::UndoAsk) -> undo::UndoDone = (undo::UNDO, ALL, |door, ask, now| door.undo(ask, now));

    signed read_import(import::ReadImport) -> import::ImportPreview = (import::READ_IMPORT, NONE, |door, ask: import::ReadImport, now| door.read_import(&ask, now));
    signed adjust_import(import::AdjustImport) -> import::ImportPreview = (import::READ_IMPORT, NONE, |door, ask, now| door.adjust_import(ask, now));
    signed commit_import(import::CommitImport) -> import::ImportDone = (import::READ_IMPORT, BOOK, |door, ask: import::CommitImport, now| door.commit_import(&ask, now));
    signed cancel_import(Nothing) -> () = (import::READ_IMPORT, NONE, |door, _: Nothing, _| door.cancel_import());

    look daily_sheet(reception::DailySheetAsk) -> reception::DailySheet [reads Visits Customers Cards Staff House] = (reception::DAILY_SHEET, reception::daily_sheet);
    signed preview_paper(papers::PreviewPaper) -> papers::PaperPages [reads Visits Customers Cards Staff House] = (papers::PREVIEW_PAPER, NONE, |door, ask: papers::PreviewPaper, now| door.preview_paper(&ask, now));
    signed open_paper(papers::OpenPaper) -> papers::PaperFile = (papers::OPEN_PAPER, NONE, |door, ask: papers::OpenPaper, now| door.open_paper(&ask, now));
    signed save_paper(papers::SavePaper) -> papers::PaperFile = (papers::SAVE_PAPER, NONE, |door, ask: papers::SavePaper, now| door.save_paper(&ask, now));

    look house(Nothing) -> crate::house::House [reads House] = (settings::HOUSE, settings::house);
    act change_house(settings::ChangeHouse) -> crate::work::Acted = (settings::CHANGE_HOUSE, settings::change_house);
    act set_rule(settings::SetRule) -> crate::work::Acted = (settings::SET_RULE, settings::set_rule);

    signed devices(Nothing) -> exchange::DevicesView [reads Exchange] = (exchange::DEVICES, NONE, |door, _: Nothing, _| door.devices());
    door exchange_status(Nothing) -> exchange::ExchangeStatus [reads Exchange Door] = (NONE, |door, _: Nothing, _| Ok(door.exchange_status()));
    door try_again(Nothing) -> () = (NONE, |door, _: Nothing, _| { door.try_again(); Ok(()) });
    door join_branch(exchange::JoinBranch) -> () = (ALL, |door, ask: exchange::JoinBranch, now| door.join_branch(&ask, now));
    signed invite(Nothing) -> exchange::Invitation = (exchange::INVITE, EXCHANGE, |door, _: Nothing, now| door.invite(now));
    signed invitation(Nothing) -> Option<exchange::Invitation> [reads Exchange] = (exchange::INVITE, NONE, |door, _: Nothing, _| door.invitation());
    signed withdraw_invitation(Nothing) -> () = (exchange::INVITE, EXCHANGE, |door, _: Nothing, _| door.withdraw_invitation());
    signed hub_is_at(exchange::HubIsAt) -> () = (exchange::HUB_IS_AT, EXCHANGE, |door, ask: exchange::HubIsAt, _| door.hub_is_at(&ask));
    act make_hub(exchange::MakeHub) -> crate::work::Acted = (exchange::MAKE_HUB, exchange::make_hub);
    act renumber_device(exchange::RenumberDevice) -> crate::work::Acted = (exchange::RENUMBER_DEVICE, exchange::renumber_device);
    act rename_device(exchange::RenameDevice) -> crate::work::Acted = (exchange::RENAME_DEVICE, exchange::rename_device);
    act shut_out(exchange::ShutOut) -> crate::work::Acted = (exchange::SHUT_OUT, exchange::shut_out);

    signed backup_status(Nothing) -> door::BackupStatus [reads Backup] = (door::BACKUP_STATUS, NONE, |door, _: Nothing, now| door.backup_status(now));
    signed set_backup_folder(door::SetBackupFolder) -> door::BackupStatus = (door::SET_BACKUP_FOLDER, BACKUP, |door, ask: door::SetBackupFolder, now| door.set_backup_folder(&ask, now));
    signed back_up_now(Nothing) -> door::BackupStatus = (door::BACK_UP_NOW, BACKUP, |door, _: Nothing, now| door.back_up_now(now));
    signed rebuild(Nothing) -> door::Rebuilt = (door::REBUILD, BOOK, |door, _: Nothing, _| door.rebuild());
    signed verify(Nothing) -> door::VerifyReport = (door::VERIFY, NONE, |door, _: Nothing, _| door.verify());
}

/// Runs a command.
///
/// # Errors
/// [`Code::BadRequest`] for an unknown name or a request of another form; those of the command.
pub fn dispatch(door: &Door, name: &str, ask: serde_json::Value, now: Now) -> Outcome<Reply> {
    let command = COMMANDS
        .iter()
        .find(|command| command.name == name)
        .ok_or_else(|| Problem::refused(Code::BadRequest).with("field", name))?;
    (command.run)(door, ask, now)
}

/// Runs a command on a desk without a door, as whoever sits there: for simulations of many PCs in one process.
///
/// # Errors
/// [`Code::BadRequest`] also for a command that needs the door; those of the command.
pub fn on_desk(
    desk: &Desk,
    session: &Session,
    name: &str,
    ask: serde_json::Value,
    now: Now,
) -> Outcome<Done<serde_json::Value>> {
    let command = COMMANDS.iter().find(|command| command.name == name);
    let run = command
        .and_then(|command| command.on_desk)
        .ok_or_else(|| Problem::refused(Code::BadRequest).with("field", name))?;
    run(desk, session, ask, now)
}

/// How the door stands, and what whoever is in may do.
fn status(door: &Door) -> Outcome<door::DoorStatus> {
    let mut status = door.status()?;
    if let Some(me) = &mut status.me {
        let may = |command: &&Command| command.verb.is_none_or(|verb| verb.allows(&me.roles));
        me.can = COMMANDS
            .iter()
            .filter(may)
            .map(|command| command.name.to_owned())
            .collect();
    }
    Ok(status)
}

/// What people can do, by the commands that need a role.
pub(crate) fn verbs() -> impl Iterator<Item = &'static Verb> {
    COMMANDS.iter().filter_map(|command| command.verb)
}

fn request<T: DeserializeOwned>(ask: serde_json::Value) -> Outcome<T> {
    let ask = if ask.is_null() {
        serde_json::Value::Object(serde_json::Map::new())
    } else {
        ask
    };
    // The cause names fields and shapes of ours, never what a person typed.
    serde_path_to_error::deserialize(ask)
        .map_err(|cause| Problem::refused(Code::BadRequest).with("field", cause.path()))
}

fn done<T: Serialize>(answer: &T, committed: Committed) -> Outcome<Done<serde_json::Value>> {
    let answer = serde_json::to_value(answer)
        .map_err(|_| Problem::broken("an answer always has a JSON form"))?;
    Ok(Done { answer, committed })
}

fn reply<T: Serialize>(answer: &T, touched: Vec<Noun>) -> Outcome<Reply> {
    let answer = serde_json::to_value(answer)
        .map_err(|_| Problem::broken("an answer always has a JSON form"))?;
    Ok(Reply { answer, touched })
}
