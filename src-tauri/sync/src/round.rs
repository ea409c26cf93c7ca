//! One exchange: what I have, what you lack, what you have, what I lack.
//!
//! Whoever asks tells how far every log is on their side and sends what the other lacked when last heard of; the answer says how far
//! every log is there now, which acknowledges, and brings what the asker lacks. Nothing is counted up that was not answered: a round
//! that breaks off anywhere is simply held again. It refuses nothing itself; the store behind [`Logs`] does.

use domain::id::IncarnationId;
use domain::log::{Segment, Vector};
use domain::planted::{Bug, planted};
use serde::{Deserialize, Serialize};

use crate::frame;
use crate::have::Have;

/// The form of rounds that this program speaks.
pub const VERSION: u8 = 1;
/// The code under which a segment is refused that goes on from another past.
pub const FORKED: &str = "segment_forked";

/// The question's head; segments follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// [`VERSION`].
    pub v: u8,
    /// How far every log is with the asker.
    pub have: Have,
    /// Bring nothing: the asker first gives what it has.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub giving: bool,
}

/// The answer's head; segments follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// [`VERSION`].
    pub v: u8,
    /// How far every log is with the answerer, durably. This acknowledges.
    pub have: Have,
    /// The answerer's count of what came to it, when it looked: news with a number up to this is in here.
    #[serde(default)]
    pub at: u64,
    /// More would follow.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// What was not taken: the first of each log.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Refusal>,
}

/// A segment that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Its log, where that could be read.
    pub log: Option<IncarnationId>,
    /// Why: a code of `docs/sync-protocol.md`.
    pub code: String,
}

/// What a side of an exchange can do with its logs.
pub trait Logs {
    /// What stops the whole exchange: the machine.
    type Failed;

    /// A number that grows whenever something was written or kept here.
    fn at(&self) -> u64;

    /// How far every log is here, durably.
    ///
    /// # Errors
    /// The machine's.
    fn have(&self) -> Result<Have, Self::Failed>;

    /// Packed segments beyond a vector, about `most` bytes of them; and whether more would follow.
    ///
    /// # Errors
    /// The machine's.
    fn beyond(&self, theirs: &Vector, most: usize) -> Result<(Vec<Vec<u8>>, bool), Self::Failed>;

    /// Keeps segments durably, each log's in order. Gives the first refusal of each log.
    ///
    /// # Errors
    /// The machine's.
    fn keep(&self, segments: &[Vec<u8>]) -> Result<Vec<Refusal>, Self::Failed>;
}

/// Answers a question.
///
/// # Errors
/// The machine's; what was kept until then is kept.
pub fn answer<L: Logs>(
    logs: &L,
    ask: &Ask,
    segments: &[Vec<u8>],
) -> Result<(Reply, Vec<Vec<u8>>), L::Failed> {
    let refused = logs.keep(segments)?;
    let at = logs.at();
    let (segments, more) = if ask.giving {
        (Vec::new(), true)
    } else {
        // What they have just sent they have, whether it could be kept or not.
        logs.beyond(&ask.have.vector(), frame::FULL)?
    };
    let reply = Reply {
        v: VERSION,
        have: logs.have()?,
        at,
        more,
        refused,
    };
    Ok((reply, segments))
}

/// The asking side of an exchange, from one round to the next.
#[derive(Debug, Default)]
pub struct Exchange {
    /// How far every log is with the other, as far as we were told.
    theirs: Option<Vector>,
    /// How far they were with it the last time, before this program began.
    remembered: Vector,
    /// Up to which of its news.
    at: u64,
    /// What is to be given next, got ready while the other was at work.
    ready: Option<Ready>,
}

/// What would be given to somebody who is so far.
#[derive(Debug)]
pub struct Ready {
    /// How far.
    pub theirs: Vector,
    /// Packed segments.
    pub segments: Vec<Vec<u8>>,
    /// More would follow.
    pub more: bool,
}

/// What a round came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Segments came and were kept: they are to be applied.
    pub news: bool,
    /// Another round has something to do.
    pub again: bool,
    /// What one side did not take of the other.
    pub refused: Vec<Refusal>,
    /// Logs that are others there: a disk was copied, and both went on.
    pub forked: Vec<IncarnationId>,
}

impl Exchange {
    /// An exchange with somebody of whom it is known how far they were: for telling people what waits. What is given goes by what
    /// they say themselves.
    #[must_use]
    pub fn remembering(theirs: Vector) -> Self {
        Self {
            remembered: theirs,
            ..Self::default()
        }
    }

    /// The next question. The first of all only asks how far the other is; then everything is given, and then asked for.
    ///
    /// # Errors
    /// The machine's.
    pub fn ask<L: Logs>(&mut self, logs: &L) -> Result<(Ask, Vec<Vec<u8>>), L::Failed> {
        let (segments, giving) = match (&self.theirs, self.ready.take()) {
            (None, _) => (Vec::new(), true),
            (Some(theirs), Some(ready)) if ready.theirs == *theirs => (ready.segments, ready.more),
            (Some(theirs), _) => logs.beyond(theirs, frame::FULL)?,
        };
        let ask = Ask {
            v: VERSION,
            have: logs.have()?,
            giving,
        };
        if planted(Bug::CountedUnanswered)
            && let Some(theirs) = &mut self.theirs
        {
            for (log, seq) in &ask.have.vector().0 {
                theirs.0.insert(*log, *seq);
            }
        }
        Ok((ask, segments))
    }

    /// Takes the answer.
    ///
    /// # Errors
    /// The machine's; what was kept until then is kept.
    pub fn take<L: Logs>(
        &mut self,
        logs: &L,
        asked: &Ask,
        reply: Reply,
        segments: &[Vec<u8>],
    ) -> Result<Taken, L::Failed> {
        let mut refused = logs.keep(segments)?;
        refused.extend(reply.refused);
        let now = logs.have()?;
        let mut theirs = reply.have.vector();
        // They took something, or we did: otherwise another round would only repeat this one.
        let moved = now != asked.have || self.theirs.as_ref() != Some(&theirs);
        if planted(Bug::CountedUnanswered) {
            for (log, seq) in &mut theirs.0 {
                *seq = (*seq).max(asked.have.seq(*log));
            }
        }
        let lacking = !now.vector().beyond(&theirs).is_empty();
        let mut forked = now.forked_from(&reply.have);
        refused.retain(|refusal| match refusal.log {
            Some(log) if refusal.code == FORKED && !planted(Bug::ForkUnseen) => {
                forked.push(log);
                false
            }
            _ => true,
        });
        forked.sort_unstable();
        forked.dedup();
        self.theirs = Some(theirs);
        self.at = reply.at;
        Ok(Taken {
            news: !segments.is_empty(),
            again: moved && (reply.more || lacking) || planted(Bug::NeverQuiet),
            refused,
            forked,
        })
    }

    /// How far the other will be when it has kept what was asked with; nothing where no more would follow.
    #[must_use]
    pub fn then(&self, asked: &Ask, segments: &[Vec<u8>]) -> Option<Vector> {
        let mut theirs = self.theirs.clone().filter(|_| asked.giving)?;
        for packed in segments {
            let head = Segment::head(packed).ok()?;
            theirs.0.insert(head.incarnation, head.last);
        }
        Some(theirs)
    }

    /// Takes what was got ready while the other was at work. It is given if the other has come to where it was thought to come.
    pub fn got_ready(&mut self, ready: Ready) {
        self.ready = Some(ready);
    }

    /// Whether news of this number is not in the last answer.
    #[must_use]
    pub fn is_news(&self, number: u64) -> bool {
        number > self.at
    }

    /// How far every log is with the other, as far as we were told.
    #[must_use]
    pub fn theirs(&self) -> &Vector {
        self.theirs.as_ref().unwrap_or(&self.remembered)
    }

    /// Ops here that the other is not known to have.
    #[must_use]
    pub fn waiting(&self, have: &Vector) -> u64 {
        let theirs = self.theirs();
        have.0
            .iter()
            .map(|(log, seq)| seq.saturating_sub(theirs.of(*log)))
            .sum()
    }
}

#[cfg(test)]
mod tests;
