//! What a person at a terminal reads: the same catalogues as the screens'.

use std::collections::BTreeMap;

use desk::problem::Problem;

const ERRORS: [(&str, &str); 3] = [
    (
        "zh_TW",
        include_str!("../../../assets/words/zh-TW/errors.json"),
    ),
    (
        "zh",
        include_str!("../../../assets/words/zh-CN/errors.json"),
    ),
    ("", include_str!("../../../assets/words/en/errors.json")),
];

/// The sentence for a problem, in the terminal's language.
pub fn problem(problem: &Problem) -> String {
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default();
    sentence(problem, &spoken)
}

fn sentence(problem: &Problem, spoken: &str) -> String {
    let (_, catalogue) = ERRORS
        .iter()
        .find(|(language, _)| spoken.starts_with(language))
        .unwrap_or(&ERRORS[2]);
    let words: BTreeMap<String, String> = serde_json::from_str(catalogue).unwrap_or_default();
    let key = format!("errors.{}", problem.code.key());
    let mut text = words
        .get(&key)
        .or_else(|| words.get(problem.code.key()))
        .cloned()
        .unwrap_or_else(|| problem.code.key().to_owned());
    for (name, value) in &problem.args {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::problem::Code;

    #[test]
    fn a_chinese_terminal_reads_chinese_and_any_other_english() {
        let problem = Problem::refused(Code::WrongPassword);
        let of = |spoken| sentence(&problem, spoken);
        assert_ne!(of("zh_CN.UTF-8"), of("en_US.UTF-8"));
        assert_ne!(of("zh_CN.UTF-8"), of("zh_TW.UTF-8"));
        assert_eq!(of("C"), of("en_US.UTF-8"));
        assert!(of("C").contains(' '), "a sentence, not a code");
    }
}
