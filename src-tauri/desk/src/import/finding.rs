//! What a person is told about a row: what the sheet is to blame for, and what the store knows otherwise.

use domain::sheet::Problem as CellProblem;
use serde::Serialize;
use ts_rs::TS;

/// What was wrong with a row or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowProblem {
    /// The sheet's own row number, from 1.
    pub row: u32,
    /// Heading of the column, or the field's name where the sheet's heading is not known.
    pub column: Option<String>,
    /// Key of the words below `import.problem.`.
    pub code: String,
    /// What the cell says.
    pub value: String,
}

impl RowProblem {
    pub(super) fn of_row(row: u32, column: &str, code: &str, value: &str) -> Self {
        Self {
            row,
            column: Some(column.to_owned()),
            code: code.to_owned(),
            value: value.chars().take(200).collect(),
        }
    }
}

impl From<&CellProblem> for RowProblem {
    fn from(problem: &CellProblem) -> Self {
        Self {
            row: problem.row,
            column: Some(problem.column.clone()).filter(|column| !column.is_empty()),
            code: problem.code.code().to_owned(),
            value: problem.value.clone(),
        }
    }
}
