//! Who sits at the PC now.

use domain::id::StaffId;
use domain::role::Role;
use store::keys::{RootKeys, UserKeys};

use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SEE_ALL, Verb};

/// The person signed in, as far as rules ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// Who.
    pub id: StaffId,
    /// As colleagues say it.
    pub name: String,
    /// As what.
    pub roles: Vec<Role>,
}

impl Me {
    /// Whether one of these roles is mine.
    #[must_use]
    pub fn is(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }

    /// Whether a customer of this owner is mine to open.
    #[must_use]
    pub fn may_see(&self, owner: Option<StaffId>) -> bool {
        self.is(SEE_ALL) || owner.is_none_or(|owner| owner == self.id)
    }

    /// Refuses whom the verb does not name.
    ///
    /// # Errors
    /// [`Code::NotAllowed`].
    pub fn must(&self, verb: &Verb) -> Outcome<()> {
        if verb.allows(&self.roles) {
            Ok(())
        } else {
            Err(Problem::refused(Code::NotAllowed).with("verb", verb.name))
        }
    }
}

/// A sitting: the person, and keys to sign with when a password was given.
#[derive(Debug)]
pub struct Session {
    /// Who.
    pub me: Me,
    /// Signs acts of authority; not there after a switch by PIN, because a PIN opens no key.
    pub keys: Option<Signer>,
}

impl Session {
    /// The program itself: what it mends, nobody did.
    #[must_use]
    pub(crate) fn of_nobody() -> Self {
        Self {
            me: Me {
                id: StaffId(uuid::Uuid::nil()),
                name: String::new(),
                roles: vec![Role::Admin],
            },
            keys: None,
        }
    }
}

/// Whose keys sign.
pub enum Signer {
    /// The person's own.
    User(UserKeys),
    /// The branch's root, on paper: when nobody's password is known any more.
    Root(RootKeys),
}

impl Signer {
    /// Signs a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        match self {
            Self::User(keys) => keys.sign(message),
            Self::Root(keys) => keys.sign(message),
        }
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(…)")
    }
}
