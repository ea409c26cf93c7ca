//! What a row of typed letters may mean: pinyin, initials, both mixed (`zhangsf`, `zsan`), a Latin name, an account.
//! Refuses to correct spelling.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::clue::{Clue, Run};
use super::name::MOST_LETTERS;
use super::number::{ACCOUNT_LETTERS, GRAM};
use super::words::{LETTERS, VIN};

static SYLLABLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("syllables.txt").split_whitespace().collect());

/// Whether the letters are one whole pinyin syllable.
pub(super) fn is_syllable(letters: &str) -> bool {
    SYLLABLES.contains(letters)
}

/// The clue of letters typed without a gap.
pub(super) fn clue(letters: &str) -> Clue {
    let letters = &letters[..letters.len().min(MOST_LETTERS)];
    let mut meanings = vec![word(letters)];
    meanings.extend(mixture(letters));
    if letters.len() > ACCOUNT_LETTERS {
        meanings.push(Clue::Run(Run::Account(letters.to_owned())));
    }
    meanings.extend(may_begin_vin(letters).then(|| vin(letters)));
    any(meanings)
}

/// At least four characters of a VIN.
pub(super) fn vin(text: &str) -> Clue {
    if text.len() > GRAM {
        Clue::Run(Run::Vin(text.to_owned()))
    } else {
        Clue::Word(format!("{VIN}{text}"))
    }
}

/// Whether the letters are rather the beginning of a VIN than of a name. VINs have no I, O and Q.
fn may_begin_vin(letters: &str) -> bool {
    letters.len() >= GRAM
        && !letters.contains(['i', 'o', 'q'])
        && units(letters).is_none_or(|units| {
            let sounds = units.iter().filter(|unit| !unit.whole).count();
            // The last syllable of a name may not be finished yet.
            let unfinished = units.last().is_some_and(|unit| !unit.whole) && letters.len() > GRAM;
            sounds > usize::from(unfinished)
        })
}

/// The word that begins a spelling with these letters.
pub(super) fn word(letters: &str) -> Clue {
    Clue::Word(format!(
        "{LETTERS}{}",
        &letters[..letters.len().min(MOST_LETTERS)]
    ))
}

/// One of the clues; of a single one just that.
pub(super) fn any(mut clues: Vec<Clue>) -> Clue {
    if clues.len() == 1 {
        clues.remove(0)
    } else {
        Clue::Any(clues)
    }
}

/// All of the clues; of a single one just that.
pub(super) fn all(mut clues: Vec<Clue>) -> Clue {
    if clues.len() == 1 {
        clues.remove(0)
    } else {
        Clue::All(clues)
    }
}

/// A piece of typed pinyin: a whole syllable, or the first sound of one.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit<'a> {
    text: &'a str,
    whole: bool,
}

/// Syllables and initials mixed. `None` where plain beginnings already say it: all syllables, or all single initials.
fn mixture(letters: &str) -> Option<Clue> {
    let units = units(letters)?;
    let cut = units.iter().position(|unit| !unit.whole)?;
    let plain = cut + 1 == units.len() || units.iter().all(|unit| unit.text.len() == 1);
    if plain {
        return None;
    }
    let initials: String = units.iter().map(|unit| &unit.text[..1]).collect();
    let until_cut = |from: usize| {
        let whole = units[from..].iter().take_while(|unit| unit.whole).count();
        units[from..]
            .iter()
            .take(whole + 1)
            .map(|unit| unit.text)
            .collect::<String>()
    };
    let mut clues = vec![word(&initials)];
    if units[0].text.len() > 1 {
        clues.push(word(&until_cut(0)));
    }
    if cut == 0 && units[1].whole {
        clues.push(word(&until_cut(1)));
    }
    Some(all(clues))
}

/// Cuts letters into as few units as possible; `None` when they cannot be pinyin.
fn units(letters: &str) -> Option<Vec<Unit<'_>>> {
    const LONGEST_SYLLABLE: usize = 6;
    let is_sound = |text: &str| {
        matches!(text, "zh" | "ch" | "sh") || (text.len() == 1 && !matches!(text, "i" | "u" | "v"))
    };
    // best[i]: cost and units of the letters from i on; an initial costs more than a syllable.
    let mut best: Vec<Option<(usize, Vec<Unit<'_>>)>> = vec![None; letters.len() + 1];
    best[letters.len()] = Some((0, Vec::new()));
    for start in (0..letters.len()).rev() {
        best[start] = (start + 1..=letters.len().min(start + LONGEST_SYLLABLE))
            .filter_map(|end| {
                let text = &letters[start..end];
                let whole = is_syllable(text);
                let rest = best[end].as_ref().filter(|_| whole || is_sound(text))?;
                let cost = rest.0 + if whole { 2 } else { 3 };
                Some((cost, [vec![Unit { text, whole }], rest.1.clone()].concat()))
            })
            .min_by_key(|(cost, _)| *cost);
    }
    best.swap_remove(0).map(|(_, units)| units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(letters: &str) -> String {
        fn show(clue: &Clue) -> String {
            match clue {
                Clue::Word(word) => word.clone(),
                Clue::Run(run) => format!("{run:?}"),
                Clue::All(clues) => clues.iter().map(show).collect::<Vec<_>>().join("+"),
                Clue::Any(clues) => clues.iter().map(show).collect::<Vec<_>>().join(" | "),
            }
        }
        show(&clue(letters))
    }

    #[test]
    fn syllables_and_initials_are_one_word() {
        assert_eq!(words_of("zhangsan"), "pzhangsan");
        assert_eq!(words_of("zhangs"), "pzhangs");
        assert_eq!(words_of("zsf"), "pzsf");
        assert_eq!(words_of("wang"), "pwang");
    }

    #[test]
    fn a_syllable_with_initials_behind_it_asks_for_both() {
        assert_eq!(
            words_of("zhangsf"),
            "pzhangsf | pzsf+pzhangs | Vin(\"zhangsf\")"
        );
    }

    #[test]
    fn an_initial_with_syllables_behind_it_asks_for_both() {
        assert_eq!(words_of("zsan"), "pzsan | pzs+psan | vzsan");
        assert_eq!(
            words_of("lxiaoming"),
            "plxiaoming | plxm+pxiaoming | Account(\"lxiaoming\")"
        );
    }

    #[test]
    fn a_first_sound_of_two_letters_is_an_initial_too() {
        assert_eq!(words_of("zhs"), "pzhs | pzs+pzh");
    }

    #[test]
    fn letters_that_are_no_pinyin_are_only_letters() {
        assert_eq!(words_of("vip"), "pvip");
    }

    #[test]
    fn letters_that_are_rather_a_vin_than_a_name_ask_for_both() {
        for letters in ["lvsh", "lsva", "lvshc", "lvshca", "lsgpc"] {
            assert!(may_begin_vin(letters), "{letters}");
        }
        for letters in ["wang", "zhangs", "zhangsan", "lvs", "lioyng"] {
            assert!(!may_begin_vin(letters), "{letters}");
        }
    }

    #[test]
    fn absurdly_long_input_is_cut() {
        assert!(words_of(&"zhang".repeat(2000)).len() < 200);
    }
}
