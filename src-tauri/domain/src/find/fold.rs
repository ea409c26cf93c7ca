//! One spelling for everything that looks or means the same: full-width and half-width, capital and small, é and e,
//! traditional and simplified. Both the index and what is typed pass through here, so each finds the other.
//! Refuses to translate words: 計程車 stays 计程车, whatever a taxi is called elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

use hanconv::RawDictionary;
use unicode_normalization::UnicodeNormalization;

/// What a folded character is to the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// `a`–`z`
    Letter,
    /// `0`–`9`
    Digit,
    /// Any other letter: Han above all, and scripts that are searched character by character in the same way.
    Han,
    /// Spaces, signs, emoji: never searched.
    Sign,
}

impl Class {
    pub(super) fn of(c: char) -> Self {
        match c {
            'a'..='z' => Self::Letter,
            '0'..='9' => Self::Digit,
            // Names that no font had were once written with private characters: they still have to be found.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Self::Han,
            _ if !c.is_ascii() && c.is_alphanumeric() => Self::Han,
            _ => Self::Sign,
        }
    }
}

/// Folds a text to the one spelling under which it is indexed and searched. Signs and spaces stay.
#[must_use]
pub fn fold(text: &str) -> String {
    unify(text).chars().map(simplified).collect()
}

/// As [`fold`], but traditional characters stay: they know readings which their simplified form has lost (乾 qian, 干 gan).
pub(super) fn unify(text: &str) -> String {
    if text
        .chars()
        .all(|c| matches!(c, '0'..='9' | 'a'..='z' | ' ' | '\u{4e00}'..='\u{9fff}'))
    {
        return text.to_owned();
    }
    text.nfkd()
        .filter(|c| !is_mark(*c))
        .nfc()
        .flat_map(char::to_lowercase)
        .collect()
}

/// Accents, variation selectors and invisible characters: pasted text is full of them.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}'
    )
}

/// Apostrophes, in a name (O'Brien) or left between syllables by an input method: as if they were not there.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '\u{2bc}')
}

/// The simplified form of one Han character, or the character itself.
pub(super) fn simplified(c: char) -> char {
    static FORMS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let single = |s: &str| s.chars().next();
        let standard = RawDictionary::TSCharacters
            .iter()
            .filter_map(|(from, to)| Some((single(from)?, single(to)?)));
        standard.chain(ALSO_WRITTEN).collect()
    });
    if c.is_ascii() {
        c
    } else {
        FORMS.get(&c).copied().unwrap_or(c)
    }
}

/// Forms that occur in names and that the table of simplified characters leaves apart.
const ALSO_WRITTEN: [(char, char); 18] = [
    ('锺', '钟'),
    ('馀', '余'),
    ('讬', '托'),
    ('钜', '巨'),
    ('侭', '尽'),
    ('谘', '咨'),
    ('渖', '沈'),
    ('麹', '曲'),
    ('濬', '浚'),
    ('瑯', '琅'),
    ('邨', '村'),
    ('谿', '溪'),
    ('籐', '藤'),
    ('澂', '澄'),
    ('迺', '乃'),
    ('暱', '昵'),
    ('燄', '焰'),
    ('薴', '苎'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_and_simplified_fold_to_the_same() {
        for (traditional, same) in [
            ("張偉", "张伟"),
            ("歐陽脩", "欧阳脩"),
            ("錢鍾書", "钱钟书"),
            ("钱锺书", "钱钟书"),
            ("餘", "馀"),
            ("粵A", "粤a"),
        ] {
            assert_eq!(fold(traditional), fold(same), "{traditional}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for (from, _) in RawDictionary::TSCharacters.iter() {
            assert_eq!(fold(&fold(from)), fold(from), "{from}");
        }
    }

    #[test]
    fn full_width_capitals_and_accents_fold_away() {
        assert_eq!(fold("１３８　ＡＢc Ｊosé"), "138 abc jose");
    }

    #[test]
    fn compatibility_forms_and_variation_selectors_are_the_character_itself() {
        assert_eq!(fold("\u{f9d1}"), fold("六"));
        assert_eq!(fold("葛\u{e0100}"), "葛");
        assert_eq!(fold("\u{2f08}"), "人");
    }

    #[test]
    fn a_character_outside_the_basic_plane_is_searched_like_any_other() {
        assert_eq!(Class::of('𠮷'), Class::Han);
        assert_eq!(Class::of('〇'), Class::Han);
        assert_eq!(Class::of('😀'), Class::Sign);
        assert_eq!(Class::of('·'), Class::Sign);
    }
}
