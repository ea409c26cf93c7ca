//! Three PCs write at the same time and exchange what they wrote in any order, twice, or not at once. They end equal.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use domain::log::{Contents, Segment, Vector};
use proptest::prelude::*;
use store::{Arrived, ReceiveRefused};
use support::{Deed, Pc, What, three_pcs};

#[derive(Debug, Clone)]
enum Event {
    /// One PC does something.
    Deed(usize, Deed),
    /// One PC hears from another: some of what it lacks, perhaps with a hole, perhaps twice.
    Carry {
        from: usize,
        to: usize,
        skip: usize,
        twice: bool,
        later: bool,
    },
    /// One PC applies what it kept.
    CatchUp(usize),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => (0..3usize, support::deed()).prop_map(|(pc, deed)| Event::Deed(pc, deed)),
        1 => (0..3usize, 0..3usize, 0..3usize, any::<bool>(), any::<bool>())
            .prop_map(|(from, to, skip, twice, later)| Event::Carry { from, to, skip, twice, later }),
        1 => (0..3usize).prop_map(Event::CatchUp),
    ]
}

fn carry(pcs: &mut [Pc], from: usize, to: usize, skip: usize, twice: bool, later: bool) {
    if from == to {
        return;
    }
    let theirs = pcs[to].store.vector();
    for segment in beyond(&mut pcs[from], &theirs).iter().skip(skip) {
        for _ in 0..=usize::from(twice) {
            receive(&mut pcs[to], segment, later);
        }
    }
}

/// All that a PC has and another lacks.
fn beyond(pc: &mut Pc, theirs: &Vector) -> Vec<Vec<u8>> {
    pc.store.segments_beyond(theirs, usize::MAX).unwrap().0
}

fn keep(pc: &mut Pc, segment: &[u8]) -> Result<bool, ReceiveRefused> {
    pc.store.keep(&Arrived::open(segment)?)
}

/// Takes a segment: now, or only so that it is not lost.
fn receive(pc: &mut Pc, segment: &[u8], later: bool) {
    let taken = if later {
        keep(pc, segment).map(drop)
    } else {
        pc.store.receive(segment).map(drop)
    };
    match taken {
        Ok(()) | Err(ReceiveRefused::Gap { .. }) => {}
        Err(refused) => panic!("a true segment was refused: {refused}"),
    }
}

/// Applies what was kept.
fn catch_up(pc: &mut Pc) {
    while pc.store.apply_kept().unwrap().1 {}
}

/// Everyone hears from everyone until nobody lacks anything.
fn quiet(pcs: &mut [Pc]) {
    for _ in 0..2 {
        for from in 0..3 {
            for to in 0..3 {
                carry(pcs, from, to, 0, false, false);
            }
        }
        pcs.iter_mut().for_each(catch_up);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_order_of_arrival_three_pcs_end_equal(events in prop::collection::vec(event(), 1..60)) {
        let mut pcs = support::three_pcs();
        pcs[0].found();
        for event in events {
            match event {
                Event::Deed(pc, deed) => pcs[pc].act(&deed),
                Event::Carry { from, to, skip, twice, later } => carry(&mut pcs, from, to, skip, twice, later),
                Event::CatchUp(pc) => catch_up(&mut pcs[pc]),
            }
        }
        quiet(&mut pcs);
        let dumps: Vec<Vec<String>> = pcs.iter().map(|pc| pc.store.dump().unwrap()).collect();
        prop_assert_eq!(&dumps[0], &dumps[1]);
        prop_assert_eq!(&dumps[0], &dumps[2]);
        let indexes: Vec<_> = pcs.iter().map(|pc| pc.store.index_digest().unwrap()).collect();
        prop_assert_eq!(indexes[0], indexes[1]);
        prop_assert_eq!(indexes[0], indexes[2]);
        for pc in &mut pcs {
            let before = pc.store.dump().unwrap();
            pc.store.rebuild(None).unwrap();
            prop_assert_eq!(before, pc.store.dump().unwrap(), "folding the log anew gives the same tables");
            prop_assert_eq!(indexes[0], pc.store.index_digest().unwrap());
            let checked = pc.store.verify(None).unwrap();
            prop_assert!(checked.ok(), "{:?}", checked);
        }
    }
}

#[test]
fn a_segment_changed_on_the_way_is_refused() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 2 });
    let mut changed = Segment::unpack(&beyond(&mut pcs[0], &Vector::default())[0]).unwrap();
    let Contents::Whole { body, .. } = &mut changed.lines[0].contents else {
        panic!("nothing was erased");
    };
    *body = body.replacen("\"r\"", "\"r\" ", 1);
    assert!(matches!(
        pcs[1].store.receive(&changed.pack().unwrap()),
        Err(ReceiveRefused::Broken)
    ));
}

#[test]
fn a_segment_of_a_device_that_nobody_enrolled_is_refused() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 2 });
    let mut stranger = support::Pc::alone(9);
    let segments = beyond(&mut pcs[0], &Vector::default());
    assert!(matches!(
        stranger.store.receive(&segments[0]),
        Err(ReceiveRefused::UnknownDevice)
    ));
}

#[test]
fn an_act_whose_last_op_has_not_come_is_not_applied_yet() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::ManyCustomers { count: 1_500 });
    let segments = beyond(&mut pcs[0], &Vector::default());
    assert_eq!(segments.len(), 2, "1,500 ops travel in two segments");
    pcs[1].store.receive(&segments[0]).unwrap();
    assert!(pcs[1].customers().is_empty(), "half an act shows nothing");
    pcs[1].store.receive(&segments[1]).unwrap();
    assert_eq!(pcs[1].customers().len(), 1_500);
}

#[test]
fn what_was_kept_is_true_at_once_and_shown_when_it_is_applied() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::ManyCustomers { count: 1_500 });
    for segment in beyond(&mut pcs[0], &Vector::default()) {
        assert!(keep(&mut pcs[1], &segment).unwrap());
        assert!(!keep(&mut pcs[1], &segment).unwrap(), "it is here already");
    }
    assert_eq!(pcs[1].store.vector(), pcs[0].store.vector());
    assert!(pcs[1].customers().is_empty());
    let theirs = pcs[2].store.vector();
    for segment in beyond(&mut pcs[1], &theirs) {
        pcs[2].store.receive(&segment).unwrap();
    }
    assert_eq!(pcs[2].customers().len(), 1_500, "what waits is passed on");
    assert!(
        pcs[1].store.verify(None).unwrap().ok(),
        "what waits is sound"
    );
    catch_up(&mut pcs[1]);
    assert_eq!(pcs[1].store.dump().unwrap(), pcs[0].store.dump().unwrap());
}

#[test]
fn two_logs_that_went_on_from_one_past_are_told_from_a_change_on_the_way() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 2 });
    let first = Segment::unpack(&beyond(&mut pcs[0], &Vector::default())[0]).unwrap();
    let mut other = first.clone();
    other.previous = domain::log::Hash([1; 32]);
    other.seal = pcs[0].seal(&other.sealed_message().unwrap());
    assert!(matches!(
        pcs[1].store.receive(&other.pack().unwrap()),
        Err(ReceiveRefused::Forked { have: 0 })
    ));
}

/// Two PCs that know each other; the second has kept an act of 12,500 ops to its end, and has applied all but its last segment.
fn with_a_long_act() -> [Pc; 3] {
    let mut pcs = three_pcs();
    pcs[0].found();
    pcs[0].act(&Deed::ManyCustomers { count: 12_500 });
    for segment in beyond(&mut pcs[0], &Vector::default()) {
        receive(&mut pcs[1], &segment, true);
    }
    while pcs[1].customers().is_empty() {
        assert!(pcs[1].store.apply_kept().unwrap().1, "it ends here");
    }
    pcs
}

#[test]
fn an_act_of_very_many_ops_comes_in_parts_and_to_the_same() {
    let mut pcs = with_a_long_act();
    assert_eq!(
        pcs[1].customers().len(),
        5_000,
        "who saves now waits for no more"
    );
    pcs[1] = pcs[1].reopened();
    catch_up(&mut pcs[1]);
    assert_eq!(pcs[1].store.dump().unwrap(), pcs[0].store.dump().unwrap());
    assert!(pcs[1].store.verify(None).unwrap().ok());
}

#[test]
fn whoever_checks_or_rebuilds_in_the_middle_of_a_long_act_finds_nothing_wrong() {
    let mut pcs = with_a_long_act();
    assert!(pcs[1].store.equals_rebuilt(None).unwrap());
    assert_eq!(pcs[1].customers().len(), 12_500);
    let mut pcs = with_a_long_act();
    pcs[1].store.rebuild(None).unwrap();
    catch_up(&mut pcs[1]);
    assert_eq!(pcs[1].store.dump().unwrap(), pcs[0].store.dump().unwrap());
}

#[test]
fn a_long_act_of_a_pc_that_is_shut_out_in_the_middle_leaves_nothing() {
    let mut pcs = three_pcs();
    pcs[0].found();
    let first = beyond(&mut pcs[0], &Vector::default());
    for pc in [1, 2] {
        first
            .iter()
            .for_each(|segment| receive(&mut pcs[pc], segment, false));
    }
    pcs[1].act(&Deed::ManyCustomers { count: 12_500 });
    let theirs = pcs[2].store.vector();
    for segment in beyond(&mut pcs[1], &theirs) {
        receive(&mut pcs[2], &segment, true);
    }
    while pcs[2].customers().is_empty() {
        assert!(pcs[2].store.apply_kept().unwrap().1);
    }
    // Somebody who has nothing of it says that the log ends before.
    pcs[0].act(&Deed::Decree {
        by: 0,
        what: What::ShutOut,
        whom: 1,
    });
    let theirs = pcs[2].store.vector();
    for segment in beyond(&mut pcs[0], &theirs) {
        receive(&mut pcs[2], &segment, true);
    }
    catch_up(&mut pcs[2]);
    assert_eq!(pcs[2].customers(), Vec::<String>::new());
    assert!(pcs[2].store.verify(None).unwrap().ok());
}
