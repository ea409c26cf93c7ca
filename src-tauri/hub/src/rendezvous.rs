//! Brings together who was invited and who invited: each says one sealed thing that the hub cannot read.
//!
//! An invitation lives as long as somebody holds it open, at most [`LIFE`], and is over with the first answer. Whoever knocks under a
//! name that nobody gave out is sent away, and after [`MOST_WRONG`] of those everybody is, for a while.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sync::host::Denied;
use sync::tls::PublicKey;
use tokio::sync::{Notify, oneshot};
use tokio::time::Instant;

/// No invitation lives longer.
const LIFE: Duration = Duration::from_secs(600);
/// How long one who holds it open waits at a time; without asking again for twice as long they are gone.
const HOLD: Duration = Duration::from_secs(20);
/// How long one who knocks waits for the answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Names that nobody gave out, in [`LIFE`], until nobody is let knock any more.
const MOST_WRONG: usize = 5;
/// Invitations at once.
const MOST: usize = 16;

#[derive(Default)]
pub struct Rendezvous {
    open: Mutex<Open>,
    knocked: Notify,
}

#[derive(Default)]
struct Open {
    invitations: HashMap<String, Invitation>,
    wrong: Vec<Instant>,
}

struct Invitation {
    by: PublicKey,
    begun: Instant,
    held: Instant,
    knock: Option<Vec<u8>>,
    answer: Option<oneshot::Sender<Vec<u8>>>,
}

impl Open {
    /// Forgets what is over.
    fn tidy(&mut self, now: Instant) {
        self.invitations.retain(|_, invitation| {
            now < invitation.begun + LIFE && now < invitation.held + 2 * HOLD
        });
        self.wrong.retain(|at| now < *at + LIFE);
    }
}

impl Rendezvous {
    /// Opens an invitation.
    pub fn invite(&self, name: &str, by: PublicKey) -> Result<(), Denied> {
        self.look(name, by).map(drop)
    }

    /// Holds an invitation open, and waits a while for who knocks.
    pub async fn hold(&self, name: &str, by: PublicKey) -> Result<Vec<u8>, Denied> {
        let until = Instant::now() + HOLD;
        loop {
            let knocked = self.knocked.notified();
            if let Some(knock) = self.look(name, by)? {
                return Ok(knock);
            }
            if tokio::time::timeout_at(until, knocked).await.is_err() {
                return Ok(Vec::new());
            }
        }
    }

    /// Who has knocked, if somebody has. An invitation that was not there is opened: a hub that was started again knows of none.
    fn look(&self, name: &str, by: PublicKey) -> Result<Option<Vec<u8>>, Denied> {
        let now = Instant::now();
        let mut open = self.open();
        open.tidy(now);
        if !open.invitations.contains_key(name) && open.invitations.len() >= MOST {
            return Err(Denied::unable("pairing_busy"));
        }
        let invitation = open
            .invitations
            .entry(name.to_owned())
            .or_insert_with(|| Invitation {
                by,
                begun: now,
                held: now,
                knock: None,
                answer: None,
            });
        if invitation.by != by {
            return Err(Denied::not_yours("pairing_code_wrong"));
        }
        invitation.held = now;
        Ok(invitation.knock.take())
    }

    /// Knocks, and waits for the answer.
    pub async fn knock(&self, name: &str, knock: Vec<u8>) -> Result<Vec<u8>, Denied> {
        let (give, answer) = oneshot::channel();
        {
            let now = Instant::now();
            let mut open = self.open();
            open.tidy(now);
            if open.wrong.len() >= MOST_WRONG {
                return Err(Denied::unable("pairing_too_often"));
            }
            let Some(invitation) = open.invitations.get_mut(name) else {
                open.wrong.push(now);
                return Err(Denied::not_yours("pairing_code_wrong"));
            };
            let waiting = |answer: &oneshot::Sender<Vec<u8>>| !answer.is_closed();
            if invitation.answer.as_ref().is_some_and(waiting) {
                return Err(Denied::unable("pairing_busy"));
            }
            invitation.knock = Some(knock);
            invitation.answer = Some(give);
        }
        self.knocked.notify_waiters();
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(answer)) if !answer.is_empty() => Ok(answer),
            Ok(Ok(_)) => Err(Denied::not_yours("pairing_code_wrong")),
            // Nobody holds it open any more.
            _ => Err(Denied::unable("pairing_no_answer")),
        }
    }

    /// Answers who knocked. With an answer the invitation is over; an empty one sends them away and leaves it open.
    pub fn answer(&self, name: &str, by: PublicKey, answer: Vec<u8>) -> Result<(), Denied> {
        let mut open = self.open();
        let theirs = open
            .invitations
            .get_mut(name)
            .filter(|invitation| invitation.by == by)
            .ok_or(Denied::not_yours("pairing_code_wrong"))?;
        let waiting = theirs.answer.take();
        if answer.is_empty() {
            open.wrong.push(Instant::now());
        } else {
            open.invitations.remove(name);
        }
        match waiting.map(|waiting| waiting.send(answer)) {
            Some(Ok(())) => Ok(()),
            _ => Err(Denied::unable("pairing_gone")),
        }
    }

    /// Takes an invitation back.
    pub fn withdraw(&self, name: &str, by: PublicKey) {
        let mut open = self.open();
        let theirs = |invitation: &Invitation| invitation.by == by;
        if open.invitations.get(name).is_some_and(theirs) {
            open.invitations.remove(name);
        }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const INVITER: PublicKey = [1; 32];

    #[tokio::test(start_paused = true)]
    async fn who_knocks_under_the_name_given_out_is_heard_and_answered_once() {
        let place = Arc::new(Rendezvous::default());
        let holding = Arc::clone(&place);
        let inviter = tokio::spawn(async move {
            let knock = holding.hold("name", INVITER).await.expect("held");
            holding
                .answer("name", INVITER, b"welcome".to_vec())
                .expect("answered");
            knock
        });
        tokio::task::yield_now().await;
        let answer = place.knock("name", b"it is me".to_vec()).await;
        assert_eq!(answer.expect("answered"), b"welcome");
        assert_eq!(inviter.await.expect("ran"), b"it is me");
        let again = place.knock("name", b"once more".to_vec()).await;
        assert_eq!(again.expect_err("over").code, "pairing_code_wrong");
    }

    #[tokio::test(start_paused = true)]
    async fn who_guesses_names_is_soon_not_let_knock_any_more_and_later_again() {
        let place = Rendezvous::default();
        for _ in 0..MOST_WRONG {
            let wrong = place.knock("guess", Vec::new()).await;
            assert_eq!(wrong.expect_err("wrong").code, "pairing_code_wrong");
        }
        assert!(place.hold("name", INVITER).await.expect("held").is_empty());
        let right = place.knock("name", b"me".to_vec()).await;
        assert_eq!(right.expect_err("too often").code, "pairing_too_often");
        tokio::time::advance(LIFE).await;
        let later = place.knock("guess", Vec::new()).await;
        assert_eq!(later.expect_err("wrong").code, "pairing_code_wrong");
    }

    #[tokio::test(start_paused = true)]
    async fn an_invitation_that_nobody_holds_open_is_over() {
        let place = Rendezvous::default();
        assert!(place.hold("name", INVITER).await.expect("held").is_empty());
        tokio::time::advance(2 * HOLD).await;
        let late = place.knock("name", b"me".to_vec()).await;
        assert_eq!(late.expect_err("over").code, "pairing_code_wrong");
    }

    #[tokio::test(start_paused = true)]
    async fn an_invitation_is_over_after_ten_minutes_however_long_it_is_held() {
        let place = Rendezvous::default();
        for _ in 0..30 {
            assert!(place.hold("name", INVITER).await.expect("held").is_empty());
        }
        let late = place.knock("name", b"me".to_vec()).await;
        assert!(late.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_takes_over_or_answers_anothers_invitation() {
        let place = Rendezvous::default();
        assert!(place.hold("name", INVITER).await.expect("held").is_empty());
        let stranger = [2; 32];
        assert!(place.hold("name", stranger).await.is_err());
        assert!(place.answer("name", stranger, b"mine".to_vec()).is_err());
        place.withdraw("name", stranger);
        assert!(
            place.answer("name", INVITER, b"x".to_vec()).is_err(),
            "nobody waits"
        );
    }
}
