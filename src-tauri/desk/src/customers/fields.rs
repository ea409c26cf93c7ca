//! The customer card's fields, and the check of each.

use domain::id::CustomerId;
use domain::rows::{Customer, Gender};
use domain::when::Day;

use super::UNRATED;
use crate::form::{any, choice, form, line, money, note};

form! {
    /// What is known of a customer. Level, owner and numbers have verbs of their own.
    CustomerFields of Customer {
        /// Person or company.
        name: String = line,
        /// As said.
        gender: Gender = any,
        /// Birthday.
        birthday: Day = any,
        /// Code of `age_bands`, where the birthday is not said.
        age_band: String = choice("age_bands"),
        /// WeChat id.
        wechat: String = line,
        /// Company customers: name.
        company: String = line,
        /// Company customers: line of business.
        industry: String = line,
        /// Company customers: number of people.
        company_size: String = line,
        /// Code of `id_kinds`.
        id_kind: String = choice("id_kinds"),
        /// Shown masked; revealed by a verb of its own.
        id_number: String = line,
        /// Home or company.
        address: String = line,
        /// 6 digits.
        postcode: String = line,
        /// Who lives with them.
        family: String = line,
        /// What they do.
        occupation: String = line,
        /// Code of `best_times`.
        best_time: String = choice("best_times"),
        /// Code of `ways`.
        preferred_way: String = choice("ways"),
        /// Code of `sources`.
        source: String = choice("sources"),
        /// Code of `sub_sources`.
        sub_source: String = choice("sub_sources"),
        /// The customer who sent them.
        referrer: CustomerId = any,
        /// Who sent them, where that is no customer of ours.
        referrer_name: String = line,
        /// Model of interest.
        model: String = line,
        /// Colour of interest.
        colour: String = line,
        /// Fen.
        budget: i64 = money,
        /// Code of `main_uses`.
        main_use: String = choice("main_uses"),
        /// Code of `buyer_kinds`.
        buyer_kind: String = choice("buyer_kinds"),
        /// What matters to them.
        focus_points: String = note,
        /// Who decides.
        decider: String = line,
        /// Who will drive.
        driver: String = line,
        /// What they drive now.
        current_car: String = line,
        /// Code of `purchase_windows`.
        purchase_window: String = choice("purchase_windows"),
        /// Code of `purchase_types`.
        purchase_type: String = choice("purchase_types"),
        /// Code of `buying_steps`.
        buying_step: String = choice("buying_steps"),
        /// Their priorities, in their order.
        priorities: String = note,
        /// After the sale.
        plate: String = line,
        /// After the sale.
        vin: String = line,
        /// After the sale: motor insurance runs until.
        insurance_until: Day = any,
        /// Anything else.
        remark: String = note,
    }
}

/// A card on which nothing stands but its day.
pub(crate) fn empty_customer(id: CustomerId, card_day: Day) -> Customer {
    Customer {
        id,
        code: String::new(),
        card_day,
        name: String::new(),
        level: UNRATED.to_owned(),
        gender: None,
        owner: None,
        source: None,
        birthday: None,
        age_band: None,
        wechat: None,
        company: None,
        industry: None,
        company_size: None,
        id_kind: None,
        id_number: None,
        address: None,
        postcode: None,
        family: None,
        occupation: None,
        best_time: None,
        preferred_way: None,
        model: None,
        colour: None,
        budget: None,
        main_use: None,
        buyer_kind: None,
        focus_points: None,
        decider: None,
        driver: None,
        current_car: None,
        purchase_window: None,
        purchase_type: None,
        buying_step: None,
        priorities: None,
        plate: None,
        vin: None,
        insurance_until: None,
        remark: None,
        kept: None,
        import: None,
        sub_source: None,
        referrer: None,
        referrer_name: None,
    }
}
