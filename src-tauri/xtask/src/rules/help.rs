//! The help says the same things in every language: equal articles, equal entries, equal `[keys]`,
//! nothing empty.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::texts_below;
use super::words::LANGUAGES;
use crate::stop::{Outcome, Stop};

/// The parts of an article beside its entries, and the parts of an entry.
const ARTICLE: [&str; 2] = ["title", "asks"];
const ENTRY: [&str; 3] = ["title", "text", "words"];

/// Articles of a language by file.
type Articles = BTreeMap<PathBuf, Map<String, Value>>;

/// Judges `LANGUAGE/*.json` in one folder.
pub fn judge(help: &Path) -> Outcome<Vec<String>> {
    let mut shelves = Vec::new();
    for language in LANGUAGES {
        shelves.push((language, read(&help.join(language))?));
    }
    let files: BTreeSet<&PathBuf> = shelves.iter().flat_map(|(_, all)| all.keys()).collect();
    if files.is_empty() {
        return Ok(vec!["there is no help at all".to_owned()]);
    }
    let mut findings = Vec::new();
    for file in files {
        let mut first: Option<Vec<Entry<'_>>> = None;
        for (language, articles) in &shelves {
            let place = format!("{language}/{}", file.display());
            let Some(article) = articles.get(file) else {
                findings.push(format!("{place} is missing"));
                continue;
            };
            let entries = shape(&place, article, &mut findings);
            match &first {
                None => first = Some(entries),
                Some(first) => compare(&place, first, &entries, &mut findings),
            }
        }
    }
    Ok(findings)
}

fn read(folder: &Path) -> Outcome<Articles> {
    let mut articles = Articles::new();
    for (file, text) in texts_below(folder, &[], &["json"])? {
        let article = serde_json::from_str(&text)
            .map_err(|cause| Stop::because(folder.join(&file).display(), cause))?;
        articles.insert(file, article);
    }
    Ok(articles)
}

/// An entry: its name and the keys it speaks of.
struct Entry<'a> {
    name: &'a str,
    keys: BTreeSet<&'a str>,
}

/// Notes what an article lacks; answers its entries in their order.
fn shape<'a>(
    place: &str,
    article: &'a Map<String, Value>,
    findings: &mut Vec<String>,
) -> Vec<Entry<'a>> {
    for part in ARTICLE {
        if said(article.get(part)).is_none() {
            findings.push(format!("{place}: `{part}` is empty"));
        }
    }
    let Some(entries) = article.get("entries").and_then(Value::as_object) else {
        findings.push(format!("{place}: there are no `entries`"));
        return Vec::new();
    };
    let mut known = Vec::new();
    for (name, entry) in entries {
        for part in ENTRY {
            if said(entry.get(part)).is_none() {
                findings.push(format!("{place}: `{part}` of `{name}` is empty"));
            }
        }
        let keys = said(entry.get("text")).map(keys).unwrap_or_default();
        known.push(Entry { name, keys });
    }
    known
}

fn said(value: Option<&Value>) -> Option<&str> {
    let text = value?.as_str()?;
    (!text.trim().is_empty()).then_some(text)
}

/// What stands in `[…]`.
fn keys(text: &str) -> BTreeSet<&str> {
    let pieces = text.split('[').skip(1);
    pieces
        .filter_map(|piece| piece.split_once(']').map(|(keys, _)| keys))
        .collect()
}

fn compare(place: &str, first: &[Entry<'_>], here: &[Entry<'_>], findings: &mut Vec<String>) {
    let names = |entries: &[Entry<'_>]| -> Vec<String> {
        entries.iter().map(|entry| entry.name.to_owned()).collect()
    };
    let (wanted, present) = (names(first), names(here));
    if wanted != present {
        findings.push(format!(
            "{place} has the entries {present:?}, the first language {wanted:?}"
        ));
        return;
    }
    for (one, other) in first.iter().zip(here) {
        if one.keys != other.keys {
            findings.push(format!(
                "{place}: `{}` names the keys {:?}, the first language {:?}",
                one.name, other.keys, one.keys
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"{ "title": "t", "asks": "a?", "entries": {
        "one": { "title": "t", "text": "press [F2]", "words": "w" },
        "two": { "title": "t", "text": "x", "words": "w" } } }"#;

    fn findings(articles: [Option<&str>; 3]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (language, article) in LANGUAGES.iter().zip(articles) {
            let folder = folder.path().join(language);
            std::fs::create_dir_all(&folder).unwrap();
            if let Some(text) = article {
                std::fs::write(folder.join("today.json"), text).unwrap();
            }
        }
        judge(folder.path()).unwrap()
    }

    #[test]
    fn equal_articles_are_complete() {
        assert_eq!(findings([Some(WHOLE); 3]), [""; 0]);
    }

    #[test]
    fn a_missing_article_is_named() {
        assert_eq!(
            findings([Some(WHOLE), Some(WHOLE), None]),
            ["en/today.json is missing"]
        );
    }

    #[test]
    fn a_missing_entry_and_an_empty_text_are_named() {
        let short = r#"{ "title": "t", "asks": "", "entries": {
            "one": { "title": "t", "text": "press [F2]", "words": " " } } }"#;
        let found = findings([Some(WHOLE), Some(short), Some(WHOLE)]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0], "zh-TW/today.json: `asks` is empty");
        assert_eq!(found[1], "zh-TW/today.json: `words` of `one` is empty");
        assert!(found[2].starts_with("zh-TW/today.json has the entries [\"one\"]"));
    }

    #[test]
    fn another_key_is_a_finding() {
        let other = WHOLE.replace("[F2]", "[F3]");
        let found = findings([Some(WHOLE), Some(WHOLE), Some(&other)]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("en/today.json: `one` names the keys {\"F3\"}"));
    }

    #[test]
    fn no_help_at_all_is_a_finding() {
        assert_eq!(findings([None; 3]), ["there is no help at all"]);
    }
}
