//! A line cut into words. Refuses to know what a word means, but for a number in groups: that is one word.

use domain::phone::Phone;

/// Words by white space and commas, with the byte at which each begins. Digits in groups are one number.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let separates =
        |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；' | '/');
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (separates(c), start) {
            (true, Some(from)) => {
                words.push((from, &text[from..at]));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    join_phone(text, words)
}

/// `138 0013 8000` is one word.
fn join_phone<'t>(text: &'t str, words: Vec<(usize, &'t str)>) -> Vec<(usize, &'t str)> {
    let mut joined = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let digits = |word: &str| {
            word.chars()
                .all(|c| c.is_ascii_digit() || c == '-' || c == '+')
        };
        let run = words[at..]
            .iter()
            .take_while(|(_, word)| digits(word))
            .count();
        let whole = (2..=run).rev().find_map(|n| {
            let (first, last) = (words[at], words[at + n - 1]);
            let piece = &text[first.0..last.0 + last.1.len()];
            // A party of two before a number is not part of it.
            Phone::parse(piece)
                .ok()
                .filter(|_| words[at].1.len() >= 3)
                .map(|_| (n, piece))
        });
        match whole {
            Some((n, piece)) => {
                joined.push((words[at].0, piece));
                at += n;
            }
            None => {
                joined.push(words[at]);
                at += 1;
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grouped_number_is_one_word_and_a_party_before_it_is_not_part_of_it() {
        let split: Vec<&str> = words("王 2 138 0013 8000 H")
            .into_iter()
            .map(|(_, word)| word)
            .collect();
        assert_eq!(split, ["王", "2", "138 0013 8000", "H"]);
    }
}
