//! What stands in a cell: the code of a choice, yes or no, nothing, the same as above. Refuses to read a sentence.

use super::first::begins;
use super::{Synonyms, key, mark};

impl Synonyms {
    /// The code of this word, already a [`key`], among the values of a set such as `source`.
    pub(in crate::sheet) fn value(&self, set: &str, word: &str) -> Option<&str> {
        self.values.get(set)?.get(word).map(String::as_str)
    }

    /// Every word of a set with its code.
    pub(in crate::sheet) fn words(&self, set: &str) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .get(set)
            .into_iter()
            .flatten()
            .map(|(word, code)| (word.as_str(), code.as_str()))
    }

    /// Yes, no, or neither. Marks such as `√` count.
    pub(in crate::sheet) fn yes_no(&self, text: &str) -> Option<bool> {
        let code = self.value("yes_no", &mark(text)).or_else(|| {
            self.value("yes_no", &key(text))
                .filter(|_| !key(text).is_empty())
        })?;
        Some(code == "yes")
    }

    /// Whether a text says that there is nothing: `无`, `/`, `未留`.
    pub(in crate::sheet) fn says_nothing(&self, text: &str) -> bool {
        // Longer texts say something; the longest word for nothing has eight characters. Asked for every cell of a sheet:
        // the first character answers it nearly always.
        text.len() <= 40 && begins(text, &self.nothing_begins) && self.nothing.contains(&mark(text))
    }

    /// Whether a text says that the row above is repeated: `同上`, `〃`.
    pub(in crate::sheet) fn says_ditto(&self, text: &str) -> bool {
        text.len() <= 16 && begins(text, &self.ditto_begins) && self.ditto.contains(&mark(text))
    }

    /// Whether a name can have a title behind or before it.
    pub(in crate::sheet) fn may_have_title(&self, name: &str) -> bool {
        let end = name.chars().rev().find(|c| c.is_alphanumeric());
        end.is_some_and(|c| self.title_ends.contains(&c))
            || name.trim_start().starts_with(['m', 'M', 'ｍ', 'Ｍ'])
    }
}

#[cfg(test)]
mod tests {
    use crate::sheet::synonyms::tests::shipped;

    #[test]
    fn yes_and_no_have_many_spellings() {
        let words = shipped();
        for (text, said) in [
            ("✓", Some(true)),
            ("√", Some(true)),
            ("是", Some(true)),
            ("Ｙ", Some(true)),
            ("已加", Some(true)),
            ("×", Some(false)),
            ("沒有", Some(false)),
            ("N", Some(false)),
            ("也许", None),
        ] {
            assert_eq!(words.yes_no(text), said, "{text}");
        }
        for text in [
            "未留", "——", "無", "沒有", "Ｎ/Ａ", "N/A", " 無 ", "／", "拒絕", "NULL", "？？",
        ] {
            assert!(words.says_nothing(text), "{text}");
        }
        assert!(
            !words.says_nothing("王")
                && !words.says_nothing("無錫")
                && words.says_ditto("〃")
                && words.says_ditto("同上")
                && words.says_ditto("\"")
        );
    }
}
