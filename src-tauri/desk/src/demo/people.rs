//! People who might walk in.

use domain::rows::Gender;
use fastrand::Rng;

use super::book::Book;

/// Draws from the book.
pub(super) struct Draw<'b> {
    pub book: &'b Book,
    pub rng: Rng,
    surnames: Vec<char>,
    given: [Vec<char>; 2],
    phones: u64,
}

pub(super) struct Person {
    pub name: String,
    pub gender: Gender,
    pub phone: String,
}

impl<'b> Draw<'b> {
    pub fn new(book: &'b Book, seed: u64) -> Self {
        let letters = |text: &str| text.chars().collect();
        Self {
            book,
            rng: Rng::with_seed(seed),
            surnames: letters(&book.surnames),
            given: [letters(&book.given_male), letters(&book.given_female)],
            phones: seed.wrapping_mul(7_919) % 100_000_000,
        }
    }

    pub fn person(&mut self) -> Person {
        let gender = if self.rng.u8(..100) < 58 {
            Gender::Male
        } else {
            Gender::Female
        };
        let given = &self.given[usize::from(gender == Gender::Female)];
        let mut name = String::from(self.surnames[self.rng.usize(..self.surnames.len())]);
        for _ in 0..if self.rng.u8(..100) < 70 { 2 } else { 1 } {
            name.push(given[self.rng.usize(..given.len())]);
        }
        Person {
            name,
            gender,
            phone: self.phone(),
        }
    }

    /// A number that nobody else here has: the last eight digits walk through all of them once.
    fn phone(&mut self) -> String {
        // A step without a common divisor with 10^8 meets every number before it meets one again.
        self.phones = (self.phones + 38_196_601) % 100_000_000;
        let prefixes = &self.book.mobile_prefixes;
        format!(
            "{}{:08}",
            prefixes[self.rng.usize(..prefixes.len())],
            self.phones
        )
    }

    pub fn one<'l>(&mut self, list: &'l [String]) -> &'l str {
        &list[self.rng.usize(..list.len())]
    }

    pub fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    pub fn model(&mut self) -> &'b str {
        let models = &self.book.models;
        let mut at = self
            .rng
            .u32(..models.iter().map(|model| model.weight).sum::<u32>());
        for model in models {
            if at < model.weight {
                return &model.series;
            }
            at -= model.weight;
        }
        &models[0].series
    }

    /// Most people are not about to buy.
    pub fn level(&mut self) -> &'static str {
        match self.rng.u8(..100) {
            0..12 => "H",
            12..32 => "A",
            32..62 => "B",
            62..88 => "C",
            _ => "N",
        }
    }

    pub fn source(&mut self) -> &'static str {
        const SOURCES: &[&str] = &[
            "walk_in",
            "walk_in",
            "walk_in",
            "walk_by",
            "vertical_site",
            "vertical_site",
            "short_video",
            "live_stream",
            "owner_referral",
            "exhibition",
            "event",
            "own_site",
        ];
        SOURCES[self.rng.usize(..SOURCES.len())]
    }
}
