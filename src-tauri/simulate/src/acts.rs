//! What people do: the verbs of the product itself, on whatever is on the screen of the PC at which they sit.

use desk::commands::on_desk;
use desk::desk::Desk;
use desk::now::Now;
use desk::problem::{Code, Nature};
use desk::session::Session;
use domain::rows::{Appointment, Card, Claim, Customer, Merged, Phone, Visit};
use domain::table::Row;
use fastrand::Rng;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::versions::note_wish;
use crate::world::World;

/// The sittings of [`Template::sessions`](crate::template::Template::sessions).
const ADMINS: [usize; 2] = [0, 1];
const RECEPTION: usize = 2;
const SELLERS: [usize; 2] = [3, 4];
/// Few numbers, so that people who come are often known.
const NUMBERS: u64 = 40;

impl World<'_> {
    /// Somebody does something at a PC.
    pub fn act(&mut self, n: usize) {
        let truth = self.truth();
        let Some(desk) = self.nodes[n].desk.as_ref() else {
            return;
        };
        let now = Now(self.nodes[n].now(truth));
        let mut rng = Rng::with_seed(self.rng.u64(..));
        if self.nodes[n].upgraded && rng.u8(0..20) == 0 {
            return self.wish(n, &mut rng);
        }
        let Some((who, verb, ask)) = choose(desk, self.sessions, now, &mut rng) else {
            return;
        };
        let done = on_desk(desk, &self.sessions[who], verb, ask.clone(), now);
        match done {
            Ok(done) => {
                self.tally.acts += 1;
                *self.tally.by_verb.entry(verb.to_owned()).or_default() += 1;
                if let Some(remark) = ask["fields"]["remark"].as_str()
                    && let Some(about) = ask["id"].as_str()
                {
                    self.remarks.push((about.to_owned(), remark.to_owned()));
                }
                if let Some(act) = done.committed.act {
                    self.saved(n, act);
                    self.wrote(n);
                }
            }
            Err(problem)
                if problem.nature == Nature::Broken || problem.code == Code::BadRequest =>
            {
                self.wrong
                    .push(format!("PC {n}: {verb} {ask}: {problem:?}"));
            }
            // A rule, or a full disk.
            Err(_) => self.tally.refused += 1,
        }
    }

    /// What only the next version can do.
    fn wish(&mut self, n: usize, rng: &mut Rng) {
        let what = format!("愿望{}", rng.u8(..));
        let done = self.commits(n, |desk, sessions, now| {
            let customer = any::<Customer>(desk, rng)?;
            let done = note_wish(desk, &sessions[0], (customer.into(), &what), now);
            done.ok()?.committed.act
        });
        if done {
            self.tally.acts += 1;
            let count = self.tally.by_verb.entry("note_wish".to_owned());
            *count.or_default() += 1;
        } else {
            self.tally.refused += 1;
        }
    }
}

/// Who does what to whom.
fn choose(
    desk: &Desk,
    sessions: &[Session],
    now: Now,
    rng: &mut Rng,
) -> Option<(usize, &'static str, Value)> {
    let seller = SELLERS[rng.usize(0..2)];
    let admin = ADMINS[rng.usize(0..2)];
    let some = |rng: &mut Rng| {
        let who = [RECEPTION, seller, admin];
        who[rng.usize(0..3)]
    };
    let number = format!("138{:08}", rng.u64(0..NUMBERS) * 131);
    let name = ["王女士", "李先生", "张伟", "赵小姐", "刘洋", "陈静"][rng.usize(0..6)];
    let day = domain::when::Day::to_string(&now.day());
    Some(match rng.u8(0..40) {
        0..7 => {
            let consultant = rng.bool().then_some(sessions[seller].me.id);
            let phone = rng.u8(0..4) > 0;
            let fields = json!({
                "name": name,
                "phone": phone.then_some(number),
                "consultant": consultant,
                "level": rng.bool().then_some("B"),
                "party_size": rng.u8(1..5),
            });
            (RECEPTION, "log_walk_in", json!({ "fields": fields }))
        }
        7..9 => (
            RECEPTION,
            "log_call",
            json!({ "fields": { "name": name, "phone": number } }),
        ),
        9..11 => {
            let visit = any::<Visit>(desk, rng)?;
            (some(rng), "leave_visit", json!({ "id": visit }))
        }
        11..13 => {
            let visit = any::<Visit>(desk, rng)?;
            let fields = json!({ "talk": format!("谈了{}", rng.u8(..)), "model": "雅阁" });
            (
                some(rng),
                "complete_visit",
                json!({ "id": visit, "fields": fields }),
            )
        }
        13..15 => {
            let visit = any::<Visit>(desk, rng)?;
            (
                admin,
                "reassign_visit",
                json!({ "id": visit, "consultant": sessions[seller].me.id }),
            )
        }
        15..19 => {
            let customer = any::<Customer>(desk, rng)?;
            let fields = [
                json!({ "company": format!("公司{}", rng.u8(..)) }),
                json!({ "colour": "白", "budget": rng.u32(100_000..400_000) }),
                json!({ "name": name }),
                json!({ "remark": format!("word{:016x}", rng.u64(..)) }),
            ];
            let fields = fields[rng.usize(0..4)].clone();
            (
                admin,
                "edit_customer",
                json!({ "id": customer, "fields": fields }),
            )
        }
        19 => {
            let customer = any::<Customer>(desk, rng)?;
            let level = ["H", "A", "B", "C"][rng.usize(0..4)];
            (
                admin,
                "set_level",
                json!({ "id": customer, "level": level }),
            )
        }
        20 => {
            let customer = any::<Customer>(desk, rng)?;
            (
                admin,
                "add_phone",
                json!({ "customer": customer, "phone": number }),
            )
        }
        21 => {
            let phone = any::<Phone>(desk, rng)?;
            (admin, "remove_phone", json!({ "id": phone }))
        }
        22 => {
            let customer = any::<Customer>(desk, rng)?;
            (
                admin,
                "reassign_customer",
                json!({ "id": customer, "owner": sessions[seller].me.id }),
            )
        }
        23..26 => {
            let card = any::<Card>(desk, rng)?;
            let contact = json!({ "way": "phone", "content": "还在考虑" });
            (
                admin,
                "finish_card",
                json!({ "card": card, "contact": contact }),
            )
        }
        26 => {
            let card = any::<Card>(desk, rng)?;
            (
                admin,
                "skip_card",
                json!({ "card": card, "reason": "unreachable" }),
            )
        }
        27..29 => {
            let customer = any::<Customer>(desk, rng)?;
            (
                admin,
                "plan_card",
                json!({ "customer": customer, "due": day, "note": "带资料" }),
            )
        }
        29 => {
            let customer = any::<Customer>(desk, rng)?;
            let at = now.moment().0 + rng.i64(3_600_000..86_400_000);
            (
                admin,
                "make_appointment",
                json!({ "customer": customer, "at": at }),
            )
        }
        30 => {
            let appointment = any::<Appointment>(desk, rng)?;
            (
                admin,
                "cancel_appointment",
                json!({ "id": appointment, "reason": "not_coming" }),
            )
        }
        31 => {
            let customer = any::<Customer>(desk, rng)?;
            let label = ["二次到店", "置换", "老客户"][rng.usize(0..3)];
            let verb = if rng.bool() { "add_tag" } else { "remove_tag" };
            (admin, verb, json!({ "customer": customer, "label": label }))
        }
        32 => {
            let customer = any::<Customer>(desk, rng)?;
            let model = ["凯美瑞", "帕萨特"][rng.usize(0..2)];
            (
                admin,
                "add_rival",
                json!({ "customer": customer, "model": model }),
            )
        }
        33 => {
            let customer = any::<Customer>(desk, rng)?;
            (
                seller,
                "claim_customer",
                json!({ "customer": customer, "reason": "我先接待的" }),
            )
        }
        34 => {
            let claim = any::<Claim>(desk, rng)?;
            (
                admin,
                "decide_claim",
                json!({ "claim": claim, "grant": rng.bool() }),
            )
        }
        35 => {
            let (keep, other) = (any::<Customer>(desk, rng)?, any::<Customer>(desk, rng)?);
            (
                admin,
                "merge_customers",
                json!({ "keep": keep, "other": other }),
            )
        }
        36 => {
            let merge = any::<Merged>(desk, rng)?;
            (admin, "unmerge_customers", json!({ "merge": merge }))
        }
        37 => {
            let state = rng.bool().then_some("resting");
            (
                RECEPTION,
                "set_duty",
                json!({ "staff": sessions[seller].me.id, "state": state }),
            )
        }
        38 => {
            let verb = if rng.bool() {
                "close_day"
            } else {
                "reopen_day"
            };
            (RECEPTION, verb, json!({}))
        }
        _ => {
            let value = rng.bool();
            (
                admin,
                "set_rule",
                json!({ "name": "next_day_call", "value": value }),
            )
        }
    })
}

/// Any row of a table, as this PC has it.
fn any<R: Row>(desk: &Desk, rng: &mut Rng) -> Option<Uuid> {
    let ids = desk.store().read().ids_of(R::TABLE.name).ok()?;
    (!ids.is_empty()).then(|| ids[rng.usize(0..ids.len())])
}
