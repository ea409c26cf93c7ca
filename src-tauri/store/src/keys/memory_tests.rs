//! Closing must clear the keys: this looks for them in the memory of the running test itself.

use std::fs::File;
use std::os::unix::fs::FileExt;

use super::sample_pc::{Pc, WANG};

/// Something to look for, kept inverted so that the search does not find itself.
struct Wanted {
    name: &'static str,
    inverted: Vec<u8>,
    found: usize,
}

impl Wanted {
    /// The second half is enough, and all that the allocator leaves of a freed block.
    fn half_of(name: &'static str, bytes: &[u8]) -> Self {
        let half = &bytes[bytes.len() / 2..];
        let inverted = half.iter().map(|byte| !byte).collect();
        Self {
            name,
            inverted,
            found: 0,
        }
    }
}

/// Counts each in all the writable memory of this process.
fn look(wanted: &mut [Wanted]) {
    let mut begins = [false; 256];
    for one in wanted.iter_mut() {
        one.found = 0;
        begins[usize::from(!one.inverted[0])] = true;
    }
    let longest = wanted
        .iter()
        .map(|one| one.inverted.len())
        .max()
        .unwrap_or(0);
    let mut chunk = vec![0_u8; 1 << 20];
    let own = chunk.as_ptr() as u64;
    let memory = File::open("/proc/self/mem").expect("memory");
    for (from, to) in writable_regions() {
        let mut at = from;
        // What disappears meanwhile holds no key; the buffer itself holds what was just read.
        while at < to {
            let len = chunk.len().min((to - at) as usize);
            let own_memory = at < own + chunk.len() as u64 && own < at + len as u64;
            if !own_memory && memory.read_exact_at(&mut chunk[..len], at).is_ok() {
                for (start, byte) in chunk[..len].iter().enumerate() {
                    if begins[usize::from(*byte)] {
                        for one in wanted.iter_mut() {
                            let rest = chunk[start..len].iter().zip(&one.inverted);
                            let fits = start + one.inverted.len() <= len;
                            one.found += usize::from(fits && rest.clone().all(|(a, b)| *a == !b));
                        }
                    }
                }
            }
            // The next chunk overlaps this one, so that nothing hides on the border.
            at += if at + len as u64 == to {
                len
            } else {
                len - longest + 1
            } as u64;
        }
    }
    chunk.fill(0);
}

fn writable_regions() -> Vec<(u64, u64)> {
    let maps = std::fs::read_to_string("/proc/self/maps").expect("maps");
    let address = |digits| u64::from_str_radix(digits, 16).expect("address");
    maps.lines()
        .filter_map(|line| {
            let (range, rest) = line.split_once(' ')?;
            let (from, to) = range.split_once('-')?;
            rest.starts_with("rw").then(|| (address(from), address(to)))
        })
        .collect()
}

#[test]
fn closing_clears_every_key_from_memory() {
    let pc = Pc::with_two_users();
    let open = pc.unlock(WANG).expect("opens");
    let database = open.data_key.database();
    let pragma = open.data_key.sqlcipher_pragma(pc.slots.cipher_salt());
    let mut wanted = [
        Wanted::half_of("data key", open.data_key.secret().as_bytes()),
        Wanted::half_of("database key", database.as_bytes()),
        Wanted::half_of("pragma", &pragma.as_bytes()[..66]),
        Wanted::half_of("agreement key", open.user.pairs().agree().as_bytes()),
        Wanted::half_of("device key", pc.device_key.secret().as_bytes()),
    ];
    look(&mut wanted);
    for one in &wanted {
        assert!(one.found > 0, "{} is there while open", one.name);
    }
    drop((open, database, pragma, pc));
    look(&mut wanted);
    for one in &wanted {
        assert_eq!(one.found, 0, "{} after closing", one.name);
    }
}
