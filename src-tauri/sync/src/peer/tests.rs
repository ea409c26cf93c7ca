use super::*;

fn quiet() -> Taken {
    Taken::default()
}

/// A machine that has held its first round and listens.
fn listening() -> Peer {
    let mut peer = Peer::new(7);
    assert_eq!(peer.step(Event::Began, 0), [Action::Round]);
    let actions = peer.step(Event::Rounded(quiet()), 10);
    assert_eq!(actions, [Action::Listen, Action::WakeAt(10 + SILENCE)]);
    peer
}

fn unreachable() -> Event {
    Event::Failed(Trouble::Unreachable)
}

/// The time at which it wants to be woken.
fn wake(actions: &[Action]) -> Ticks {
    match actions {
        [Action::WakeAt(at)] => *at,
        other => panic!("{other:?}"),
    }
}

#[test]
fn whatever_is_written_goes_at_once_and_while_nothing_happens_nobody_asks() {
    let mut peer = listening();
    assert_eq!(peer.state(0), State::Synced);
    assert_eq!(peer.step(Event::Wrote, 20), [Action::Round]);
    assert_eq!(peer.state(1), State::Busy);
    assert!(
        peer.step(Event::Wrote, 21).is_empty(),
        "one round at a time"
    );
    let actions = peer.step(Event::Rounded(quiet()), 30);
    assert_eq!(actions[0], Action::Round, "what was written meanwhile");
    let actions = peer.step(Event::Rounded(quiet()), 40);
    assert_eq!(wake(&actions), 40 + SILENCE);
}

#[test]
fn news_of_the_hub_is_fetched_and_a_sign_of_life_is_not() {
    let mut peer = listening();
    assert!(peer.step(Event::Heard { news: false }, 50).is_empty());
    assert_eq!(peer.step(Event::Heard { news: true }, 60), [Action::Round]);
}

#[test]
fn a_line_that_breaks_is_tried_again_at_once_and_then_ever_more_seldom_up_to_half_a_minute() {
    let mut peer = listening();
    assert_eq!(peer.step(unreachable(), 100), [Action::Round]);
    let mut now = 100;
    let mut waits = Vec::new();
    for _ in 0..20 {
        let at = wake(&peer.step(unreachable(), now));
        assert_eq!(peer.state(3), State::Offline);
        waits.push(at - now);
        now = at;
        assert_eq!(peer.step(Event::Woke, now), [Action::Round]);
    }
    assert!(waits[0] <= 2_000, "{waits:?}");
    assert!(waits.iter().all(|wait| *wait <= LONGEST_WAIT), "{waits:?}");
    assert!(waits[19] >= LONGEST_WAIT / 2, "{waits:?}");
}

#[test]
fn two_pcs_do_not_come_back_at_the_same_moment() {
    let after = |seed| {
        let mut peer = Peer::new(seed);
        peer.step(Event::Began, 0);
        (0..6)
            .map(|_| {
                let at = wake(&peer.step(unreachable(), 0));
                peer.step(Event::Woke, at);
                at
            })
            .collect::<Vec<_>>()
    };
    assert_ne!(after(3), after(5));
    assert_eq!(after(3), after(3));
}

#[test]
fn when_the_network_returns_it_does_not_wait() {
    let mut peer = listening();
    peer.step(unreachable(), 100);
    for now in 101..110 {
        peer.step(unreachable(), now);
        peer.step(Event::Woke, Ticks::MAX);
    }
    peer.step(unreachable(), 110);
    assert!(
        peer.step(Event::Wrote, 111).is_empty(),
        "writing does not hurry it"
    );
    assert_eq!(peer.step(Event::NetworkReturned, 112), [Action::Round]);
    let actions = peer.step(Event::Rounded(quiet()), 113);
    assert_eq!(actions[0], Action::Listen);
    assert_eq!(peer.state(0), State::Synced);
}

#[test]
fn a_line_that_fell_silent_is_taken_for_dead() {
    let mut peer = listening();
    peer.step(Event::Heard { news: false }, 15_000);
    let actions = peer.step(Event::Woke, 10 + SILENCE);
    assert_eq!(wake(&actions), 15_000 + SILENCE, "it was heard since");
    assert_eq!(peer.step(Event::Woke, 15_000 + SILENCE), [Action::Round]);
    let actions = peer.step(Event::Rounded(quiet()), 70_000);
    assert_eq!(actions[0], Action::Listen);
}

#[test]
fn whom_the_hub_does_not_let_in_is_told_that_somebody_has_to_act_and_it_heals_by_itself() {
    let mut peer = listening();
    let at = wake(&peer.step(Event::Failed(Trouble::Refused), 100));
    assert_eq!(peer.state(0), State::Attention);
    assert_eq!(peer.trouble(), Some(Trouble::Refused));
    assert_eq!(peer.step(Event::Woke, at), [Action::Round]);
    peer.step(Event::Rounded(quiet()), at + 1);
    assert_eq!(peer.state(0), State::Synced);
}

#[test]
fn what_one_side_does_not_take_of_the_other_asks_for_attention_until_it_is_taken() {
    let mut peer = listening();
    peer.step(Event::Wrote, 20);
    let refusal = Refusal {
        log: None,
        code: "segment_version".to_owned(),
    };
    let taken = Taken {
        refused: vec![refusal],
        ..quiet()
    };
    peer.step(Event::Rounded(taken), 30);
    assert_eq!(peer.state(0), State::Attention);
    peer.step(Event::Wrote, 40);
    peer.step(Event::Rounded(quiet()), 50);
    assert_eq!(peer.state(0), State::Synced);
}

#[test]
fn a_log_that_is_another_there_is_yielded_and_if_that_does_not_help_not_for_ever() {
    let mut peer = listening();
    peer.step(Event::Wrote, 20);
    let log = IncarnationId(uuid::Uuid::from_u128(3));
    let forked = || Taken {
        forked: vec![log],
        ..quiet()
    };
    for now in 30..30 + u64::from(MOST_MENDED) {
        let actions = peer.step(Event::Rounded(forked()), now);
        assert_eq!(actions[..2], [Action::Yield(log), Action::Round]);
    }
    let actions = peer.step(Event::Rounded(forked()), 99);
    assert!(matches!(actions[..], [Action::WakeAt(_)]), "{actions:?}");
    assert_eq!(peer.state(0), State::Attention);
}

#[test]
fn before_there_is_a_hub_it_does_nothing() {
    let mut peer = Peer::new(1);
    for event in [Event::Wrote, Event::NetworkReturned, Event::Woke] {
        assert!(peer.step(event, 5).is_empty());
    }
}

#[test]
fn another_hub_is_begun_with_afresh() {
    let mut peer = listening();
    peer.step(Event::Failed(Trouble::Refused), 100);
    assert_eq!(peer.step(Event::Began, 200), [Action::Round]);
    assert_eq!(peer.trouble(), None);
}
