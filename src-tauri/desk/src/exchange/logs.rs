//! The desk's logs, as an exchange sees them.

use std::collections::BTreeSet;

use domain::log::{Segment, Vector};
use store::{ReceiveRefused, StoreFailed};
use sync::have::{Have, Reached};
use sync::round::{Logs, Refusal};

use crate::desk::Desk;

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
        self.store().segments_beyond(theirs, most)
    }

    fn keep(&self, segments: &[Vec<u8>]) -> Result<Vec<Refusal>, StoreFailed> {
        let (mut refused, mut closed) = (Vec::new(), BTreeSet::new());
        let mut kept = false;
        for packed in segments {
            let log = Segment::head(packed).ok().map(|head| head.incarnation);
            if log.is_some_and(|log| closed.contains(&log)) {
                continue;
            }
            let mut taken = self.store().keep(packed);
            if let Err(ReceiveRefused::UnknownDevice) = taken {
                // Who enrolled it may be among what has just come.
                self.apply()?;
                taken = self.store().keep(packed);
            }
            if let Err(ReceiveRefused::OwnLog) = taken {
                // Sealed by this very PC and unknown to it: its disk is an older copy. What it once wrote comes back.
                self.new_life()?;
                taken = self.store().keep(packed);
            }
            match taken {
                Ok(new) => kept |= new,
                Err(ReceiveRefused::Failed(failed)) => {
                    self.noted(kept);
                    return Err(failed);
                }
                Err(other) => {
                    closed.extend(log);
                    refused.push(Refusal {
                        log,
                        code: other.to_string(),
                    });
                }
            }
        }
        self.noted(kept);
        Ok(refused)
    }
}
