//! How Han characters are read, in toneless pinyin. ü is written both ways people type it: `lv` and `lu`.
//! Refuses to guess which reading a person uses: it gives all that occur, the usual ones first.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

use super::fold::simplified;

/// The readings of one character in one place of a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    /// All of them, the usual ones first.
    pub all: Vec<&'static str>,
    /// How many of them are usual.
    pub usual: usize,
}

impl Readings {
    fn add(&mut self, reading: &'static str) {
        let spellings: &[&'static str] = match reading {
            "lü" | "lv" => &["lv", "lu"],
            "lüe" | "lve" => &["lve", "lue"],
            "nü" | "nv" => &["nv", "nu"],
            "nüe" | "nve" => &["nve", "nue"],
            _ if reading.is_ascii() => &[reading],
            _ => &[],
        };
        for spelling in spellings {
            if !self.all.contains(spelling) {
                self.all.push(spelling);
            }
        }
    }

    /// The usual readings only.
    pub(super) fn usual(&self) -> &[&'static str] {
        &self.all[..self.usual]
    }
}

/// How a character of a given name is read: every reading the dictionary has; usual are the first and those of `given.txt`.
pub(super) fn of_given(c: char) -> Readings {
    static GIVEN: LazyLock<HashMap<&str, &str>> =
        LazyLock::new(|| lines(include_str!("given.txt")).collect());
    let mut readings = usual(
        c,
        GIVEN.get(simplified(c).encode_utf8(&mut [0; 4])).copied(),
    );
    for form in [c, simplified(c)] {
        form.to_pinyin_multi()
            .into_iter()
            .flatten()
            .for_each(|reading| readings.add(reading.plain()));
    }
    readings
}

static SURNAMES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lines(include_str!("surnames.txt")).collect());

/// The surname at the start of a name in Han characters: two of them where it is one of the double surnames.
#[must_use]
pub fn surname(name: &str) -> &str {
    let end = |characters| {
        name.char_indices()
            .nth(characters)
            .map_or(name.len(), |(at, _)| at)
    };
    let double = &name[..end(2)];
    let known: String = double.chars().map(simplified).collect();
    if known.chars().count() == 2 && SURNAMES.contains_key(known.as_str()) {
        double
    } else {
        &name[..end(1)]
    }
}

/// How the surname at the start of `name` is read, character by character. A surname has only usual readings:
/// 王 may be read yu in a dictionary, but nobody called so should come up for 于.
pub(super) fn of_surname(name: &[char]) -> Vec<Readings> {
    let start = |length| {
        SURNAMES.get(
            name.iter()
                .take(length)
                .map(|&c| simplified(c))
                .collect::<String>()
                .as_str(),
        )
    };
    if let Some(listed) = start(2).filter(|_| name.len() >= 2) {
        return name
            .iter()
            .zip(listed.split(' '))
            .map(|(&c, reading)| usual(c, Some(reading)))
            .collect();
    }
    name.iter()
        .take(1)
        .map(|&c| usual(c, start(1).copied()))
        .collect()
}

/// The `listed` readings of `c`, separated by spaces or slashes, and the dictionary's first.
fn usual(c: char, listed: Option<&'static str>) -> Readings {
    let mut readings = Readings::default();
    listed
        .into_iter()
        .flat_map(|all| all.split([' ', '/']))
        .for_each(|reading| readings.add(reading));
    let first = [c, simplified(c)]
        .into_iter()
        .find_map(|form| form.to_pinyin_multi()?.into_iter().next());
    first
        .into_iter()
        .for_each(|reading| readings.add(reading.plain()));
    readings.usual = readings.all.len();
    readings
}

fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surname(name: &str) -> Vec<Vec<&'static str>> {
        let name: Vec<char> = name.chars().collect();
        of_surname(&name)
            .into_iter()
            .map(|readings| readings.all)
            .collect()
    }

    #[test]
    fn a_surname_is_read_as_a_surname_and_as_the_dictionary_has_it() {
        for (name, as_surname, as_written) in [
            ("单雄", "shan", "dan"),
            ("曾毅", "zeng", "ceng"),
            ("解珍", "xie", "jie"),
            ("仇和", "qiu", "chou"),
            ("區明", "ou", "qu"),
            ("朴树", "piao", "pu"),
            ("蓋叫", "ge", "gai"),
        ] {
            assert!(surname(name)[0].contains(&as_surname), "{name}");
            assert!(surname(name)[0].contains(&as_written), "{name}");
        }
    }

    #[test]
    fn a_surname_has_no_reading_that_no_family_uses() {
        assert_eq!(surname("王毅"), [["wang"]]);
        assert_eq!(surname("方正"), [["fang"]]);
    }

    #[test]
    fn a_surname_of_two_characters_is_read_as_one() {
        assert_eq!(surname("尉遲恭")[0][0], "yu");
        assert_eq!(surname("长孙无忌"), [vec!["zhang"], vec!["sun"]]);
        assert_eq!(surname("万俟卨")[0][0], "mo");
        assert_eq!(surname("歐陽修").len(), 2);
    }

    #[test]
    fn the_u_of_lv_is_typed_in_two_ways() {
        assert_eq!(surname("吕布"), [["lv", "lu"]]);
        assert_eq!(of_given('绿').all, ["lv", "lu"]);
        assert_eq!(of_given('女').usual(), ["nv", "nu"]);
    }

    #[test]
    fn a_lost_reading_of_the_traditional_form_is_kept() {
        assert!(of_given('乾').all.contains(&"qian"));
        assert!(of_given('乾').all.contains(&"gan"));
    }

    #[test]
    fn every_listed_reading_is_one_the_query_side_knows() {
        for (characters, readings) in
            lines(include_str!("surnames.txt")).chain(lines(include_str!("given.txt")))
        {
            for reading in readings.split([' ', '/']) {
                assert!(
                    super::super::letters::is_syllable(reading),
                    "{characters} {reading}"
                );
            }
        }
    }
}
