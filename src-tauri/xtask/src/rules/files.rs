//! Files are named for what they hold and stay small.

use std::path::Path;

use super::texts_below;
use crate::stop::Outcome;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "common", "helper", "helpers", "manager", "managers", "service", "services",
];

/// The longest file that still holds one idea.
const LINES: usize = 400;

/// Kinds of files that people write by hand.
const CODE: &[&str] = &["rs", "ts", "tsx", "css", "mjs", "js"];

/// Folders that hold nothing written by hand.
const SKIP: &[&str] = &["node_modules", "dist", "gen", "generated", "target"];

/// Judges all code under `src-tauri`, `ui` and `tests` of a checkout.
pub fn judge(root: &Path) -> Outcome<Vec<String>> {
    let mut findings = Vec::new();
    for folder in ["src-tauri", "ui", "tests"] {
        for (path, text) in texts_below(&root.join(folder), SKIP, CODE)? {
            findings.extend(judge_file(
                &Path::new(folder).join(path),
                hand_written_lines(&text),
            ));
        }
    }
    Ok(findings)
}

/// How long the file is; what a program wrote may be as long as it likes.
fn hand_written_lines(text: &str) -> usize {
    let head = text.lines().next().unwrap_or_default().to_lowercase();
    if head.contains("do not edit") {
        0
    } else {
        text.lines().count()
    }
}

fn judge_file(path: &Path, lines: usize) -> Vec<String> {
    let mut findings = Vec::new();
    for part in path.iter().map(|part| part.to_string_lossy()) {
        let stem = part.split('.').next().unwrap_or_default();
        let last = last_word(stem).to_lowercase();
        if EMPTY_NAMES.contains(&last.as_str()) {
            findings.push(format!(
                "{}: `{part}` does not say what is inside",
                path.display()
            ));
        }
    }
    let is_source = path.iter().any(|part| part == "src");
    if is_source && lines > LINES {
        findings.push(format!(
            "{}: {lines} lines; {LINES} hold one idea",
            path.display()
        ));
    }
    findings
}

/// `service` of `customer_service`, `customer-service` and `CustomerService`; `advisor` of
/// `service_advisor`, which is somebody's job.
fn last_word(stem: &str) -> &str {
    let word = stem.rsplit(['_', '-']).next().unwrap_or(stem);
    let capital = word.rfind(char::is_uppercase).unwrap_or(0);
    &word[capital..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, lines: usize) -> usize {
        judge_file(Path::new(path), lines).len()
    }

    #[test]
    fn a_name_that_says_nothing_is_found_in_every_spelling() {
        for path in [
            "src-tauri/desk/src/utils.rs",
            "src-tauri/desk/src/date_helpers.rs",
            "ui/src/kit/date-utils.ts",
            "ui/src/today/CardManager.tsx",
            "ui/src/today/service.test.ts",
            "tests/common/mod.rs",
        ] {
            assert_eq!(findings(path, 10), 1, "{path}");
        }
    }

    #[test]
    fn jobs_and_longer_words_keep_their_names() {
        for path in [
            "src-tauri/domain/src/service_advisor.rs",
            "src-tauri/domain/src/utilisation.rs",
            "ui/src/kit/commonality.ts",
        ] {
            assert_eq!(findings(path, 10), 0, "{path}");
        }
    }

    #[test]
    fn what_a_program_wrote_may_be_long() {
        let body = "line\n".repeat(500);
        assert_eq!(
            hand_written_lines(&format!("// Made by x. Do not edit.\n{body}")),
            0
        );
        assert_eq!(hand_written_lines(&body), 500);
    }

    #[test]
    fn a_long_source_file_is_found_and_a_long_test_is_not() {
        assert_eq!(findings("src-tauri/desk/src/import.rs", 400), 0);
        assert_eq!(findings("src-tauri/desk/src/import.rs", 401), 1);
        assert_eq!(findings("tests/walk_in.rs", 401), 0);
    }
}
