//! What two PCs say to each other when one joins: sealed with the code that somebody read off one screen and typed at the other.

use domain::id::{BranchId, DeviceId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::keys::{Aad, PairingCode, RootPublic, open, seal};
use sync::tls::PublicKey;

/// Who wants to join. The key stands beside the seal and under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Knock {
    /// As what.
    pub device: DeviceId,
    /// What it is to be called.
    pub name: String,
}

/// Where one is welcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Welcome {
    /// The showroom.
    pub branch: BranchId,
    /// Whom to believe.
    pub root: RootPublic,
    /// Whose logs to believe until their enrolments are here: id and key in hexadecimal.
    pub devices: Vec<(DeviceId, String)>,
    /// Which of them is the hub.
    pub hub: DeviceId,
}

/// A knock on its way.
#[derive(Serialize, Deserialize)]
struct Sealed {
    /// Of whoever knocks, in hexadecimal.
    key: String,
    /// In hexadecimal.
    sealed: String,
}

/// The knock of a PC with this key.
pub(super) fn knock(code: &PairingCode, key: &PublicKey, knock: &Knock) -> Vec<u8> {
    let plain = serde_json::to_vec(knock).unwrap_or_default();
    let sealed = seal(&code.key(), &aad("knock", key), &plain);
    let sealed = Sealed {
        key: domain::log::to_hex(key),
        sealed: domain::log::to_hex(&sealed),
    };
    serde_json::to_vec(&sealed).unwrap_or_default()
}

/// Reads a knock: the key of whoever knocks, and what they say. `None` for a wrong code and for whatever is none.
pub(super) fn read_knock(code: &PairingCode, bytes: &[u8]) -> Option<(PublicKey, Knock)> {
    let Sealed { key, sealed } = serde_json::from_slice(bytes).ok()?;
    let key = domain::log::from_hex(&key)?;
    let sealed = data_encoding::HEXLOWER.decode(sealed.as_bytes()).ok()?;
    Some((key, opened(code, "knock", &key, &sealed)?))
}

/// The answer to a knock of the PC with this key.
pub(super) fn welcome(code: &PairingCode, key: &PublicKey, welcome: &Welcome) -> Vec<u8> {
    let plain = serde_json::to_vec(welcome).unwrap_or_default();
    seal(&code.key(), &aad("welcome", key), &plain)
}

/// Reads the answer to one's own knock.
pub(super) fn read_welcome(code: &PairingCode, key: &PublicKey, bytes: &[u8]) -> Option<Welcome> {
    opened(code, "welcome", key, bytes)
}

fn opened<T: DeserializeOwned>(
    code: &PairingCode,
    what: &str,
    key: &PublicKey,
    sealed: &[u8],
) -> Option<T> {
    let plain = open(&code.key(), &aad(what, key), sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}

fn aad(what: &str, key: &PublicKey) -> Aad {
    Aad::of("forecourt/pairing/v1").text(what).bytes(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: PublicKey = [7; 32];

    fn said() -> Knock {
        Knock {
            device: DeviceId(uuid::Uuid::from_u128(5)),
            name: "展厅二号".to_owned(),
        }
    }

    #[test]
    fn what_is_said_under_one_code_is_heard_under_it_and_under_no_other() {
        let (code, other) = (PairingCode::create(9), PairingCode::create(9));
        let bytes = knock(&code, &KEY, &said());
        assert_eq!(read_knock(&code, &bytes), Some((KEY, said())));
        assert_eq!(read_knock(&other, &bytes), None);
        assert_eq!(read_knock(&code, b"{}"), None);
    }

    #[test]
    fn a_knock_with_another_key_put_beside_it_is_none() {
        let code = PairingCode::create(9);
        let bytes = knock(&code, &KEY, &said());
        let text = String::from_utf8(bytes).expect("JSON");
        let changed = text.replace(&"07".repeat(32), &"08".repeat(32));
        assert_ne!(changed, text);
        assert_eq!(read_knock(&code, changed.as_bytes()), None);
    }

    #[test]
    fn a_knock_is_no_welcome() {
        let code = PairingCode::create(9);
        let plain = serde_json::to_vec(&said()).expect("JSON");
        let sealed = seal(&code.key(), &aad("knock", &KEY), &plain);
        assert_eq!(read_welcome(&code, &KEY, &sealed), None);
    }
}
