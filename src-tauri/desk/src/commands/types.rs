//! The commands as TypeScript: what the screens call, and what comes back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS};

use super::{COMMANDS, Noun};
use crate::problem::Problem;

/// Types seen so far, by name.
pub struct Types {
    config: Config,
    seen: BTreeMap<String, String>,
}

impl Types {
    fn new() -> Self {
        // Milliseconds and fen stay far below 2^53.
        Self {
            config: Config::new().with_large_int("number"),
            seen: BTreeMap::new(),
        }
    }

    /// Takes a type and all it is made of; answers how it is named.
    pub fn see<T: TS + 'static>(&mut self) -> String {
        ts_rs::TypeVisitor::visit::<T>(self);
        T::name(&self.config)
    }
}

impl ts_rs::TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.seen.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.seen
                .insert(name, format!("{docs}export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

const HEAD: &str =
    "// Made from Rust by `cargo xtask generate`; a check fails when it is stale. Do not edit.\n";

/// The two files of `ui/src/generated`: types, commands.
#[must_use]
pub fn typescript() -> (String, String) {
    let mut types = Types::new();
    types.see::<Problem>();
    types.see::<Noun>();
    let mut commands = String::new();
    let mut reads = String::new();
    for command in COMMANDS {
        let (ask, answer) = (command.types)(&mut types);
        let _ = writeln!(commands, "  {}: [{ask}, {answer}];", command.name);
        if !command.reads.is_empty() {
            let nouns = serde_json::to_string(command.reads).unwrap_or_default();
            let _ = writeln!(reads, "  {}: {nouns},", command.name);
        }
    }
    let mut file = format!(
        "{HEAD}// Ids are UUIDs; moments are milliseconds since 1970, UTC; days are YYYY-MM-DD in China; money is fen.\n\nexport type Id = string;\nexport type Lang = keyof Label;\n\n"
    );
    for declaration in types.seen.values() {
        // A field that may be left out, and may be nothing, is said once.
        let _ = writeln!(
            file,
            "{}\n",
            declaration.replace(" | null | null", " | null")
        );
    }
    let names: Vec<&str> = types
        .seen
        .keys()
        .map(String::as_str)
        .filter(|name| mentions(&commands, name))
        .collect();
    let imports = format!("import type {{ {} }} from \"./types\";", names.join(", "));
    let commands = format!(
        "{HEAD}{imports}\n\n/** Name → [request, answer]. */\nexport type Commands = {{\n{commands}}};\n\n\
         /** The nouns whose change makes an answer stale. */\nexport const reads: Partial<Record<keyof Commands, Noun[]>> = {{\n{reads}}};\n"
    );
    let commands = if names.contains(&"Noun") {
        commands
    } else {
        commands.replacen("import type { ", "import type { Noun, ", 1)
    };
    (format!("{}\n", file.trim_end()), commands)
}

fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .any(|word| word == name)
}
