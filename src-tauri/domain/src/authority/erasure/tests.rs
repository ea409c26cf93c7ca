use super::super::tests::{ADMIN, ROOT, SELLER, change, op, person, role, shuts_out, text};
use super::super::{Signed, judge};
use super::*;
use crate::log::Change;

const MANAGER: Uuid = Uuid::from_u128(3);
const CUSTOMER: Uuid = Uuid::from_u128(0xc1);

/// Anna administers, Mei manages, Bo sells.
fn house() -> Signed {
    let people = vec![
        person(ADMIN, "anna"),
        role(ADMIN, "admin"),
        person(MANAGER, "mei"),
        role(MANAGER, "sales_manager"),
        person(SELLER, "bo"),
    ];
    op(1, ADMIN, ROOT, people)
}

fn erases(asker: Uuid, key: &str) -> Vec<Change> {
    let fields = [
        ("subjects", text(&subjects_text(&[CUSTOMER].into()))),
        ("asked_by", text(&asker.to_string())),
        ("asked_signature", text(key)),
    ];
    vec![change(ERASURE, Uuid::from_u128(0xe1), &fields)]
}

/// Who is erased; judged also in the opposite order of arrival.
fn erased(ops: Vec<Signed>) -> bool {
    let by_name = |op: &Signed, hand: Hand, key: &str| {
        let signature = match hand {
            Hand::Actor => op.header.signature.as_deref(),
            Hand::Asker => asked(op).and_then(|(.., signature)| signature),
        };
        signature == Some(key)
    };
    let judged = judge(Some(ROOT), &ops, by_name);
    let turned: Vec<Signed> = ops.into_iter().rev().collect();
    assert_eq!(judge(Some(ROOT), &turned, by_name).erased, judged.erased);
    judged.erased == BTreeSet::from([CUSTOMER])
}

#[test]
fn a_manager_asks_and_an_administrator_erases() {
    let done = op(2, ADMIN, "anna", erases(MANAGER, "mei"));
    assert!(erased(vec![house(), done]));
}

#[test]
fn one_person_alone_erases_nobody() {
    let alone = op(2, ADMIN, "anna", erases(ADMIN, "anna"));
    assert!(!erased(vec![house(), alone]));
    let unasked = op(2, ADMIN, "anna", erases(MANAGER, "anna"));
    assert!(!erased(vec![house(), unasked]));
}

#[test]
fn the_recovery_key_erases_alone() {
    let fields = [("subjects", text(&CUSTOMER.to_string()))];
    let change = change(ERASURE, Uuid::from_u128(0xe1), &fields);
    assert!(erased(vec![house(), op(2, ADMIN, ROOT, vec![change])]));
}

#[test]
fn who_never_managed_cannot_ask_and_who_never_administered_cannot_erase() {
    let asked_by_a_seller = op(2, ADMIN, "anna", erases(SELLER, "bo"));
    assert!(!erased(vec![house(), asked_by_a_seller]));
    let done_by_a_manager = op(2, MANAGER, "mei", erases(MANAGER, "mei"));
    assert!(!erased(vec![house(), done_by_a_manager]));
}

#[test]
fn what_is_learnt_later_makes_no_erasure_doubtful() {
    let done = || op(9, ADMIN, "anna", erases(MANAGER, "mei"));
    let left = |who| vec![change("staff", who, &[("active", Value::Bool(false))])];
    let late = [
        op(3, ADMIN, "anna", left(MANAGER)),
        op(4, ADMIN, "anna", left(ADMIN)),
        op(5, ADMIN, ROOT, vec![person(ADMIN, "anna's new")]),
        op(6, ADMIN, ROOT, shuts_out("{}")),
    ];
    for late in late {
        assert!(erased(vec![house(), late, done()]));
    }
}

#[test]
fn who_is_made_a_manager_later_in_the_log_may_have_asked_before() {
    let promoted = op(5, ADMIN, "anna", vec![role(SELLER, "sales_manager")]);
    let done = op(2, ADMIN, "anna", erases(SELLER, "bo"));
    assert!(erased(vec![house(), done, promoted]));
}

#[test]
fn an_erasure_stands_alone_in_its_act() {
    let mut changes = erases(MANAGER, "mei");
    changes.push(role(SELLER, "admin"));
    let both = op(2, ADMIN, "anna", changes);
    let judged = judge(Some(ROOT), &[house(), both], |op, _, key| {
        op.header.signature.as_deref() == Some(key)
    });
    assert_eq!(judged.counts, [true, false]);
}

#[test]
fn what_was_asked_is_for_this_erasure_and_these_subjects() {
    let branch = BranchId(Uuid::nil());
    let message = asked_message(branch, Uuid::from_u128(1), "a");
    assert_ne!(asked_message(branch, Uuid::from_u128(2), "a"), message);
    assert_ne!(asked_message(branch, Uuid::from_u128(1), "b"), message);
    let other = BranchId(Uuid::from_u128(1));
    assert_ne!(asked_message(other, Uuid::from_u128(1), "a"), message);
}
