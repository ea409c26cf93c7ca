//! Everything one customer can be found by. Refuses to look anything up: the caller reads the rows.

use super::name::Parts;
use super::number::{account_words, compact, number_words, phone, plate_words, tail, vin_words};
use super::words::{Words, owner_word};

/// What one customer can be found by, as the rows have it, in any spelling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findable<'a> {
    /// The name and any further names: a contact person, a former name.
    pub names: &'a [&'a str],
    /// Company names.
    pub companies: &'a [&'a str],
    /// Phone numbers in any spelling.
    pub phones: &'a [&'a str],
    /// Plates, with or without their province.
    pub plates: &'a [&'a str],
    /// Vehicle identification numbers.
    pub vins: &'a [&'a str],
    /// The WeChat account.
    pub wechat: Option<&'a str>,
    /// Whose customer it is, in any short spelling of the caller's; empty: nobody's.
    pub owner: &'a str,
}

/// The words to index for a customer: kind letter and text, in order, each once, separated by single spaces. Equal for equal
/// customers, whatever the order of the rows.
#[must_use]
pub fn words(customer: &Findable<'_>) -> String {
    customer.folded().words(customer.owner)
}

impl Findable<'_> {
    pub(super) fn folded(&self) -> Folded {
        let all = |texts: &[&str], fold: fn(&str) -> String| {
            texts
                .iter()
                .map(|text| fold(text))
                .filter(|text| !text.is_empty())
                .collect()
        };
        let ascii = |text: &str| tail(&compact(text));
        let account = self.wechat.map(ascii).filter(|account| !account.is_empty());
        let (numeric, account) = if account
            .iter()
            .all(|text| text.bytes().all(|b| b.is_ascii_digit()))
        {
            (account, None)
        } else {
            (None, account)
        };
        let mut phones: Vec<String> = all(self.phones, phone);
        phones.extend(numeric);
        Folded {
            names: self.names.iter().map(|name| Parts::of(name)).collect(),
            companies: self.companies.iter().map(|name| Parts::of(name)).collect(),
            phones,
            plates: all(self.plates, compact),
            vins: all(self.vins, |vin| tail(&compact(vin))),
            account,
        }
    }
}

/// The same, folded to the spelling that is searched.
pub(super) struct Folded {
    pub names: Vec<Parts>,
    pub companies: Vec<Parts>,
    /// Digits only; an account that is a number is looked for like a phone.
    pub phones: Vec<String>,
    pub plates: Vec<String>,
    pub vins: Vec<String>,
    pub account: Option<String>,
}

impl Folded {
    pub(super) fn words(&self, owner: &str) -> String {
        let mut words = Words::default();
        self.names.iter().for_each(|name| name.person(&mut words));
        self.companies
            .iter()
            .for_each(|name| name.company(&mut words));
        self.phones
            .iter()
            .for_each(|digits| number_words(digits, &mut words));
        self.plates
            .iter()
            .for_each(|plate| plate_words(plate, &mut words));
        self.vins.iter().for_each(|vin| vin_words(vin, &mut words));
        self.account
            .iter()
            .for_each(|account| account_words(account, &mut words));
        words.push_word(&owner_word(owner));
        words.into_text()
    }

    /// Whether a phone, the ASCII part of a plate or a number in a name contains the run.
    pub(super) fn has_number(&self, run: &str) -> bool {
        let mut names = self.names.iter().chain(&self.companies);
        self.phones.iter().any(|digits| digits.contains(run))
            || self.plates.iter().any(|plate| tail(plate).contains(run))
            || names.any(|name| name.numbers().any(|digits| digits.contains(run)))
    }
}
