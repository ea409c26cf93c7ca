//! Following up: cards by rule and own plans, the today list, and the result of a contact.

mod birthdays;
mod finish;
mod plan;
mod rules;
mod skip;
mod today;
mod view;

pub use birthdays::BirthdayRow;
pub use finish::{
    CardFinished, ContactMade, FINISH_CARD, FinishCard, LOG_CONTACT, LogContact, finish_card,
    log_contact,
};
pub use plan::{PLAN_CARD, PlanCard, plan_card};
pub use skip::{SKIP_CARD, SkipCard, skip_card};
pub use today::{DayCount, TODAY, TodayAsk, TodayView, today};
pub use view::{CardRow, LastContact};

pub(crate) use rules::{after_level, after_visit, level_card, next_code, next_code_of};
pub(crate) use view::{Cards, may_work};
