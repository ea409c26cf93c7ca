//! The words of the index: one kind letter, then what is looked for. Words hold ASCII letters, digits and non-ASCII characters
//! only, so that a tokenizer which knows nothing but ASCII cuts them exactly at the spaces.
//! Refuses to hold a sign, and so can never be mistaken for query syntax.

/// A Han character, or two side by side, of a name or company.
pub(super) const HAN: char = 'h';
/// Letters as typed: pinyin, initials, Latin names, account names.
pub(super) const LETTERS: char = 'p';
/// The first eight letters of a longer account name.
pub(super) const ACCOUNT: char = 'w';
/// Three or four characters in a row of a phone or plate.
pub(super) const NUMBER: char = 'n';
/// The beginning of a plate with its province.
pub(super) const PLATE: char = 'k';
/// Four characters in a row of a VIN.
pub(super) const VIN: char = 'v';
/// Whose customer it is.
const OWNER: char = 'o';

/// Index words being collected.
#[derive(Debug, Default)]
pub(super) struct Words(String);

impl Words {
    /// Adds the word `text` of a kind.
    pub(super) fn push(&mut self, kind: char, text: &str) {
        debug_assert!(
            text.chars()
                .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric()),
            "{text}"
        );
        self.0.push(kind);
        self.0.push_str(text);
        self.0.push(' ');
    }

    /// Adds a word that already has its kind letter.
    pub(super) fn push_word(&mut self, word: &str) {
        self.0.push_str(word);
        self.0.push(' ');
    }

    /// Adds every beginning of the ASCII `text` that has at least `from` characters and at most `to`.
    pub(super) fn push_beginnings(&mut self, kind: char, text: &str, from: usize, to: usize) {
        for end in from..=to.min(text.len()) {
            self.push(kind, &text[..end]);
        }
    }

    /// Adds every run of `length` characters of the ASCII `text`.
    pub(super) fn push_grams(&mut self, kind: char, text: &str, length: usize) {
        for start in 0..(text.len() + 1).saturating_sub(length) {
            self.push(kind, &text[start..start + length]);
        }
    }

    /// The words in order, each once, separated by spaces: equal customers give equal text.
    pub(super) fn into_text(self) -> String {
        let mut words: Vec<&str> = self.0.split_ascii_whitespace().collect();
        words.sort_unstable();
        words.dedup();
        words.join(" ")
    }
}

/// The word by which an owner's customers are found; the empty owner is nobody. Different owners have different words.
#[must_use]
pub fn owner_word(owner: &str) -> String {
    if owner
        .bytes()
        .all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
    {
        return format!("{OWNER}{owner}");
    }
    // The index knows no capitals and no signs.
    owner.bytes().fold(format!("{OWNER}é"), |word, byte| {
        format!("{word}{byte:02x}")
    })
}
