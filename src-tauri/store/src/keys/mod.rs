//! The keys: who can open the store of this PC, and what everything in it is encrypted with.
//!
//! ```text
//!   password ──Argon2id──▶ seed ──HKDF──▶ Ed25519 (orders)  X25519 ─┐
//!                          (sealed; travels in the log)             ├─▶ slot ──▶ DATA KEY ──HKDF──▶ database
//!   device key (system store or private file, this PC only) ────────┘             ▲                blobs
//!                                                                                 │                log
//!   recovery key (128 bits on paper) ──HKDF──▶ branch root ──▶ recovery slot ─────┘                backup
//!                                              Ed25519, X25519   (no device key)                   PIN pepper, signer
//! ```
//!
//! - Each PC has its own random [`DataKey`]. It is on disk only inside the slots of `slots.json` ([`Slots`]): one for
//!   every active user of the branch, so that staff sign in on any PC, and one for the recovery key.
//! - A user is a key pair whose private half travels sealed under the password ([`SealedSeed`]). An open PC wraps its
//!   data key for a user whom the log brings, without knowing the password; a removal takes the slot away.
//! - Every user's slot also needs the [`DeviceKey`]: a copied folder is worth nothing, even to who knows a password.
//! - The [`RecoveryKey`] opens on any machine, and is the root to which enrolments and revocations chain back.
//! - The PIN ([`PinHash`], [`PinAttempts`]) returns from a locked screen and wraps nothing.
//!
//! **At setup:** `DataKey::create` → `DeviceKeyring::read_or_create` → `Slots::create` → `put` each user,
//! `set_recovery` → `save` → print the recovery key. **At start:** `Slots::load` →
//! `DeviceKeyring::find(|key| slots.is_bound_to(key))` → `unlock` → `sqlcipher_pragma`. **On a bare machine:**
//! `Slots::from_bytes` of the backup → `recover` → `read_or_create` → `rebind` → `save`.
//!
//! It refuses: parameters below a floor or above a ceiling, before working with them; any changed byte of a slot file;
//! a file in another form than the one it writes; to replace a device key that it cannot read; to print, clone or
//! serialise a secret. It does no SQL, asks no clock and decides nothing about roles. It cannot: take back a data key
//! that someone extracted while signed in, protect against who controls the running system, keep pages out of swap.

mod crockford;
mod data_key;
mod device;
mod envelope;
mod errors;
mod file;
mod hex;
mod note;
mod os;
mod pair;
mod pairing;
mod password;
mod pin;
mod pin_attempts;
mod recovery;
mod seal;
mod secret;
mod signer;
mod slot_file;
mod slot_table;
mod slots;
mod stretch;
mod unlock;
mod user;

#[cfg(test)]
mod golden_tests;
#[cfg(all(test, target_os = "linux"))]
mod memory_tests;
#[cfg(test)]
mod sample_pc;

pub(crate) use crockford::letters;
pub(crate) use data_key::new_cipher_salt;
pub use data_key::{CIPHER_SALT_LEN, CipherSalt, DataKey};
pub use device::{DeviceKey, DeviceKeyPlace, DeviceKeyring};
pub use errors::{
    DeviceKeyFailed, ParamsRefused, RecoverRefused, SealRefused, SignatureRefused, SlotsFailed,
    SlotsRefused, UnlockRefused,
};
pub(crate) use file::rename;
pub use pair::{KeyPairs, PublicKeys, RootPublic, SIGNATURE_LEN, UserPublic, verify};
pub use pairing::{PairingCode, PairingCodeRefused};
pub use password::{
    PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, Password, PasswordRefused, one_time_password,
};
pub use pin::{PIN_LEN, Pin, PinHash, PinRefused};
pub use pin_attempts::{PIN_MAX_FAILURES, PinAttempts, PinClosed};
pub use recovery::{RECOVERY_KEY_LEN, RecoveryKey, RecoveryKeyRefused, RootKeys};
pub use seal::{Aad, SEAL_OVERHEAD, open, seal};
pub use secret::{SECRET_LEN, Secret};
pub use signer::DeviceSigner;
pub use slot_file::{SLOT_FILE, SlotSource};
pub use slots::{Member, Slots};
pub use stretch::{Policy, StretchParams};
pub use unlock::{Recovered, Unlocked};
pub use user::{SealedSeed, UserKeys};
