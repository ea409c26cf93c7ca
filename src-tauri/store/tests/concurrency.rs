//! Two people write the same field and do not know of each other: everybody sees both values, until somebody writes it again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use support::hearing::{everyone_hears_everything, hear};
use support::{Deed, Pc, three_pcs};

const NAME: u8 = 0;
const MODEL: u8 = 2;

fn edit(field: u8, value: u8) -> Deed {
    Deed::Edit {
        who: 0,
        field,
        value,
    }
}

/// Three PCs that know one customer.
fn with_a_customer() -> [Pc; 3] {
    let mut pcs = three_pcs();
    pcs[0].found();
    pcs[0].act(&Deed::NewCustomer { who: 0, name: 1 });
    everyone_hears_everything(&mut pcs);
    pcs
}

/// What each PC says is contested, once everybody has heard everything; and that folding anew comes to the same.
fn contested(pcs: &mut [Pc; 3]) -> Vec<(String, String, String)> {
    everyone_hears_everything(pcs);
    let said: Vec<_> = pcs.iter().map(Pc::contested).collect();
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0], said[2]);
    for pc in pcs {
        assert!(pc.store.equals_rebuilt(None).unwrap());
    }
    said.into_iter().next().unwrap()
}

fn name(stands: &str, other: &str) -> (String, String, String) {
    ("name".into(), stands.into(), other.into())
}

#[test]
fn both_values_of_a_field_written_on_two_pcs_at_once_are_seen_on_all() {
    let mut pcs = with_a_customer();
    pcs[0].act(&edit(NAME, 10));
    pcs[1].act(&edit(NAME, 20));
    assert_eq!(contested(&mut pcs), [name("20", "10")]);
}

#[test]
fn different_fields_of_one_card_do_not_contest_each_other() {
    let mut pcs = with_a_customer();
    pcs[0].act(&edit(NAME, 10));
    pcs[1].act(&edit(MODEL, 20));
    assert_eq!(contested(&mut pcs), []);
}

#[test]
fn the_same_value_written_twice_is_no_contest() {
    let mut pcs = with_a_customer();
    pcs[0].act(&edit(NAME, 10));
    pcs[1].act(&edit(NAME, 10));
    assert_eq!(contested(&mut pcs), []);
}

#[test]
fn whoever_writes_over_what_they_saw_contests_nothing() {
    let mut pcs = with_a_customer();
    pcs[0].act(&edit(NAME, 10));
    everyone_hears_everything(&mut pcs);
    pcs[1].act(&edit(NAME, 20));
    pcs[1].act(&edit(NAME, 30));
    assert_eq!(contested(&mut pcs), []);
}

#[test]
fn writing_the_field_again_ends_the_contest_whether_or_not_the_value_is_another() {
    for again in [20, 10, 30] {
        let mut pcs = with_a_customer();
        pcs[0].act(&edit(NAME, 10));
        pcs[1].act(&edit(NAME, 20));
        everyone_hears_everything(&mut pcs);
        pcs[2].act(&edit(NAME, again));
        assert_eq!(contested(&mut pcs), [], "{again}");
    }
}

#[test]
fn of_three_that_did_not_know_of_each_other_the_two_latest_are_told_in_whatever_order_they_come() {
    for (first, second) in [(0, 1), (1, 0)] {
        let mut pcs = with_a_customer();
        pcs[0].act(&edit(NAME, 10));
        pcs[1].act(&edit(NAME, 20));
        pcs[2].act(&edit(NAME, 30));
        hear(&mut pcs, first, 2);
        hear(&mut pcs, second, 2);
        assert_eq!(contested(&mut pcs), [name("30", "20")]);
    }
}

#[test]
fn nothing_is_contested_of_a_customer_who_is_erased() {
    let mut pcs = with_a_customer();
    pcs[0].act(&edit(NAME, 10));
    pcs[1].act(&edit(NAME, 20));
    everyone_hears_everything(&mut pcs);
    pcs[0].act(&Deed::Decree {
        by: support::ROOT,
        what: support::What::Erase,
        whom: 0,
    });
    assert_eq!(contested(&mut pcs), []);
}
