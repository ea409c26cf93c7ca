//! Which crate may depend on which: `shell, cli → desk → { store, paper, print, hub → sync } → domain`.
//!
//! Dev-dependencies are free, since tests and benchmarks compare with the floor below us; only
//! Tauri stays out of libraries even there.

use serde_json::Value;

/// Each package of ours, and the packages of ours that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("paper", &["domain"]),
    ("print", &[]),
    ("sync", &["domain"]),
    ("hub", &["domain", "sync"]),
    (
        "desk",
        &["domain", "hub", "paper", "print", "store", "sync"],
    ),
    ("forecourt-cli", &["desk", "domain"]),
    ("forecourt", &["desk", "domain"]),
    ("stage", &[]),
    ("bench", &["desk", "domain", "paper", "stage", "store"]),
    ("simulate", &["desk", "domain", "store", "sync"]),
    ("xtask", &[]),
];

/// All that the pure crate may take from others: values, texts and their wire form, no I/O.
const DOMAIN_MAY_TAKE: &[&str] = &[
    "chrono",
    "hanconv",
    "pinyin",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
    "uuid",
    "zstd",
];

/// The only crate that links the compiler of papers: ten minutes of compiling stay in one place.
const PRINT: &str = "print";

/// The only package that knows the window.
const DESKTOP: &str = "forecourt";

/// Who may speak SQL: the store, and the benchmarks for the floor that they compare with.
const SPEAK_SQL: &[&str] = &["store", "bench"];

/// The feature that makes secrets cheap to guess, for tests alone.
const FOR_TESTS: &str = "test-support";

/// Judges the answer of `cargo metadata --no-deps`.
pub fn judge(metadata: &Value) -> Vec<String> {
    let packages: Vec<&Value> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let ours: Vec<&str> = packages.iter().map(|package| name(package)).collect();
    let mut findings = Vec::new();
    for package in &packages {
        let user = name(package);
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == user) else {
            findings.push(format!("{user}: say in {} what it may use", file!()));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let used = name(dependency);
            let problem = judge_dependency(user, dependency, ours.contains(&used), allowed);
            findings.extend(problem.map(|problem| format!("{user} uses {used}: {problem}")));
        }
    }
    findings
}

fn judge_dependency(
    user: &str,
    dependency: &Value,
    is_ours: bool,
    allowed: &[&str],
) -> Option<&'static str> {
    let used = name(dependency);
    let features = dependency["features"].as_array();
    if used.starts_with("tauri") && user != DESKTOP {
        Some("only the desktop package knows the window")
    } else if dependency["kind"] == "dev" {
        None
    } else if is_ours && !allowed.contains(&used) {
        Some("the layers do not allow it")
    } else if used.starts_with("typst") && user != PRINT {
        Some("only the print crate knows how papers are set")
    } else if user == "domain" && !DOMAIN_MAY_TAKE.contains(&used) {
        Some("the domain does no I/O; a library of values belongs into the list of this rule")
    } else if used == "rusqlite" && !SPEAK_SQL.contains(&user) {
        Some("only the store knows SQL")
    } else if features.is_some_and(|features| features.iter().any(|one| one == FOR_TESTS)) {
        Some("what is made for tests may not reach the product")
    } else {
        None
    }
}

fn name(value: &Value) -> &str {
    value["name"].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn findings(user: &str, used: &str, kind: Option<&str>) -> Vec<String> {
        let names = MAY_USE.iter().map(|(name, _)| *name);
        let packages: Vec<Value> = names
            .map(|name| {
                let planted = json!([{ "name": used, "kind": kind }]);
                let none = json!([]);
                json!({ "name": name, "dependencies": if name == user { planted } else { none } })
            })
            .collect();
        judge(&json!({ "packages": packages }))
    }

    #[test]
    fn the_layers_may_be_used_downwards_only() {
        assert!(findings("desk", "store", None).is_empty());
        assert!(findings("forecourt", "desk", None).is_empty());
        assert_eq!(findings("domain", "store", None).len(), 1);
        assert_eq!(findings("store", "sync", None).len(), 1);
        assert_eq!(findings("forecourt", "store", None).len(), 1);
        assert_eq!(findings("xtask", "domain", Some("build")).len(), 1);
    }

    #[test]
    fn no_crate_but_the_desktop_depends_on_tauri_even_for_tests() {
        assert!(findings("forecourt", "tauri", None).is_empty());
        assert_eq!(findings("desk", "tauri-plugin-dialog", None).len(), 1);
        assert_eq!(findings("desk", "tauri", Some("dev")).len(), 1);
    }

    #[test]
    fn only_the_print_crate_sets_papers() {
        assert!(findings("print", "typst", None).is_empty());
        assert_eq!(findings("desk", "typst-pdf", None).len(), 1);
        assert_eq!(findings("print", "domain", None).len(), 1);
    }

    #[test]
    fn only_the_store_speaks_sql_outside_tests() {
        assert!(findings("store", "rusqlite", None).is_empty());
        assert_eq!(findings("desk", "rusqlite", None).len(), 1);
        assert!(findings("desk", "rusqlite", Some("dev")).is_empty());
    }

    #[test]
    fn the_domain_takes_nothing_that_does_io() {
        assert!(findings("domain", "chrono", None).is_empty());
        assert_eq!(findings("domain", "tokio", None).len(), 1);
        assert!(findings("domain", "proptest", Some("dev")).is_empty());
    }

    #[test]
    fn cheap_secrets_stay_in_tests() {
        let uses = |kind: Option<&str>| {
            let store = json!({ "name": "store", "kind": kind, "features": ["test-support"] });
            let desk = json!({ "name": "desk", "dependencies": [store] });
            judge(&json!({ "packages": [desk] })).len()
        };
        assert_eq!(uses(None), 1);
        assert_eq!(uses(Some("dev")), 0);
    }

    #[test]
    fn a_crate_that_the_table_does_not_know_is_a_finding() {
        let metadata = json!({ "packages": [{ "name": "newcomer", "dependencies": [] }] });
        assert_eq!(judge(&metadata).len(), 1);
    }
}
