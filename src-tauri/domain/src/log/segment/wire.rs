//! A line as it travels: what is as in the line before is left out, numbers are differences to it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::{Contents, Head, Line, Misshapen};
use crate::id::{ActId, StaffId};
use crate::log::chain::{Hash, Salt};
use crate::log::op::Header;
use crate::when::Moment;

/// One line on the wire. What is left out is as in the line before; numbers are differences to it.
#[derive(Serialize, Deserialize)]
pub(super) struct Wire<'w> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    a: Option<ActId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    o: Option<u32>,
    k: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    v: Option<String>,
    s: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<StaffId>,
    e: i64,
    #[serde(default, skip_serializing_if = "is_zero")]
    t: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    g: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    z: Option<Salt>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    c: Option<&'w RawValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    h: Option<Hash>,
}

fn is_zero(number: &i64) -> bool {
    *number == 0
}

pub(super) fn wire<'l>(line: &'l Line, before: Option<&Header>) -> Result<Wire<'l>, Misshapen> {
    let header = &line.header;
    let (salt, body, hash) = match &line.contents {
        Contents::Whole { salt, body } => (
            Some(*salt),
            Some(serde_json::from_str(body).map_err(|_| Misshapen::Broken)?),
            None,
        ),
        Contents::Erased(hash) => (None, None, Some(*hash)),
    };
    let clock = before.map_or(0, |before| before.clock);
    let entered = before.map_or(0, |before| before.entered_at.0);
    let (nth, of) = usual_place(before.filter(|before| before.act == header.act));
    Ok(Wire {
        a: (before.map(|before| before.act) != Some(header.act)).then_some(header.act),
        n: (header.nth != nth).then_some(header.nth),
        o: (header.of != of).then_some(header.of),
        k: header.clock.wrapping_sub(clock) as i64,
        v: (before.map(|before| &before.verb) != Some(&header.verb)).then(|| header.verb.clone()),
        s: header.subject,
        p: (before.map(|before| before.actor) != Some(header.actor)).then_some(header.actor),
        e: header.entered_at.0.wrapping_sub(entered),
        t: header.happened_at.0.wrapping_sub(header.entered_at.0),
        g: header.signature.clone(),
        z: salt,
        c: body,
        h: hash,
    })
}

pub(super) fn unwire(
    wire: Wire<'_>,
    head: &Head,
    seq: u64,
    before: Option<&Header>,
) -> Option<Line> {
    let contents = match (wire.z, wire.c, wire.h) {
        (Some(salt), Some(body), None) => Contents::Whole {
            salt,
            body: body.get().to_owned(),
        },
        (None, None, Some(hash)) => Contents::Erased(hash),
        _ => return None,
    };
    let clock = before.map_or(0, |before| before.clock);
    let entered = before
        .map_or(0, |before| before.entered_at.0)
        .wrapping_add(wire.e);
    let act = wire.a.or(before.map(|before| before.act))?;
    let (nth, of) = usual_place(before.filter(|before| before.act == act));
    Some(Line {
        header: Header {
            act,
            nth: wire.n.unwrap_or(nth),
            of: wire.o.unwrap_or(of),
            branch: head.branch,
            device: head.device,
            incarnation: head.incarnation,
            seq,
            clock: clock.wrapping_add(wire.k as u64),
            verb: wire
                .v
                .or_else(|| before.map(|before| before.verb.clone()))?,
            subject: wire.s,
            actor: wire.p.or(before.map(|before| before.actor))?,
            happened_at: Moment(entered.wrapping_add(wire.t)),
            entered_at: Moment(entered),
            signature: wire.g,
        },
        contents,
    })
}

/// Place and ops of an act as they mostly are: an act of one op, or the next op of the same act.
fn usual_place(before: Option<&Header>) -> (u32, u32) {
    before.map_or((1, 1), |before| (before.nth.wrapping_add(1), before.of))
}
