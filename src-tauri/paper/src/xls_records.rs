//! Looks through the records of an old workbook before the parser does. The parser makes room for the rectangle that a sheet
//! spans and copies a shared text into every cell that shows it: a small file can ask for any amount of memory in both ways.
//! Record numbers are those of the published format [MS-XLS].

use std::ops::Range;

use crate::{Limits, Unreadable};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const FILE_PASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00bd;
const SST: u16 = 0x00fc;
const LABEL_SST: u16 = 0x00fd;
const DIMENSIONS: u16 = 0x0200;
/// Cell records with one cell: number, label, boolean, formula, RK, rich label, shared text.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x0205, 0x0006, 0x027e, 0x00d6, LABEL_SST];

/// The rectangle that the cells of one sheet span, and what its texts take.
#[derive(Default)]
struct Extent {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
    text: u64,
    cells: u64,
}

impl Extent {
    fn take(&mut self, row: u64, column: u64) {
        let wider = |range: Option<(u64, u64)>, at: u64| {
            Some(range.map_or((at, at), |(from, to)| (from.min(at), to.max(at))))
        };
        (self.rows, self.columns) = (wider(self.rows, row), wider(self.columns, column));
        self.cells += 1;
    }

    fn area(&self) -> u64 {
        let length = |range: Option<(u64, u64)>| range.map_or(0, |(from, to)| to - from + 1);
        length(self.rows) * length(self.columns)
    }
}

/// Checks the stream, and takes from it the declared sizes that a parser would believe.
pub(crate) fn vet(stream: &mut [u8], limits: &Limits) -> Result<(), Unreadable> {
    let (mut tabs, mut sheets) = (0_u64, Vec::new());
    let mut current = Extent::default();
    let mut texts: Vec<u32> = Vec::new();
    let mut at = 0;
    while let Some((kind, data)) = record(stream, at) {
        at = data.end;
        let two = |offset: usize| u64::from(word(&stream[data.clone()], offset));
        match kind {
            FILE_PASS => return Err(Unreadable::Encrypted),
            BOUND_SHEET => tabs += 1,
            SST => texts = shared(stream, data.clone()),
            DIMENSIONS => stream[data].fill(0),
            BOF => current = Extent::default(),
            EOF => sheets.push(std::mem::take(&mut current)),
            MUL_RK => {
                let last = (data.len() / 6).saturating_sub(1) as u64;
                current.take(two(0), two(2));
                current.take(two(0), two(2) + last);
            }
            kind if CELLS.contains(&kind) => {
                current.take(two(0), two(2));
                if kind == LABEL_SST {
                    let index = two(6) + (two(8) << 16);
                    current.text += usize::try_from(index)
                        .ok()
                        .and_then(|index| texts.get(index))
                        .map_or(0, |length| u64::from(*length));
                }
            }
            _ => {}
        }
    }
    sheets.push(current);
    let most = |of: fn(&Extent) -> u64| sheets.iter().map(of).max().unwrap_or(0);
    let sum = |of: fn(&Extent) -> u64| sheets.iter().map(of).sum::<u64>();
    // Several tabs may point to one and the same sheet.
    let (tabs, found) = (tabs.max(1), sheets.len() as u64);
    let repeated = tabs.saturating_sub(found);
    let area = sum(Extent::area) + repeated * most(Extent::area);
    let text = sum(|extent| extent.text) + repeated * most(|extent| extent.text);
    let too_big = tabs > limits.sheets as u64
        || area > 2 * limits.cells as u64
        || text > limits.cell_text as u64;
    if too_big {
        Err(Unreadable::TooBig)
    } else {
        Ok(())
    }
}

/// The record that begins here: its number and where its data are.
fn record(stream: &[u8], at: usize) -> Option<(u16, Range<usize>)> {
    let head = stream.get(at..at + 4)?;
    let data = at + 4..at + 4 + usize::from(word(head, 2));
    (data.end <= stream.len()).then(|| (word(head, 0), data))
}

fn word(data: &[u8], at: usize) -> u16 {
    data.get(at..at + 2)
        .map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
}

/// Bytes that each shared text takes at most, three for a character.
fn shared(stream: &[u8], first: Range<usize>) -> Vec<u32> {
    let mut parts = Vec::from([Range {
        start: first.start + 8.min(first.len()),
        end: first.end,
    }]);
    let mut at = first.end;
    while let Some((CONTINUE, data)) = record(stream, at) {
        at = data.end;
        parts.push(data);
    }
    let mut reader = Parts {
        stream,
        parts,
        part: 0,
    };
    let mut lengths = Vec::new();
    while let Some(length) = reader.text() {
        lengths.push(length);
    }
    lengths
}

/// The shared texts, which run on from one record into the next.
struct Parts<'s> {
    stream: &'s [u8],
    parts: Vec<Range<usize>>,
    part: usize,
}

impl Parts<'_> {
    /// Moves to the next record when this one is used up; `false` at the end.
    fn more(&mut self) -> bool {
        while self.parts.get(self.part).is_some_and(Range::is_empty) {
            self.part += 1;
        }
        self.part < self.parts.len()
    }

    fn bytes(&mut self, count: usize) -> Option<&[u8]> {
        let range = self.parts.get_mut(self.part)?;
        let taken = range.start..(range.start + count).min(range.end);
        range.start = taken.end;
        self.stream.get(taken)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.more() {
            let taken = self.bytes(count).map_or(0, <[u8]>::len);
            count -= taken.min(count);
        }
    }

    /// The next text's length in bytes.
    fn text(&mut self) -> Option<u32> {
        if !self.more() {
            return None;
        }
        let head = self.bytes(3)?;
        let (characters, flags) = (
            usize::from(word(head, 0)),
            head.get(2).copied().unwrap_or(0),
        );
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(word(self.bytes(2)?, 0))
        };
        let extra = if flags & 4 == 0 {
            0
        } else {
            let bytes = self.bytes(4)?;
            usize::from(word(bytes, 0)) + (usize::from(word(bytes, 2)) << 16)
        };
        let (mut left, mut wide) = (characters, flags & 1 != 0);
        while left > 0 {
            let size = if wide { 2 } else { 1 };
            let taken = self.bytes(left * size).map_or(0, <[u8]>::len) / size;
            left -= taken.min(left);
            if left > 0 {
                if !self.more() {
                    break;
                }
                // A text that runs on says anew how wide its characters are.
                wide = self
                    .bytes(1)
                    .and_then(|flags| flags.first().copied())
                    .unwrap_or(0)
                    & 1
                    != 0;
            }
        }
        self.skip(4 * runs + extra);
        u32::try_from(3 * characters).ok()
    }
}
