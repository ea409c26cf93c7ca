//! Somebody wants nothing of themselves to be left: on several PCs, some of which hear of it late.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use domain::log::{Contents, Segment, Vector};
use store::StoreFailed;
use support::hearing::{everyone_hears_everything, hear};
use support::{Deed, Pc, ROOT, What};
use uuid::Uuid;

/// Their name: in no other row.
const NAME: &str = "王77";

fn erases(by: u8) -> Deed {
    Deed::Decree {
        by,
        what: What::Erase,
        whom: 1,
    }
}

/// Two administrators and a customer with a visit, whom every PC knows.
fn branch() -> [Pc; 3] {
    let mut pcs = support::three_pcs();
    pcs[0].found();
    pcs[0].act(&Deed::Decree {
        by: 0,
        what: What::Admit,
        whom: 1,
    });
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 77 });
    pcs[0].act(&Deed::NewCustomer { who: 2, name: 5 });
    pcs[0].act(&Deed::Visit { visit: 1, who: 1 });
    everyone_hears_everything(&mut pcs);
    pcs
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}

/// Nothing of them is in the tables, is found, or lies on the disk; and the log still holds.
fn assert_gone(pc: &mut Pc) {
    pc.purge();
    assert_eq!(pc.customers().len(), 1, "only the other one");
    assert_eq!(pc.found_by("王"), 1);
    assert!(!contains(&pc.plain_bytes(), NAME));
    let checked = pc.store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
}

#[test]
fn nothing_is_left_of_them_on_any_pc_and_every_log_still_holds() {
    let mut pcs = branch();
    for pc in &pcs {
        assert_eq!(pc.found_by("王"), 2);
        assert!(
            contains(&pc.plain_bytes(), NAME),
            "or this test sees nothing"
        );
    }
    pcs[0].act(&erases(0));
    everyone_hears_everything(&mut pcs);
    for pc in &mut pcs {
        assert_gone(pc);
    }
    assert_eq!(pcs[0].store.dump().unwrap(), pcs[2].store.dump().unwrap());
}

#[test]
fn what_was_written_of_them_elsewhere_meanwhile_is_cleared_before_it_is_shown() {
    let mut pcs = branch();
    pcs[0].act(&erases(0));
    pcs[1].act(&Deed::Edit {
        who: 1,
        field: 0,
        value: 77,
    });
    pcs[1].act(&Deed::Visit { visit: 2, who: 1 });
    // The last PC hears of the edit first, the first PC of the erasure.
    hear(&mut pcs, 1, 2);
    everyone_hears_everything(&mut pcs);
    for pc in &mut pcs {
        assert_gone(pc);
    }
    assert_eq!(pcs[0].store.dump().unwrap(), pcs[2].store.dump().unwrap());
    let late = pcs[1].try_act(&Deed::Visit { visit: 3, who: 1 });
    assert!(matches!(late, Err(StoreFailed::Erased)));
}

#[test]
fn who_joins_later_never_hears_what_was_cleared() {
    let mut pcs = branch();
    pcs[0].act(&erases(0));
    let (segments, _) = pcs[0]
        .store
        .segments_beyond(&Vector::default(), usize::MAX)
        .unwrap();
    let lines = segments
        .iter()
        .flat_map(|packed| Segment::unpack(packed).unwrap().lines);
    let told = lines.filter(
        |line| matches!(&line.contents, Contents::Whole { body, .. } if body.contains(NAME)),
    );
    assert_eq!(told.count(), 0);
}

#[test]
fn one_administrator_alone_erases_nobody_and_the_recovery_key_does() {
    let mut pcs = support::three_pcs();
    pcs[0].found();
    pcs[0].act(&Deed::NewCustomer { who: 2, name: 5 });
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 77 });
    // The other one, in whose name it was asked, is no administrator yet.
    let alone = pcs[0].try_act(&erases(0));
    assert!(matches!(alone, Err(StoreFailed::NotBelieved)));
    assert_eq!(pcs[0].customers().len(), 2);
    pcs[0].act(&erases(ROOT));
    assert_gone(&mut pcs[0]);
}

#[test]
fn a_copied_disk_that_comes_back_does_not_bring_them_back() {
    let mut pcs = branch();
    let mut copy = pcs[1].reopened();
    copy.other_chances();
    copy.act(&Deed::Visit { visit: 2, who: 1 });
    pcs[1].act(&Deed::NewCustomer { who: 2, name: 6 });
    pcs[0].act(&erases(0));
    everyone_hears_everything(&mut pcs);
    let log = pcs[1].store.own_log();
    let mut vector = copy.store.vector();
    vector.0.remove(&log);
    let (theirs, _) = pcs[0].store.segments_beyond(&vector, usize::MAX).unwrap();
    let (own, others): (Vec<_>, Vec<_>) = theirs
        .into_iter()
        .partition(|packed| Segment::head(packed).unwrap().incarnation == log);
    copy.store.give_way(log, &own).unwrap();
    for segment in others {
        copy.store.receive(&segment).unwrap();
    }
    assert_gone(&mut copy);
}

#[test]
fn an_old_copy_is_cleared_by_the_list_beside_it_before_anything_of_it_is_shown() {
    let mut pcs = branch();
    let mut old = pcs[1].reopened();
    pcs[0].act(&erases(0));
    let beside = tempfile::tempdir().unwrap();
    let erased = pcs[0].store.erased().unwrap();
    assert_eq!(erased.len(), 1);
    store::erase::list(beside.path(), &erased).unwrap();
    store::erase::list(beside.path(), &[Uuid::nil()].into()).unwrap();
    let listed = store::erase::listed(beside.path()).unwrap();
    assert_eq!(listed.len(), 2, "a list only grows");
    old.store.erase_listed(&listed).unwrap();
    assert_gone(&mut old);
    let late = old.try_act(&Deed::Visit { visit: 3, who: 1 });
    assert!(matches!(late, Err(StoreFailed::Erased)));
}

#[test]
fn forms_about_them_that_were_half_filled_are_forgotten() {
    let mut pcs = branch();
    let (about, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let nobody = domain::id::StaffId(Uuid::nil());
    let about_them = format!(r#"{{"customer":"{}"}}"#, Uuid::from_u128(0xc1));
    pcs[0].store.keep_draft(nobody, about, &about_them).unwrap();
    pcs[0].store.keep_draft(nobody, other, "{}").unwrap();
    pcs[0].act(&erases(0));
    let left = pcs[0].store.read().drafts(nobody).unwrap();
    assert_eq!(left, [(other, "{}".to_owned())]);
}
