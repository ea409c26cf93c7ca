//! Who stands beside a customer: companions of private people, contacts of a company, and who of them decides.

use domain::id::{ActId, CustomerId, PersonId};
use domain::rows::{Gender, Person, Phone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::workable;
use crate::form::{any, choice, form, line, note, read_phone};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers.
pub const ADD_PERSON: Verb = Verb::new("add_person", OWNERS);
/// The owner, and managers.
pub const EDIT_PERSON: Verb = Verb::new("edit_person", OWNERS);
/// The owner, and managers.
pub const REMOVE_PERSON: Verb = Verb::new("remove_person", OWNERS);

form! {
    /// What is known of somebody beside a customer.
    PersonFields of Person {
        /// As said.
        name: String = line,
        /// As said.
        gender: Gender = any,
        /// Code of `person_roles`.
        role: String = choice("person_roles"),
        /// Company customers: position.
        title: String = line,
        /// Has a say in the purchase.
        decides: bool = any,
        /// Anything else.
        remark: String = note,
    }
}

/// Somebody beside a customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddPerson {
    /// Beside whom.
    pub customer: CustomerId,
    /// Who; the name is needed.
    pub fields: PersonFields,
    /// Their number: the customer is found by it, too.
    pub phone: Option<String>,
}

/// Who was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PersonAdded {
    /// To be undone by.
    pub act: ActId,
    /// Who.
    pub id: PersonId,
}

/// Changes of somebody beside a customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EditPerson {
    /// Who.
    pub id: PersonId,
    /// Fields that are not named stay.
    pub fields: PersonFields,
    /// A further number of theirs.
    pub phone: Option<String>,
}

/// Which person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePerson {
    /// Who.
    pub id: PersonId,
}

/// Adds somebody beside a customer.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NameMissing`]; those of the fields and of numbers.
pub fn add_person(work: &mut Work<'_>, ask: AddPerson) -> Outcome<PersonAdded> {
    let customer = workable(work, ask.customer)?;
    let fields = ask.fields.checked(&work.checks())?;
    let mut person = Person {
        id: work.new_id(),
        customer: customer.id,
        name: String::new(),
        gender: None,
        role: None,
        title: None,
        decides: false,
        remark: None,
    };
    fields.fill(&mut person);
    person.name = text::required(&person.name, text::LINE)?;
    work.insert(customer.id.0, &person);
    give_phone(work, &person, ask.phone.as_deref())?;
    Ok(PersonAdded {
        act: work.act,
        id: person.id,
    })
}

/// Changes somebody beside a customer.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`], [`Code::NothingChanged`]; those of the fields and of numbers.
pub fn edit_person(work: &mut Work<'_>, ask: EditPerson) -> Outcome<Acted> {
    let before = person_of(work, ask.id)?;
    let fields = ask.fields.checked(&work.checks())?;
    let mut after = before.clone();
    fields.fill(&mut after);
    after.name = text::required(&after.name, text::LINE)?;
    work.update(before.customer.0, &before, &after)?;
    give_phone(work, &before, ask.phone.as_deref())?;
    work.must_change()?;
    Ok(work.acted())
}

/// Takes somebody off the card, with their numbers; the customer's last number stays and becomes their own.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn remove_person(work: &mut Work<'_>, ask: RemovePerson) -> Outcome<Acted> {
    let person = person_of(work, ask.id)?;
    let subject = person.customer.0;
    let (theirs, others): (Vec<Phone>, Vec<Phone>) = work
        .tables
        .phones_of(person.customer)?
        .into_iter()
        .partition(|phone| phone.person == Some(person.id));
    let stays = others
        .is_empty()
        .then(|| theirs.first().map(|phone| phone.id));
    for phone in &theirs {
        if stays == Some(Some(phone.id)) {
            let own = Phone {
                person: None,
                ..phone.clone()
            };
            work.update(subject, phone, &own)?;
        } else {
            work.void(subject, phone);
        }
    }
    work.void(subject, &person);
    Ok(work.acted())
}

fn person_of(work: &Work<'_>, id: PersonId) -> Outcome<Person> {
    let person: Person = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    workable(work, person.customer)?;
    Ok(person)
}

/// Notes a person's number; one that stands on the card already is theirs from now on.
fn give_phone(work: &mut Work<'_>, person: &Person, phone: Option<&str>) -> Outcome<()> {
    let Some(phone) = phone.filter(|phone| !phone.trim().is_empty()) else {
        return Ok(());
    };
    let phone = read_phone(phone)?;
    let subject = person.customer.0;
    let known = work
        .tables
        .phones_of(person.customer)?
        .into_iter()
        .find(|known| known.digits == phone.as_str());
    match known {
        Some(before) => {
            let after = Phone {
                person: Some(person.id),
                ..before.clone()
            };
            work.update(subject, &before, &after)?;
        }
        None => {
            let row = Phone {
                id: work.new_id(),
                customer: person.customer,
                digits: phone.as_str().to_owned(),
                note: None,
                person: Some(person.id),
            };
            work.insert(subject, &row);
        }
    }
    Ok(())
}
