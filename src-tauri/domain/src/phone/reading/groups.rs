//! A number written in groups of digits: where it ends. Refuses to judge a number: that is the numbering plan's.

use crate::phone::plan::number;

/// Digits that belong together, between two spaces, dashes or dots.
#[derive(Default, Clone)]
pub(super) struct Group {
    pub digits: String,
    /// Whether a `+` stands before them.
    pub plus: bool,
}

/// The first number among these groups and how many of them it takes.
pub(super) fn longest_number(groups: &[Group]) -> Option<(usize, String)> {
    let plus = groups[0].plus;
    let mut joined = String::new();
    let mut best = None;
    for (n, group) in groups.iter().enumerate().take(6) {
        if n > 0 && group.plus || joined.len() > 15 {
            break;
        }
        joined.push_str(&group.digits);
        if let Ok(phone) = number(&joined, plus) {
            // Abroad the length is open: take all there is. At home the first that fits is it.
            let open = phone.starts_with('+');
            best = Some((n + 1, phone));
            if !open {
                break;
            }
        }
    }
    best
}
