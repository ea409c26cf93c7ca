//! Brings what people type in a cell to one spelling before anything is compared or parsed:
//! full-width forms, odd spaces, dashes, quotes, invisible marks.
//! It never changes what is stored; the raw text of a cell stays as it was typed.

/// Full-width forms become ASCII, every space a plain one, every dash `-`, every quote `'` or `"`;
/// zero-width marks and control characters (except line breaks and tabs) vanish.
#[must_use]
pub fn narrow(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().filter_map(narrow_char));
    out
}

fn narrow_char(c: char) -> Option<char> {
    Some(match c {
        '\n' | '\t' => c,
        '\r' => '\n',
        c if c.is_ascii_control() => return None,
        c if c.is_ascii() => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
        '\u{00a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => ' ',
        '\u{2028}' | '\u{2029}' => '\n',
        '\u{00ad}'
        | '\u{061c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' => return None,
        '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{2500}' => '-',
        '\u{2018}'..='\u{201b}' | '\u{00b4}' | '\u{2032}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{3003}' => '"',
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2236}' | '\u{fe55}' => ':',
        '\u{3010}' | '\u{3014}' | '\u{3016}' => '[',
        '\u{3011}' | '\u{3015}' | '\u{3017}' => ']',
        c => c,
    })
}

/// The text of a cell as it is stored: outer white space, invisible marks and control characters gone,
/// everything else untouched (full-width forms, emoji and rare characters stay).
#[must_use]
pub fn tidy(text: &str) -> String {
    let clean = |c: &char| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{200b}' | '\u{feff}'))
    };
    if text.chars().all(|c| clean(&c)) {
        return text.trim().to_owned();
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(clean)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Letters and digits alone, lower case: what is left of a heading when spaces, line breaks and
/// punctuation are taken away.
#[must_use]
pub fn letters(narrowed: &str) -> String {
    narrowed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text without what stands in brackets: `联系电话（必填）` → `联系电话`. A bracket that is never
/// closed takes the rest with it.
#[must_use]
pub fn without_brackets(narrowed: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(narrowed.len());
    for c in narrowed.chars() {
        match c {
            '(' | '[' | '{' | '<' | '《' | '「' => depth += 1,
            ')' | ']' | '}' | '>' | '》' | '」' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// At most `limit` characters, and whether something was cut.
#[must_use]
pub fn cut(text: &str, limit: usize) -> (&str, bool) {
    match text.char_indices().nth(limit) {
        Some((at, _)) => (&text[..at], true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_text_becomes_ascii() {
        assert_eq!(
            narrow("１３８－００１３　８０００（王）：Ａ"),
            "138-0013 8000(王):A"
        );
    }

    #[test]
    fn invisible_marks_vanish() {
        assert_eq!(narrow("\u{feff}138\u{200b}0013\u{202d}8000"), "13800138000");
    }

    #[test]
    fn a_heading_is_reduced_to_its_letters() {
        assert_eq!(letters(&narrow("首次 /\n再次（Ｆ/Ｓ）")), "首次再次fs");
        assert_eq!(
            letters(&without_brackets(&narrow("首次/再次（Ｆ/Ｓ）"))),
            "首次再次"
        );
    }

    #[test]
    fn cutting_counts_characters_and_not_bytes() {
        assert_eq!(cut("🚗🚗🚗", 2), ("🚗🚗", true));
        assert_eq!(cut("王", 2), ("王", false));
    }

    #[test]
    fn stored_text_keeps_emoji_and_full_width_forms() {
        assert_eq!(tidy(" \u{0}王\u{200b}🚗Ａ𠮷\r\n二 "), "王🚗Ａ𠮷\n二");
    }
}
