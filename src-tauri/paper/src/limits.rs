//! How much a file may hold. A year of a busy showroom is some ten thousand rows; what is beyond these limits is a mistake or
//! an attack.

/// Upper bounds. The defaults keep reading below 512 MB of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a workbook on disk.
    pub packed: u64,
    /// Bytes of a text file on disk.
    pub text: u64,
    /// Bytes of all parts of a workbook that are read, unpacked.
    pub unpacked: u64,
    /// Unpacked bytes for each packed byte, of parts above a megabyte.
    pub ratio: u64,
    /// Rows that hold anything, in all sheets.
    pub rows: usize,
    /// Cells from column A to the last of each row, in all sheets.
    pub cells: usize,
    /// Bytes of text in all cells.
    pub cell_text: usize,
    /// Sheets.
    pub sheets: usize,
    /// Columns that are read; what stands further right is passed over.
    pub columns: usize,
    /// Merged cells.
    pub merges: usize,
    /// Shared texts of a workbook.
    pub shared: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            packed: 20 << 20,
            text: 48 << 20,
            unpacked: 320 << 20,
            ratio: 100,
            rows: 120_000,
            cells: 4_000_000,
            cell_text: 128 << 20,
            sheets: 400,
            columns: 256,
            merges: 200_000,
            shared: 4_000_000,
        }
    }
}
