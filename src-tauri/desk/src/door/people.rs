//! Slots follow the staff rows: who is active can open this PC, who has left cannot.

use domain::id::StaffId;
use domain::log::from_hex;
use domain::rows::Staff;
use store::keys::{Member, SlotsFailed, SlotsRefused, UserPublic};

use super::{Keys, Open};
use crate::problem::{Code, Outcome, Problem};

impl Open {
    /// Makes the slot file say what the staff rows say, and the sign-in list with it.
    pub(super) fn follow_staff(&mut self, folder: &std::path::Path) -> Outcome<()> {
        let (staff, roles) = self
            .desk
            .read(|tables| Ok((tables.staff()?, tables.all_roles()?)))?;
        for person in &staff {
            let roles = roles
                .iter()
                .filter(|row| row.staff == person.id)
                .map(|row| row.role.clone())
                .collect();
            self.keys.follow(person, roles)?;
        }
        let gone: Vec<_> = self
            .keys
            .slots
            .users()
            .filter(|user| {
                !staff
                    .iter()
                    .any(|person| person.id.0 == *user && person.active)
            })
            .collect();
        for user in gone {
            self.keys
                .slots
                .remove(user, &self.keys.data)
                .map_err(refused)?;
        }
        self.keys.slots.save(folder).map_err(failed)?;
        let people = staff
            .into_iter()
            .filter(|person| person.active)
            .map(|person| (person.id, person.name, person.login))
            .collect();
        super::status::keep_people(folder, &self.keys.device, people)
    }
}

impl Keys {
    fn follow(&mut self, person: &Staff, roles: Vec<String>) -> Outcome<()> {
        if !person.active {
            return Ok(());
        }
        let damaged = || Problem::broken("the keys of a staff row cannot be read");
        let public = UserPublic {
            sign: from_hex(&person.sign_key).ok_or_else(damaged)?,
            agree: from_hex(&person.agree_key).ok_or_else(damaged)?,
        };
        let seed = serde_json::from_str(&person.sealed_seed).map_err(|_| damaged())?;
        let member = Member {
            user: person.id.0,
            roles,
            public,
            seed,
        };
        if self.slots.is_of(&member) {
            return Ok(());
        }
        self.slots
            .put(member, &self.data, &self.device)
            .map_err(refused)
    }
}

/// The people of the slot file are the staff's.
pub(super) fn failed(cause: SlotsFailed) -> Problem {
    match cause {
        SlotsFailed::Missing => Problem::refused(Code::StoreMissing),
        SlotsFailed::NewerVersion(_) => Problem::failed(Code::StoreNewer),
        SlotsFailed::Io(cause) => store::StoreFailed::from(cause).into(),
        SlotsFailed::Damaged => Problem::failed(Code::SlotsDamaged),
    }
}

pub(super) fn refused(cause: SlotsRefused) -> Problem {
    Problem::failed(Code::SlotsDamaged).with("detail", cause.code())
}

/// Forgets what only this PC keeps about a person who may not come in any more.
pub(super) fn forget(open: &Open, staff: StaffId) -> Outcome<()> {
    Ok(open.desk.store().forget_pin(staff)?)
}
