//! Following up: cards to work, contacts made, and the steps by which things change state.

use crate::id::{CardId, ContactId, CustomerId, StaffId, VisitId};
use crate::rows;
use crate::when::{Day, Moment};
use uuid::Uuid;

rows! {
    /// A follow-up card. Open, done or skipped is folded from its steps.
    Card(CardId) in "card", Fields {
        /// Whom to contact.
        customer: CustomerId,
        /// The rule that made it, such as `level` or `visit`; none for a plan of one's own.
        rule: Option<String>,
        /// What for, in words.
        note: Option<String>,
        /// Code of `ways`.
        way: Option<String>,
        /// To be done by this day.
        due: Day,
        /// Worth nothing after this day: due plus one interval.
        expires: Day,
        /// For whom it was made; the customer's owner works it.
        made_for: Option<StaffId>,
        /// The visit that it follows.
        visit: Option<VisitId>,
    }
}

rows! {
    /// A contact that was made. Never changed; a mistake is hidden and written anew.
    Contact(ContactId) in "contact", Facts {
        /// With whom.
        customer: CustomerId,
        /// By whom.
        staff: StaffId,
        /// The card it works off.
        card: Option<CardId>,
        /// Code of `ways`.
        way: String,
        /// What was said.
        content: String,
        /// What they asked.
        question: Option<String>,
        /// What was answered.
        answer: Option<String>,
        /// When, as the user says.
        at: Moment,
        /// Level before.
        level_from: Option<String>,
        /// Level after.
        level_to: Option<String>,
        /// Next contact agreed.
        next: Option<Day>,
        /// When it was entered, as the machine says.
        entered: Moment,
    }
}

rows! {
    /// One transition of a row that has a workflow. The fold decides whether it was legal.
    Step(Uuid) in "step", Facts {
        /// Wire name of the row's table.
        noun: String,
        /// The row.
        row: Uuid,
        /// The step that the author saw last.
        follows: Option<Uuid>,
        /// The state wanted.
        to: String,
        /// When, as the user says.
        at: Moment,
        /// Who.
        actor: StaffId,
        /// Why, where the workflow asks for it.
        reason: Option<String>,
    }
}
