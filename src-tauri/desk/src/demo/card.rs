//! The customer's card: what the consultant learnt of somebody, who stands beside them, what else they look at.

use domain::id::CustomerId;
use domain::rows::Gender;
use domain::when::{Day, Moment};

use super::counter::said;
use super::people::Person;
use super::showroom::{Known, Showroom};
use crate::customers::{
    ADD_CUSTOMER, ADD_PERSON, ADD_PHONE, ADD_RIVAL, ADD_TAG, AddCustomer, AddPerson, AddPhone,
    AddRival, CUSTOMER, CustomerAsk, CustomerFields, EDIT_CUSTOMER, EDIT_RIVAL, EditCustomer,
    EditRival, PersonFields, RivalFields, TagCustomer, add_customer, add_person, add_phone,
    add_rival, add_tag, customer, edit_customer, edit_rival,
};
use crate::now::Now;
use crate::problem::{Code, Outcome};

/// Customers who bought before the month began.
const OWNERS: usize = 12;
/// Pairs with a card each.
const COUPLES: u32 = 4;

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

    fn tags(&mut self, at: Moment, known: usize) -> Outcome<()> {
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

    fn persons(&mut self, at: Moment, known: usize) -> Outcome<()> {
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
    fn rival(&mut self, at: Moment, known: usize) -> Outcome<()> {
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
