//! The words of every reason, in every language: none missing, none left over, and each blank filled by what happened.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use desk::problem::{Code, Problem};
use domain::sheet::ProblemCode;
use serde_json::{Value, json};
use support::Branch;

const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

/// What is said of a code that this version's words do not have.
const FALLBACKS: [&str; 3] = ["any_refused", "any_failed", "any_broken"];

/// Findings of an import that the sheet alone does not show.
const FINDINGS_OF_THE_BRANCH: [&str; 2] = ["consultant_unknown", "consultant_differs"];

/// Sentences by key.
type Words = BTreeMap<String, String>;

fn words(language: &str, file: &str) -> Words {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/words")
        .join(language)
        .join(file);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What stands in braces.
fn blanks(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').expect("a closing brace").0)
        .collect()
}

#[test]
fn every_reason_has_words_in_every_language() {
    for language in LANGUAGES {
        let words = words(language, "errors.json");
        let said = |key: &str| {
            words
                .get(key)
                .is_some_and(|sentence| !sentence.trim().is_empty())
        };
        let silent: Vec<_> = Code::ALL
            .iter()
            .map(|code| code.key())
            .chain(FALLBACKS)
            .filter(|key| !said(key))
            .collect();
        assert!(silent.is_empty(), "no words in {language} for {silent:?}");
    }
}

#[test]
fn there_are_no_words_for_a_reason_that_is_never_given() {
    for language in LANGUAGES {
        let words = words(language, "errors.json");
        let left_over: Vec<_> = words
            .keys()
            .filter(|key| Code::from_key(key).is_none() && !FALLBACKS.contains(&key.as_str()))
            .collect();
        assert!(
            left_over.is_empty(),
            "words in {language} without a code: {left_over:?}"
        );
    }
}

#[test]
fn a_reason_has_the_same_blanks_in_every_language() {
    let first = words(LANGUAGES[0], "errors.json");
    for language in LANGUAGES {
        for (key, sentence) in words(language, "errors.json") {
            assert_eq!(
                blanks(&sentence),
                blanks(&first[&key]),
                "{key} in {language}"
            );
            // A terminal fills names alone: it knows no singular and plural.
            assert!(
                blanks(&sentence).iter().all(|blank| !blank.contains('|')),
                "{key} in {language}: {sentence}"
            );
        }
    }
}

/// One problem of every kind whose words have blanks, brought about as it happens in a branch.
fn problems_with_blanks() -> Vec<Problem> {
    let branch = Branch::staffed();
    let refused = |name: &str, ask: Value| branch.call(name, ask).expect_err("refused");
    let visit = |fields: Value| refused("log_walk_in", json!({ "fields": fields }));

    let mut levels = branch.ok("house", json!({}))["lists"]["levels"].take();
    levels[0]["interval"] = json!(400);

    let mut met = vec![
        visit(json!({ "name": "王".repeat(300) })),
        visit(json!({ "party_size": 100 })),
        visit(json!({ "phone": "1380013800" })),
        visit(json!({ "phone": "13800138000123" })),
        visit(json!({ "phone": "13800138000 13900139000" })),
        refused("change_house", json!({ "list": "levels", "items": levels })),
        refused(
            "set_rule",
            json!({ "name": "lock_after_minutes", "value": 0 }),
        ),
        refused(
            "add_staff",
            json!({ "name": "李强", "roles": ["consultant"] }),
        ),
    ];

    let sheet = branch.folder.path().join("客户.csv");
    std::fs::write(&sheet, "姓名,电话,意向车型\n,,雅阁\n,,飞度\n").unwrap();
    let preview = branch.ok("read_import", json!({ "path": sheet, "kind": "customers" }));
    met.push(refused("commit_import", json!({ "id": preview["id"] })));

    branch.ok("log_walk_in", json!({ "fields": {} }));
    met.push(refused("close_day", json!({})));

    branch.as_("李强");
    let customer = json!({ "fields": { "name": "赵女士" }, "phone": "13800138000" });
    branch.ok("add_customer", customer.clone());
    met.push(refused("add_customer", customer));
    let sheet = json!({ "paper": "daily_sheet", "lang": "zh-CN" });
    met.push(refused("open_paper", sheet.clone()));
    let nowhere = branch.folder.path().join("nowhere/日报.pdf");
    let mut save = sheet;
    save["path"] = json!(nowhere);
    met.push(refused("save_paper", save));
    branch.ok("set_pin", json!({ "pin": "140582" }));
    met.push(refused(
        "switch_by_pin",
        json!({ "staff": branch.staff("李强"), "pin": "285041" }),
    ));
    met
}

#[test]
fn every_blank_is_filled_by_what_happened() {
    let met = problems_with_blanks();
    for language in LANGUAGES {
        let words = words(language, "errors.json");
        for problem in &met {
            for blank in blanks(&words[problem.code.key()]) {
                let value = problem.args.get(blank).map_or("", String::as_str);
                assert!(
                    !value.is_empty(),
                    "{} in {language} wants {blank}: {problem:?}",
                    problem.code
                );
            }
        }
        let tried: BTreeSet<_> = met.iter().map(|problem| problem.code.key()).collect();
        let with_blanks: BTreeSet<_> = words
            .iter()
            .filter(|(key, sentence)| {
                !FALLBACKS.contains(&key.as_str()) && !blanks(sentence).is_empty()
            })
            .map(|(key, _)| key.as_str())
            .collect();
        assert_eq!(
            with_blanks, tried,
            "each reason whose words in {language} have blanks is brought about above"
        );
    }
}

#[test]
fn every_finding_of_an_import_has_words_in_every_language() {
    for language in LANGUAGES {
        let words = words(language, "import.json");
        let codes = ProblemCode::ALL
            .iter()
            .map(|code| code.code())
            .chain(FINDINGS_OF_THE_BRANCH);
        let silent: Vec<_> = codes
            .map(|code| format!("problem.{code}"))
            .filter(|key| {
                words
                    .get(key)
                    .is_none_or(|sentence| sentence.trim().is_empty())
            })
            .collect();
        assert!(
            silent.is_empty(),
            "no words in {language}/import.json for {silent:?}"
        );
    }
}
