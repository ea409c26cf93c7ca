use super::*;
use crate::id::IncarnationId;

const PC: u128 = 1;
const OTHER: u128 = 2;

fn order(by: u128, seq: u64) -> Order {
    Order {
        clock: seq,
        incarnation: IncarnationId(Uuid::from_u128(by)),
        seq,
    }
}

/// A hold on the car, written as this op of a PC's log.
fn hold(id: u128, by: u128, seq: u64, span: (i64, i64)) -> Held {
    Held {
        id: Uuid::from_u128(id),
        thing: ("car".to_owned(), "A".to_owned()),
        span,
        of: Uuid::from_u128(id + 100),
        order: order(by, seq),
    }
}

fn grant(hold: u128, epoch: i64, by: u128, seq: u64) -> Grant {
    Grant {
        hold: Uuid::from_u128(hold),
        epoch,
        by: DeviceId(Uuid::from_u128(by)),
        order: order(by, seq),
    }
}

/// A PC takes over, knowing so much of each log.
fn epoch(number: i64, device: u128, known: &[(u128, u64)]) -> Epoch {
    let known = known
        .iter()
        .map(|(log, seq)| (IncarnationId(Uuid::from_u128(*log)), *seq));
    Epoch {
        number,
        device: DeviceId(Uuid::from_u128(device)),
        known: Vector(known.collect()),
    }
}

fn how(held: &[Held], grants: &[Grant], epochs: &[Epoch]) -> Vec<Standing> {
    let all = standings(held, grants, epochs);
    held.iter().map(|hold| all[&hold.id]).collect()
}

#[test]
fn whoever_came_first_is_granted_and_the_hour_after_is_free() {
    let held = [
        hold(1, PC, 2, (0, 60)),
        hold(2, OTHER, 1, (30, 90)),
        hold(3, PC, 3, (90, 120)),
    ];
    let all = standings(&held, &[], &[]);
    let granted = to_grant(&held, &all);
    assert_eq!(granted, [2, 3].map(Uuid::from_u128));
}

#[test]
fn what_the_hub_has_granted_stands_against_what_was_written_earlier_and_came_later() {
    let held = [hold(1, PC, 9, (0, 60)), hold(2, OTHER, 1, (0, 60))];
    let epochs = [epoch(1, PC, &[])];
    let granted = [grant(1, 1, PC, 10)];
    assert_eq!(
        how(&held, &granted, &epochs),
        [Standing::Granted, Standing::Refused]
    );
}

#[test]
fn nobody_but_the_hub_grants() {
    let held = [hold(1, OTHER, 1, (0, 60))];
    let epochs = [epoch(1, PC, &[])];
    assert_eq!(
        how(&held, &[grant(1, 1, OTHER, 2)], &epochs),
        [Standing::Open]
    );
    assert_eq!(
        how(&held, &[grant(1, 7, OTHER, 2)], &epochs),
        [Standing::Open]
    );
}

#[test]
fn of_two_hubs_that_granted_one_thing_the_one_that_took_over_is_right_about_what_it_did_not_know() {
    let held = [hold(1, PC, 1, (0, 60)), hold(2, OTHER, 1, (0, 60))];
    // The old hub granted hold 1 after the other had taken over without hearing of it.
    let grants = [grant(1, 1, PC, 8), grant(2, 2, OTHER, 3)];
    let unknown = [epoch(1, PC, &[]), epoch(2, OTHER, &[(PC, 7)])];
    assert_eq!(
        how(&held, &grants, &unknown),
        [Standing::Refused, Standing::Granted]
    );
    let known = [epoch(1, PC, &[]), epoch(2, OTHER, &[(PC, 8)])];
    assert_eq!(
        how(&held, &grants, &known),
        [Standing::Granted, Standing::Refused]
    );
}

#[test]
fn a_hold_that_was_given_back_lets_the_next_one_in() {
    let second = hold(2, OTHER, 2, (0, 60));
    let epochs = [epoch(1, PC, &[])];
    let grants = [grant(1, 1, PC, 5)];
    // The first is hidden, so it is not among them any more.
    let all = standings(std::slice::from_ref(&second), &grants, &epochs);
    assert_eq!(to_grant(&[second], &all), [Uuid::from_u128(2)]);
}
