//! One party at the door or on the phone: the row of the 来店(电)登记表.

use crate::id::{ActId, CustomerId, StaffId, VisitId};
use crate::when::Moment;
use crate::{codes, rows};
use uuid::Uuid;

codes! {
    /// 来店 / 来电 / 活动 / 其他.
    VisitKind {
        /// 来店.
        WalkIn = "walk_in",
        /// 来电.
        Call = "call",
        /// 活动.
        Event = "event",
        /// 其他.
        Other = "other",
    }
}

codes! {
    /// As the form prints it.
    Gender {
        /// 男.
        Male = "male",
        /// 女.
        Female = "female",
    }
}

codes! {
    /// 首次 F / 再次 S / 邀约.
    Frequency {
        /// 首次.
        First = "first",
        /// 再次.
        Again = "again",
        /// 邀约.
        Invited = "invited",
    }
}

codes! {
    /// Whether the party left its name and number.
    VisitResult {
        /// 留档.
        Filed = "filed",
        /// 未留档, with a reason.
        NotFiled = "not_filed",
    }
}

rows! {
    /// A walk-in or a call. Reception fills the first half in seconds, the consultant completes the rest. Whether it is
    /// open or left is folded from its steps.
    Visit(VisitId) in "visit", Fields {
        /// How they came.
        kind: VisitKind,
        /// Who it was, once known.
        customer: Option<CustomerId>,
        /// As said at the counter.
        name: Option<String>,
        /// As seen.
        gender: Option<Gender>,
        /// Digits, normalised.
        phone: Option<String>,
        /// Persons in the party.
        party_size: Option<i64>,
        /// When they came in, or the phone rang.
        arrived: Moment,
        /// When they went.
        left: Option<Moment>,
        /// Code of `weathers`.
        weather: Option<String>,
        /// Code of `transports`.
        transport: Option<String>,
        /// Code of `purposes`; only looking at cars counts as sales traffic.
        purpose: Option<String>,
        /// First time, again, invited.
        frequency: Option<Frequency>,
        /// Who receives them.
        consultant: Option<StaffId>,
        /// Where they live.
        area: Option<String>,
        /// Code of `sources`.
        source: Option<String>,
        /// What they drive now.
        current_car: Option<String>,
        /// What they came to see.
        model: Option<String>,
        /// In which colour.
        colour: Option<String>,
        /// What else they look at.
        competitor: Option<String>,
        /// Level after this contact.
        level: Option<String>,
        /// 首购 / 换购 / 增购.
        purchase_type: Option<String>,
        /// Whether they drove.
        test_drive: Option<bool>,
        /// Fen.
        quoted_price: Option<i64>,
        /// Whether WeChat was added.
        wechat: Option<bool>,
        /// 接待经过: what was said.
        talk: Option<String>,
        /// Code of `drinks`.
        drink: Option<String>,
        /// Filed or not.
        result: Option<VisitResult>,
        /// Code of `not_filed_reasons`.
        not_filed_reason: Option<String>,
        /// Traits, decision maker.
        remark: Option<String>,
        /// Calls: rings before it was answered; 3 at most is the standard.
        rings: Option<i64>,
        /// Calls: dealer's and own name were given.
        greeting_given: Option<bool>,
        /// Calls: why they call.
        call_reason: Option<String>,
        /// Calls: put through to.
        transferred_to: Option<StaffId>,
        /// Calls: seconds until put through; 20 at most is the standard.
        transfer_seconds: Option<i64>,
        /// Calls: whether the colleague answered.
        connected: Option<bool>,
        /// Calls: what was agreed was said once more.
        summary_agreed: Option<bool>,
        /// Calls: next way of contact offered, code of `ways`.
        next_contact_offered: Option<String>,
        /// Calls: we promised to call back.
        callback_promised: Option<bool>,
        /// Names of the fields that the house asks for and that are not filled, with commas; empty when complete. Written by the verb, because what is asked for is a setting.
        missing: String,
        /// Raw text of imported cells that could not be read: JSON `[[heading, raw], …]`.
        kept: Option<String>,
        /// The import it came with.
        import: Option<ActId>,
        /// Code of `sub_sources`: where exactly within the source.
        sub_source: Option<String>,
        /// Code of `events`: the event at which they came, or that brought them.
        event: Option<String>,
        /// Calls: nobody answered in time.
        missed: Option<bool>,
        /// Calls: who hung up first; the standard is the caller.
        caller_hung_up_first: Option<bool>,
        /// Calls: when we said that we would call back.
        callback_by: Option<Moment>,
        /// Calls: when the caller was reached again.
        called_back: Option<Moment>,
    }
}

rows! {
    /// An attempt to call somebody back.
    Callback(Uuid) in "callback", Facts {
        /// The call that it answers.
        visit: VisitId,
        /// Who called.
        staff: StaffId,
        /// When.
        at: Moment,
        /// Whether they answered.
        reached: bool,
        /// What was said.
        note: Option<String>,
    }
}
