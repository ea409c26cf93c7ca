//! How PCs hear of each other.

use store::ReceiveRefused;

use super::Pc;

/// One PC hears all that it lacks from another.
pub fn hear(pcs: &mut [Pc; 3], from: usize, to: usize) {
    let theirs = pcs[to].store.vector();
    let (segments, _) = pcs[from]
        .store
        .segments_beyond(&theirs, usize::MAX)
        .unwrap();
    for segment in segments {
        match pcs[to].store.receive(&segment) {
            Ok(_) | Err(ReceiveRefused::Gap { .. }) => {}
            Err(refused) => panic!("{refused}"),
        }
    }
}

pub fn everyone_hears_everything(pcs: &mut [Pc; 3]) {
    for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1), (1, 2)] {
        hear(pcs, from, to);
    }
}
