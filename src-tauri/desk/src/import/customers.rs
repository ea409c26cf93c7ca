//! A customer list: every row a card; a number that the store or a row above has is the same customer.

use domain::id::{CustomerId, PhoneId, StaffId};
use domain::phone::Phone;
use domain::rows::{Customer, Phone as PhoneRow};
use domain::sheet::CustomerDraft;
use store::Reader;
use uuid::Uuid;

use super::party::{Colleagues, Named, Parties};
use crate::cards;
use crate::customers::{add_rivals, empty_customer, rivals_in};
use crate::problem::Outcome;
use crate::reception::new_customer;
use crate::work::Work;

/// What taking the rows in comes to.
pub(super) struct Plan<'d> {
    drafts: &'d [CustomerDraft],
    pub parties: Parties,
    /// Rows without a number: cards of their own.
    alone: Vec<(usize, Option<StaffId>)>,
}

pub(super) fn plan<'d>(tables: &Reader<'_>, drafts: &'d [CustomerDraft]) -> Outcome<Plan<'d>> {
    let colleagues = Colleagues::read(tables)?;
    let mut parties = Parties::default();
    let mut alone = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let named = Named {
            row: draft.row,
            column: "owner",
            name: draft.owner.as_deref(),
        };
        let owner = parties.consultant(&colleagues, named);
        let phones: Vec<&Phone> = draft.phone.iter().chain(&draft.other_phones).collect();
        match parties.place(tables, &phones, at)? {
            Some(party) => parties.receive(party, named, owner),
            None => alone.push((at, owner)),
        }
    }
    Ok(Plan {
        drafts,
        parties,
        alone,
    })
}

impl Plan<'_> {
    pub fn without_phone(&self) -> u64 {
        self.alone.len() as u64
    }

    /// Writes all of it.
    pub fn write(self, work: &mut Work<'_>) -> Outcome<()> {
        for party in &self.parties.parties {
            let rows: Vec<&CustomerDraft> =
                party.rows.iter().map(|row| &self.drafts[*row]).collect();
            let notes = rows.first().and_then(|draft| draft.phone_note.clone());
            let phones: Vec<(String, Option<String>)> = party
                .phones
                .iter()
                .enumerate()
                .map(|(at, (digits, _))| (digits.clone(), notes.clone().filter(|_| at == 0)))
                .collect();
            write(work, party.known.as_ref(), party.owner, &phones, &rows)?;
        }
        for (row, owner) in &self.alone {
            write(work, None, *owner, &[], &[&self.drafts[*row]])?;
        }
        Ok(())
    }
}

fn write(
    work: &mut Work<'_>,
    known: Option<&Customer>,
    owner: Option<StaffId>,
    phones: &[(String, Option<String>)],
    rows: &[&CustomerDraft],
) -> Outcome<()> {
    let today = work.now.day();
    let mut customer = known.cloned().unwrap_or_else(|| {
        let day = rows
            .iter()
            .filter_map(|draft| draft.card_day.or(draft.last_contact))
            .min()
            .unwrap_or(today);
        let mut new = empty_customer(CustomerId(Uuid::nil()), day);
        new.import = Some(work.act);
        new
    });
    customer.owner = customer.owner.or(owner);
    for draft in rows {
        learn(&mut customer, draft, known.is_none());
    }
    let has: Vec<String> = match known {
        Some(before) => {
            work.update(before.id.0, before, &customer)?;
            work.tables
                .phones_of(before.id)?
                .into_iter()
                .map(|phone| phone.digits)
                .collect()
        }
        None => {
            let day = customer.card_day;
            new_customer(work, &mut customer, day, None)?;
            Vec::new()
        }
    };
    let rivals = rivals_in(rows.iter().filter_map(|draft| draft.competitor.as_deref()));
    add_rivals(work, customer.id, rivals, known.is_none())?;
    for (digits, note) in phones.iter().filter(|(digits, _)| !has.contains(digits)) {
        let id: PhoneId = work.new_id();
        work.insert(
            customer.id.0,
            &PhoneRow {
                id,
                customer: customer.id,
                digits: digits.clone(),
                note: note.clone(),
                person: None,
            },
        );
    }
    let asked = rows.iter().filter_map(|draft| draft.next_contact).max();
    let from = rows
        .iter()
        .filter_map(|draft| draft.last_contact)
        .max()
        .unwrap_or(customer.card_day);
    let by_level = work.house.next_contact(&customer.level, from);
    if let Some(due) = asked.or(by_level)
        && by_level.is_some()
        && (known.is_none() || work.tables.open_rule_cards_of(customer.id)?.is_empty())
    {
        cards::level_card(work, &customer, &work.act.0.to_string(), due, None)?;
    }
    Ok(())
}

/// Fills what the card lacks; of a new one also the level.
fn learn(customer: &mut Customer, draft: &CustomerDraft, new: bool) {
    macro_rules! fill {
        ($($field:ident),+ $(,)?) => { $(if customer.$field.is_none() { customer.$field.clone_from(&draft.$field); })+ };
    }
    if customer.name.is_empty() {
        customer.name = draft.name.clone().unwrap_or_default();
    }
    fill!(
        gender,
        source,
        birthday,
        age_band,
        wechat,
        company,
        industry,
        company_size,
        id_kind,
        id_number,
        address,
        postcode,
        family,
        occupation,
        best_time,
        preferred_way,
        model,
        colour,
        budget,
        main_use,
        buyer_kind,
        focus_points,
        decider,
        driver,
        current_car,
        purchase_window,
        purchase_type,
        buying_step,
        priorities,
        plate,
        vin,
        insurance_until,
        remark,
    );
    if let (true, Some(level)) = (new, &draft.level) {
        customer.level.clone_from(level);
    }
    if !draft.kept.is_empty() {
        let mut kept: Vec<(String, String)> = customer
            .kept
            .as_deref()
            .and_then(|kept| serde_json::from_str(kept).ok())
            .unwrap_or_default();
        kept.extend(
            draft
                .kept
                .iter()
                .filter(|cell| !kept.contains(cell))
                .cloned()
                .collect::<Vec<_>>(),
        );
        customer.kept = serde_json::to_string(&kept).ok();
    }
}
