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

#[derive(Clone)]
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

    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.rng.usize(..list.len())]
    }

    /// One of several, each as often as the number beside it says.
    pub fn weighed<T: Copy>(&mut self, list: &[(u32, T)]) -> T {
        let all: u32 = list.iter().map(|(often, _)| *often).sum();
        let mut at = self.rng.u32(..all);
        for (often, one) in list {
            if at < *often {
                return *one;
            }
            at -= often;
        }
        list[0].1
    }

    /// 张先生, 李女士: what is known of somebody who leaves no name.
    pub fn title(person: &Person) -> String {
        let title = if person.gender == Gender::Female {
            "女士"
        } else {
            "先生"
        };
        format!("{}{title}", person.name.chars().next().unwrap_or('王'))
    }

    pub fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    pub fn model(&mut self) -> &'b str {
        let at = self.model_at();
        &self.book.models[at].series
    }

    /// A model's place in the book.
    pub fn model_at(&mut self) -> usize {
        let models = &self.book.models;
        let mut at = self
            .rng
            .u32(..models.iter().map(|model| model.weight).sum::<u32>());
        for (place, model) in models.iter().enumerate() {
            if at < model.weight {
                return place;
            }
            at -= model.weight;
        }
        0
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

    /// Where exactly within a source: one of its places in the house list, or nowhere in particular.
    pub fn sub_source(&mut self, source: &str) -> Option<&'static str> {
        let within: &[&str] = match source {
            "vertical_site" => &["autohome", "dongchedi", "yiche"],
            "short_video" => &["douyin", "kuaishou", "channels"],
            "live_stream" => &["douyin_live", "maker_live"],
            "exhibition" => &["autumn_show", "spring_show"],
            "own_site" => &["mini_app", "maker_lead"],
            "call" => &["hotline_400", "store_line"],
            _ => return None,
        };
        Some(within[self.rng.usize(..within.len())])
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
