//! The word catalogues say the same things in every language: equal keys, equal `{placeholders}`,
//! nothing empty; and they have every sentence that the screens ask for by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Formatter;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::texts_below;
use crate::stop::{Outcome, Stop};

/// The languages of the window, the one whose keys count first.
pub const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

/// Sentences that each language puts together from other parts: 3月15日 and 15 March, 12.5万 and 125,000.
const OF_OTHER_PARTS: [&str; 4] = [
    "kit.date",
    "kit.date_year",
    "kit.wan",
    "customers.sheet_month",
];

/// A catalogue: `file.key` to sentence.
type Catalogue = BTreeMap<String, String>;

/// Judges the catalogues `LANGUAGE/*.json` in one folder, and the keys in the modules of another.
pub fn judge(words: &Path, modules: &Path) -> Outcome<Vec<String>> {
    let mut findings = Vec::new();
    let mut catalogues = Vec::new();
    for language in LANGUAGES {
        let mut catalogue = Catalogue::new();
        for (key, sentence) in read(&words.join(language))? {
            if catalogue.contains_key(&key) {
                findings.push(format!("{language}: `{key}` is there twice"));
            }
            catalogue.insert(key, sentence);
        }
        catalogues.push((language, catalogue));
    }
    findings.extend(compare(&catalogues));
    let keys = keys(&catalogues);
    for (module, text) in texts_below(modules, &[], &["ts", "tsx"])? {
        let unknown = asked_for(&text)
            .into_iter()
            .filter(|ask| !ask.met_by(&keys));
        findings.extend(unknown.map(|Ask { key, .. }| {
            let module = module.display();
            format!("ui/src/{module}: no sentence `{key}`")
        }));
    }
    Ok(findings)
}

/// Every `file.key` with its sentence, also one that is there twice.
fn read(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut all = Vec::new();
    for (file, text) in texts_below(folder, &[], &["json"])? {
        let Pairs(sentences) = serde_json::from_str(&text)
            .map_err(|cause| Stop::because(folder.join(&file).display(), cause))?;
        let noun = file.file_stem().unwrap_or_default().to_string_lossy();
        let named = |(key, sentence)| (format!("{noun}.{key}"), sentence);
        all.extend(sentences.into_iter().map(named));
    }
    Ok(all)
}

/// The entries of a JSON object as they are written: a map would keep only the last of two with one key.
struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        struct AsWritten;
        impl<'de> Visitor<'de> for AsWritten {
            type Value = Pairs;

            fn expecting(&self, words: &mut Formatter<'_>) -> std::fmt::Result {
                words.write_str("an object of sentences")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        text.deserialize_map(AsWritten)
    }
}

/// The keys that any language has.
fn keys<'a>(catalogues: &'a [(&str, Catalogue)]) -> BTreeSet<&'a str> {
    let all = catalogues.iter().flat_map(|(_, words)| words.keys());
    all.map(String::as_str).collect()
}

fn compare(catalogues: &[(&str, Catalogue)]) -> Vec<String> {
    let mut findings = Vec::new();
    let keys = keys(catalogues);
    if keys.is_empty() {
        findings.push("there are no sentences at all".to_owned());
    }
    for key in keys {
        let mut holes: Option<BTreeSet<&str>> = None;
        for (language, words) in catalogues {
            let Some(sentence) = words.get(key) else {
                findings.push(format!("{language}: `{key}` is missing"));
                continue;
            };
            if sentence.trim().is_empty() {
                findings.push(format!("{language}: `{key}` is empty"));
            }
            let here = placeholders(sentence);
            match &holes {
                Some(first) if *first != here && !OF_OTHER_PARTS.contains(&key) => findings.push(format!(
                    "{language}: `{key}` has the placeholders {here:?}, the first language {first:?}"
                )),
                Some(_) => {}
                None => holes = Some(here),
            }
        }
    }
    findings
}

/// The names in `{name}` and `{name|one|many}`.
fn placeholders(sentence: &str) -> BTreeSet<&str> {
    let pieces = sentence.split('{').skip(1);
    pieces
        .filter_map(|piece| {
            let end =
                piece.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
            let closes = piece[end..].starts_with(['}', '|']);
            (end > 0 && closes).then_some(&piece[..end])
        })
        .collect()
}

/// A key that a module asks for; of a key that is put together at run time, how it begins.
#[derive(Debug, PartialEq, Eq)]
struct Ask<'a> {
    key: &'a str,
    is_beginning: bool,
}

impl Ask<'_> {
    fn met_by(&self, keys: &BTreeSet<&str>) -> bool {
        if self.is_beginning {
            keys.iter().any(|key| key.starts_with(self.key))
        } else {
            keys.contains(self.key)
        }
    }
}

/// What stands in `t("noun.key")` and ``t(`noun.key_${…}`)``.
fn asked_for(text: &str) -> Vec<Ask<'_>> {
    let calls = text.match_indices("t(").filter_map(|(at, call)| {
        let is_longer_name = text[..at].ends_with(|before: char| before.is_alphanumeric());
        let inside = text[at + call.len()..].trim_start();
        let quote = inside.chars().next()?;
        let key = inside[1..].split(quote).next();
        (!is_longer_name && ['"', '\'', '`'].contains(&quote)).then_some(key?)
    });
    calls
        .map(|key| match key.split_once("${") {
            Some((beginning, _)) => Ask {
                key: beginning,
                is_beginning: true,
            },
            None => Ask {
                key,
                is_beginning: false,
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Findings for three catalogues of one file each, and one screen.
    fn findings_with(catalogues: [&str; 3], screen: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (language, text) in LANGUAGES.iter().zip(catalogues) {
            let folder = folder.path().join("words").join(language);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("today.json"), text).unwrap();
        }
        let modules = folder.path().join("src");
        std::fs::create_dir(&modules).unwrap();
        std::fs::write(modules.join("Today.tsx"), screen).unwrap();
        judge(&folder.path().join("words"), &modules).unwrap()
    }

    fn findings(simplified: &str, traditional: &str, english: &str) -> Vec<String> {
        findings_with([simplified, traditional, english], "")
    }

    #[test]
    fn equal_catalogues_are_complete() {
        let found = findings(
            r#"{ "title": "今日", "due": "{n} 张卡片到期，{name}" }"#,
            r#"{ "title": "今日", "due": "{n} 張卡片到期，{name}" }"#,
            r#"{ "title": "Today", "due": "{name}: {n} {n|card|cards} due" }"#,
        );
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_missing_and_an_empty_sentence_are_named() {
        let found = findings(
            r#"{ "a": "甲", "b": "乙" }"#,
            r#"{ "a": "甲", "b": "乙" }"#,
            r#"{ "a": " " }"#,
        );
        assert_eq!(
            found,
            ["en: `today.a` is empty", "en: `today.b` is missing"]
        );
    }

    #[test]
    fn a_sentence_that_is_there_twice_is_a_finding() {
        let found = findings(
            r#"{ "a": "甲", "a": "乙" }"#,
            r#"{ "a": "甲" }"#,
            r#"{ "a": "A" }"#,
        );
        assert_eq!(found, ["zh-CN: `today.a` is there twice"]);
    }

    #[test]
    fn another_placeholder_is_a_finding() {
        let found = findings(
            r#"{"a": "{name}你好"}"#,
            r#"{"a": "{name}您好"}"#,
            r#"{"a": "Hi {nmae}"}"#,
        );
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("en: ") && found[0].contains("nmae"));
    }

    #[test]
    fn no_sentences_at_all_are_not_a_complete_catalogue() {
        assert_eq!(findings("{}", "{}", "{}").len(), 1);
    }

    #[test]
    fn a_sentence_that_a_screen_asks_for_must_exist() {
        let catalogue = r#"{ "title": "t", "level_a": "a" }"#;
        let screen = |text| findings_with([catalogue; 3], text);
        let known = r#"t("today.title"); t(`today.level_${level}`); split("today.no"); t(key);"#;
        assert_eq!(screen(known), [""; 0]);
        assert_eq!(
            screen("t(\n  'today.titel', { n })"),
            ["ui/src/Today.tsx: no sentence `today.titel`"]
        );
        assert_eq!(
            screen("{t(`today.mood_${mood}`)}"),
            ["ui/src/Today.tsx: no sentence `today.mood_`"]
        );
    }

    #[test]
    fn what_is_no_sentence_stops_the_check() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("en")).unwrap();
        std::fs::write(
            folder.path().join("en/today.json"),
            r#"{ "a": { "b": "c" } }"#,
        )
        .unwrap();
        assert!(judge(folder.path(), folder.path()).is_err());
    }
}
