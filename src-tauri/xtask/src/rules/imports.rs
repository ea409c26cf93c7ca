//! Which folder of the user interface may import what: only `platform` speaks to the shell, `kit` knows
//! nothing of showrooms, the shared rooms know no noun, and one noun sees another only by its index.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::texts_below;
use crate::stop::Outcome;

/// The only folder that may import `@tauri-apps/*`.
const PLATFORM: &str = "platform";

/// The folder of widgets, and the only folders of ours that it may import from.
const KIT: &str = "kit";
const KIT_MAY_USE: &[&str] = &[KIT, "words", "generated", "testing"];

/// The rooms that every noun builds on.
const SHARED: &[&str] = &[
    "desk",
    "drafts",
    "generated",
    KIT,
    PLATFORM,
    "testing",
    "words",
];

/// Where tests go through all places of all nouns.
const WALK: &[&str] = &["testing/inspect", "testing/places"];

/// The house around the nouns: it opens their routes, and they may use its commands.
const HOUSE: &[&str] = &["", "door", "frame"];

/// Judges every module below a folder: `ui/src`.
pub fn judge(source: &Path) -> Outcome<Vec<String>> {
    let modules = texts_below(source, &[], &["ts", "tsx", "mts", "js", "jsx"])?;
    let nouns: BTreeSet<String> = modules
        .iter()
        .map(|(module, _)| room(module))
        .filter(|room| !SHARED.contains(&room.as_str()) && !HOUSE.contains(&room.as_str()))
        .collect();
    let judged = modules
        .iter()
        .flat_map(|(module, text)| judge_module(module, text, &nouns));
    Ok(judged.collect())
}

/// Judges one module; its path is relative to `ui/src`.
fn judge_module(module: &Path, text: &str, nouns: &BTreeSet<String>) -> Vec<String> {
    let found = imports(text).filter_map(|import| {
        let problem = judge_import(module, import, nouns)?;
        let module = module.display();
        Some(format!("ui/src/{module}: {problem} ({import})"))
    });
    found.collect()
}

fn judge_import(module: &Path, import: &str, nouns: &BTreeSet<String>) -> Option<&'static str> {
    let home = room(module);
    if import.starts_with("@tauri-apps/") && home != PLATFORM {
        return Some("only platform/ speaks to the shell");
    }
    let target = own_module(module, import)?;
    let other = room(&target);
    if other == home {
        None
    } else if home == KIT && !KIT_MAY_USE.contains(&other.as_str()) {
        Some("kit/ knows only words and types")
    } else if SHARED.contains(&home.as_str()) && nouns.contains(&other) && !walks(module) {
        Some("a shared room knows no noun")
    } else if nouns.contains(&home) && nouns.contains(&other) && target != Path::new(&other) {
        Some("another noun is seen only by its index")
    } else {
        None
    }
}

/// Whether the module belongs to the walk through every place of the house, which knows what is in each.
fn walks(module: &Path) -> bool {
    WALK.iter().any(|folder| module.starts_with(folder))
}

/// The module of ours that an import names, relative to `ui/src`; none for a package.
fn own_module(module: &Path, import: &str) -> Option<PathBuf> {
    if let Some(rest) = import.strip_prefix("@/").or(import.strip_prefix("~/")) {
        return Some(PathBuf::from(rest));
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut target = PathBuf::new();
    for part in module.parent()?.join(import).components() {
        match part {
            // Above ui/src the path keeps its `..` and so belongs to no folder of ours.
            Component::ParentDir if target.file_name().is_some() => {
                target.pop();
            }
            Component::CurDir => {}
            other => target.push(other),
        }
    }
    Some(target)
}

/// The folder directly below `ui/src` that a module is in or a folder's index stands for; empty for the
/// files beside those folders.
fn room(module: &Path) -> String {
    let first = module.iter().next().unwrap_or_default();
    let is_file_beside = module.parent() == Some(Path::new("")) && module.extension().is_some();
    if is_file_beside {
        String::new()
    } else {
        first.to_string_lossy().into_owned()
    }
}

/// What the module imports or exports again: each quoted text that follows `from`, `import` or
/// `import(`.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    ["from", "import"].into_iter().flat_map(move |word| {
        text.match_indices(word).filter_map(move |(at, _)| {
            let stands_alone =
                !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            let rest = text[at + word.len()..].trim_start();
            let rest = rest.strip_prefix('(').unwrap_or(rest).trim_start();
            let quote = rest
                .chars()
                .next()
                .filter(|first| ['"', '\'', '`'].contains(first))?;
            let name = rest[1..].split(quote).next()?;
            (stands_alone && !name.contains(char::is_whitespace)).then_some(name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(module: &str, text: &str) -> usize {
        let nouns = BTreeSet::from(["today", "customers"].map(str::to_owned));
        judge_module(Path::new(module), text, &nouns).len()
    }

    #[test]
    fn every_form_of_import_is_seen() {
        let text = "import a from \"one\";\nimport type {\n  B,\n} from 'two';\nimport 'three';\n\
            const c = await import(\n  'four'\n);\nexport * from \"five\";\nconst wherefrom = 'six';";
        let mut found: Vec<&str> = imports(text).collect();
        found.sort_unstable();
        assert_eq!(found, ["five", "four", "one", "three", "two"]);
    }

    #[test]
    fn only_the_platform_speaks_to_the_shell() {
        let text = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(findings("platform/call.ts", text), 0);
        assert_eq!(findings("today/list.tsx", text), 1);
        assert_eq!(findings("main.tsx", text), 1);
    }

    #[test]
    fn the_kit_imports_packages_words_types_and_itself_only() {
        for (import, expected) in [
            ("react", 0),
            ("../label", 0),
            ("../../words", 0),
            ("../../generated/types", 0),
            ("../../today/card", 1),
            ("../../desk", 1),
            ("@/platform/call", 1),
            ("../../../../assets/words/zh-CN.json", 1),
        ] {
            let text = format!("import {{ it }} from '{import}';");
            assert_eq!(findings("kit/forms/field.tsx", &text), expected, "{import}");
        }
    }

    #[test]
    fn a_noun_sees_another_only_by_its_index() {
        let list = |import| findings("today/list.tsx", &format!("import '{import}';"));
        assert_eq!(list("./row"), 0);
        assert_eq!(list("../customers"), 0);
        assert_eq!(list("../customers/card"), 1);
        assert_eq!(list("../frame/commands"), 0);
        assert_eq!(list("../kit/field"), 0);
    }

    #[test]
    fn the_house_opens_nouns_and_shared_rooms_know_none() {
        let route = "const page = import('../today/route');";
        assert_eq!(findings("frame/nouns.ts", route), 0);
        assert_eq!(findings("main.tsx", "import './today/route';"), 0);
        assert_eq!(findings("desk/desk.ts", route), 1);
        assert_eq!(findings("words/days.ts", "import '../today';"), 1);
        assert_eq!(findings("testing/show.tsx", "import '../Root';"), 0);
        assert_eq!(findings("testing/show.tsx", route), 1);
        let walked = "import '../../today/route';";
        assert_eq!(findings("testing/places/today.ts", walked), 0);
        let assets = "import '../../../assets/words/en/today.json';";
        assert_eq!(findings("words/en.ts", assets), 0);
    }
}
