//! Asking for another's customer, and the manager's word.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, card_of, customer_of};

fn claimed(branch: &Branch) -> (Value, Value) {
    let id = customer_of(branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("王芳").later(1);
    let known = branch.ok("recognise", json!({ "phone": "13800138000" }));
    assert_eq!(known[0]["visible"], false);
    let act = branch.ok(
        "claim_customer",
        json!({ "customer": known[0]["customer"], "reason": "是我亲戚，一直找我" }),
    );
    (id, act["act"].clone())
}

#[test]
fn a_granted_claim_gives_the_customer_with_the_open_cards_in_one_act() {
    let branch = Branch::staffed();
    let (id, _) = claimed(&branch);
    let mine = branch.ok("claims", json!({}));
    assert_eq!(mine[0]["name"], "赵**", "not theirs yet");
    assert_eq!(mine[0]["state"], "asked");
    assert_eq!(mine[0]["mine"], true);

    branch.as_("陈经理").later(1);
    let asked = branch.ok("claims", json!({}));
    assert_eq!(asked[0]["by_name"], "王芳");
    assert_eq!(asked[0]["owner_name"], "李强");
    assert_eq!(asked[0]["name"], "赵女士");
    assert_eq!(asked[0]["may_decide"], true);
    let done = branch.ok(
        "decide_claim",
        json!({ "claim": asked[0]["id"], "grant": true, "answer": "跟李强说好了" }),
    );
    assert_eq!(done["granted"], true);
    assert_eq!(branch.ok("claims", json!({})), json!([]), "nothing waits");
    let story = branch.ok("timeline", json!({ "customer": id }));
    let told = story["entries"][0]["changes"].as_array().unwrap();
    assert!(
        told.contains(
            &json!({ "table": "customer", "field": "owner", "from": "李强", "to": "王芳" })
        )
    );
    assert!(
        told.contains(&json!({ "table": "claim", "field": "to", "from": null, "to": "granted" }))
    );

    branch.as_("王芳");
    assert_eq!(card_of(&branch, &id)["row"]["owner_name"], "王芳");
    let due = branch.at("2026-03-03", "09:00").ok("today", json!({}));
    assert_eq!(due["due"][0]["customer"], id, "the cards went along");
    let answered = branch.ok("claims", json!({}));
    assert_eq!(answered[0]["state"], "granted");
    assert_eq!(answered[0]["answer"], "跟李强说好了");
    branch.at("2026-05-03", "09:00");
    assert_eq!(
        branch.ok("claims", json!({})),
        json!([]),
        "an answer is shown for a month"
    );

    branch.as_("陈经理");
    branch.ok("undo", json!({ "act": done["act"] }));
    assert_eq!(card_of(&branch, &id)["row"]["owner_name"], "李强");
    assert_eq!(branch.ok("claims", json!({}))[0]["state"], "asked");
}

#[test]
fn a_refused_claim_leaves_the_customer_and_tells_why() {
    let branch = Branch::staffed();
    let (id, claim) = claimed(&branch);
    branch.as_("陈经理");
    let asked = branch.ok("claims", json!({}))[0]["id"].clone();
    branch.ok(
        "decide_claim",
        json!({ "claim": asked, "grant": false, "answer": "李强上周刚跟过" }),
    );
    assert_eq!(card_of(&branch, &id)["row"]["owner_name"], "李强");
    assert_eq!(
        branch.refused("decide_claim", json!({ "claim": asked, "grant": true })),
        Code::ClaimClosed
    );
    branch.as_("王芳");
    let mine = branch.ok("claims", json!({}));
    assert_eq!(mine[0]["state"], "refused");
    assert_eq!(mine[0]["answer"], "李强上周刚跟过");
    assert_eq!(mine[0]["decided_by_name"], "陈经理");
    assert_eq!(
        branch.refused("undo", json!({ "act": claim })),
        Code::ChangedSince,
        "an answered claim stands"
    );
    branch.ok(
        "claim_customer",
        json!({ "customer": id, "reason": "客户自己要求换我" }),
    );
}

#[test]
fn a_claim_is_taken_back_by_whoever_asked_and_by_nobody_else() {
    let branch = Branch::staffed();
    let (_, act) = claimed(&branch);
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(branch.ok("claims", json!({})), json!([]));
    let known = branch.ok("recognise", json!({ "phone": "13800138000" }));
    branch.ok(
        "claim_customer",
        json!({ "customer": known[0]["customer"], "reason": "亲戚" }),
    );
    let claim = branch.ok("claims", json!({}))[0]["id"].clone();
    branch.as_("李强");
    assert_eq!(
        branch.refused("withdraw_claim", json!({ "claim": claim })),
        Code::NotFound
    );
    assert_eq!(branch.ok("claims", json!({})), json!([]));
    branch.as_("王芳");
    let gone = branch.ok("withdraw_claim", json!({ "claim": claim }));
    assert_eq!(branch.ok("claims", json!({})), json!([]));
    branch.ok("undo", json!({ "act": gone["act"] }));
    assert_eq!(branch.ok("claims", json!({}))[0]["state"], "asked");
}

#[test]
fn only_anothers_customer_is_claimed_once_and_with_a_reason() {
    let branch = Branch::staffed();
    let (id, _) = claimed(&branch);
    let again = json!({ "customer": id, "reason": "还是想要" });
    assert_eq!(branch.refused("claim_customer", again), Code::ClaimWaits);
    branch.as_("李强");
    let own = json!({ "customer": id, "reason": "我的" });
    assert_eq!(branch.refused("claim_customer", own), Code::NothingToClaim);
    branch.as_("陈经理");
    let manager = json!({ "customer": id, "reason": "我要" });
    assert_eq!(branch.refused("claim_customer", manager), Code::NotAllowed);
    branch.as_("王芳");
    let other = customer_of(branch.as_("周敏"), "李强", "钱先生", "13800138001", "A");
    branch.as_("王芳");
    let silent = json!({ "customer": other, "reason": " " });
    assert_eq!(
        branch.refused("claim_customer", silent),
        Code::ReasonMissing
    );
    let claim = branch.ok("claims", json!({}))[0]["id"].clone();
    let decide = json!({ "claim": claim, "grant": true });
    assert_eq!(branch.refused("decide_claim", decide), Code::NotAllowed);
}
