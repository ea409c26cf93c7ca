//! Counting results: what the test runners print, added up.

use std::ops::AddAssign;

use serde_json::Value;

/// How many tests or checks went well and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// One check that went well.
    pub const ONE_PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    /// One check that did not.
    pub const ONE_FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// The numbers in a line `test result: ok. 3 passed; 0 failed; …` of the Rust test runner; none in
    /// any other line.
    pub fn of_rust_line(line: &str) -> Self {
        let mut tally = Self::default();
        let Some((_, parts)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return tally;
        };
        for part in parts.split("; ") {
            match part.trim().split_once(' ') {
                Some((count, "passed")) => tally.passed = count.parse().unwrap_or(0),
                Some((count, "failed")) => tally.failed = count.parse().unwrap_or(0),
                _ => {}
            }
        }
        tally
    }

    /// The numbers in the JSON report of Vitest. A file that broke before its first test counts as one
    /// failure.
    pub fn of_vitest(report: &Value) -> Self {
        let files = report["testResults"].as_array().into_iter().flatten();
        let broken = files.filter(|file| {
            let empty = file["assertionResults"]
                .as_array()
                .is_none_or(|tests| tests.is_empty());
            file["status"] == "failed" && empty
        });
        Self {
            passed: report["numPassedTests"].as_u64().unwrap_or(0),
            failed: report["numFailedTests"].as_u64().unwrap_or(0) + broken.count() as u64,
        }
    }

    /// The same numbers for a run that ended badly: a runner that failed without a failed test (it
    /// did not compile, it crashed) counts as one failure.
    pub fn ended_badly(self) -> Self {
        Self {
            failed: self.failed.max(1),
            ..self
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_of_several_test_programs_add_up() {
        let output = "running 2 tests\n\
            test one ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        let mut tally = Tally::default();
        for line in output.lines() {
            tally += Tally::of_rust_line(line);
        }
        assert_eq!(tally.to_string(), "12 passed, 3 failed");
    }

    #[test]
    fn a_vitest_file_that_broke_before_its_first_test_counts_as_a_failure() {
        let report = serde_json::json!({
            "numPassedTests": 5, "numFailedTests": 1,
            "testResults": [
                { "status": "failed", "assertionResults": [{ "status": "failed" }] },
                { "status": "failed", "assertionResults": [] },
                { "status": "passed", "assertionResults": [{ "status": "passed" }] },
            ],
        });
        assert_eq!(Tally::of_vitest(&report).to_string(), "5 passed, 2 failed");
    }

    #[test]
    fn a_run_that_did_not_even_compile_is_one_failure() {
        assert_eq!(Tally::default().ended_badly(), Tally::ONE_FAILED);
        let seen = Tally {
            passed: 4,
            failed: 2,
        };
        assert_eq!(seen.ended_badly(), seen);
    }
}
