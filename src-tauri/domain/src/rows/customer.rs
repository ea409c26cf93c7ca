//! The 意向客户管理卡: who may buy, and everything known about it.

use crate::id::{ActId, CustomerId, PersonId, PhoneId, StaffId};
use crate::rows;
use crate::rows::Gender;
use crate::when::Day;
use uuid::Uuid;

rows! {
    /// A customer card.
    Customer(CustomerId) in "customer", Fields {
        /// Document number, for paper; never identity.
        code: String,
        /// 建卡日期.
        card_day: Day,
        /// Person or company.
        name: String,
        /// As said.
        gender: Option<Gender>,
        /// The consultant who looks after them.
        owner: Option<StaffId>,
        /// Code of `levels`.
        level: String,
        /// Where they heard of us.
        source: Option<String>,
        /// Birthday.
        birthday: Option<Day>,
        /// Where the birthday is not said.
        age_band: Option<String>,
        /// WeChat id.
        wechat: Option<String>,
        /// Company customers: name.
        company: Option<String>,
        /// Company customers: line of business.
        industry: Option<String>,
        /// Company customers: number of people.
        company_size: Option<String>,
        /// Code of `id_kinds`.
        id_kind: Option<String>,
        /// Masked in every list.
        id_number: Option<String>,
        /// Home or company.
        address: Option<String>,
        /// 6 digits.
        postcode: Option<String>,
        /// Who lives with them.
        family: Option<String>,
        /// What they do.
        occupation: Option<String>,
        /// Code of `best_times`.
        best_time: Option<String>,
        /// Code of `ways`.
        preferred_way: Option<String>,
        /// Model of interest.
        model: Option<String>,
        /// Colour of interest.
        colour: Option<String>,
        /// Fen.
        budget: Option<i64>,
        /// Code of `main_uses`.
        main_use: Option<String>,
        /// Code of `buyer_kinds`.
        buyer_kind: Option<String>,
        /// What matters to them.
        focus_points: Option<String>,
        /// Who decides.
        decider: Option<String>,
        /// Who will drive.
        driver: Option<String>,
        /// What they drive now.
        current_car: Option<String>,
        /// Code of `purchase_windows`.
        purchase_window: Option<String>,
        /// 首购 / 换购 / 增购.
        purchase_type: Option<String>,
        /// Code of `buying_steps`.
        buying_step: Option<String>,
        /// Their priorities, in their order.
        priorities: Option<String>,
        /// After the sale.
        plate: Option<String>,
        /// After the sale.
        vin: Option<String>,
        /// After the sale: motor insurance runs until.
        insurance_until: Option<Day>,
        /// Anything else.
        remark: Option<String>,
        /// Raw text of imported cells that could not be read: JSON `[[heading, raw], …]`.
        kept: Option<String>,
        /// The import it came with.
        import: Option<ActId>,
        /// Code of `sub_sources`: where exactly within the source.
        sub_source: Option<String>,
        /// The customer who sent them.
        referrer: Option<CustomerId>,
        /// Who sent them, where that is no customer of ours.
        referrer_name: Option<String>,
    }
}

rows! {
    /// One of a customer's numbers. The same number on two cards makes them duplicates of each other.
    Phone(PhoneId) in "phone", Fields {
        /// Whose.
        customer: CustomerId,
        /// Normalised.
        digits: String,
        /// Whose phone it is, or which.
        note: Option<String>,
        /// The person beside the customer whose phone it is.
        person: Option<PersonId>,
    }
}

rows! {
    /// Somebody beside the customer: who comes along, who decides, whom one speaks to at a company.
    Person(PersonId) in "person", Fields {
        /// Beside whom.
        customer: CustomerId,
        /// As said.
        name: String,
        /// As said.
        gender: Option<Gender>,
        /// Code of `person_roles`: spouse, parent, purchasing …
        role: Option<String>,
        /// Company customers: position.
        title: Option<String>,
        /// Has a say in the purchase.
        decides: bool,
        /// Anything else.
        remark: Option<String>,
    }
}

rows! {
    /// A word by which customers are grouped. The id is made from customer and word, so that one word stands once.
    Tag(Uuid) in "tag", Fields {
        /// Whose.
        customer: CustomerId,
        /// The word.
        label: String,
    }
}

rows! {
    /// What else they look at. The id is made from customer and model.
    Rival(Uuid) in "rival", Fields {
        /// Who looks.
        customer: CustomerId,
        /// Brand and model, as said.
        model: String,
        /// Price heard there, in fen.
        price: Option<i64>,
        /// What they like or miss about it.
        note: Option<String>,
    }
}
