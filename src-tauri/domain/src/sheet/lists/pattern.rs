//! Choices that are written after a pattern: a level with its days, the count of visits, an age in years.
//! Refuses a number or a letter that no item of the list stands for.

use super::Lists;
use crate::sheet::field::Field;

impl Lists {
    /// The code of a text, already a [`key`](crate::sheet::synonyms::key), in a field whose choices follow a pattern.
    pub(super) fn patterned(&self, field: Field, word: &str) -> Option<String> {
        match field {
            Field::Level => self.level(word),
            Field::Frequency => self.frequency(word),
            Field::AgeBand => self.age(word),
            _ => None,
        }
    }

    /// `H级`, `A类客户`, `B30天内`, `级别C`.
    fn level(&self, word: &str) -> Option<String> {
        let affixes = &self.synonyms.level_affixes;
        let is_more = |rest: &str| {
            rest.is_empty() || affixes.contains(rest) || self.word(Field::Level, rest).is_some()
        };
        let latin = |c: char| c.is_ascii_alphanumeric();
        let head: String = word.chars().take_while(|c| latin(*c)).collect();
        let tail: String = word.chars().skip_while(|c| !latin(*c)).collect();
        let splits = [
            (word.strip_prefix(&*head), &*head),
            (word.strip_suffix(&*tail), &*tail),
        ];
        let affixed = splits.iter().find_map(|(rest, code)| {
            if rest.is_some_and(is_more) {
                self.word(Field::Level, code)
            } else {
                None
            }
        });
        // A7天内: the days belong to the letter.
        let digit_follows = head.len() > 1 && head[1..].bytes().all(|b| b.is_ascii_digit());
        affixed.or_else(|| {
            let letter = head
                .get(..1)
                .filter(|_| digit_follows)
                .and_then(|letter| self.word(Field::Level, letter))?;
            self.word(Field::Level, &word[1..])
                .filter(|of_days| *of_days == letter)
        })
    }

    /// `第3次`, `2`: any time but the first is again.
    fn frequency(&self, word: &str) -> Option<String> {
        let number = word
            .trim_start_matches('第')
            .trim_end_matches('次')
            .trim_end_matches("来店")
            .trim_end_matches("到店");
        let times: u32 = number.parse().ok()?;
        (1..=99).contains(&times).then(|| {
            if times == 1 {
                "first".to_owned()
            } else {
                "again".to_owned()
            }
        })
    }

    /// An age in years belongs to a band whose code says from–to: `26_35`, `56_up`.
    fn age(&self, word: &str) -> Option<String> {
        let years: u32 = word
            .trim_end_matches('岁')
            .trim_end_matches('多')
            .parse()
            .ok()?;
        let within = |code: &&String| {
            let Some((from, to)) = code.split_once('_') else {
                return false;
            };
            from.parse().is_ok_and(|from: u32| years >= from)
                && to.parse().map_or(to == "up", |to: u32| years <= to)
        };
        self.codes.get("age_bands")?.iter().find(within).cloned()
    }
}
