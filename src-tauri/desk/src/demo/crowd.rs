//! Very many customers at once, for measuring: each with a number, a visit and a card.

use domain::id::{PhoneId, VisitId};
use domain::rows::{Phone, VisitKind};
use domain::when::{ClockTime, Day, Moment};
use uuid::Uuid;

use super::book::Book;
use super::people::Draw;
use super::team::Team;
use crate::cards;
use crate::customers::empty_customer;
use crate::desk::Desk;
use crate::import::IMPORT_CUSTOMERS;
use crate::now::Now;
use crate::problem::Outcome;
use crate::reception::{empty_visit, new_customer};
use crate::work::Work;

/// Customers of one act.
const BATCH: u64 = 20_000;

/// Adds so many customers, spread over ten years; `told` hears how many there are.
pub(crate) fn crowd(
    desk: &Desk,
    team: &Team,
    book: &Book,
    seed: u64,
    customers: u64,
    now: Now,
    told: &mut dyn FnMut(u64),
) -> Outcome<()> {
    let mut draw = Draw::new(book, seed);
    let mut made = 0;
    while made < customers {
        let batch = BATCH.min(customers - made);
        desk.perform(&IMPORT_CUSTOMERS, &team.manager, now, |work| {
            for _ in 0..batch {
                one(work, team, &mut draw, now.day())?;
            }
            Ok(())
        })?;
        made += batch;
        told(made);
    }
    Ok(())
}

fn one(work: &mut Work<'_>, team: &Team, draw: &mut Draw<'_>, today: Day) -> Outcome<()> {
    let person = draw.person();
    let day = today.plus(-1 - draw.rng.i64(0..3_650));
    let owner = team.consultants[draw.rng.usize(..team.consultants.len())]
        .0
        .me
        .id;
    let mut customer = empty_customer(domain::id::CustomerId(Uuid::nil()), day);
    customer.name = person.name;
    customer.gender = Some(person.gender);
    customer.owner = Some(owner);
    // Of old customers most are not followed any more.
    customer.level = if today.plus(-60) < day {
        draw.level()
    } else if draw.chance(60) {
        "F2"
    } else {
        "D"
    }
    .to_owned();
    customer.source = Some(draw.source().to_owned());
    customer.model = Some(draw.model().to_owned());
    customer.occupation = Some(draw.one(&draw.book.occupations).to_owned());
    if draw.chance(25) {
        customer.plate = Some(format!("湘A{:05}", draw.rng.u32(..100_000)));
    }
    new_customer(work, &mut customer, day, None)?;
    let phone: PhoneId = work.new_id();
    work.insert(
        customer.id.0,
        &Phone {
            id: phone,
            customer: customer.id,
            digits: person.phone.clone(),
            note: None,
            person: None,
        },
    );

    let visit: VisitId = work.new_id();
    let time =
        ClockTime::from_minutes(draw.rng.u16(9 * 60..18 * 60)).unwrap_or(ClockTime::MIDNIGHT);
    let mut row = empty_visit(visit, VisitKind::WalkIn, Moment::from_day_time(day, time));
    row.customer = Some(customer.id);
    row.name = Some(customer.name.clone());
    row.phone = Some(person.phone);
    row.consultant = Some(owner);
    row.model.clone_from(&customer.model);
    row.talk = Some(draw.one(&draw.book.talks).to_owned());
    let arrived = row.arrived;
    work.insert(customer.id.0, &row);
    work.first_step(customer.id.0, "visit", visit.0, "left", arrived);
    if let Some(due) = work.house.next_contact(&customer.level, day) {
        cards::level_card(work, &customer, "crowd", due.max(today.plus(-40)), None)?;
    }
    Ok(())
}
