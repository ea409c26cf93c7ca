//! A run of ops of one incarnation, sealed by its device: what travels between PCs, whole and unmodified.
//!
//! In memory it is a [`Segment`] of lines; on the wire and while it waits to be applied it is packed: a small head in clear,
//! and the lines under zstd, each saying only what the one before it did not. Refuses more than [`Segment::MOST_OPS`] lines,
//! more than [`Segment::MOST_BYTES`] packed, and whatever would unpack to more than 16 MiB. The format is described in
//! `docs/sync-protocol.md`; golden bytes hold it.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

use self::wire::{Wire, unwire, wire};
use super::chain::{Hash, Salt, body_hash, head_after, seal_message};
use super::op::{Header, Op};
use crate::id::{BranchId, DeviceId, IncarnationId};

/// Bytes that a packed segment may come to when it is unpacked: a small one must not fill the memory.
const MOST_UNPACKED: u64 = 16 << 20;
/// The wire form that this program writes.
const VERSION: u8 = 1;
/// Bytes that the head may take.
const MOST_HEAD: usize = 1_024;
/// On short texts between ids that are pure chance the middle levels come out larger than the first.
const LEVEL: i32 = 1;

/// One op as it stands in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stays for ever.
    pub header: Header,
    /// What it did.
    pub contents: Contents,
}

/// What an op did, as far as it is still known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// The body as it is hashed: who only carries it need not understand it.
    Whole {
        /// Mixed into the hash.
        salt: Salt,
        /// Canonical JSON of the changes.
        body: String,
    },
    /// The hash of a body that was erased.
    Erased(Hash),
}

impl Line {
    /// The hash that the chain runs over.
    #[must_use]
    pub fn body_hash(&self) -> Hash {
        match &self.contents {
            Contents::Whole { salt, body } => body_hash(salt, body.as_bytes()),
            Contents::Erased(hash) => *hash,
        }
    }
}

impl From<&Op> for Line {
    fn from(op: &Op) -> Self {
        Self {
            header: op.header.clone(),
            contents: Contents::Whole {
                salt: op.salt,
                body: op.body(),
            },
        }
    }
}

/// A segment, unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The chain's head before the first line.
    pub previous: Hash,
    /// 1…1,000 ops of one incarnation with seqs that follow one another.
    pub lines: Vec<Line>,
    /// The device's Ed25519 signature over the head after the last line.
    pub seal: [u8; 64],
}

/// Why bytes are no segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misshapen {
    /// Written by a newer program.
    #[error("segment_version")]
    Version,
    /// Empty, too long, or too long when unpacked.
    #[error("segment_size")]
    Size,
    /// Cut off or not understood.
    #[error("segment_broken")]
    Broken,
}

/// What is known of a segment without unpacking it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    #[serde(rename = "v")]
    version: u8,
    /// The showroom.
    #[serde(rename = "b")]
    pub branch: BranchId,
    /// The PC.
    #[serde(rename = "d")]
    pub device: DeviceId,
    /// The life of that PC's log.
    #[serde(rename = "i")]
    pub incarnation: IncarnationId,
    /// Seq of the first op.
    #[serde(rename = "f")]
    pub first: u64,
    /// Seq of the last op.
    #[serde(rename = "l")]
    pub last: u64,
    #[serde(rename = "p")]
    previous: Hash,
    #[serde(rename = "s", with = "hex_seal")]
    seal: [u8; 64],
}

impl Segment {
    /// The most ops that one segment may have.
    pub const MOST_OPS: usize = 1_000;
    /// The most bytes that one may take, packed.
    pub const MOST_BYTES: usize = 1 << 20;
    /// A segment is closed when its bodies come to so many bytes: packed it is then far below the limit.
    pub const FULL: usize = 768 << 10;

    /// The chain's head after the last line.
    #[must_use]
    pub fn chain(&self) -> Hash {
        self.chain_through().last().unwrap_or(self.previous)
    }

    /// The chain's head after each line.
    pub fn chain_through(&self) -> impl Iterator<Item = Hash> + '_ {
        self.lines.iter().scan(self.previous, |head, line| {
            *head = head_after(head, &line.header, &line.body_hash());
            Some(*head)
        })
    }

    /// What the device signed; `None` for a segment without lines.
    #[must_use]
    pub fn sealed_message(&self) -> Option<Vec<u8>> {
        let last = &self.lines.last()?.header;
        Some(seal_message(
            last.branch,
            last.device,
            last.incarnation,
            last.seq,
            &self.chain(),
        ))
    }

    /// As it travels.
    ///
    /// # Errors
    /// [`Misshapen::Size`] without lines and for more than [`MOST_OPS`](Self::MOST_OPS) or
    /// [`MOST_BYTES`](Self::MOST_BYTES); [`Misshapen::Broken`] for a body that is no JSON.
    pub fn pack(&self) -> Result<Vec<u8>, Misshapen> {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else {
            return Err(Misshapen::Size);
        };
        if self.lines.len() > Self::MOST_OPS {
            return Err(Misshapen::Size);
        }
        let head = Head {
            version: VERSION,
            branch: first.header.branch,
            device: first.header.device,
            incarnation: first.header.incarnation,
            first: first.header.seq,
            last: last.header.seq,
            previous: self.previous,
            seal: self.seal,
        };
        let head = serde_json::to_vec(&head).map_err(|_| Misshapen::Broken)?;
        let length = u16::try_from(head.len()).map_err(|_| Misshapen::Size)?;
        let mut bytes = length.to_be_bytes().to_vec();
        bytes.extend_from_slice(&head);
        let mut packer = zstd::Encoder::new(bytes, LEVEL).map_err(|_| Misshapen::Broken)?;
        let mut before: Option<&Header> = None;
        for line in &self.lines {
            serde_json::to_writer(&mut packer, &wire(line, before)?)
                .map_err(|_| Misshapen::Broken)?;
            packer.write_all(b"\n").map_err(|_| Misshapen::Broken)?;
            before = Some(&line.header);
        }
        let bytes = packer.finish().map_err(|_| Misshapen::Broken)?;
        if bytes.len() > Self::MOST_BYTES {
            return Err(Misshapen::Size);
        }
        Ok(bytes)
    }

    /// The head of a packed segment.
    ///
    /// # Errors
    /// [`Misshapen`].
    pub fn head(packed: &[u8]) -> Result<Head, Misshapen> {
        Ok(split(packed)?.0)
    }

    /// Unpacks. Says nothing of chain and seal.
    ///
    /// # Errors
    /// [`Misshapen`]; nothing beyond the limits was held in memory.
    pub fn unpack(packed: &[u8]) -> Result<Self, Misshapen> {
        let (head, body) = split(packed)?;
        let mut plain = Vec::new();
        zstd::Decoder::new(body)
            .and_then(|unpacker| unpacker.take(MOST_UNPACKED + 1).read_to_end(&mut plain))
            .map_err(|_| Misshapen::Broken)?;
        if plain.len() as u64 > MOST_UNPACKED {
            return Err(Misshapen::Size);
        }
        let mut lines: Vec<Line> = Vec::new();
        for wire in serde_json::Deserializer::from_slice(&plain).into_iter::<Wire<'_>>() {
            if lines.len() == Self::MOST_OPS {
                return Err(Misshapen::Size);
            }
            let wire = wire.map_err(|_| Misshapen::Broken)?;
            let seq = head.first.checked_add(lines.len() as u64);
            let line = unwire(
                wire,
                &head,
                seq.ok_or(Misshapen::Broken)?,
                lines.last().map(|line| &line.header),
            )
            .filter(|line| goes_on(lines.last().map(|line| &line.header), &line.header))
            .ok_or(Misshapen::Broken)?;
            lines.push(line);
        }
        match lines.last() {
            None => Err(Misshapen::Size),
            Some(last) if last.header.seq != head.last => Err(Misshapen::Broken),
            Some(_) => Ok(Self {
                previous: head.previous,
                lines,
                seal: head.seal,
            }),
        }
    }
}

fn split(packed: &[u8]) -> Result<(Head, &[u8]), Misshapen> {
    if packed.len() > Segment::MOST_BYTES {
        return Err(Misshapen::Size);
    }
    let (length, rest) = packed.split_first_chunk::<2>().ok_or(Misshapen::Broken)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length > MOST_HEAD {
        return Err(Misshapen::Size);
    }
    let (head, body) = rest.split_at_checked(length).ok_or(Misshapen::Broken)?;
    #[derive(Deserialize)]
    struct Version {
        v: u8,
    }
    let Version { v } = serde_json::from_slice(head).map_err(|_| Misshapen::Broken)?;
    if v != VERSION {
        return Err(Misshapen::Version);
    }
    let head: Head = serde_json::from_slice(head).map_err(|_| Misshapen::Broken)?;
    Ok((head, body))
}

/// Whether an op stands where it can: acts are written whole, one after another.
fn goes_on(before: Option<&Header>, header: &Header) -> bool {
    let within = (1..=header.of).contains(&header.nth);
    within
        && match before {
            Some(before) if before.nth < before.of => {
                (header.act, header.nth, header.of) == (before.act, before.nth + 1, before.of)
            }
            Some(_) => header.nth == 1,
            // What stands before the segment is not here.
            None => true,
        }
}

mod wire;

mod hex_seal {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::log::{from_hex, to_hex};

    pub fn serialize<S: Serializer>(seal: &[u8; 64], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_hex(seal))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 64], D::Error> {
        let text = String::deserialize(deserializer)?;
        from_hex(&text).ok_or_else(|| serde::de::Error::custom("not a signature in hexadecimal"))
    }
}

#[cfg(test)]
mod tests;
