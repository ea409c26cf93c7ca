//! Looks into the container of a workbook before a parser does: what it is, and whether unpacking it stays within bounds.
//! Sizes that the container declares are checked, and then everything that will be read is unpacked once and counted,
//! because declared sizes lie. Refuses nothing for pictures and other parts that nobody reads.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{Limits, Progress, Unreadable, Watch};

/// Parts in a container; a year of sheets with pictures has some thousand.
const MOST_PARTS: usize = 20_000;
/// Ratios of small parts say nothing.
const SMALL: u64 = 1 << 20;
const BUFFER: usize = 64 << 10;

/// What was seen while unpacking.
#[derive(Debug, Default)]
pub(crate) struct Vetted {
    /// Unpacked bytes of all parts that are read.
    pub(crate) unpacked: u64,
    /// Whether any sheet has merged cells.
    pub(crate) merges: bool,
}

pub(crate) fn vet(bytes: &[u8], limits: &Limits, watch: &mut Watch) -> Result<Vetted, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooBig);
    }
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.map_or_else(|_| String::new(), |name| name.to_lowercase()))
        .collect();
    kind(&names)?;
    let mut vetted = Vetted::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
                Unreadable::Encrypted
            }
            _ => Unreadable::Broken,
        })?;
        let name = part.name().map_err(|_| Unreadable::Broken)?.to_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        if part.size() > limits.unpacked - vetted.unpacked.min(limits.unpacked) {
            return Err(Unreadable::TooBig);
        }
        let packed = part.compressed_size().max(1);
        let mut seen = Seen::default();
        let mut buffer = vec![0; BUFFER];
        loop {
            let length = part.read(&mut buffer).map_err(|_| Unreadable::Broken)?;
            if length == 0 {
                break;
            }
            seen.take(&buffer[..length]);
            vetted.unpacked += length as u64;
            let too_dense = seen.bytes > SMALL && seen.bytes / packed > limits.ratio;
            if vetted.unpacked > limits.unpacked || too_dense {
                return Err(Unreadable::TooBig);
            }
            // Unpacking once is the smaller half of the work.
            if watch(Progress {
                done: 0,
                total: vetted.unpacked,
            })
            .is_break()
            {
                return Err(Unreadable::Stopped);
            }
        }
        if name.ends_with("sharedstrings.xml")
            && (seen.promised > limits.shared || seen.tags > 8 * limits.shared)
        {
            return Err(Unreadable::TooBig);
        }
        // Styles are kept whole in memory; no sheet that people made has a hundred thousand of them.
        if name.ends_with("styles.xml") && seen.tags > 1_000_000 {
            return Err(Unreadable::TooBig);
        }
        vetted.merges |= seen.merges;
    }
    Ok(vetted)
}

/// Whether it is a workbook that can be read.
fn kind(names: &[String]) -> Result<(), Unreadable> {
    let has = |ending: &str| names.iter().any(|name| name.ends_with(ending));
    if has("workbook.xml") {
        Ok(())
    } else if has("workbook.bin") || has("content.xml") {
        Err(Unreadable::OtherFormat)
    } else {
        Err(Unreadable::NotATable)
    }
}

/// What went by in one part.
#[derive(Default)]
struct Seen {
    bytes: u64,
    tags: u64,
    merges: bool,
    /// The largest `uniqueCount`: as many texts a parser makes room for before it reads them.
    promised: u64,
    tail: Vec<u8>,
}

impl Seen {
    fn take(&mut self, chunk: &[u8]) {
        const WORDS: usize = 64;
        self.bytes += chunk.len() as u64;
        self.tags += chunk.iter().filter(|byte| **byte == b'<').count() as u64;
        // A word may begin in one chunk and end in the next.
        self.tail
            .extend_from_slice(&chunk[..chunk.len().min(WORDS)]);
        self.words(&self.tail.clone());
        self.words(chunk);
        self.tail = chunk[chunk.len().saturating_sub(WORDS)..].to_vec();
    }

    fn words(&mut self, text: &[u8]) {
        let mut from = 0;
        while let Some(at) = text[from..]
            .iter()
            .position(|byte| matches!(byte, b'm' | b'u'))
        {
            let here = &text[from + at..];
            if here.starts_with(b"mergeCell") {
                self.merges = true;
            }
            if let Some(rest) = here.strip_prefix(b"uniqueCount") {
                let digits = rest
                    .iter()
                    .skip_while(|byte| !byte.is_ascii_digit())
                    .take_while(|byte| byte.is_ascii_digit());
                let promised = digits.take(18).fold(0, |number: u64, digit| {
                    number * 10 + u64::from(digit - b'0')
                });
                self.promised = self.promised.max(promised);
            }
            from += at + 1;
        }
    }
}
