use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;

use super::*;
use crate::frame;
use crate::have::Reached;
use domain::log::Hash;
use uuid::Uuid;

/// A place where logs of numbered segments lie. A segment's bytes are its log's number and its own.
#[derive(Default)]
struct Place {
    own: u8,
    logs: RefCell<BTreeMap<u8, u8>>,
    /// Logs that it does not believe.
    doubted: Vec<u8>,
    /// Stands for what its logs say.
    past: u8,
}

fn log(n: u8) -> IncarnationId {
    IncarnationId(Uuid::from_u128(u128::from(n)))
}

impl Place {
    fn of(own: u8) -> Self {
        Self {
            own,
            ..Self::default()
        }
    }

    fn write(&self, segments: u8) {
        *self.logs.borrow_mut().entry(self.own).or_default() += segments;
    }
}

impl Logs for Place {
    type Failed = Infallible;

    fn at(&self) -> u64 {
        self.logs
            .borrow()
            .values()
            .map(|last| u64::from(*last))
            .sum()
    }

    fn have(&self) -> Result<Have, Infallible> {
        let logs = self.logs.borrow();
        let reached = |(n, last): (&u8, &u8)| {
            let head = Hash([self.past; 32]);
            (log(*n), Reached::new(u64::from(*last), &head))
        };
        Ok(Have(logs.iter().map(reached).collect()))
    }

    fn beyond(&self, theirs: &Vector, most: usize) -> Result<(Vec<Vec<u8>>, bool), Infallible> {
        let mut all = Vec::new();
        for (n, last) in self.logs.borrow().iter() {
            let missing = theirs.of(log(*n)) as u8 + 1;
            all.extend((missing..=*last).map(|seq| vec![*n, seq]));
        }
        // Small messages, so that it takes several rounds.
        let fitting = most.min(3);
        let more = all.len() > fitting;
        all.truncate(fitting);
        Ok((all, more))
    }

    fn keep(&self, segments: &[Vec<u8>]) -> Result<Vec<Refusal>, Infallible> {
        let mut refused: Vec<Refusal> = Vec::new();
        for segment in segments {
            let (n, seq) = (segment[0], segment[1]);
            let mut logs = self.logs.borrow_mut();
            let last = logs.get(&n).copied().unwrap_or(0);
            let code = if self.doubted.contains(&n) {
                "segment_of_unknown_device"
            } else if seq > last + 1 {
                "segment_gap"
            } else {
                logs.insert(n, last.max(seq));
                continue;
            };
            if !refused.iter().any(|refusal| refusal.log == Some(log(n))) {
                refused.push(Refusal {
                    log: Some(log(n)),
                    code: code.to_owned(),
                });
            }
        }
        Ok(refused)
    }
}

/// One round, through bytes.
fn round(exchange: &mut Exchange, pc: &Place, hub: &Place) -> Taken {
    let Ok((ask, segments)) = exchange.ask(pc);
    let (heard, segments) = frame::read::<Ask>(&frame::write(&ask, &segments)).expect("whole");
    let Ok((reply, back)) = answer(hub, &heard, &segments);
    let (reply, back) = frame::read::<Reply>(&frame::write(&reply, &back)).expect("whole");
    let Ok(taken) = exchange.take(pc, &ask, reply, &back);
    taken
}

/// Rounds until none has anything to do; how many it took.
fn rounds(exchange: &mut Exchange, pc: &Place, hub: &Place) -> usize {
    for n in 1..50 {
        if !round(exchange, pc, hub).again {
            return n;
        }
    }
    panic!("they never came to rest");
}

fn waiting(exchange: &Exchange, pc: &Place) -> u64 {
    exchange.waiting(&reached(pc).vector())
}

fn reached(place: &Place) -> Have {
    let Ok(have) = place.have();
    have
}

#[test]
fn two_sides_end_with_the_same_logs() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    pc.write(10);
    hub.write(7);
    let mut exchange = Exchange::default();
    rounds(&mut exchange, &pc, &hub);
    assert_eq!(pc.have(), hub.have());
    assert_eq!(waiting(&exchange, &pc), 0);
}

#[test]
fn a_round_without_news_is_one_small_question() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    pc.write(1);
    let mut exchange = Exchange::default();
    rounds(&mut exchange, &pc, &hub);
    let Ok((ask, segments)) = exchange.ask(&pc);
    assert!(frame::write(&ask, &segments).len() < 300);
    assert_eq!(rounds(&mut exchange, &pc, &hub), 1);
}

#[test]
fn news_that_a_round_has_brought_are_none_any_more() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    hub.write(2);
    let mut exchange = Exchange::default();
    assert!(exchange.is_news(2));
    rounds(&mut exchange, &pc, &hub);
    assert!(!exchange.is_news(2));
    hub.write(1);
    assert!(exchange.is_news(3));
}

#[test]
fn what_is_written_while_they_speak_goes_with_the_next_round() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    let mut exchange = Exchange::default();
    rounds(&mut exchange, &pc, &hub);
    pc.write(1);
    assert_eq!(waiting(&exchange, &pc), 1);
    assert_eq!(
        rounds(&mut exchange, &pc, &hub),
        1,
        "given and acknowledged at once"
    );
    assert_eq!(hub.have(), pc.have());
}

#[test]
fn who_was_silent_for_long_gives_first_and_asks_then() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    pc.write(5);
    hub.write(5);
    let mut exchange = Exchange::default();
    while reached(&hub).seq(log(1)) < 5 {
        let taken = round(&mut exchange, &pc, &hub);
        assert!(taken.again);
        let heard = reached(&pc).seq(log(2)) > 0;
        let given = reached(&hub).seq(log(1)) == 5;
        assert!(!heard || given, "asked before everything was given");
    }
    rounds(&mut exchange, &pc, &hub);
    assert_eq!(pc.have(), hub.have());
}

#[test]
fn an_answer_that_never_came_changes_nothing_and_the_next_round_says_it_again() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    let mut exchange = Exchange::default();
    rounds(&mut exchange, &pc, &hub);
    pc.write(1);
    let Ok((ask, segments)) = exchange.ask(&pc);
    let Ok(_lost) = answer(&hub, &ask, &segments);
    assert_eq!(waiting(&exchange, &pc), 1, "not known to have come");
    rounds(&mut exchange, &pc, &hub);
    assert_eq!(pc.have(), hub.have());
}

#[test]
fn what_the_other_does_not_believe_is_told_and_not_offered_for_ever() {
    let (pc, mut hub) = (Place::of(1), Place::of(2));
    hub.doubted.push(1);
    pc.write(2);
    hub.write(2);
    let mut exchange = Exchange::default();
    let mut refused = Vec::new();
    for n in 0.. {
        assert!(n < 5, "they never came to rest");
        let taken = round(&mut exchange, &pc, &hub);
        refused.extend(taken.refused);
        if !taken.again {
            break;
        }
    }
    assert!(
        refused
            .iter()
            .all(|refusal| refusal.code == "segment_of_unknown_device")
    );
    assert!(!refused.is_empty());
    assert_eq!(reached(&pc).seq(log(2)), 2, "the rest goes on");
}

#[test]
fn logs_of_one_name_that_are_not_the_same_are_named() {
    let (pc, mut hub) = (Place::of(1), Place::of(2));
    pc.write(3);
    let mut exchange = Exchange::default();
    rounds(&mut exchange, &pc, &hub);
    assert!(round(&mut exchange, &pc, &hub).forked.is_empty());
    hub.past = 1;
    assert_eq!(round(&mut exchange, &pc, &hub).forked, [log(1)]);
}

#[test]
fn the_heads_of_version_1_never_change() {
    let have = Have([(log(5), Reached::new(9, &Hash([0xab; 32])))].into());
    let ask = Ask {
        v: VERSION,
        have: have.clone(),
        giving: false,
    };
    let id = "00000000-0000-0000-0000-000000000005";
    assert_eq!(
        serde_json::to_string(&ask).expect("written"),
        format!(r#"{{"v":1,"have":{{"{id}":"9 abababababababab"}}}}"#)
    );
    let reply = Reply {
        v: VERSION,
        have,
        at: 3,
        more: true,
        refused: vec![Refusal {
            log: Some(log(5)),
            code: "segment_gap".to_owned(),
        }],
    };
    assert_eq!(
        serde_json::to_string(&reply).expect("written"),
        format!(
            r#"{{"v":1,"have":{{"{id}":"9 abababababababab"}},"at":3,"more":true,"refused":[{{"log":"{id}","code":"segment_gap"}}]}}"#
        )
    );
}

#[test]
fn what_was_got_ready_is_given_only_to_whom_it_was_meant_for() {
    let (pc, hub) = (Place::of(1), Place::of(2));
    pc.write(5);
    let mut exchange = Exchange::default();
    round(&mut exchange, &pc, &hub);
    let ready = |reached: u64| Ready {
        theirs: Vector([(log(1), reached)].into()),
        segments: vec![vec![1, 1]],
        more: true,
    };
    exchange.got_ready(ready(2));
    let Ok((_, given)) = exchange.ask(&pc);
    assert_eq!(given, [[1, 1], [1, 2], [1, 3]], "they are not so far");
    let mut exchange = Exchange {
        theirs: Some(Vector([(log(1), 2)].into())),
        ..Exchange::default()
    };
    exchange.got_ready(ready(2));
    let Ok((ask, given)) = exchange.ask(&pc);
    assert_eq!((given, ask.giving), (vec![vec![1, 1]], true));
    let Ok((_, given)) = exchange.ask(&pc);
    assert_eq!(given, [[1, 3], [1, 4], [1, 5]], "once");
}
