//! A file of rows and columns, taken out of whatever format it came in. Refuses to know formats, fonts and formulas.

use super::Cell;

/// Everything that was read from one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// The sheets in the order of their tabs; a CSV file has one.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// The sheet at this place, from 0.
    #[must_use]
    pub fn sheet(&self, at: usize) -> Option<&Sheet> {
        self.sheets.get(at)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the tab says; empty for CSV.
    pub name: String,
    /// The file's name without its folder: a year or month may stand there and nowhere else.
    pub file: String,
    /// Not shown by the program that wrote it: lists for drop-downs, mostly.
    pub hidden: bool,
    /// Whether serial numbers count days from 1904.
    pub date_1904: bool,
    /// The rows that hold anything, in ascending order.
    pub rows: Vec<Row>,
    /// Cells that were merged, in any order.
    pub merges: Vec<Merge>,
}

/// One row that holds anything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// As the spreadsheet shows it, from 1.
    pub number: u32,
    /// From column A; empty cells at the end are left out.
    pub cells: Vec<Cell>,
}

/// A rectangle of cells that shows the content of its first. Rows from 1, columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

impl Sheet {
    /// Where the row with this number stands in [`Sheet::rows`].
    #[must_use]
    pub fn position(&self, number: u32) -> Option<usize> {
        self.rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()
    }

    /// Columns up to the last that holds anything.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0)
    }
}

impl Row {
    /// The cell of this column, from 0; an empty one beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The cells that hold something, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_blank())
    }
}
