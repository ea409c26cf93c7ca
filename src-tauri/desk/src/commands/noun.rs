//! What a screen shows, by noun: whoever wrote something says which, and the screens read those again.

use serde::Serialize;
use store::Committed;
use ts_rs::TS;

/// What the screens read again. Never cache keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// Who is in, and whether.
    Door,
    /// Who works here.
    Staff,
    /// Walk-ins and calls.
    Visits,
    /// Customers and their numbers.
    Customers,
    /// Follow-up cards, contacts.
    Cards,
    /// Who is expected when.
    Appointments,
    /// What managers said of contacts.
    Reviews,
    /// Lists and rules.
    House,
    /// Models.
    Catalogue,
    /// Copies in the second folder.
    Backup,
    /// The other PCs, and how it stands with them.
    Exchange,
}

impl Noun {
    /// The noun to which a table belongs.
    fn of(table: &str) -> Option<Self> {
        Some(match table {
            "device" | "revocation" | "hub" | "hold" | "hold_grant" => Self::Exchange,
            "branch" | "house_item" | "house_rule" => Self::House,
            "staff" | "staff_role" => Self::Staff,
            "visit" | "callback" | "duty" | "turn_skip" | "business_day" => Self::Visits,
            "customer" | "phone" | "person" | "tag" | "rival" | "claim" | "merged" | "erasure"
            | "erasure_request" => Self::Customers,
            "card" | "contact" | "step" => Self::Cards,
            "appointment" => Self::Appointments,
            "review" => Self::Reviews,
            "trim" => Self::Catalogue,
            _ => return None,
        })
    }

    /// The nouns that a transaction touched.
    pub(crate) fn touched(committed: &Committed) -> Vec<Self> {
        let mut nouns: Vec<Self> = committed
            .tables
            .iter()
            .filter_map(|table| Self::of(table))
            .collect();
        if committed.tables.contains("step") {
            nouns.push(Self::Visits);
            nouns.push(Self::Appointments);
        }
        nouns.sort_unstable();
        nouns.dedup();
        nouns
    }
}

/// Everything on the screen changes with who is in.
pub(super) const ALL: &[Noun] = &[
    Noun::Door,
    Noun::Staff,
    Noun::Visits,
    Noun::Customers,
    Noun::Cards,
    Noun::Appointments,
    Noun::Reviews,
    Noun::House,
    Noun::Catalogue,
    Noun::Backup,
    Noun::Exchange,
];
pub(super) const NONE: &[Noun] = &[];
pub(super) const BACKUP: &[Noun] = &[Noun::Backup];
pub(super) const DOOR: &[Noun] = &[Noun::Door];
pub(super) const EXCHANGE: &[Noun] = &[Noun::Exchange];
pub(super) const STAFF: &[Noun] = &[Noun::Door, Noun::Staff];
pub(super) const CUSTOMERS: &[Noun] = &[Noun::Customers];
pub(super) const BOOK: &[Noun] = &[
    Noun::Visits,
    Noun::Customers,
    Noun::Cards,
    Noun::Appointments,
    Noun::Reviews,
    Noun::Catalogue,
];
