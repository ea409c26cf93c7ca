//! The customer's card: what the consultant learnt of somebody, and the cards of those who bought before.

use domain::id::CustomerId;
use domain::when::{Day, Moment};

use super::counter::said;
use super::showroom::{Known, Showroom};
use crate::customers::{
    ADD_CUSTOMER, ADD_PHONE, AddCustomer, AddPhone, CustomerFields, EDIT_CUSTOMER, EditCustomer,
    add_customer, add_phone, edit_customer,
};
use crate::problem::Outcome;

/// Customers who bought before the month began.
const OWNERS: usize = 12;

impl Showroom<'_> {
    /// Cards of people who drive our cars already, from years before.
    pub fn owners(&mut self, at: Moment) -> Outcome<()> {
        for nth in 0..OWNERS {
            let person = self.draw.person();
            let owner = nth % self.team.consultants.len();
            let model = self.draw.model_at();
            let until = at.day().plus(20 + self.draw.rng.i64(0..330));
            let fields = CustomerFields {
                name: said(person.name.clone()),
                gender: said(person.gender),
                birthday: self.birthday(owner).map(Some),
                source: said("walk_in".to_owned()),
                model: said(self.book().models[model].series.clone()),
                plate: said(self.plate()),
                insurance_until: said(until),
                occupation: said(self.draw.one(&self.draw.book.occupations).to_owned()),
                family: said(self.draw.one(&self.draw.book.families).to_owned()),
                ..CustomerFields::default()
            };
            let ask = AddCustomer {
                fields,
                phone: person.phone.clone(),
                level: Some("D".to_owned()),
                owner: Some(self.staff(owner)),
            };
            let at = at.plus_minutes(i64::try_from(nth).unwrap_or(0));
            let added = self.perform(&ADD_CUSTOMER, &self.team.manager, at, |work| {
                add_customer(work, ask)
            })?;
            self.remember(Known {
                person,
                id: added.id,
                owner,
                level: "D".to_owned(),
                model,
                company: None,
                source: None,
                purchase_type: None,
                here: false,
                comes: None,
                also: None,
                old: true,
                asked: true,
            });
        }
        Ok(())
    }

    fn plate(&mut self) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
        let letter = char::from(LETTERS[self.draw.rng.usize(..LETTERS.len())]);
        format!("湘A{letter}{:04}", self.draw.rng.u32(..10_000))
    }

    /// Everything that the consultant writes down after a first visit.
    pub fn card(&mut self, at: Moment, known: usize) -> Outcome<()> {
        if std::mem::replace(&mut self.known[known].asked, true) {
            return Ok(());
        }
        let fields = self.needs(known);
        let session = self.consultant(self.known[known].owner);
        let id = self.known[known].id;
        let ask = EditCustomer {
            id,
            fields,
            seen: None,
        };
        self.perform(&EDIT_CUSTOMER, session, at, |work| edit_customer(work, ask))?;
        if let Some(phone) = self.known[known].also.clone() {
            let ask = AddPhone {
                customer: id,
                phone,
                note: Some("备用".to_owned()),
            };
            self.perform(&ADD_PHONE, session, at, |work| add_phone(work, ask))?;
        }
        self.tags(at, known)?;
        self.persons(at, known)?;
        if self.draw.chance(45) {
            self.rival(at, known)?;
        }
        Ok(())
    }

    fn needs(&mut self, known: usize) -> CustomerFields {
        let book = self.book();
        let owner = self.known[known].owner;
        let level = self.known[known].level.clone();
        let budget = self.price(self.known[known].model) / 10_000 * 10_000;
        let window = match level.as_str() {
            "H" | "O" => "7",
            "A" => "15",
            "B" => "30",
            "C" => "90",
            _ => "later",
        };
        // Some say another time than their level stands for: the card proposes the level then.
        let window = if self.draw.chance(12) { "15" } else { window };
        let main_use = self.draw.weighed(&[
            (36, "commute"),
            (40, "family"),
            (10, "travel"),
            (6, "business"),
            (4, "hire"),
            (4, "gift"),
        ]);
        let best_time = self.draw.weighed(&[
            (18, "morning"),
            (20, "noon"),
            (18, "afternoon"),
            (28, "evening"),
            (16, "weekend"),
        ]);
        let way = self
            .draw
            .weighed(&[(48, "phone"), (46, "wechat"), (6, "sms")]);
        let band = self.draw.weighed(&[
            (16, "18_25"),
            (38, "26_35"),
            (28, "36_45"),
            (13, "46_55"),
            (5, "56_up"),
        ]);
        let step = self.draw.weighed(&[
            (10, "1"),
            (22, "2"),
            (24, "3"),
            (18, "4"),
            (20, "5"),
            (6, "6"),
        ]);
        let birthday = self.birthday(owner);
        let address = format!(
            "{} {} 号 {}",
            self.draw.one(&book.roads),
            self.draw.rng.u16(1..600),
            self.draw.one(&book.estates)
        );
        let mut fields = CustomerFields {
            age_band: birthday.is_none().then(|| Some(band.to_owned())),
            birthday: birthday.map(Some),
            occupation: said(self.draw.one(&book.occupations).to_owned()),
            family: said(self.draw.one(&book.families).to_owned()),
            best_time: said(best_time.to_owned()),
            preferred_way: said(way.to_owned()),
            budget: said(budget * 100),
            main_use: said(main_use.to_owned()),
            buyer_kind: said("private".to_owned()),
            focus_points: said(self.draw.one(&book.focus_points).to_owned()),
            priorities: said(self.draw.one(&book.priorities).to_owned()),
            decider: said(self.draw.one(&book.deciders).to_owned()),
            driver: said(self.draw.one(&book.drivers).to_owned()),
            purchase_window: said(window.to_owned()),
            buying_step: said(step.to_owned()),
            ..CustomerFields::default()
        };
        if self.draw.chance(45) {
            fields.address = said(address);
        }
        if self.draw.chance(50) {
            let digits = &self.known[known].person.phone;
            fields.wechat = said(format!("wx_{}", &digits[digits.len() - 7..]));
        }
        if let Some(company) = self.known[known].company {
            let company = &book.companies[company];
            fields.company = said(company.name.clone());
            fields.industry = said(company.industry.clone());
            fields.company_size = said(company.size.clone());
            fields.buyer_kind = said("company".to_owned());
            fields.main_use = said("business".to_owned());
            fields.family = None;
        }
        if self.known[known].source.as_deref() == Some("owner_referral") {
            match self.sender() {
                Some(sender) => fields.referrer = said(sender),
                None => fields.referrer_name = said(self.draw.person().name),
            }
        }
        fields
    }

    /// An owner who sends friends; some send several.
    fn sender(&mut self) -> Option<CustomerId> {
        let old = self.known.iter().filter(|known| known.old).count();
        let one = self.draw.rng.usize(..OWNERS.div_ceil(2));
        (one < old && self.draw.chance(85)).then(|| self.known[one].id)
    }

    /// A birthday, where it is said: today's for those who are to be congratulated.
    fn birthday(&mut self, owner: usize) -> Option<Day> {
        let year = 1962 + i32::from(self.draw.rng.u8(..42));
        let (month, day) = (self.draw.rng.u32(1..=12), self.draw.rng.u32(1..=28));
        let is_said = self.draw.chance(35);
        if let Some(place) = self.birthdays.iter().position(|one| *one == owner) {
            self.birthdays.remove(place);
            let today = self.now.day();
            return (year - 3..=year)
                .rev()
                .find_map(|year| Day::new(year, today.month(), today.day_of_month()).ok());
        }
        is_said.then(|| Day::new(year, month, day).ok()).flatten()
    }
}
