//! How a message stands in bytes: a head in JSON and parts that are carried as they are.
//!
//! ```text
//! length of the head, 4 bytes, big-endian ‖ head ‖ for each part: length, 4 bytes, big-endian ‖ part
//! ```
//!
//! Refuses what is longer than a message may be before it looks into it, and whatever is cut off or followed by more.

use domain::log::Segment;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes that a whole message may have.
pub const MOST_BYTES: usize = 12 << 20;
/// Bytes that the head may have: a vector of thousands of logs.
const MOST_HEAD: usize = 1 << 20;
/// Bytes of parts that one message is filled up to; the last part may go beyond.
pub const FULL: usize = 2 << 20;

/// Bytes are no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Garbled {
    /// Longer than a message may be.
    #[error("message_size")]
    Size,
    /// Cut off, or not understood.
    #[error("message_broken")]
    Broken,
}

/// Puts a message together.
#[must_use]
pub fn write<H: Serialize>(head: &H, parts: &[Vec<u8>]) -> Vec<u8> {
    let head = serde_json::to_vec(head).expect("a head of numbers and texts has a JSON form");
    let bytes = parts.iter().map(|part| part.len() + 4).sum::<usize>() + head.len() + 4;
    let mut message = Vec::with_capacity(bytes);
    for part in std::iter::once(&head).chain(parts) {
        message.extend_from_slice(&(part.len() as u32).to_be_bytes());
        message.extend_from_slice(part);
    }
    message
}

/// Takes a message apart.
///
/// # Errors
/// [`Garbled`].
pub fn read<H: DeserializeOwned>(message: &[u8]) -> Result<(H, Vec<Vec<u8>>), Garbled> {
    if message.len() > MOST_BYTES {
        return Err(Garbled::Size);
    }
    let (head, mut rest) = part(message, MOST_HEAD)?;
    let head = serde_json::from_slice(head).map_err(|_| Garbled::Broken)?;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (next, after) = part(rest, Segment::MOST_BYTES)?;
        parts.push(next.to_vec());
        rest = after;
    }
    Ok((head, parts))
}

fn part(bytes: &[u8], most: usize) -> Result<(&[u8], &[u8]), Garbled> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(Garbled::Broken)?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > most {
        return Err(Garbled::Size);
    }
    rest.split_at_checked(length).ok_or(Garbled::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_message_reads_back_as_it_was_written_and_its_bytes_never_change() {
        let parts = vec![b"one".to_vec(), Vec::new(), b"three".to_vec()];
        let message = write(&7, &parts);
        assert_eq!(message, b"\0\0\0\x017\0\0\0\x03one\0\0\0\0\0\0\0\x05three");
        assert_eq!(read::<u8>(&message), Ok((7, parts)));
    }

    #[test]
    fn a_message_that_is_cut_off_anywhere_is_refused() {
        let message = write(&"head", &[b"part".to_vec()]);
        let whole = [12, 10, message.len()];
        for end in (0..message.len()).filter(|end| !whole.contains(end)) {
            assert_eq!(
                read::<String>(&message[..end]),
                Err(Garbled::Broken),
                "{end}"
            );
        }
    }

    #[test]
    fn what_claims_to_be_longer_than_it_may_be_is_refused_unread() {
        assert_eq!(read::<u8>(&vec![0; MOST_BYTES + 1]), Err(Garbled::Size));
        assert_eq!(read::<u8>(&[0xff; 8]), Err(Garbled::Size));
        let mut message = write(&1, &[]);
        message.extend_from_slice(&(Segment::MOST_BYTES as u32 + 1).to_be_bytes());
        assert_eq!(read::<u8>(&message), Err(Garbled::Size));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            drop(read::<serde_json::Value>(&bytes));
        }
    }
}
