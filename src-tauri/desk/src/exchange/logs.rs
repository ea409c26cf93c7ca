//! The desk's logs, as an exchange sees them.

use std::collections::BTreeSet;

use domain::log::{Segment, Vector};
use domain::planted::{Bug, planted};
use store::{Arrived, ReceiveRefused, StoreFailed};
use sync::have::{Have, Reached};
use sync::round::{Logs, Refusal};

use crate::desk::Desk;

fn damaged() -> StoreFailed {
    StoreFailed::Damaged("a segment of this store".into())
}

impl Logs for Desk {
    type Failed = StoreFailed;

    fn at(&self) -> u64 {
        *self.news.borrow()
    }

    fn have(&self) -> Result<Have, StoreFailed> {
        let heads = self.store().heads();
        let reached = heads
            .iter()
            .map(|(log, (seq, head))| (*log, Reached::new(*seq, head)));
        Ok(Have(reached.collect()))
    }

    fn beyond(&self, theirs: &Vector, most: usize) -> Result<(Vec<Vec<u8>>, bool), StoreFailed> {
        let (mut theirs, mut segments, mut bytes) = (theirs.clone(), Vec::new(), 0);
        loop {
            // One by one: whoever saves meanwhile does not wait for all of them.
            let (next, more) = self.store().segments_beyond(&theirs, 1)?;
            for packed in next {
                let head = Segment::head(&packed).map_err(|_| damaged())?;
                if planted(Bug::HubTellsItsOwn) && head.incarnation != self.store().own_log() {
                    theirs.0.insert(head.incarnation, head.last);
                    continue;
                }
                theirs.0.insert(head.incarnation, head.last);
                bytes += packed.len();
                segments.push(packed);
            }
            if !more || bytes >= most {
                return Ok((segments, more));
            }
        }
    }

    fn keep(&self, segments: &[Vec<u8>]) -> Result<Vec<Refusal>, StoreFailed> {
        let (mut refused, mut closed) = (Vec::new(), BTreeSet::new());
        let mut kept = false;
        for packed in segments {
            // Opened before the store is asked: whoever saves meanwhile does not wait for that.
            let arrived = match Arrived::open(packed) {
                Ok(arrived) => arrived,
                Err(shape) => {
                    let code = shape.to_string();
                    refused.push(Refusal { log: None, code });
                    continue;
                }
            };
            let log = arrived.about().incarnation;
            if closed.contains(&log) {
                continue;
            }
            let mut taken = self.store().keep(&arrived);
            if let Err(ReceiveRefused::UnknownDevice) = taken {
                // Who enrolled it may be among what has just come.
                self.apply()?;
                taken = self.store().keep(&arrived);
            }
            if let Err(ReceiveRefused::OwnLog) = taken
                && !planted(Bug::OldDiskGoesOn)
            {
                // Sealed by this very PC and unknown to it: its disk is an older copy. What it once wrote comes back.
                self.new_life()?;
                taken = self.store().keep(&arrived);
            }
            match taken {
                Ok(new) => kept |= new,
                Err(ReceiveRefused::Failed(failed)) => {
                    self.noted(kept);
                    return Err(failed);
                }
                Err(other) => {
                    closed.insert(log);
                    refused.push(Refusal {
                        log: Some(log),
                        code: other.to_string(),
                    });
                }
            }
        }
        self.noted(kept);
        Ok(refused)
    }
}
