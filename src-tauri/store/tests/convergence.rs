//! Three PCs write at the same time and exchange what they wrote in any order, twice, or not at once. They end equal.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use domain::log::{Segment, Vector};
use proptest::prelude::*;
use store::ReceiveRefused;
use support::{Deed, Pc};

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
    },
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => (0..3usize, support::deed()).prop_map(|(pc, deed)| Event::Deed(pc, deed)),
        1 => (0..3usize, 0..3usize, 0..3usize, any::<bool>()).prop_map(|(from, to, skip, twice)| Event::Carry { from, to, skip, twice }),
    ]
}

fn carry(pcs: &mut [Pc], from: usize, to: usize, skip: usize, twice: bool) {
    if from == to {
        return;
    }
    let theirs = pcs[to].store.vector();
    let segments = pcs[from].store.segments_beyond(&theirs).unwrap();
    for segment in segments.iter().skip(skip) {
        for _ in 0..=usize::from(twice) {
            receive(&mut pcs[to], segment);
        }
    }
}

fn receive(pc: &mut Pc, segment: &Segment) {
    match pc.store.receive(segment) {
        Ok(_) | Err(ReceiveRefused::Gap { .. }) => {}
        Err(refused) => panic!("a true segment was refused: {refused}"),
    }
}

/// Everyone hears from everyone until nobody lacks anything.
fn quiet(pcs: &mut [Pc]) {
    for _ in 0..2 {
        for from in 0..3 {
            for to in 0..3 {
                carry(pcs, from, to, 0, false);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_order_of_arrival_three_pcs_end_equal(events in prop::collection::vec(event(), 1..60)) {
        let mut pcs = support::three_pcs();
        for event in events {
            match event {
                Event::Deed(pc, deed) => pcs[pc].act(&deed),
                Event::Carry { from, to, skip, twice } => carry(&mut pcs, from, to, skip, twice),
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
    let mut segments = pcs[0].store.segments_beyond(&Vector::default()).unwrap();
    let segment = segments
        .iter_mut()
        .find(|segment| !segment.ops.is_empty())
        .unwrap();
    segment.ops[0].changes[0]
        .fields
        .insert("name".into(), domain::value::Value::Text("别人".into()));
    assert!(matches!(
        pcs[1].store.receive(segment),
        Err(ReceiveRefused::Broken)
    ));
}

#[test]
fn a_segment_of_a_device_that_nobody_enrolled_is_refused() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::NewCustomer { who: 1, name: 2 });
    let mut stranger = support::Pc::alone(9);
    let segments = pcs[0].store.segments_beyond(&Vector::default()).unwrap();
    assert!(matches!(
        stranger.store.receive(&segments[0]),
        Err(ReceiveRefused::UnknownDevice)
    ));
}

#[test]
fn an_act_whose_last_op_has_not_come_is_not_applied_yet() {
    let mut pcs = support::three_pcs();
    pcs[0].act(&Deed::ManyCustomers { count: 1_500 });
    let segments = pcs[0].store.segments_beyond(&Vector::default()).unwrap();
    assert_eq!(segments.len(), 2, "1,500 ops travel in two segments");
    pcs[1].store.receive(&segments[0]).unwrap();
    assert!(pcs[1].customers().is_empty(), "half an act shows nothing");
    pcs[1].store.receive(&segments[1]).unwrap();
    assert_eq!(pcs[1].customers().len(), 1_500);
}
