//! The consultant completes what the counter began: what they came for, what was said, what it costs.

use domain::rows::VisitResult;
use domain::when::Moment;

use super::agenda::Thing;
use super::counter::{Served, said};
use super::showroom::Showroom;
use crate::problem::Outcome;
use crate::reception::{COMPLETE_VISIT, CompleteVisit, VisitFields, complete_visit};

const COLOURS: [(u32, &str); 6] = [
    (38, "white"),
    (22, "black"),
    (16, "grey"),
    (8, "blue"),
    (8, "silver"),
    (8, "red"),
];

impl Showroom<'_> {
    pub fn complete(&mut self, at: Moment, served: Served) -> Outcome<()> {
        let again = served.known.filter(|known| self.known[*known].level != "N");
        let model = match (served.known, served.company) {
            (Some(known), _) => self.known[known].model,
            (_, Some(_)) => self.book().models.len().saturating_sub(2),
            _ => self.draw.model_at(),
        };
        let level = match again {
            Some(known) => self.level_after_a_visit(known),
            None => self.draw.level(),
        };
        let mut fields = self.what_was_said(model, &served);
        let purchase = match served
            .known
            .and_then(|known| self.known[known].purchase_type)
        {
            Some(known) => known,
            None => self
                .draw
                .weighed(&[(52, "first"), (33, "replacement"), (15, "additional")]),
        };
        if served.passing {
            fields.result = said(VisitResult::NotFiled);
            let reason = self.draw.weighed(&[
                (32, "refused"),
                (30, "just_looking"),
                (20, "in_a_hurry"),
                (14, "with_friend"),
                (4, "not_asked"),
            ]);
            fields.not_filed_reason = said(reason.to_owned());
            fields.test_drive = said(false);
            fields.source = said(self.draw.source().to_owned());
        } else {
            fields.level = said(level.to_owned());
            fields.purchase_type = said(purchase.to_owned());
            if purchase != "first" && self.draw.chance(80) {
                fields.current_car = said(self.draw.one(&self.draw.book.current_cars).to_owned());
            }
            fields.wechat = said(self.draw.chance(64));
            fields.test_drive = said(self.draw.chance(if again.is_some() { 48 } else { 30 }));
        }
        if served.number_later {
            let source = self.draw.source();
            fields.source = said(source.to_owned());
            fields.sub_source = self.draw.sub_source(source).map(|sub| Some(sub.to_owned()));
            fields.name = said(served.person.name.clone());
            fields.phone = said(served.person.phone.clone());
        }
        let ask = CompleteVisit {
            id: served.visit,
            fields,
        };
        let logged = self.perform(&COMPLETE_VISIT, self.consultant(served.who), at, |work| {
            complete_visit(work, ask)
        })?;
        let fresh = again.is_none();
        let Some(known) = self.got_a_card(&logged, &served) else {
            return Ok(());
        };
        let card = &mut self.known[known];
        card.here = false;
        card.level = level.to_owned();
        card.model = model;
        card.purchase_type = Some(purchase);
        let owner = card.owner;
        if fresh && self.draw.chance(self.diligence(owner)) {
            let at = at.plus_minutes(1 + i64::from(self.draw.rng.u8(..6)));
            self.agenda
                .note(at.min(self.now.moment()), Thing::Card(known));
        }
        Ok(())
    }

    fn what_was_said(&mut self, model: usize, served: &Served) -> VisitFields {
        let book = self.book();
        let ours = &book.models[model];
        let talks = match served.company {
            Some(_) => &book.talks_company,
            None if served.size > 1 && self.draw.chance(35) => &book.talks_together,
            None if self.draw.chance(55) => &ours.talks,
            None => &book.talks,
        };
        let colour = self.draw.weighed(&COLOURS);
        let mut fields = VisitFields {
            model: said(ours.series.clone()),
            talk: said(self.draw.one(talks).to_owned()),
            area: said(self.draw.one(&book.areas).to_owned()),
            ..VisitFields::default()
        };
        if self.draw.chance(70) {
            fields.colour = said(colour.to_owned());
        }
        let rivals = book.rivals_of(&ours.series);
        if self.draw.chance(42) && !rivals.is_empty() {
            fields.competitor = said(self.draw.pick(&rivals).model.clone());
        }
        if self.draw.chance(55) {
            fields.quoted_price = said(self.price(model) * 100);
        }
        if self.draw.chance(40) {
            fields.remark = said(self.draw.one(&book.traits).to_owned());
        }
        fields
    }

    /// A price for one of the model's trims, in yuan: what is asked for it, less up to a twentieth.
    pub fn price(&mut self, model: usize) -> i64 {
        let [low, high] = self.book().models[model].price;
        let asked = low + (high - low) * i64::from(self.draw.rng.u8(..=4)) / 4;
        let less = asked * i64::from(self.draw.rng.u8(..6)) / 100;
        (asked - less).max(low * 19 / 20) / 100 * 100
    }

    /// Whoever comes again is nearer to buying, and some order.
    fn level_after_a_visit(&mut self, known: usize) -> &'static str {
        let draw = self.draw.rng.u8(..100);
        match (self.known[known].level.as_str(), draw) {
            ("H", 0..26) | ("O", _) => "O",
            ("H", _) | ("A", 0..45) => "H",
            ("A", _) | ("B", 0..45) => "A",
            ("D", _) => "D",
            ("C", 50..) => "C",
            _ => "B",
        }
    }
}
