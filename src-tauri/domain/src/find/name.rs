//! What a person or a company is found by when their name is typed: characters, pinyin, initials, Latin letters.
//! Refuses to know whether a name is true: "张先生" and "李姐" are names like any other.

use super::fold::{Class, is_apostrophe, simplified, unify};
use super::number::number_words;
use super::readings::{Readings, of_given, of_surname};
use super::words::{HAN, LETTERS, Words};

/// Characters of a name that are indexed; the rest of an absurd one is not.
const LONGEST: usize = 32;
/// Characters of a name that are spelled in pinyin.
const SPELLED: usize = 6;
/// Letters after which typing more makes no difference.
pub(super) const MOST_LETTERS: usize = 24;
/// Combinations of readings that are indexed, those with the fewest rare readings first.
const MOST_COMBINATIONS: usize = 16;

/// A name taken apart: its Han characters as written, and its other words.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Han characters, folded but not simplified; spaces and dots between them are gone.
    han: Vec<char>,
    /// Where in `han` a new part begins after a dot, as in 阿里木·买买提.
    dots: Vec<usize>,
    /// Latin letters and digits, word by word, without apostrophes.
    latin: Vec<String>,
    /// What stands behind an apostrophe in them: the Brien of O'Brien.
    behind: Vec<String>,
}

impl Parts {
    pub(super) fn of(name: &str) -> Self {
        let mut parts = Self::default();
        let (mut latin, mut apostrophe) = (String::new(), 0);
        for c in unify(name).chars().take(10 * LONGEST).chain([' ']) {
            let class = Class::of(c);
            if is_apostrophe(c) {
                apostrophe = latin.len();
                continue;
            }
            if !matches!(class, Class::Letter | Class::Digit) && !latin.is_empty() {
                if (1..latin.len()).contains(&apostrophe) {
                    parts.behind.push(latin[apostrophe..].to_owned());
                }
                parts.latin.push(std::mem::take(&mut latin));
                apostrophe = 0;
            }
            match class {
                Class::Letter | Class::Digit => latin.push(c),
                Class::Han if parts.han.len() < LONGEST => parts.han.push(c),
                Class::Sign if matches!(c, '·' | '•' | '・' | '‧' | '.') => {
                    parts.dots.push(parts.han.len())
                }
                Class::Han | Class::Sign => {}
            }
        }
        parts
    }

    /// The Han characters, simplified.
    pub(super) fn simplified(&self) -> String {
        self.han.iter().map(|&c| simplified(c)).collect()
    }

    /// The words that are numbers: a company may be called 1688.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &str> {
        let is_number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
        self.latin.iter().map(String::as_str).filter(is_number)
    }

    /// Words of a person's name.
    pub(super) fn person(&self, words: &mut Words) {
        let han: Vec<char> = self.simplified().chars().collect();
        han.iter()
            .for_each(|c| words.push(HAN, c.encode_utf8(&mut [0; 4])));
        self.pairs_and_latin(words);

        let surname = of_surname(&self.han);
        let given: Vec<Readings> = self
            .han
            .iter()
            .skip(surname.len())
            .take(SPELLED)
            .map(|&c| of_given(c))
            .collect();
        let everything = |readings: &Readings| readings.all.clone();
        let usual = |readings: &Readings| readings.usual().to_vec();
        spell(
            &surname
                .iter()
                .chain(&given)
                .map(everything)
                .collect::<Vec<_>>(),
            Begin::AtOnce,
            words,
        );

        // A given name alone is typed too ("xiaoming"). From the second character on it would drown short surnames, so it
        // begins with a whole syllable; in a name of four, the family name of a husband may stand in front.
        let four = (surname.len() == 1 && self.han.len() == 4).then_some(2);
        let starts = [surname.len()]
            .into_iter()
            .chain(four)
            .chain(self.dots.iter().copied());
        for start in
            starts.filter(|&start| start >= surname.len() && start - surname.len() < given.len())
        {
            spell(
                &given[start - surname.len()..]
                    .iter()
                    .map(usual)
                    .collect::<Vec<_>>(),
                Begin::AfterASyllable,
                words,
            );
        }
    }

    /// Words of a company's name: any two characters of it, and its pinyin by the usual readings.
    pub(super) fn company(&self, words: &mut Words) {
        self.pairs_and_latin(words);
        let usual = |&c| of_given(c).usual().iter().take(1).copied().collect();
        spell(
            &self.han.iter().take(SPELLED).map(usual).collect::<Vec<_>>(),
            Begin::AfterASyllable,
            words,
        );
    }

    fn pairs_and_latin(&self, words: &mut Words) {
        let han: Vec<char> = self.simplified().chars().collect();
        han.windows(2)
            .for_each(|pair| words.push(HAN, &String::from_iter(pair)));
        self.latin
            .iter()
            .chain(&self.behind)
            .for_each(|word| words.push_beginnings(LETTERS, word, 1, MOST_LETTERS));
        self.numbers()
            .for_each(|digits| number_words(digits, words));
        // "Wang Lei" is typed without its space and abbreviated, as 王磊 is.
        if let [first, _, ..] = self.latin.as_slice() {
            let joined: String = self.latin.concat();
            let initials: String = self.latin.iter().map(|word| &word[..1]).collect();
            words.push_beginnings(LETTERS, &joined, first.len() + 1, MOST_LETTERS);
            words.push_beginnings(LETTERS, &initials, 2, MOST_LETTERS);
        }
    }
}

/// What a list sorts names by: pinyin, syllable after syllable, then the characters themselves; Latin names as they are.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let parts = Parts::of(name);
    let surname = of_surname(&parts.han);
    let given: Vec<Readings> = parts
        .han
        .iter()
        .skip(surname.len())
        .map(|&c| of_given(c))
        .collect();
    let spelled = surname
        .iter()
        .chain(&given)
        .filter_map(|readings| readings.all.first().copied());
    let latin = parts.latin.iter().map(String::as_str);
    spelled
        .chain(latin)
        .chain([parts.simplified().as_str()])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// From where on the beginnings of a spelling are words.
#[derive(Clone, Copy, PartialEq)]
enum Begin {
    AtOnce,
    AfterASyllable,
}

/// Adds the beginnings of the pinyin and of the initials, for the combinations of readings.
fn spell(readings: &[Vec<&'static str>], begin: Begin, words: &mut Words) {
    for combination in combinations(readings) {
        let pinyin = combination.concat();
        let initials: String = combination.iter().map(|syllable| &syllable[..1]).collect();
        let from = if begin == Begin::AtOnce {
            1
        } else {
            combination.first().map_or(1, |syllable| syllable.len())
        };
        words.push_beginnings(LETTERS, &pinyin, from, MOST_LETTERS);
        words.push_beginnings(LETTERS, &initials, 2, MOST_LETTERS);
    }
}

/// Every choice of one reading per character, those nearest to the usual first. Characters nobody can read are left out.
fn combinations(readings: &[Vec<&'static str>]) -> Vec<Vec<&'static str>> {
    let mut chosen: Vec<(usize, Vec<&'static str>)> = vec![(0, Vec::new())];
    for character in readings.iter().filter(|all| !all.is_empty()) {
        let longer = |(rare, start): &(usize, Vec<&'static str>)| {
            let (rare, start) = (*rare, start.clone());
            character
                .iter()
                .enumerate()
                .map(move |(i, reading)| (rare + i, [start.as_slice(), &[*reading]].concat()))
                .collect::<Vec<_>>()
        };
        chosen = chosen.iter().flat_map(longer).collect();
        chosen.sort_by_key(|(rare, _)| *rare);
        chosen.truncate(MOST_COMBINATIONS);
    }
    chosen
        .into_iter()
        .map(|(_, combination)| combination)
        .filter(|combination| !combination.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> String {
        let mut words = Words::default();
        Parts::of(name).person(&mut words);
        words.into_text()
    }

    #[test]
    fn a_name_is_found_by_characters_pinyin_and_initials() {
        assert_eq!(
            person("张三"),
            "h三 h张 h张三 psan pz pzh pzha pzhan pzhang pzhangs pzhangsa pzhangsan pzs"
        );
    }

    #[test]
    fn spaces_inside_a_short_name_do_not_count() {
        assert_eq!(person("張　三"), person("张三"));
    }

    #[test]
    fn a_dot_begins_a_part_that_is_found_on_its_own() {
        assert!(person("阿里木·买买提").contains("pmaimaiti"));
        assert!(person("阿里木·买买提").contains("h木买"));
    }

    #[test]
    fn a_name_of_many_readings_has_a_bounded_number_of_words() {
        assert!(person("乐行长单曾朝").split(' ').count() < 500);
        assert!(person(&"乐".repeat(10_000)).split(' ').count() < 500);
    }

    #[test]
    fn a_company_is_found_by_two_characters_anywhere_but_not_by_one() {
        let mut words = Words::default();
        Parts::of("广州白云贸易有限公司").company(&mut words);
        let words = words.into_text();
        assert!(
            words.contains("h白云")
                && words.contains("h贸易")
                && words.contains("pguangzhoubaiyun")
        );
        assert!(!words.split(' ').any(|word| word == "h广"));
    }

    #[test]
    fn names_sort_by_pinyin_syllable_by_syllable() {
        let mut names = ["张三", "单雄", "方安", "范刚", "Anna", "曾国"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Anna", "范刚", "方安", "单雄", "曾国", "张三"]);
    }

    #[test]
    fn latin_names_are_found_by_the_beginning_of_each_word() {
        assert_eq!(
            person("Anna Li"),
            "pa pal pan pann panna pannal pannali pl pli"
        );
    }
}
