//! Slots follow the staff rows: who is active can open this PC, who has left cannot.

use domain::id::StaffId;
use domain::log::from_hex;
use domain::rows::Staff;
use uuid::Uuid;

use store::keys::{Member, SlotsFailed, SlotsRefused, UserPublic};

use super::{Inside, Keys, Open};
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;

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

impl Inside {
    /// Slots, sign-in list, PINs and the sitting follow the staff rows, whoever changed them and wherever.
    pub(super) fn follow_people(&mut self) -> Outcome<()> {
        let folder = self.folder.clone();
        let Some(open) = &mut self.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let without = open.without_keys()?;
        for staff in &without {
            open.desk.store().forget_pin(*staff)?;
        }
        open.follow_staff(&folder)?;
        let sitting = open.session.me.id;
        match super::me(&open.desk, sitting) {
            Ok((me, _)) if me == open.session.me && !without.contains(&sitting) => Ok(()),
            // Nobody sits there yet.
            _ if sitting.0.is_nil() => Ok(()),
            // Another role, another name, other keys: a new sitting, in which the password is asked for. A locked screen stays locked.
            Ok((me, _)) => {
                let locked = open.locked;
                self.seat(me.id, None)?;
                if let Some(open) = &mut self.open {
                    open.locked = locked;
                }
                Ok(())
            }
            Err(gone) if gone.code == Code::WrongPassword => {
                open.session = std::sync::Arc::new(Session {
                    me: open.session.me.clone(),
                    keys: None,
                });
                open.locked = true;
                self.papers.forget();
                Ok(())
            }
            Err(failed) => Err(failed),
        }
    }
}

impl Open {
    /// Who has a slot here under keys that are not theirs any more: they have left, or got a new password from an administrator.
    fn without_keys(&self) -> Outcome<Vec<StaffId>> {
        let staff = self.desk.read(|tables| Ok(tables.staff()?))?;
        let slots = &self.keys.slots;
        let same = |user: Uuid| {
            staff.iter().any(|person| {
                person.id.0 == user
                    && person.active
                    && from_hex(&person.agree_key) == slots.agree_key(user)
            })
        };
        Ok(slots
            .users()
            .filter(|user| !same(*user))
            .map(StaffId)
            .collect())
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

pub(crate) fn refused(cause: SlotsRefused) -> Problem {
    Problem::failed(Code::SlotsDamaged).with("detail", cause.code())
}
