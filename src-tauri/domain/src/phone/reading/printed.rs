//! Telephone numbers that a spreadsheet took for quantities. Refuses a number of which digits were rounded away.

/// What a cell's text is, seen as a number that a program has written.
pub(super) enum Written {
    /// One number; its digits.
    Exact(String),
    /// One number whose last digits the program has not written.
    Rounded,
    /// Anything else.
    Text(String),
}

/// A number as programs write it: `13800138000.0`, `13,800,138,000`, `1.3800138000E+10`.
pub(super) fn plain_number(text: &str) -> Written {
    let text = text.trim_matches(['\'', '"', '=', '`']).trim();
    if let Some((mantissa, exponent)) = text.split_once(['e', 'E']) {
        let decimals = mantissa.split_once('.').map_or(0, |(_, d)| d.len());
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let value = text
            .parse::<f64>()
            .ok()
            .filter(|v| v.fract() == 0.0 && (1e6..1e15).contains(v));
        if digits(&mantissa.replacen('.', "", 1)) && digits(exponent.trim_start_matches('+')) {
            // A spreadsheet shows at most five decimals of such a number; programs that print `E10` lose none.
            return match value {
                Some(v) if decimals >= 7 || (exponent == "10" && decimals > 5) => {
                    Written::Exact(format!("{v}"))
                }
                _ => Written::Rounded,
            };
        }
    }
    let (whole, zeros) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let in_thousands = whole.contains(',')
        && groups
            .next()
            .is_some_and(|g| (1..=3).contains(&g.len()) && all_digits(g))
        && groups.all(|g| g.len() == 3 && all_digits(g));
    if zeros.bytes().all(|b| b == b'0')
        && zeros.len() <= 2
        && (in_thousands || (all_digits(whole) && text.contains('.')))
    {
        return Written::Exact(whole.replace(',', ""));
    }
    Written::Text(text.to_owned())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::phone::read;

    #[test]
    fn numbers_that_programs_print_lose_nothing() {
        for text in ["1.3800138E10", "13800138000.00"] {
            let phones = read(text).phones;
            assert_eq!(phones.len(), 1, "{text}");
            assert_eq!(phones[0].as_str(), "13800138000", "{text}");
        }
    }
}
