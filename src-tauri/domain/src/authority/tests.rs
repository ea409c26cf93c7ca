use super::*;
use crate::id::{ActId, BranchId};
use crate::log::Fields;
use crate::when::Moment;

pub(super) const ROOT: &str = "root";
pub(super) const ADMIN: Uuid = Uuid::from_u128(1);
pub(super) const SELLER: Uuid = Uuid::from_u128(2);
const STOLEN: DeviceId = DeviceId(Uuid::from_u128(0xd2));

/// An op at a place of the order, signed by the key of this name. PC 1's log unless said otherwise.
pub(super) fn op(clock: u64, actor: Uuid, key: &str, changes: Vec<Change>) -> Signed {
    let incarnation = IncarnationId(Uuid::from_u128(0xa1));
    Signed {
        order: Order {
            clock,
            incarnation,
            seq: clock,
        },
        header: Header {
            act: ActId(Uuid::from_u128(u128::from(clock))),
            nth: 1,
            of: 1,
            branch: BranchId(Uuid::nil()),
            device: DeviceId(Uuid::from_u128(0xd1)),
            incarnation,
            seq: clock,
            clock,
            verb: "test".into(),
            subject: actor,
            actor: StaffId(actor),
            happened_at: Moment(0),
            entered_at: Moment(0),
            signature: Some(key.to_owned()),
        },
        hash: Hash::ZERO,
        changes,
    }
}

fn on_the_stolen_pc(mut op: Signed) -> Signed {
    let incarnation = IncarnationId(Uuid::from_u128(0xa2));
    op.header.device = STOLEN;
    op.header.incarnation = incarnation;
    op.order.incarnation = incarnation;
    op
}

pub(super) fn change(table: &'static str, row: Uuid, fields: &[(&'static str, Value)]) -> Change {
    Change {
        table: table.into(),
        row,
        fields: fields
            .iter()
            .map(|(name, value)| ((*name).into(), value.clone()))
            .collect(),
        base: Fields::new(),
    }
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn person(id: Uuid, key: &str) -> Change {
    change(
        "staff",
        id,
        &[("active", Value::Bool(true)), ("sign_key", text(key))],
    )
}

pub(super) fn role(id: Uuid, role: &str) -> Change {
    let row = Uuid::from_u128(id.as_u128() + 0x100);
    change(
        "staff_role",
        row,
        &[("staff", text(&id.to_string())), ("role", text(role))],
    )
}

fn rule() -> Vec<Change> {
    vec![change(
        "house_rule",
        Uuid::from_u128(9),
        &[("name", text("x"))],
    )]
}

pub(super) fn shuts_out(kept: &str) -> Vec<Change> {
    let fields = [
        ("device", text(&STOLEN.0.to_string())),
        ("kept", text(kept)),
    ];
    vec![change("revocation", Uuid::from_u128(8), &fields)]
}

fn founding() -> Signed {
    op(
        1,
        ADMIN,
        ROOT,
        vec![
            person(ADMIN, "anna"),
            role(ADMIN, "admin"),
            person(SELLER, "bo"),
        ],
    )
}

/// Judges; and once more in the opposite order of arrival, which must not matter.
fn counts(ops: Vec<Signed>) -> Vec<bool> {
    let by_name = |op: &Signed, _: Hand, key: &str| op.header.signature.as_deref() == Some(key);
    let judged = judge(Some(ROOT), &ops, by_name);
    let turned: Vec<Signed> = ops.into_iter().rev().collect();
    let mut again = judge(Some(ROOT), &turned, by_name);
    again.counts.reverse();
    assert_eq!(judged, again, "the order of arrival does not matter");
    judged.counts
}

#[test]
fn whom_the_root_made_an_administrator_may_decide_and_nobody_else() {
    let decided = counts(vec![
        founding(),
        op(2, ADMIN, "anna", rule()),
        op(3, SELLER, "bo", rule()),
        op(4, ADMIN, "bo", rule()),
        op(5, Uuid::from_u128(77), "anna", rule()),
    ]);
    assert_eq!(decided, [true, true, false, false, false]);
}

#[test]
fn without_the_root_nothing_counts() {
    let judged = judge(None, &[founding()], |_, _, _| true);
    assert_eq!(judged.counts, [false]);
}

#[test]
fn who_makes_oneself_an_administrator_is_none() {
    let decided = counts(vec![
        founding(),
        op(2, SELLER, "bo", vec![role(SELLER, "admin")]),
        op(3, SELLER, "bo", rule()),
    ]);
    assert_eq!(decided, [true, false, false]);
}

#[test]
fn everyone_changes_the_seal_of_their_own_password_and_nothing_else() {
    let seal = |row| vec![change("staff", row, &[("sealed_seed", text("new"))])];
    let decided = counts(vec![
        founding(),
        op(2, SELLER, "bo", seal(SELLER)),
        op(3, SELLER, "bo", seal(ADMIN)),
        op(4, SELLER, "bo", vec![person(SELLER, "another key")]),
        op(5, SELLER, "bo", vec![]),
    ]);
    assert_eq!(decided, [true, true, false, false, false]);
}

#[test]
fn who_has_left_decides_nothing_any_more_and_what_was_decided_before_stands() {
    let leaves = change("staff", ADMIN, &[("active", Value::Bool(false))]);
    let decided = counts(vec![
        founding(),
        op(2, ADMIN, "anna", rule()),
        op(3, ADMIN, "anna", vec![leaves]),
        op(4, ADMIN, "anna", rule()),
    ]);
    assert_eq!(decided, [true, true, true, false]);
}

#[test]
fn a_key_that_was_replaced_signs_nothing_any_more() {
    let decided = counts(vec![
        founding(),
        op(2, ADMIN, ROOT, vec![person(ADMIN, "anna's new")]),
        op(3, ADMIN, "anna", rule()),
        op(4, ADMIN, "anna's new", rule()),
    ]);
    assert_eq!(decided, [true, true, false, true]);
}

#[test]
fn what_a_pc_that_was_shut_out_wrote_beyond_the_place_named_does_not_count_even_if_it_claims_to_be_older()
 {
    let kept = format!("{{\"{}\":2}}", Uuid::from_u128(0xa2));
    let decided = counts(vec![
        founding(),
        on_the_stolen_pc(op(2, ADMIN, "anna", rule())),
        on_the_stolen_pc(op(3, ADMIN, "anna", rule())),
        op(4, ADMIN, "anna", shuts_out(&kept)),
        on_the_stolen_pc(op(5, ADMIN, "anna", rule())),
    ]);
    assert_eq!(decided, [true, true, false, true, false]);
}

#[test]
fn an_act_counts_whole_or_not_at_all_where_a_log_is_cut() {
    let kept = format!("{{\"{}\":2}}", Uuid::from_u128(0xa2));
    let mut first_of_two = on_the_stolen_pc(op(2, ADMIN, "anna", rule()));
    first_of_two.header.of = 2;
    let decided = counts(vec![
        founding(),
        first_of_two,
        op(4, ADMIN, "anna", shuts_out(&kept)),
    ]);
    assert_eq!(decided, [true, false, true]);
}

#[test]
fn a_pc_that_was_shut_out_cannot_shut_out_others_afterwards_and_the_root_always_can() {
    let decided = counts(vec![
        founding(),
        op(2, ADMIN, "anna", shuts_out("{}")),
        on_the_stolen_pc(op(3, ADMIN, "anna", shuts_out("{}"))),
        on_the_stolen_pc(op(4, ADMIN, ROOT, rule())),
    ]);
    assert_eq!(decided, [true, true, false, true]);
}

#[test]
fn the_first_place_named_stands() {
    let kept = format!("{{\"{}\":9}}", Uuid::from_u128(0xa2));
    let decided = counts(vec![
        founding(),
        on_the_stolen_pc(op(2, ADMIN, "anna", rule())),
        op(3, ADMIN, "anna", shuts_out(&kept)),
        op(4, ADMIN, "anna", shuts_out("{}")),
    ]);
    assert_eq!(decided, [true, true, true, true]);
}

#[test]
fn an_op_that_stands_in_two_logs_counts_in_both() {
    let mut again = on_the_stolen_pc(op(2, ADMIN, "anna", rule()));
    again.order.seq = 9;
    assert_eq!(
        counts(vec![founding(), op(2, ADMIN, "anna", rule()), again]),
        [true, true, true]
    );
}

#[test]
fn a_signature_is_for_this_op_and_no_other() {
    let one = op(2, ADMIN, "anna", rule()).header;
    let message = signed_message(&one, &Hash::ZERO);
    let mut others = vec![one.clone(); 6];
    others[0].clock += 1;
    others[1].verb = "tesu".into();
    others[2].actor = StaffId(SELLER);
    others[3].act = ActId(Uuid::from_u128(99));
    others[4].subject = SELLER;
    others[5].entered_at = Moment(1);
    for other in others {
        assert_ne!(signed_message(&other, &Hash::ZERO), message);
    }
    assert_ne!(signed_message(&one, &Hash([1; 32])), message);
    let mut elsewhere = one;
    elsewhere.device = STOLEN;
    elsewhere.seq = 900;
    assert_eq!(
        signed_message(&elsewhere, &Hash::ZERO),
        message,
        "a life that goes on from a copied disk says it again under the same signature"
    );
}
