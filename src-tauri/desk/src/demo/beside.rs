//! Beside the customer: tags, who comes along and who decides, rivals with the prices heard there.

use domain::rows::Gender;
use domain::when::Moment;

use super::counter::said;
use super::people::Person;
use super::showroom::Showroom;
use crate::customers::{
    ADD_PERSON, ADD_RIVAL, ADD_TAG, AddPerson, AddRival, CUSTOMER, CustomerAsk, EDIT_RIVAL,
    EditRival, PersonFields, RivalFields, TagCustomer, add_person, add_rival, add_tag, customer,
    edit_rival,
};
use crate::now::Now;
use crate::problem::{Code, Outcome};

/// Pairs with a card each.
const COUPLES: u32 = 4;

impl Showroom<'_> {
    /// Words by which the customer is grouped.
    pub fn tags(&mut self, at: Moment, known: usize) -> Outcome<()> {
        let electric = self.book().models[self.known[known].model]
            .maker
            .contains("新能源");
        let trades_in = self.known[known].purchase_type == Some("replacement");
        let hot = self.known[known].level == "H";
        let wanted = [
            ("new_energy", electric && self.draw.chance(70)),
            ("trade_in", trades_in && self.draw.chance(75)),
            ("urgent", hot && self.draw.chance(50)),
            ("price", self.draw.chance(28)),
            ("loan", self.draw.chance(24)),
            ("expert", self.draw.chance(8)),
            ("referrer", self.draw.chance(6)),
        ];
        let session = self.consultant(self.known[known].owner);
        for (label, wanted) in wanted {
            if wanted {
                let ask = TagCustomer {
                    customer: self.known[known].id,
                    label: label.to_owned(),
                };
                self.perform(&ADD_TAG, session, at, |work| add_tag(work, ask))?;
            }
        }
        Ok(())
    }

    /// Who comes along, who decides; the contacts of a company.
    pub fn persons(&mut self, at: Moment, known: usize) -> Outcome<()> {
        if let Some(company) = self.known[known].company {
            let title = self.book().companies[company].title.clone();
            let buys = self.draw.person();
            self.beside(at, known, &buys, ("purchasing", "采购经理", true), true)?;
            let pays = self.draw.person();
            self.beside(at, known, &pays, ("finance", "财务主管", false), true)?;
            let comes = self.known[known].person.clone();
            return self.beside(at, known, &comes, ("boss", &title, true), false);
        }
        if self.couples < COUPLES && known > 20 {
            let gender = self.known[known].person.gender;
            let other = self.one_of(|other| other.person.gender != gender && !other.old);
            if let Some(other) = other {
                self.couples += 1;
                let spouse = self.known[other].person.clone();
                return self.beside(at, known, &spouse, ("spouse", "", true), true);
            }
        }
        if self.draw.chance(34) {
            let mut spouse = self.draw.person();
            let female = self.known[known].person.gender == Gender::Male;
            while (spouse.gender == Gender::Female) != female {
                spouse = self.draw.person();
            }
            let has_phone = self.draw.chance(45);
            let decides = self.draw.chance(55);
            self.beside(at, known, &spouse, ("spouse", "", decides), has_phone)?;
        }
        if self.draw.chance(13) {
            let mut parent = self.draw.person();
            // Of the same family name, as parents mostly are.
            let surname = self.known[known].person.name.chars().next();
            parent.name = surname
                .into_iter()
                .chain(parent.name.chars().skip(1))
                .collect();
            let decides = self.draw.chance(50);
            self.beside(at, known, &parent, ("parent", "", decides), false)?;
        }
        Ok(())
    }

    fn beside(
        &self,
        at: Moment,
        known: usize,
        person: &Person,
        (role, title, decides): (&str, &str, bool),
        has_phone: bool,
    ) -> Outcome<()> {
        let fields = PersonFields {
            name: said(person.name.clone()),
            gender: said(person.gender),
            role: said(role.to_owned()),
            title: (!title.is_empty()).then(|| Some(title.to_owned())),
            decides: said(decides),
            remark: None,
        };
        let ask = AddPerson {
            customer: self.known[known].id,
            fields,
            phone: has_phone.then(|| person.phone.clone()),
        };
        let session = self.consultant(self.known[known].owner);
        self.perform(&ADD_PERSON, session, at, |work| add_person(work, ask))?;
        Ok(())
    }

    /// A rival with the price that was heard there.
    pub fn rival(&mut self, at: Moment, known: usize) -> Outcome<()> {
        let book = self.book();
        let rivals = book.rivals_of(&book.models[self.known[known].model].series);
        if rivals.is_empty() {
            return Ok(());
        }
        let rival = *self.draw.pick(&rivals);
        let [low, high] = rival.price;
        let price = (low + (high - low) * i64::from(self.draw.rng.u8(..=10)) / 10) / 100 * 100;
        let fields = RivalFields {
            price: said(price * 100),
            note: said(self.draw.one(&rival.notes).to_owned()),
        };
        let id = self.known[known].id;
        let session = self.consultant(self.known[known].owner);
        let heard = fields.clone();
        let ask = AddRival {
            customer: id,
            model: rival.model.clone(),
            fields: Some(fields),
        };
        match self.perform(&ADD_RIVAL, session, at, |work| add_rival(work, ask)) {
            // The visit has told of it already, but not what it costs.
            Err(problem) if problem.code == Code::NothingChanged => {}
            other => return other.map(drop),
        }
        let card = self.desk.look(&CUSTOMER, &session.me, Now(at), |look| {
            customer(look, CustomerAsk { id })
        })?;
        let noted = card.rivals.iter().find(|one| one.model == rival.model);
        let Some(noted) = noted else {
            return Ok(());
        };
        let ask = EditRival {
            id: noted.id,
            fields: heard,
        };
        self.perform(&EDIT_RIVAL, session, at, |work| edit_rival(work, ask))?;
        Ok(())
    }
}
