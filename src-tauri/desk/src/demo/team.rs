//! Who works in the demo branch.

use super::book::Book;
use crate::problem::{Outcome, Problem};
use crate::session::{Me, Session};

/// Who works in the demo.
pub(crate) struct Team {
    pub manager: Session,
    pub receptionist: Session,
    /// With their diligence, in percent.
    pub consultants: Vec<(Session, u8)>,
}

impl Team {
    /// Sittings of the book's people, as the store has them.
    pub fn of(book: &Book, sitting: impl Fn(&str) -> Outcome<Me>) -> Outcome<Self> {
        let session = |name: &str| -> Outcome<Session> {
            Ok(Session {
                me: sitting(name)?,
                keys: None,
            })
        };
        let consultants = book
            .consultants
            .iter()
            .map(|one| Ok((session(&one.name)?, one.diligence)))
            .collect::<Outcome<Vec<_>>>()?;
        if consultants.is_empty() {
            return Err(Problem::broken("a demo branch without consultants"));
        }
        Ok(Self {
            manager: session(&book.manager)?,
            receptionist: session(&book.receptionist)?,
            consultants,
        })
    }
}
