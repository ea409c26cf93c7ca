//! The command line, taken apart piece by piece: what nobody took at the end is a mistake.

use crate::stop::{Outcome, Stop};

/// The words of a command line that have not been taken yet.
pub struct Args {
    words: Vec<String>,
    after_dashes: Vec<String>,
}

impl Args {
    /// Everything after a lone `--` belongs to the program that we start and is set aside.
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        let mut words: Vec<String> = words.collect();
        let mut after_dashes = Vec::new();
        if let Some(at) = words.iter().position(|word| word == "--") {
            after_dashes = words.split_off(at + 1);
            words.pop();
        }
        Self {
            words,
            after_dashes,
        }
    }

    /// Takes `--name` from anywhere on the line.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE` from anywhere on the line.
    pub fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let joined = format!("{name}=");
        if let Some(at) = self.words.iter().position(|word| word.starts_with(&joined)) {
            return Ok(Some(self.words.remove(at)[joined.len()..].to_owned()));
        }
        let Some(at) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.words.remove(at);
        if at < self.words.len() && !self.words[at].starts_with("--") {
            Ok(Some(self.words.remove(at)))
        } else {
            Err(Stop::Usage(format!("{name} wants a value")))
        }
    }

    /// Takes the next word that is no option.
    pub fn word(&mut self) -> Option<String> {
        let at = self.words.iter().position(|word| !word.starts_with('-'))?;
        Some(self.words.remove(at))
    }

    /// Takes what stood behind `--`.
    pub fn after_dashes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.after_dashes)
    }

    /// Refuses whatever is left.
    pub fn finish(self) -> Outcome {
        match self.words.first().or(self.after_dashes.first()) {
            None => Ok(()),
            Some(word) => Err(Stop::Usage(format!("`{word}` is not understood here"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Args {
        Args::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_found_anywhere_on_the_line() {
        let mut args = line("--json out.json bench --customers=1000 search --release");
        assert!(args.flag("--release"));
        assert!(!args.flag("--once"));
        assert_eq!(args.value("--customers"), Ok(Some("1000".to_owned())));
        assert_eq!(args.value("--json"), Ok(Some("out.json".to_owned())));
        assert_eq!(args.word().as_deref(), Some("bench"));
        assert_eq!(args.word().as_deref(), Some("search"));
        assert_eq!(args.word(), None);
        assert_eq!(args.finish(), Ok(()));
    }

    #[test]
    fn what_nobody_took_is_refused_by_name() {
        let problem = line("--relase").finish().unwrap_err();
        assert!(problem.message().unwrap().contains("`--relase`"));
        assert_eq!(problem.exit_code(), 2);
        assert!(line("-- --demo").finish().is_err());
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(line("--json").value("--json").is_err());
        assert!(line("--json --release").value("--json").is_err());
    }

    #[test]
    fn words_behind_two_dashes_are_left_to_the_application() {
        let mut args = line("run -- --once --demo");
        assert!(!args.flag("--once"));
        assert_eq!(args.after_dashes(), ["--once", "--demo"]);
    }
}
