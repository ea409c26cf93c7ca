//! The winner of each field of a row: who wrote it last, in the order that every PC agrees on.
//!
//! A row is mostly written whole, so its stamps are groups: one writing and the set of fields that it still holds. In the
//! file an incarnation is a small local number; a canonical dump spells it out.

use domain::log::Order;

/// One writing, with the incarnation's local number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Writing {
    pub clock: u64,
    pub n: i64,
    pub seq: u64,
}

/// Writings and the fields (as bits) that each still holds; and of fields that were written more than once, the writing before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stamps {
    held: Groups,
    before: Groups,
}

type Groups = Vec<(Writing, u64)>;

/// Gives fields to a writing.
fn give(groups: &mut Groups, writing: Writing, bits: u64) {
    for (_, held) in &mut *groups {
        *held &= !bits;
    }
    match groups.iter_mut().find(|(known, _)| *known == writing) {
        Some((_, held)) => *held |= bits,
        None => groups.push((writing, bits)),
    }
    groups.retain(|(_, held)| *held != 0);
}

fn of(groups: &Groups, bit: u32) -> Option<Writing> {
    groups
        .iter()
        .find(|(_, bits)| bits & (1 << bit) != 0)
        .map(|(writing, _)| *writing)
}

impl Stamps {
    /// The writing that holds a field.
    pub fn of(&self, bit: u32) -> Option<Writing> {
        of(&self.held, bit)
    }

    /// The latest writing of a field but for the one that holds it, where that is kept.
    pub fn before(&self, bit: u32) -> Option<Writing> {
        of(&self.before, bit)
    }

    /// Gives fields to a writing.
    pub fn set(&mut self, writing: Writing, bits: u64) {
        give(&mut self.held, writing, bits);
    }

    /// Notes the writing before the one that holds a field.
    pub fn set_before(&mut self, writing: Writing, bit: u32) {
        give(&mut self.before, writing, 1 << bit);
    }

    /// As stored: four varints per group; four zeros lead to those before.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity((self.held.len() + self.before.len()) * 12 + 4);
        let mut write = |groups: &Groups| {
            for (writing, held) in groups {
                for number in [writing.clock, writing.n as u64, writing.seq, *held] {
                    varint(&mut bytes, number);
                }
            }
        };
        write(&self.held);
        if !self.before.is_empty() {
            let nobody = Writing {
                clock: 0,
                n: 0,
                seq: 0,
            };
            write(&vec![(nobody, 0)]);
            write(&self.before);
        }
        bytes
    }

    /// Back from the file; `None` when damaged.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut stamps = Self::default();
        let mut before = false;
        while !bytes.is_empty() {
            let mut next = || unvarint(&mut bytes);
            let writing = Writing {
                clock: next()?,
                n: i64::try_from(next()?).ok()?,
                seq: next()?,
            };
            let held = next()?;
            match (held, before) {
                (0, _) => before = true,
                (_, false) => stamps.held.push((writing, held)),
                (_, true) => stamps.before.push((writing, held)),
            }
        }
        Some(stamps)
    }

    /// Every field's bit with its order, incarnations spelt out by `full`.
    pub fn orders(&self, full: impl Fn(Writing) -> Order) -> Vec<(u32, Order)> {
        let mut orders: Vec<_> = self
            .held
            .iter()
            .flat_map(|(writing, held)| {
                (0..64)
                    .filter(move |bit| held & (1 << bit) != 0)
                    .map(|bit| (bit, full(*writing)))
            })
            .collect();
        orders.sort_unstable_by_key(|(bit, _)| *bit);
        orders
    }
}

fn varint(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn unvarint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0u64;
    for shift in (0..64).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_writing_before_is_kept_beside_the_one_that_holds() {
        let writing = |clock| Writing {
            clock,
            n: 1,
            seq: clock,
        };
        let mut stamps = Stamps::default();
        stamps.set(writing(9), 0b110);
        stamps.set_before(writing(7), 1);
        let read = Stamps::read(&stamps.bytes()).expect("whole");
        assert_eq!(read, stamps);
        assert_eq!(read.of(1), Some(writing(9)));
        assert_eq!(read.before(1), Some(writing(7)));
        assert_eq!(read.before(2), None);
    }

    #[test]
    fn stamps_read_back_as_they_were_written() {
        let mut stamps = Stamps::default();
        stamps.set(
            Writing {
                clock: 1_772_000_000_001,
                n: 1,
                seq: 9,
            },
            0b1111,
        );
        stamps.set(
            Writing {
                clock: u64::MAX,
                n: 300,
                seq: 1,
            },
            1 << 63 | 0b10,
        );
        assert_eq!(Stamps::read(&stamps.bytes()), Some(stamps.clone()));
        assert_eq!(stamps.of(1).map(|writing| writing.n), Some(300));
        assert_eq!(stamps.of(0).map(|writing| writing.n), Some(1));
        assert_eq!(stamps.of(40), None);
    }

    #[test]
    fn a_writing_that_holds_nothing_any_more_is_dropped() {
        let mut stamps = Stamps::default();
        stamps.set(
            Writing {
                clock: 1,
                n: 1,
                seq: 1,
            },
            0b11,
        );
        stamps.set(
            Writing {
                clock: 2,
                n: 1,
                seq: 2,
            },
            0b11,
        );
        assert_eq!(stamps.held.len(), 1);
    }

    #[test]
    fn cut_off_stamps_are_refused() {
        assert_eq!(Stamps::read(&[0x80]), None);
        assert_eq!(Stamps::read(&[1, 1, 1]), None);
    }
}
