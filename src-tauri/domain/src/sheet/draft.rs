//! Rows of a sheet as typed drafts: everything that could be read, and the raw text of what could not.
//! Refuses to know who works in the house and who is a customer already: names and numbers are resolved by the use case.

use crate::phone::Phone;
use crate::rows::{Frequency, Gender, VisitKind, VisitResult};
use crate::when::{ClockTime, Day};

/// Heading and raw text of a cell that could not be read.
pub type Kept = Vec<(String, String)>;

/// The drafts of one sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Drafts {
    /// Of a register.
    Register(Vec<VisitDraft>),
    /// Of a customer list.
    Customers(Vec<CustomerDraft>),
    /// Of a catalogue.
    Catalogue(Vec<TrimDraft>),
}

impl Drafts {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Register(rows) => rows.len(),
            Self::Customers(rows) => rows.len(),
            Self::Catalogue(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One row of a register. The names and types of the fields are those of [`crate::rows::Visit`].
#[derive(Debug, Clone, PartialEq)]
pub struct VisitDraft {
    /// The sheet's own row number, from 1.
    pub row: u32,
    /// The day of the visit or call.
    pub day: Day,
    /// When they came, or called; the sheet may not say.
    pub arrived: Option<ClockTime>,
    /// When they went, not before `arrived`.
    pub left: Option<ClockTime>,
    /// What the row says, else what the title says, else a walk-in.
    pub kind: VisitKind,
    /// As written, without 先生 or 女士 behind a full name.
    pub name: Option<String>,
    /// From its column, else from 先生 or 女士 behind the name.
    pub gender: Option<Gender>,
    /// The first number of the row.
    pub phone: Option<Phone>,
    /// Its further numbers.
    pub other_phones: Vec<Phone>,
    /// Words beside the number: `太太`, `微信同号`.
    pub phone_note: Option<String>,
    /// Name of the consultant, without a number behind it.
    pub consultant: Option<String>,
    /// 1–99.
    pub party_size: Option<i64>,
    /// Code of `weathers`.
    pub weather: Option<String>,
    /// Code of `transports`.
    pub transport: Option<String>,
    /// Code of `purposes`.
    pub purpose: Option<String>,
    /// First time, again, invited.
    pub frequency: Option<Frequency>,
    /// Free text.
    pub area: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// Free text.
    pub current_car: Option<String>,
    /// Free text.
    pub model: Option<String>,
    /// Code of `colours`, or the text where it is none of them.
    pub colour: Option<String>,
    /// Free text.
    pub competitor: Option<String>,
    /// Code of `levels`.
    pub level: Option<String>,
    /// Code of `purchase_types`.
    pub purchase_type: Option<String>,
    /// Whether they drove.
    pub test_drive: Option<bool>,
    /// Fen.
    pub quoted_price: Option<i64>,
    /// Whether WeChat was added.
    pub wechat: Option<bool>,
    /// The account, where the column holds accounts.
    pub wechat_id: Option<String>,
    /// What was said.
    pub talk: Option<String>,
    /// Code of `drinks`.
    pub drink: Option<String>,
    /// Filed or not.
    pub result: Option<VisitResult>,
    /// Code of `not_filed_reasons`.
    pub not_filed_reason: Option<String>,
    /// Everything else that was written, several columns with their headings.
    pub remark: Option<String>,
    /// Calls: rings before it was answered.
    pub rings: Option<i64>,
    /// Calls: dealer's and own name were given.
    pub greeting_given: Option<bool>,
    /// Calls: why they call.
    pub call_reason: Option<String>,
    /// Calls: name of the colleague.
    pub transferred_to: Option<String>,
    /// Calls: seconds until put through.
    pub transfer_seconds: Option<i64>,
    /// Calls: whether the colleague answered.
    pub connected: Option<bool>,
    /// Calls: what was agreed was said once more.
    pub summary_agreed: Option<bool>,
    /// Calls: code of `ways`.
    pub next_contact_offered: Option<String>,
    /// Calls: we promised to call back.
    pub callback_promised: Option<bool>,
    /// Heading and raw text of what could not be read.
    pub kept: Kept,
}

/// One row of a customer list. The names and types of the fields are those of [`crate::rows::Customer`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CustomerDraft {
    /// The sheet's own row number, from 1.
    pub row: u32,
    /// Number of the card on paper.
    pub code: Option<String>,
    /// Day on which the card was opened.
    pub card_day: Option<Day>,
    /// As written, without 先生 or 女士 behind a full name; `None` where there is only a number.
    pub name: Option<String>,
    /// From its column, else from 先生 or 女士 behind the name.
    pub gender: Option<Gender>,
    /// The first number of the row.
    pub phone: Option<Phone>,
    /// Its further numbers.
    pub other_phones: Vec<Phone>,
    /// Words beside the number.
    pub phone_note: Option<String>,
    /// Name of the consultant, without a number behind it.
    pub owner: Option<String>,
    /// Code of `levels`.
    pub level: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// Birthday.
    pub birthday: Option<Day>,
    /// Code of `age_bands`, also from an age in years.
    pub age_band: Option<String>,
    /// WeChat account, where the column holds accounts.
    pub wechat: Option<String>,
    /// Where they work, or the buyer.
    pub company: Option<String>,
    /// Line of business.
    pub industry: Option<String>,
    /// Number of people, as written.
    pub company_size: Option<String>,
    /// Code of `id_kinds`.
    pub id_kind: Option<String>,
    /// As written.
    pub id_number: Option<String>,
    /// Home or company.
    pub address: Option<String>,
    /// As written.
    pub postcode: Option<String>,
    /// Who lives with them.
    pub family: Option<String>,
    /// What they do.
    pub occupation: Option<String>,
    /// Code of `best_times`.
    pub best_time: Option<String>,
    /// Code of `ways`.
    pub preferred_way: Option<String>,
    /// Free text.
    pub model: Option<String>,
    /// Code of `colours`, or the text where it is none of them.
    pub colour: Option<String>,
    /// Fen.
    pub budget: Option<i64>,
    /// Code of `main_uses`.
    pub main_use: Option<String>,
    /// Code of `buyer_kinds`.
    pub buyer_kind: Option<String>,
    /// Free text.
    pub focus_points: Option<String>,
    /// Who decides.
    pub decider: Option<String>,
    /// Who will drive.
    pub driver: Option<String>,
    /// Free text.
    pub current_car: Option<String>,
    /// Code of `purchase_windows`.
    pub purchase_window: Option<String>,
    /// Code of `purchase_types`.
    pub purchase_type: Option<String>,
    /// Free text.
    pub competitor: Option<String>,
    /// Code of `buying_steps`.
    pub buying_step: Option<String>,
    /// Free text.
    pub priorities: Option<String>,
    /// Number plate.
    pub plate: Option<String>,
    /// Vehicle identification number, capitals.
    pub vin: Option<String>,
    /// Motor insurance runs until.
    pub insurance_until: Option<Day>,
    /// Day of the last contact.
    pub last_contact: Option<Day>,
    /// Day of the next contact.
    pub next_contact: Option<Day>,
    /// Everything else that was written, several columns with their headings.
    pub remark: Option<String>,
    /// Heading and raw text of what could not be read.
    pub kept: Kept,
}

/// One trim of the catalogue. The names and types of the fields are those of [`crate::rows::Trim`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrimDraft {
    /// The sheet's own row number, from 1.
    pub row: u32,
    /// 品牌.
    pub brand: String,
    /// 厂商; the brand where the sheet has no such column.
    pub maker: String,
    /// 车系.
    pub series: String,
    /// 年款 as written, else from the head of the trim's name; empty where neither says.
    pub model_year: String,
    /// 车款.
    pub name: String,
    /// True where the sheet does not say.
    pub on_sale: bool,
}
