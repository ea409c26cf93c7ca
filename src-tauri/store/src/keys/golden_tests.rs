//! What was written once is read for ever. A change that breaks one of these locks people out of their own data: give
//! the new form a new version instead, and keep reading the old one.

use data_encoding::HEXLOWER;

use super::sample_pc::{DEVICE, WANG, password_of, policy};
use super::{
    Aad, DataKey, DeviceKey, DeviceKeyring, DeviceSigner, Pin, PinHash, RecoveryKey, SealedSeed,
    Secret, Slots, open,
};

const SLOTS: &[u8] = include_bytes!("golden/slots-v1.json");
const DEVICE_KEY: &[u8] = include_bytes!("golden/device-key-1");
const PAPER: &str = "6GSJ-CJQT-PCC9-BYSG-CB0J-QJ6W-4TE4";
const DATA_KEY: &str = "cdb84d6b7d50e435840497ef74de3c934c5247859a931655f053d31e14c0fe69";
const ROOT: &str = r#"{"sign":"45768eea2219d188bd8104a8f6247fa4c6148a4109500ed23d0cfd2cf917a20c","agree":"ed194d06c44c30f12ee4b2729a7bc39829a8e7a21405ade9b1d189b54311933a"}"#;
const USER: &str = r#"{"sign":"dfed3857c41ab34b6994304b445c2427c84a5deeda58d4e9b0a94f2924ce484d","agree":"9d833b2d2737cc5e13f71a741d37bda914140e6f69f444645e12b955405bab06"}"#;
const SEED: &str = r#"{"version":1,"params":{"m":32,"t":2,"p":1},"salt":"901191c222576d34afab87b297e56cf0","box":"0148d0d020b8981d60cd88a3bc6d9b22164a0861e8a8ffa45be60c700775abca3a2f1f646782f3fdaad10d13bab0d32d4b19cf256524ab2dd32a8087cd17730b164156b8a461c6f812"}"#;
const PIN: &str = r#"{"params":{"m":32,"t":2,"p":1},"salt":"d71bc5e55a994219ef03f92eafb1ea32","hash":"d4a587ee89e7d552d7c5effba7e1d08bbdfa8e047292c7fbd140c51ba93eea23"}"#;
const SIGNER: &str = "01274a70e12ce8344864e3c8f6be4a06440a6f6a582788d62dacd2ca84d63daea4cc2b5b1e186e64d89560bb8c7fd050017ab720b47b901af42bed1a4befa4cf74e7a8da93dc6aa6b5";
const SIGNER_PUBLIC: &str = "17399018c2f07afc0ff7a9c2231ca18823899d245366caffbf095f527aa46f26";

fn bytes(hex: &str) -> Vec<u8> {
    HEXLOWER.decode(hex.as_bytes()).expect("hex")
}

fn data_key() -> DataKey {
    DataKey::from_secret(Secret::from_slice(&bytes(DATA_KEY)).expect("32 bytes"))
}

fn device_key() -> DeviceKey {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("device-key"), DEVICE_KEY).expect("written");
    let found = DeviceKeyring::in_folder(folder.path()).find(|_| true);
    found.expect("read").expect("there").0
}

#[test]
fn the_first_slot_file_opens_with_its_password_and_its_device_key() {
    let slots = Slots::from_bytes(SLOTS).expect("read");
    assert_eq!(slots.to_bytes(), SLOTS);
    assert_eq!(slots.device(), DEVICE);
    let open = slots
        .unlock(WANG, &password_of(WANG), &device_key(), &policy())
        .expect("opens");
    assert_eq!(open.data_key.secret(), data_key().secret());
    assert_eq!(
        serde_json::to_string(&open.user.public()).expect("json"),
        USER
    );
}

#[test]
fn the_first_paper_opens_the_first_slot_file() {
    let paper = RecoveryKey::parse(PAPER).expect("read");
    assert_eq!(paper.printed().as_str(), PAPER);
    let open = Slots::from_bytes(SLOTS)
        .expect("read")
        .recover(&paper)
        .expect("opens");
    assert_eq!(open.data_key.secret(), data_key().secret());
    assert_eq!(
        serde_json::to_string(&open.root.public()).expect("json"),
        ROOT
    );
}

#[test]
fn the_first_seed_in_the_log_opens() {
    let seed: SealedSeed = serde_json::from_str(SEED).expect("read");
    assert_eq!(serde_json::to_string(&seed).expect("json"), SEED);
    let keys = seed
        .open(WANG, &password_of(WANG), &policy())
        .expect("opens");
    assert_eq!(serde_json::to_string(&keys.public()).expect("json"), USER);
}

/// Computed with another implementation of HKDF-SHA-256 as well.
#[test]
fn the_sub_keys_of_a_data_key_stay_what_they_were() {
    let key = data_key();
    for (sub_key, digits) in [
        (
            key.database(),
            "668b8dcca6aa46d5325bfe0f771456d0e1775662361028009168a7f341d7f26d",
        ),
        (
            key.blobs(),
            "77a32bb6424b687e23aabc1c36a291e44d485fc64ca42e99f84515acb6636529",
        ),
        (
            key.log(),
            "4e0c7bcf0c06045440b271615bc239bf87d773253837fd40dc674e132ff58214",
        ),
        (
            key.backup(),
            "53f12ce5f2f1c2bda56e2705e38f8d89b5158fed0c6260dd9a11e59c29719af9",
        ),
    ] {
        assert_eq!(HEXLOWER.encode(sub_key.as_bytes()), digits);
    }
}

#[test]
fn the_first_pin_hash_and_the_first_sealed_signer_still_serve() {
    let hash: PinHash = serde_json::from_str(PIN).expect("read");
    let pin = Pin::typed("482917").expect("six digits");
    assert_eq!(hash.matches(&pin, WANG, &data_key(), &policy()), Ok(true));
    let signer = DeviceSigner::open(&bytes(SIGNER), DEVICE, &data_key()).expect("opens");
    assert_eq!(signer.public().as_slice(), bytes(SIGNER_PUBLIC));
}

#[test]
fn the_first_sealed_box_opens() {
    let key = Secret::from_slice(&[7; 32]).expect("32 bytes");
    let sealed = "0158298f8726d21140ec43808e91c5351535d960b79325472039a43a3dbfcf0a06b82a44b3a15f093db11ce653d472";
    let opened = open(&key, &Aad::of("forecourt/blob/v1").id(WANG), &bytes(sealed)).expect("opens");
    assert_eq!(opened.as_slice(), "展厅".as_bytes());
}
