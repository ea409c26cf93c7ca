//! The PIN: changes who sits at an open PC, and brings a locked one back. It opens no key.

use domain::id::StaffId;
use serde::Deserialize;
use store::keys::{Pin, PinAttempts, PinHash, PinRefused};
use ts_rs::TS;
use uuid::Uuid;

use super::Door;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Me;

/// One's own new PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPin {
    /// 6 digits.
    pub pin: String,
}

/// Who sits down, and their PIN.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SwitchByPin {
    /// Who.
    pub staff: Uuid,
    /// 6 digits.
    pub pin: String,
}

impl Door {
    /// Chooses one's own PIN on this PC.
    ///
    /// # Errors
    /// [`Code::PinNotSixDigits`], [`Code::PinTooSimple`].
    pub fn set_pin(&self, ask: &SetPin) -> Outcome<()> {
        let pin = Pin::choose(&ask.pin).map_err(refused)?;
        let (desk, session) = self.signed_in()?;
        let inside = self.inside();
        let Some(open) = &inside.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let hash = PinHash::create(&pin, session.me.id.0, &open.keys.data, &self.place.policy);
        let text = serde_json::to_string(&hash)
            .map_err(|_| Problem::broken("a PIN's hash always has a JSON form"))?;
        Ok(desk.store().set_pin(session.me.id, &text)?)
    }

    /// Seats somebody by PIN.
    ///
    /// # Errors
    /// [`Code::WrongPin`] with the attempts left; [`Code::PinClosed`] after five: the store is closed then, and the
    /// password needed; [`Code::NoPin`].
    pub fn switch_by_pin(&self, ask: &SwitchByPin) -> Outcome<Me> {
        let staff = StaffId(ask.staff);
        let mut inside = self.inside();
        let Some(open) = &inside.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let (hash, failures) = open
            .desk
            .store()
            .pin(staff)?
            .ok_or(Problem::refused(Code::NoPin))?;
        let hash: PinHash =
            serde_json::from_str(&hash).map_err(|_| Problem::broken("the hash of a PIN"))?;
        let mut attempts = PinAttempts {
            failures: u8::try_from(failures).unwrap_or(u8::MAX),
        };
        let pin = Pin::typed(&ask.pin).map_err(refused)?;
        if attempts.before_check().is_err() {
            self.imports.forget();
            inside.shut();
            return Err(Problem::refused(Code::PinClosed));
        }
        // On the disk before the check: pulling the plug wins no attempt.
        open.desk
            .store()
            .set_pin_failures(staff, u32::from(attempts.failures))?;
        let fits = hash
            .matches(&pin, staff.0, &open.keys.data, &self.place.policy)
            .map_err(|cause| Problem::failed(Code::SlotsDamaged).with("detail", cause.code()))?;
        if !fits {
            let closed = attempts.is_closed();
            if closed {
                self.imports.forget();
                inside.shut();
            }
            let wrong = Problem::refused(if closed {
                Code::PinClosed
            } else {
                Code::WrongPin
            });
            return Err(wrong.with("left", attempts.left()));
        }
        open.desk.store().set_pin_failures(staff, 0)?;
        // Whoever comes back to their own sitting keeps the keys that the password opened.
        let own = open.session.me.id == staff && open.session.keys.is_some();
        if own {
            let session = std::sync::Arc::clone(&open.session);
            let me = inside.reseat(&session)?;
            return Ok(me);
        }
        inside.seat(staff, None)
    }
}

impl super::Inside {
    /// Unlocks the sitting that was there.
    fn reseat(&mut self, session: &std::sync::Arc<crate::session::Session>) -> Outcome<Me> {
        let Some(open) = &mut self.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let (me, _) = super::me(&open.desk, session.me.id)?;
        if me != session.me {
            // Roles changed meanwhile: a new sitting, without keys.
            return self.seat(me.id, None);
        }
        open.locked = false;
        Ok(me)
    }
}

fn refused(cause: PinRefused) -> Problem {
    Problem::refused(match cause {
        PinRefused::TooSimple => Code::PinTooSimple,
        _ => Code::PinNotSixDigits,
    })
}
