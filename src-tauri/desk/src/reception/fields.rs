//! The register form 来店(电)登记表, and the check of each of its fields.

use domain::id::{CustomerId, StaffId};
use domain::rows::{Frequency, Gender, Visit, VisitResult};
use domain::when::Moment;

use crate::form::{any, choice, colleague, form, line, money, note, number, phone};

form! {
    /// What is known of a party. Any of it may be missing: incomplete is a state, not a mistake.
    VisitFields of Visit {
        /// Who it is, where the person at the counter said so; otherwise they are recognised by the number.
        customer: CustomerId = any,
        /// As said at the counter.
        name: String = line,
        /// As seen.
        gender: Gender = any,
        /// In any usual spelling.
        phone: String = phone,
        /// Persons.
        party_size: i64 = number(1, 99),
        /// When they came in, or the phone rang; now, when not said.
        arrived: Moment = any,
        /// When they went.
        left: Moment = any,
        /// Code of `weathers`.
        weather: String = choice("weathers"),
        /// Code of `transports`.
        transport: String = choice("transports"),
        /// Code of `purposes`.
        purpose: String = choice("purposes"),
        /// First time, again, invited.
        frequency: Frequency = any,
        /// Who receives them.
        consultant: StaffId = colleague,
        /// Where they live.
        area: String = line,
        /// Code of `sources`.
        source: String = choice("sources"),
        /// Code of `sub_sources`.
        sub_source: String = choice("sub_sources"),
        /// Code of `events`.
        event: String = choice("events"),
        /// What they drive now.
        current_car: String = line,
        /// What they came to see.
        model: String = line,
        /// In which colour.
        colour: String = line,
        /// What else they look at.
        competitor: String = line,
        /// Code of `levels`.
        level: String = choice("levels"),
        /// Code of `purchase_types`.
        purchase_type: String = choice("purchase_types"),
        /// Whether they drove.
        test_drive: bool = any,
        /// Fen.
        quoted_price: i64 = money,
        /// Whether WeChat was added.
        wechat: bool = any,
        /// What was said.
        talk: String = note,
        /// Code of `drinks`.
        drink: String = choice("drinks"),
        /// Filed or not.
        result: VisitResult = any,
        /// Code of `not_filed_reasons`.
        not_filed_reason: String = choice("not_filed_reasons"),
        /// Traits, decision maker.
        remark: String = note,
        /// Calls: rings before it was answered.
        rings: i64 = number(0, 99),
        /// Calls: dealer's and own name were given.
        greeting_given: bool = any,
        /// Calls: why they call.
        call_reason: String = line,
        /// Calls: put through to.
        transferred_to: StaffId = colleague,
        /// Calls: seconds until put through.
        transfer_seconds: i64 = number(0, 3_600),
        /// Calls: whether the colleague answered.
        connected: bool = any,
        /// Calls: what was agreed was said once more.
        summary_agreed: bool = any,
        /// Calls: code of `ways`.
        next_contact_offered: String = choice("ways"),
        /// Calls: we promised to call back.
        callback_promised: bool = any,
        /// Calls: by when we call back.
        callback_by: Moment = any,
        /// Calls: nobody answered in time.
        missed: bool = any,
        /// Calls: the caller hung up first, as the standard asks.
        caller_hung_up_first: bool = any,
    }
}
