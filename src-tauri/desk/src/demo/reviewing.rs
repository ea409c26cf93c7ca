//! The manager: contacts read and remarked on, claims decided.

use domain::id::CustomerId;
use domain::when::Moment;

use super::agenda::Thing;
use super::showroom::Showroom;
use crate::claims::{
    CLAIM_CUSTOMER, CLAIMS, ClaimCustomer, ClaimState, DECIDE_CLAIM, DecideClaim, claim_customer,
    claims, decide_claim,
};
use crate::now::Now;
use crate::problem::Outcome;
use crate::reviews::{
    REVIEW_CONTACT, REVIEW_CONTACTS, REVIEWS_TO_DO, ReviewContact, ReviewContacts, ReviewRow,
    ReviewsAsk, review_contact, review_contacts, reviews_to_do,
};
use crate::work::Nothing;

impl Showroom<'_> {
    /// The manager reads what was said, all but the latest, and remarks on some of it.
    pub fn review(&mut self, at: Moment, keep: usize) -> Outcome<()> {
        let manager = &self.team.manager;
        let ask = ReviewsAsk {
            limit: Some(200),
            ..ReviewsAsk::default()
        };
        let page = self
            .desk
            .look(&REVIEWS_TO_DO, &manager.me, Now(at), |look| {
                reviews_to_do(look, ask)
            })?;
        let mut rows: Vec<&ReviewRow> = page.rows.iter().skip(keep).collect();
        rows.sort_unstable_by_key(|row| (row.entered, self.places.get(&row.customer)));
        let mut read = Vec::new();
        for (row, minute) in rows.into_iter().zip(0..) {
            let changed = row.level_from != row.level_to;
            if !self.draw.chance(if changed { 42 } else { 20 }) {
                read.push(row.contact);
                continue;
            }
            let ask = ReviewContact {
                contact: row.contact,
                remark: Some(self.remark(row)),
            };
            let at = Moment(at.0 + minute * 1_000);
            self.perform(&REVIEW_CONTACT, manager, at, |work| {
                review_contact(work, ask)
            })?;
        }
        if !read.is_empty() {
            let ask = ReviewContacts { contacts: read };
            let at = Moment(at.0 + 59_000);
            self.perform(&REVIEW_CONTACTS, manager, at, |work| {
                review_contacts(work, ask)
            })?;
        }
        Ok(())
    }

    /// What there is to say of a contact.
    fn remark(&mut self, row: &ReviewRow) -> String {
        const HOT_FIRST: [&str; 5] = ["N", "C", "B", "A", "H"];
        let warmth = |level: &Option<String>| {
            let level = level.as_deref();
            HOT_FIRST.iter().position(|known| Some(*known) == level)
        };
        let remarks = &self.book().remarks;
        let said = match (warmth(&row.level_from), warmth(&row.level_to)) {
            _ if row.level_to.as_deref() == Some("F1") => &remarks.lost,
            (Some(from), Some(to)) if to > from => &remarks.warmer,
            (Some(from), Some(to)) if to < from => &remarks.colder,
            _ => &remarks.same,
        };
        self.draw.one(said).to_owned()
    }

    /// A consultant asks for another's customer.
    pub fn claim(&mut self, at: Moment, claim: usize) -> Outcome<()> {
        let asked = &self.book().claims[claim];
        let whose = self.one_of(|known| known.warm() && known.company.is_none());
        let Some(known) = whose else {
            return Ok(());
        };
        let owner = self.known[known].owner;
        let consultants = self.team.consultants.len();
        let who = (owner + 1 + claim) % consultants;
        let who = if who == owner {
            (owner + 1) % consultants
        } else {
            who
        };
        let customer = self.known[known].id;
        let ask = ClaimCustomer {
            customer,
            reason: asked.reason.clone(),
        };
        self.perform(&CLAIM_CUSTOMER, self.consultant(who), at, |work| {
            claim_customer(work, ask)
        })?;
        if asked.grant.is_some() {
            let at = at.plus_minutes(75);
            self.agenda.note(at, Thing::Deciding { claim, customer });
        }
        Ok(())
    }

    pub fn decide(&mut self, at: Moment, claim: usize, customer: CustomerId) -> Outcome<()> {
        let manager = &self.team.manager;
        let asked = &self.book().claims[claim];
        let all = self.desk.look(&CLAIMS, &manager.me, Now(at), |look| {
            claims(look, Nothing {})
        })?;
        let waits = all
            .iter()
            .find(|row| row.customer == customer && row.state == ClaimState::Asked);
        let Some(row) = waits else {
            return Ok(());
        };
        let grant = asked.grant == Some(true);
        let ask = DecideClaim {
            claim: row.id,
            grant,
            answer: asked.answer.clone(),
        };
        self.perform(&DECIDE_CLAIM, manager, at, |work| decide_claim(work, ask))?;
        if grant
            && let Some(known) = self.places.get(&customer)
            && let Some(owner) = self.place_of(Some(row.by))
        {
            self.known[*known].owner = owner;
        }
        Ok(())
    }
}
