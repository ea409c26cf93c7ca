//! Disks that were copied, and copies that were brought back: two logs of one name, and nothing lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use domain::id::IncarnationId;
use domain::log::Vector;
use store::ReceiveRefused;
use support::{Deed, Pc, What};

fn customer(who: u8) -> Deed {
    Deed::NewCustomer { who, name: who }
}

/// One PC hears from another what it lacks; answers what it could not take.
fn hear(from: &mut Pc, to: &mut Pc) -> Option<ReceiveRefused> {
    let theirs = to.store.vector();
    let (segments, _) = from.store.segments_beyond(&theirs, usize::MAX).unwrap();
    let taken: Result<Vec<_>, _> = segments.iter().map(|one| to.store.receive(one)).collect();
    taken.err()
}

/// The whole of one log, as somebody has it.
fn whole(pc: &mut Pc, log: IncarnationId) -> Vec<Vec<u8>> {
    let mut all_others = pc.store.vector();
    all_others.0.remove(&log);
    pc.store.segments_beyond(&all_others, usize::MAX).unwrap().0
}

fn equal(pcs: &[&Pc], customers: usize) {
    for pc in pcs {
        assert_eq!(pc.customers().len(), customers);
        assert_eq!(pc.store.dump().unwrap(), pcs[0].store.dump().unwrap());
        assert_eq!(
            pc.store.index_digest().unwrap(),
            pcs[0].store.index_digest().unwrap()
        );
    }
}

fn sound(pc: &mut Pc) {
    let checked = pc.store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
}

/// A PC, its hub, and a copy of the PC's disk; all three knew one customer, then the PC and its copy went on by themselves.
fn copied() -> (Pc, Pc, Pc) {
    let [mut pc, mut hub, _] = support::three_pcs();
    pc.found();
    pc.act(&customer(0));
    assert!(hear(&mut pc, &mut hub).is_none());
    let mut copy = pc.reopened();
    copy.other_chances();
    pc.act(&customer(1));
    copy.act(&customer(2));
    copy.act(&Deed::Edit {
        who: 0,
        field: 1,
        value: 7,
    });
    (pc, hub, copy)
}

#[test]
fn a_copied_disk_gives_way_to_the_hub_and_says_again_what_only_it_had() {
    let (mut pc, mut hub, mut copy) = copied();
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    let refused = hear(&mut copy, &mut hub);
    assert!(
        matches!(refused, Some(ReceiveRefused::Forked { .. })),
        "{refused:?}"
    );
    copy.store.give_way(log, &whole(&mut hub, log)).unwrap();
    assert_ne!(copy.store.own_log(), log, "a new life of the log");
    assert!(hear(&mut copy, &mut hub).is_none());
    assert!(hear(&mut hub, &mut pc).is_none());
    equal(&[&hub, &pc, &copy], 3);
    for pc in [&mut hub, &mut pc, &mut copy] {
        sound(pc);
    }
    copy.act(&customer(3));
    assert!(hear(&mut copy, &mut hub).is_none(), "and it works on");
    equal(&[&hub, &copy], 4);
}

#[test]
fn two_logs_of_equal_length_are_told_apart_by_their_heads() {
    let (mut pc, mut hub, copy) = copied();
    pc.act(&customer(3));
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    assert_eq!(copy.store.vector(), hub.store.vector());
    assert_ne!(copy.store.heads()[&log], hub.store.heads()[&log]);
    for seq in 0..=2 {
        let (here, there) = (copy.store.head_at(log, seq), hub.store.head_at(log, seq));
        assert_eq!(here.unwrap(), there.unwrap(), "they agree on op {seq}");
    }
    assert_eq!(copy.store.head_at(log, 99).unwrap(), None);
}

#[test]
fn an_older_copy_begins_a_new_life_and_gets_back_what_its_old_one_wrote() {
    let (mut pc, mut hub, _) = copied();
    let mut older = pc.reopened();
    older.other_chances();
    pc.act(&customer(2));
    pc.act(&customer(3));
    assert!(hear(&mut pc, &mut hub).is_none());
    assert!(matches!(
        hear(&mut hub, &mut older),
        Some(ReceiveRefused::OwnLog)
    ));
    older.store.seal().unwrap();
    older.begin_new_life();
    assert!(
        hear(&mut hub, &mut older).is_none(),
        "it was sealed elsewhere than here, and goes on from the same past"
    );
    older.act(&Deed::Edit {
        who: 3,
        field: 0,
        value: 1,
    });
    assert!(hear(&mut older, &mut hub).is_none());
    equal(&[&hub, &older], 4);
    sound(&mut older);
    sound(&mut hub);
}

#[test]
fn whoever_heard_of_the_copy_only_gives_way_too_and_keeps_what_it_heard() {
    let (mut pc, mut hub, mut copy) = copied();
    let [_, _, mut third] = support::three_pcs();
    assert!(hear(&mut copy, &mut third).is_none());
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    // The copy is never seen again.
    drop(copy);
    assert!(matches!(
        hear(&mut third, &mut hub),
        Some(ReceiveRefused::Forked { .. })
    ));
    third.store.give_way(log, &whole(&mut hub, log)).unwrap();
    assert!(hear(&mut third, &mut hub).is_none());
    assert!(hear(&mut hub, &mut pc).is_none());
    equal(&[&hub, &pc, &third], 3);
    sound(&mut third);
}

#[test]
fn what_two_of_them_say_again_counts_once() {
    let (mut pc, mut hub, mut copy) = copied();
    let [_, _, mut third] = support::three_pcs();
    assert!(hear(&mut copy, &mut third).is_none());
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    copy.store.give_way(log, &whole(&mut hub, log)).unwrap();
    third.store.give_way(log, &whole(&mut hub, log)).unwrap();
    for _ in 0..2 {
        assert!(hear(&mut copy, &mut hub).is_none());
        assert!(hear(&mut third, &mut hub).is_none());
        assert!(hear(&mut hub, &mut copy).is_none());
        assert!(hear(&mut hub, &mut third).is_none());
    }
    equal(&[&hub, &copy, &third], 3);
    for pc in [&mut hub, &mut copy, &mut third] {
        sound(pc);
        assert_eq!(pc.history_of(2), 1, "shown once");
    }
}

#[test]
fn what_was_decided_on_the_copy_still_counts() {
    let (mut pc, mut hub, mut copy) = copied();
    copy.act(&Deed::Decree {
        by: 0,
        what: What::Admit,
        whom: 1,
    });
    copy.act(&Deed::Decree {
        by: 1,
        what: What::Rule,
        whom: 1,
    });
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    copy.store.give_way(log, &whole(&mut hub, log)).unwrap();
    assert!(hear(&mut copy, &mut hub).is_none());
    let rules = |pc: &Pc| {
        let dump = pc.store.dump().unwrap().into_iter();
        dump.filter(|line| line.starts_with("house_rule ")).count()
    };
    assert_eq!((rules(&copy), rules(&hub)), (1, 1));
    sound(&mut copy);
}

#[test]
fn segments_that_do_not_begin_where_both_agree_change_nothing() {
    let (mut pc, mut hub, mut copy) = copied();
    assert!(hear(&mut pc, &mut hub).is_none());
    let log = pc.store.own_log();
    let before = copy.store.dump().unwrap();
    let late = whole(&mut hub, log).split_off(1);
    assert!(copy.store.give_way(log, &late).is_err());
    assert!(copy.store.give_way(log, &[vec![7; 90]]).is_err());
    assert_eq!(copy.store.own_log(), log);
    assert_eq!(copy.store.dump().unwrap(), before);
    copy.act(&customer(3));
    sound(&mut copy);
    assert!(copy.store.vector().beyond(&Vector::default()).len() == 1);
}
