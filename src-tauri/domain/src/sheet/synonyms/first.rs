//! First characters: most cells are told from the words for nothing and for the same by theirs alone, without folding the text.
//! Refuses to decide: whoever passes is still compared as a whole.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::find::fold;

/// Whether a text begins with one of these characters, or with one that could be a form of them.
pub(super) fn begins(text: &str, with: &HashSet<char>) -> bool {
    let usual = |c: &char| c.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(c);
    text.chars()
        .find(|c| !c.is_whitespace())
        .is_none_or(|c| !usual(&c) || with.contains(&c))
}

/// These characters with their capitals and traditional forms.
pub(super) fn forms(of: impl Iterator<Item = char>) -> HashSet<char> {
    static TRADITIONAL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let folded = |c: char| {
            fold(c.encode_utf8(&mut [0; 4]))
                .chars()
                .next()
                .filter(|f| *f != c)
        };
        ('\u{4e00}'..='\u{9fff}')
            .filter_map(|c| folded(c).map(|f| (c, f)))
            .collect()
    });
    let plain: HashSet<char> = of.collect();
    let traditional = TRADITIONAL
        .iter()
        .filter(|(_, simplified)| plain.contains(simplified))
        .map(|(c, _)| *c);
    let capitals = plain
        .iter()
        .filter(|c| c.is_ascii_lowercase())
        .map(char::to_ascii_uppercase);
    // Narrow forms of signs that have several.
    let marks = ['"', '\'', '-', '/', '\\', '*', '_', '.', '?'];
    traditional
        .chain(capitals)
        .chain(marks)
        .chain(plain.iter().copied())
        .collect()
}
