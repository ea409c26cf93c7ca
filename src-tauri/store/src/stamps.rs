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

/// Writings and the fields (as bits) that each still holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stamps(Vec<(Writing, u64)>);

impl Stamps {
    /// The writing that holds a field.
    pub fn of(&self, bit: u32) -> Option<Writing> {
        self.0
            .iter()
            .find(|(_, bits)| bits & (1 << bit) != 0)
            .map(|(writing, _)| *writing)
    }

    /// Gives fields to a writing.
    pub fn set(&mut self, writing: Writing, bits: u64) {
        for (_, held) in &mut self.0 {
            *held &= !bits;
        }
        match self.0.iter_mut().find(|(known, _)| *known == writing) {
            Some((_, held)) => *held |= bits,
            None => self.0.push((writing, bits)),
        }
        self.0.retain(|(_, held)| *held != 0);
    }

    /// As stored: four varints per group.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.len() * 12);
        for (writing, held) in &self.0 {
            for number in [writing.clock, writing.n as u64, writing.seq, *held] {
                varint(&mut bytes, number);
            }
        }
        bytes
    }

    /// Back from the file; `None` when damaged.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut groups = Vec::new();
        while !bytes.is_empty() {
            let mut next = || unvarint(&mut bytes);
            let writing = Writing {
                clock: next()?,
                n: i64::try_from(next()?).ok()?,
                seq: next()?,
            };
            groups.push((writing, next()?));
        }
        Some(Self(groups))
    }

    /// Every field's bit with its order, incarnations spelt out by `full`.
    pub fn orders(&self, full: impl Fn(Writing) -> Order) -> Vec<(u32, Order)> {
        let mut orders: Vec<_> = self
            .0
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
        assert_eq!(stamps.0.len(), 1);
    }

    #[test]
    fn cut_off_stamps_are_refused() {
        assert_eq!(Stamps::read(&[0x80]), None);
        assert_eq!(Stamps::read(&[1, 1, 1]), None);
    }
}
