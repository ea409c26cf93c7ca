//! The few words that mean the same in every showroom: how many came, how often they were here, man or woman.
//! Refuses whatever could mean something else.

use domain::rows::{Frequency, Gender};

/// `2`, `2人`, `两位`.
pub(super) fn party(word: &str) -> Option<i64> {
    let number = word.trim_end_matches(['人', '位', '口', '个']);
    let size = match number {
        "一" => 1,
        "两" | "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        digits
            if digits.len() <= 2
                && !digits.is_empty()
                && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            digits.parse().ok()?
        }
        _ => return None,
    };
    // A bare Chinese numeral is more likely part of something else.
    (size > 0 && (number.is_ascii() || number.len() < word.len())).then_some(size)
}

/// `首次`, `复访`, `预约`.
pub(super) fn frequency(word: &str) -> Option<Frequency> {
    Some(match word {
        "首次" | "首访" | "初次" => Frequency::First,
        "再次" | "复访" | "再访" | "二次" | "又来" => Frequency::Again,
        "邀约" | "预约" | "约好" => Frequency::Invited,
        _ => return None,
    })
}

/// `女`, `先生`.
pub(super) fn gender(word: &str) -> Option<Gender> {
    Some(match word {
        "男" | "先生" | "m" | "M" => Gender::Male,
        "女" | "女士" | "小姐" | "f" | "F" => Gender::Female,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_no_party() {
        assert_eq!(party("2026"), None);
        assert_eq!(party("两位"), Some(2));
        assert_eq!(party("两"), None);
    }
}
