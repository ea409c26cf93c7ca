//! A register: every row a visit; rows with a number belong to a customer, who is known, new, or stands above already.

use domain::id::{ActId, CustomerId, PhoneId, StaffId, VisitId};
use domain::phone::Phone;
use domain::rows::{Customer, Phone as PhoneRow, Visit, VisitKind};
use domain::sheet::VisitDraft;
use domain::when::{ClockTime, Moment};
use store::Reader;
use uuid::Uuid;

use super::party::{Colleagues, Named, Parties, Party};
use crate::cards;
use crate::customers::{add_rivals, empty_customer, rivals_in};
use crate::house::House;
use crate::problem::Outcome;
use crate::reception::{empty_visit, missing, new_customer};
use crate::work::Work;

/// What taking the rows in comes to.
pub(super) struct Plan<'d> {
    pub drafts: &'d [VisitDraft],
    pub parties: Parties,
    rows: Vec<Row>,
    pub without_phone: u64,
}

/// What a row's names come to.
struct Row {
    consultant: Option<StaffId>,
    transferred_to: Option<StaffId>,
    party: Option<usize>,
}

/// The field that told the consultant's name; problems name it.
const CONSULTANT: &str = "consultant";

pub(super) fn plan<'d>(tables: &Reader<'_>, drafts: &'d [VisitDraft]) -> Outcome<Plan<'d>> {
    let colleagues = Colleagues::read(tables)?;
    let mut parties = Parties::default();
    let mut rows = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        let named = Named {
            row: draft.row,
            column: CONSULTANT,
            name: draft.consultant.as_deref(),
        };
        let consultant = parties.consultant(&colleagues, named);
        let transferred_to = draft
            .transferred_to
            .as_deref()
            .and_then(|name| colleagues.meant(name).first().copied());
        let phones: Vec<&Phone> = draft.phone.iter().chain(&draft.other_phones).collect();
        let party = parties.place(tables, &phones, at)?;
        if let Some(party) = party {
            parties.receive(party, named, consultant);
        }
        rows.push(Row {
            consultant,
            transferred_to,
            party,
        });
    }
    let without_phone = rows.iter().filter(|row| row.party.is_none()).count() as u64;
    Ok(Plan {
        drafts,
        parties,
        rows,
        without_phone,
    })
}

impl Plan<'_> {
    /// Writes all of it.
    pub fn write(self, work: &mut Work<'_>) -> Outcome<()> {
        let act = work.act;
        let mut ids: Vec<CustomerId> = Vec::with_capacity(self.parties.parties.len());
        for party in &self.parties.parties {
            ids.push(self.customer(work, party, act)?);
        }
        for (draft, row) in self.drafts.iter().zip(&self.rows) {
            visit(work, draft, row, row.party.map(|party| ids[party]), act);
        }
        Ok(())
    }

    /// The party's card, made or completed, and the card to follow them up by.
    fn customer(&self, work: &mut Work<'_>, party: &Party, act: ActId) -> Outcome<CustomerId> {
        let rows = || party.rows.iter().map(|row| &self.drafts[*row]);
        let last = rows().map(|draft| draft.day).max();
        let customer =
            match &party.known {
                Some(before) => {
                    let mut after = before.clone();
                    after.owner = after.owner.or(party.owner);
                    rows().for_each(|draft| learn(&mut after, draft));
                    // An old sheet says nothing new about how near they are now.
                    if work.tables.glance(before.id)?.is_none_or(|glance| {
                        last.is_some_and(|last| last > glance.last_contact.day())
                    }) {
                        level(&mut after, rows());
                    }
                    work.update(before.id.0, before, &after)?;
                    for (digits, note) in &party.phones {
                        if !work
                            .tables
                            .phones_of(after.id)?
                            .iter()
                            .any(|phone| phone.digits == *digits)
                        {
                            phone(work, after.id, digits, note.clone());
                        }
                    }
                    after
                }
                None => {
                    let first = rows()
                        .map(|draft| draft.day)
                        .min()
                        .unwrap_or_else(|| work.now.day());
                    let mut new = empty_customer(CustomerId(Uuid::nil()), first);
                    new.owner = party.owner;
                    new.import = Some(act);
                    rows().for_each(|draft| learn(&mut new, draft));
                    level(&mut new, rows());
                    new_customer(work, &mut new, first, None)?;
                    for (digits, note) in &party.phones {
                        phone(work, new.id, digits, note.clone());
                    }
                    new
                }
            };
        let rivals = rivals_in(rows().filter_map(|draft| draft.competitor.as_deref()));
        add_rivals(work, customer.id, rivals, party.known.is_none())?;
        if let Some(last) = last
            && work.tables.open_rule_cards_of(customer.id)?.is_empty()
            && let Some(by_level) = work.house.next_contact(&customer.level, last)
        {
            let came = rows().any(|draft| draft.day == last && draft.kind != VisitKind::Call);
            let next_day = work.house.rules.next_day_call && came && last.plus(1) >= work.now.day();
            let due = if next_day { last.plus(1) } else { by_level };
            cards::level_card(work, &customer, &act.0.to_string(), due, None)?;
        }
        Ok(customer.id)
    }
}

fn phone(work: &mut Work<'_>, customer: CustomerId, digits: &str, note: Option<String>) {
    let id: PhoneId = work.new_id();
    work.insert(
        customer.0,
        &PhoneRow {
            id,
            customer,
            digits: digits.to_owned(),
            note,
            person: None,
        },
    );
}

/// The level of the latest row that has one.
fn level<'d>(customer: &mut Customer, rows: impl Iterator<Item = &'d VisitDraft>) {
    if let Some(level) = rows
        .filter(|draft| draft.level.is_some())
        .max_by_key(|draft| draft.day)
        .and_then(|draft| draft.level.clone())
    {
        customer.level = level;
    }
}

/// Fills what the card lacks.
fn learn(customer: &mut Customer, draft: &VisitDraft) {
    fn fill<T: Clone>(place: &mut Option<T>, value: &Option<T>) {
        if place.is_none() {
            place.clone_from(value);
        }
    }
    if customer.name.is_empty() {
        customer.name = draft.name.clone().unwrap_or_default();
    }
    fill(&mut customer.gender, &draft.gender);
    fill(&mut customer.source, &draft.source);
    fill(&mut customer.model, &draft.model);
    fill(&mut customer.colour, &draft.colour);
    fill(&mut customer.current_car, &draft.current_car);
    fill(&mut customer.purchase_type, &draft.purchase_type);
    fill(&mut customer.wechat, &draft.wechat_id);
}

fn visit(
    work: &mut Work<'_>,
    draft: &VisitDraft,
    row: &Row,
    customer: Option<CustomerId>,
    act: ActId,
) {
    let (consultant, transferred) = (row.consultant, row.transferred_to);
    let at = |time: ClockTime| Moment::from_day_time(draft.day, time);
    let id: VisitId = work.new_id();
    let mut visit = empty_visit(
        id,
        draft.kind,
        at(draft.arrived.unwrap_or(ClockTime::MIDNIGHT)),
    );
    let mut kept = draft.kept.clone();
    if let (Some(name), None) = (&draft.consultant, consultant) {
        kept.push((CONSULTANT.to_owned(), name.clone()));
    }
    if let (Some(name), None) = (&draft.transferred_to, transferred) {
        kept.push(("transferred_to".to_owned(), name.clone()));
    }
    visit.customer = customer;
    visit.left = draft.left.map(at);
    visit.name.clone_from(&draft.name);
    visit.gender = draft.gender;
    visit.phone = draft.phone.as_ref().map(|phone| phone.as_str().to_owned());
    visit.party_size = draft.party_size;
    visit.weather.clone_from(&draft.weather);
    visit.transport.clone_from(&draft.transport);
    visit.purpose.clone_from(&draft.purpose);
    visit.frequency = draft.frequency;
    visit.consultant = consultant;
    visit.area.clone_from(&draft.area);
    visit.source.clone_from(&draft.source);
    visit.current_car.clone_from(&draft.current_car);
    visit.model.clone_from(&draft.model);
    visit.colour.clone_from(&draft.colour);
    visit.competitor.clone_from(&draft.competitor);
    visit.level.clone_from(&draft.level);
    visit.purchase_type.clone_from(&draft.purchase_type);
    visit.test_drive = draft.test_drive;
    visit.quoted_price = draft.quoted_price;
    visit.wechat = draft.wechat;
    visit.talk.clone_from(&draft.talk);
    visit.drink.clone_from(&draft.drink);
    visit.result = draft.result;
    visit.not_filed_reason.clone_from(&draft.not_filed_reason);
    visit.remark.clone_from(&draft.remark);
    visit.rings = draft.rings;
    visit.greeting_given = draft.greeting_given;
    visit.call_reason.clone_from(&draft.call_reason);
    visit.transferred_to = transferred;
    visit.transfer_seconds = draft.transfer_seconds;
    visit.connected = draft.connected;
    visit.summary_agreed = draft.summary_agreed;
    visit
        .next_contact_offered
        .clone_from(&draft.next_contact_offered);
    visit.callback_promised = draft.callback_promised;
    visit.import = Some(act);
    visit.missing = still_missing(work.house, &visit, &kept);
    visit.kept = (!kept.is_empty()).then(|| serde_json::to_string(&kept).unwrap_or_default());
    let subject = customer.map_or(id.0, |customer| customer.0);
    let left = visit.left.unwrap_or(visit.arrived);
    work.insert(subject, &visit);
    work.first_step(subject, "visit", id.0, "left", left);
}

/// An old row is chased only for what it has and nobody could read: what was never asked on paper stays unasked.
fn still_missing(house: &House, visit: &Visit, kept: &[(String, String)]) -> String {
    if kept.is_empty() {
        return String::new();
    }
    let asked = missing(house, visit);
    if asked.is_empty() {
        "remark".to_owned()
    } else {
        asked
    }
}
