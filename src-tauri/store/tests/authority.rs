//! Who decides about people, PCs and rules, on several PCs that do not always hear of each other.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use store::StoreFailed;
use support::hearing::{everyone_hears_everything, hear};
use support::{Deed, Pc, ROOT, What};

fn decree(by: u8, what: What, whom: u8) -> Deed {
    Deed::Decree { by, what, whom }
}

/// Three PCs that know of person 0, an administrator.
fn branch() -> [Pc; 3] {
    let mut pcs = support::three_pcs();
    pcs[0].found();
    hear(&mut pcs, 0, 1);
    hear(&mut pcs, 0, 2);
    pcs
}

fn lines(pc: &Pc, noun: &str) -> Vec<String> {
    let start = format!("{noun} ");
    let dump = pc.store.dump().unwrap().into_iter();
    dump.filter(|line| line.starts_with(&start)).collect()
}

#[test]
fn whom_nobody_made_an_administrator_decides_nothing_and_is_told_so() {
    let mut pcs = branch();
    for (by, what) in [(1, What::Rule), (2, What::Admit)] {
        let refused = pcs[0].try_act(&decree(by, what, by));
        assert!(matches!(refused, Err(StoreFailed::NotBelieved)));
    }
    assert!(lines(&pcs[0], "house_rule").is_empty());
    assert!(pcs[0].try_act(&decree(0, What::Rule, 1)).is_ok());
    assert_eq!(lines(&pcs[0], "house_rule").len(), 1);
}

#[test]
fn what_was_written_without_a_signature_where_one_is_asked_for_stays_in_the_log_alone() {
    let mut pcs = branch();
    pcs[0].act(&Deed::Forge { whom: 1 });
    hear(&mut pcs, 0, 1);
    for pc in &mut pcs[..2] {
        assert_eq!(lines(pc, "staff").len(), 1, "person 1 is nobody");
        assert!(pc.store.equals_rebuilt(None).unwrap());
    }
}

#[test]
fn who_was_dismissed_on_one_pc_decides_on_another_until_it_hears_of_it_and_then_it_never_was() {
    let mut pcs = branch();
    pcs[0].act(&decree(0, What::Admit, 1));
    everyone_hears_everything(&mut pcs);
    // The clocks of the PCs are years apart: what is done on the third is the later.
    pcs[0].act(&decree(0, What::Dismiss, 1));
    pcs[2].act(&decree(1, What::Rule, 1));
    assert_eq!(lines(&pcs[2], "house_rule").len(), 1, "as far as it knows");
    everyone_hears_everything(&mut pcs);
    for pc in &mut pcs {
        assert!(lines(pc, "house_rule").is_empty());
        assert!(pc.store.equals_rebuilt(None).unwrap());
    }
}

#[test]
fn what_a_pc_wrote_beyond_the_place_at_which_it_was_shut_out_leaves_the_tables_everywhere() {
    let mut pcs = branch();
    pcs[1].act(&Deed::NewCustomer { who: 1, name: 1 });
    everyone_hears_everything(&mut pcs);
    pcs[1].act(&Deed::NewCustomer { who: 2, name: 2 });
    pcs[1].act(&Deed::Edit {
        who: 1,
        field: 0,
        value: 9,
    });
    hear(&mut pcs, 1, 2);
    assert_eq!(lines(&pcs[2], "customer").len(), 2);
    // The first PC has not heard of the second customer when it shuts the second PC out.
    pcs[0].act(&decree(0, What::ShutOut, 1));
    everyone_hears_everything(&mut pcs);
    let left = lines(&pcs[0], "customer");
    assert_eq!(left.len(), 1);
    assert!(left[0].contains("王1"), "{left:?}");
    for pc in &mut pcs {
        assert_eq!(lines(pc, "customer"), left);
        assert!(pc.store.equals_rebuilt(None).unwrap());
    }
    let late = pcs[1].try_act(&Deed::NewCustomer { who: 3, name: 3 });
    assert!(
        matches!(late, Err(StoreFailed::ShutOut)),
        "it is told so, once it knows"
    );
}

#[test]
fn the_root_admits_an_administrator_again_when_none_is_left() {
    let mut pcs = branch();
    pcs[0].act(&decree(0, What::Dismiss, 0));
    let refused = pcs[0].try_act(&decree(0, What::Rule, 0));
    assert!(matches!(refused, Err(StoreFailed::NotBelieved)));
    pcs[0].act(&decree(ROOT, What::Admit, 0));
    assert!(pcs[0].try_act(&decree(0, What::Rule, 0)).is_ok());
}

#[test]
fn what_was_decided_counts_again_after_the_file_was_closed() {
    let mut pcs = branch();
    pcs[0].act(&decree(0, What::ShutOut, 1));
    let mut again = pcs[0].reopened();
    let late = again.try_act(&decree(0, What::Rule, 1));
    assert!(late.is_ok());
    hear(&mut pcs, 0, 1);
    let mut shut_out = pcs[1].reopened();
    let refused = shut_out.try_act(&Deed::NewCustomer { who: 3, name: 3 });
    assert!(matches!(refused, Err(StoreFailed::ShutOut)));
}
