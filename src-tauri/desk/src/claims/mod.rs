//! Claims on another's customer (认领): a consultant asks, a manager decides, and with the decision the customer changes hands.

mod decide;
mod list;

pub use decide::{
    CLAIM_CUSTOMER, ClaimCustomer, ClaimDecided, DECIDE_CLAIM, DecideClaim, WITHDRAW_CLAIM,
    WithdrawClaim, claim_customer, decide_claim, withdraw_claim,
};
pub use list::{CLAIMS, ClaimRow, ClaimState, claims};
