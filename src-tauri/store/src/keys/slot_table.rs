//! What the slot file says, and what each slot in it is bound to. Names in JSON are fixed with their version.
//!
//! It opens and wraps nothing: see [`super::slots`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::data_key::CipherSalt;
use super::envelope::Envelope;
use super::hex;
use super::pair::RootPublic;
use super::seal::Aad;
use super::user::SealedSeed;

/// Version of the table's form.
pub(super) const VERSION: u32 = 1;

/// An active user's slot; the id is its key in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UserSlot {
    pub(super) roles: Vec<String>,
    #[serde(with = "hex")]
    pub(super) agree: [u8; 32],
    pub(super) seed: SealedSeed,
    pub(super) slot: Envelope,
}

/// The slot of the recovery key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecoverySlot {
    pub(super) root: RootPublic,
    pub(super) slot: Envelope,
}

/// All that the slot file says, apart from its own authentication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) version: u32,
    /// Grows with every change.
    pub(super) generation: u64,
    pub(super) branch: Uuid,
    pub(super) device: Uuid,
    #[serde(with = "hex")]
    pub(super) cipher_salt: CipherSalt,
    #[serde(with = "hex")]
    pub(super) device_check: [u8; 8],
    pub(super) users: BTreeMap<Uuid, UserSlot>,
    pub(super) recovery: Option<RecoverySlot>,
}

impl Table {
    /// The one form in which the table is hashed and authenticated.
    pub(super) fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a table of ids, numbers and text has a form in JSON")
    }

    /// The whole table, for its authentication under the data key.
    pub(super) fn aad(&self) -> Aad {
        Aad::of("forecourt/slots").bytes(&self.canonical())
    }

    fn slot_aad(&self, purpose: &str) -> Aad {
        Aad::of(purpose)
            .number(self.version)
            .id(self.branch)
            .id(self.device)
            .bytes(&self.cipher_salt)
    }

    /// What a user's slot is bound to.
    pub(super) fn user_aad(
        &self,
        user: Uuid,
        roles: &[String],
        agree: &[u8; 32],
        seed: &SealedSeed,
    ) -> Aad {
        let aad = self.slot_aad("forecourt/slot/user").id(user).bytes(agree);
        let aad = roles.iter().fold(aad, |aad, role| aad.text(role));
        seed.bind(aad)
    }

    /// What the recovery slot is bound to.
    pub(super) fn recovery_aad(&self, root: &RootPublic) -> Aad {
        self.slot_aad("forecourt/slot/recovery")
            .bytes(&root.sign)
            .bytes(&root.agree)
    }
}
