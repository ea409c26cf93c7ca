//! Identities. An id says nothing about what it names: document numbers, logins and phone numbers change, ids never do.
//! Refuses to read the clock or the system's randomness: both come in through [`Ids`].

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
pub use uuid::Uuid;

use crate::when::Moment;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A showroom. Head office sees many.
    BranchId,
    /// A PC that writes.
    DeviceId,
    /// One life of a PC's log: a restore or a cloned disk starts a new one.
    IncarnationId,
    /// What a person did, in one go: 1…n ops.
    ActId,
    /// A member of staff.
    StaffId,
    /// A person or company who may buy, or has bought.
    CustomerId,
    /// One of a customer's phone numbers.
    PhoneId,
    /// One party that came or called.
    VisitId,
    /// A follow-up card: somebody is to be contacted by a day.
    CardId,
    /// A contact that was made.
    ContactId,
    /// Somebody beside a customer: who comes along, who decides, whom one speaks to at a company.
    PersonId,
    /// A time at which a customer is expected.
    AppointmentId,
    /// A consultant asks for another's customer.
    ClaimId,
    /// What a manager thinks of a contact.
    ReviewId,
    /// A person of whom nothing may be left here.
    ErasureId,
}

/// Where new ids come from: UUIDv7, so that rows made one after another lie side by side on the disk.
///
/// Seeded, it gives the same ids again: demo data, simulations and tests depend on that.
#[derive(Debug, Clone)]
pub struct Ids {
    seed: [u8; 32],
    drawn: u64,
    /// The millisecond of the last id, and how much had been drawn when it began.
    at: u64,
    begun: u64,
}

impl Ids {
    /// A source for which `seed` is either real randomness (32 bytes from the system) or a test's choice.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self {
            seed,
            drawn: 0,
            at: 0,
            begun: 0,
        }
    }

    /// The next id. `at` is the time part; ids drawn later at the same millisecond sort later.
    pub fn draw<T: From<Uuid>>(&mut self, at: Moment) -> T {
        let bytes = self.bytes();
        let mut tail = [0; 10];
        tail.copy_from_slice(&bytes[..10]);
        let millis = at.0.max(0) as u64;
        if millis != self.at {
            (self.at, self.begun) = (millis, self.drawn);
        }
        // The 12 bits after the version count up within the millisecond; a long import goes on in those that follow.
        let nth = self.drawn - self.begun;
        tail[0] = (nth >> 8) as u8;
        tail[1] = nth as u8;
        let millis = millis.saturating_add(nth >> 12);
        T::from(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
    }

    /// 32 bytes that nobody can guess from earlier ones, as salts need.
    pub fn bytes(&mut self) -> [u8; 32] {
        self.drawn += 1;
        Sha256::new()
            .chain_update(self.seed)
            .chain_update(self.drawn.to_be_bytes())
            .finalize()
            .into()
    }
}

/// When an id was drawn: its time part. Says nothing of one that a rule made.
#[must_use]
pub fn drawn_at(id: Uuid) -> Moment {
    Moment((id.as_u128() >> 80) as i64)
}

/// No id drawn at or after a moment is lower.
#[must_use]
pub fn first_drawn_at(at: Moment) -> Uuid {
    Uuid::from_u128((at.0.max(0) as u128) << 80)
}

/// The id of a row that a rule makes: the same on every PC for the same subject, rule and occasion.
#[must_use]
pub fn by_rule<T: From<Uuid>>(subject: Uuid, rule: &str, occasion: &str) -> T {
    T::from(Uuid::new_v5(
        &subject,
        format!("{rule}\u{1f}{occasion}").as_bytes(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_drawn_one_after_another_sort_in_that_order() {
        let mut ids = Ids::from_seed([7; 32]);
        let drawn: Vec<Uuid> = (0..20_000)
            .map(|_| ids.draw(Moment(1_770_000_000_000)))
            .collect();
        assert!(
            drawn.windows(2).all(|pair| pair[0] < pair[1]),
            "a later id must sort later"
        );
    }

    #[test]
    fn the_same_seed_gives_the_same_ids_again() {
        let draw = || Ids::from_seed([1; 32]).draw::<Uuid>(Moment(5));
        assert_eq!(draw(), draw());
    }

    #[test]
    fn an_id_tells_when_it_was_drawn_and_is_not_lower_than_the_first_of_then() {
        let at = Moment(1_770_000_000_000);
        let id: Uuid = Ids::from_seed([7; 32]).draw(at);
        assert_eq!(drawn_at(id), at);
        assert!(first_drawn_at(at) <= id && id < first_drawn_at(Moment(at.0 + 1)));
    }

    #[test]
    fn two_pcs_make_the_same_card_for_the_same_occasion() {
        let customer = Uuid::from_u128(42);
        assert_eq!(
            by_rule::<CardId>(customer, "level", "2026-03-01"),
            by_rule::<CardId>(customer, "level", "2026-03-01")
        );
        assert_ne!(
            by_rule::<CardId>(customer, "level", "2026-03-01"),
            by_rule::<CardId>(customer, "visit", "2026-03-01")
        );
    }
}
