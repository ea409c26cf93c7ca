//! What the slot file must hold: see the module they test.

use std::fs;

use uuid::Uuid;

use super::super::sample_pc::{LI, Pc, WANG, password_of, policy};
use super::*;

const GOLDEN: &[u8] = include_bytes!("golden/slots-v1.json");

fn saved() -> (tempfile::TempDir, Pc) {
    let folder = tempfile::tempdir().expect("folder");
    let pc = Pc::with_two_users();
    pc.slots.save(folder.path()).expect("saved");
    (folder, pc)
}

fn loads(folder: &Path) -> (Slots, SlotSource) {
    Slots::load(folder).expect("loads")
}

#[test]
fn what_was_saved_loads_and_opens() {
    let (folder, mut pc) = saved();
    let (slots, source) = loads(folder.path());
    assert_eq!((&slots, source), (&pc.slots, SlotSource::File));
    pc.slots = slots;
    assert!(pc.unlock(WANG).is_ok() && pc.unlock(LI).is_ok());
}

#[test]
fn every_flipped_bit_and_every_truncation_of_the_file_is_refused() {
    let bytes = Pc::with_two_users().slots.to_bytes();
    assert!(Slots::from_bytes(&bytes).is_ok());
    for position in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[position] ^= 1 << bit;
            assert!(
                Slots::from_bytes(&damaged).is_err(),
                "byte {position} bit {bit}"
            );
        }
        assert!(
            Slots::from_bytes(&bytes[..position]).is_err(),
            "cut at {position}"
        );
    }
    assert!(
        Slots::from_bytes(&[&bytes[..], b" "].concat()).is_err(),
        "one byte more"
    );
}

#[test]
fn every_flipped_byte_is_refused_even_when_the_checksum_is_made_to_fit() {
    let pc = Pc::with_two_users();
    let table = pc.slots.table.canonical();
    let mut tried = 0;
    for position in 0..table.len() {
        for flip in [0x01, 0x02, 0x20] {
            let mut changed = table.clone();
            changed[position] ^= flip;
            let Ok(changed) = serde_json::from_slice::<Table>(&changed) else {
                continue;
            };
            if changed == pc.slots.table {
                continue;
            }
            let forged = Slots {
                table: changed,
                mac: pc.slots.mac.clone(),
            };
            // An attacker can make the outer form right: then the keys have to refuse.
            let Ok(forged) = Slots::from_bytes(&forged.to_bytes()) else {
                continue;
            };
            tried += 1;
            for user in [WANG, LI] {
                let opened = forged.unlock(user, &password_of(user), &pc.device_key, &policy());
                assert!(opened.is_err(), "byte {position}");
            }
            assert!(forged.recover(&pc.recovery_key).is_err(), "byte {position}");
        }
    }
    assert!(tried > 1_000, "{tried} forgeries reached the keys");
    for position in 0..pc.slots.mac.len() {
        let mut forged = pc.slots.clone();
        forged.mac[position] ^= 1;
        let forged = Pc {
            slots: Slots::from_bytes(&forged.to_bytes()).expect("form"),
            ..Pc::with_two_users()
        };
        assert!(forged.unlock(WANG).is_err());
    }
}

#[test]
fn another_spelling_of_the_same_table_is_refused() {
    let slots = Pc::with_two_users().slots;
    let pretty = String::from_utf8(slots.to_bytes()).expect("text");
    let compact: serde_json::Value = serde_json::from_str(&pretty).expect("json");
    for text in [
        compact.to_string(),
        pretty.replace("  ", "\t"),
        pretty.replacen("\"version\": 1", "\"version\": 1, \"version\": 1", 1),
        pretty.replacen("{", "{ \"more\": 1,", 1),
        String::new(),
        "null".to_owned(),
        "[".repeat(100_000),
    ] {
        assert!(matches!(
            Slots::from_bytes(text.as_bytes()),
            Err(SlotsFailed::Damaged)
        ));
    }
}

#[test]
fn a_file_of_a_newer_version_is_named_as_such() {
    let text = String::from_utf8(Pc::with_two_users().slots.to_bytes()).expect("text");
    let newer = text.replacen("\"version\": 1,", "\"version\": 2, \"anything\": {},", 1);
    assert!(matches!(
        Slots::from_bytes(newer.as_bytes()),
        Err(SlotsFailed::NewerVersion(2))
    ));
}

#[test]
fn a_damaged_file_is_replaced_by_its_copy_and_kept_as_evidence() {
    let (folder, pc) = saved();
    let path = folder.path().join(SLOT_FILE);
    fs::write(&path, b"{\"table\": {}").expect("damaged");
    let (slots, source) = loads(folder.path());
    assert_eq!((&slots, source), (&pc.slots, SlotSource::Copy));
    assert!(path.exists(), "looking changes nothing");

    slots.save(folder.path()).expect("saved");
    assert_eq!(loads(folder.path()).1, SlotSource::File);
    let aside = fs::read(folder.path().join("slots.json.damaged-1")).expect("kept");
    assert_eq!(aside, b"{\"table\": {}");
}

#[test]
fn a_missing_file_is_found_in_its_copy_and_a_missing_copy_is_made_again() {
    let (folder, pc) = saved();
    let (path, copy) = paths(folder.path());
    fs::remove_file(&path).expect("removed");
    assert_eq!(loads(folder.path()), (pc.slots.clone(), SlotSource::Copy));
    pc.slots.save(folder.path()).expect("saved");
    fs::remove_file(&copy).expect("removed");
    assert_eq!(loads(folder.path()).1, SlotSource::File);
    assert_eq!(fs::read(&copy).expect("again"), pc.slots.to_bytes());
}

#[test]
fn without_either_file_it_is_a_new_installation_and_with_two_damaged_ones_it_is_not() {
    let folder = tempfile::tempdir().expect("folder");
    assert!(matches!(
        Slots::load(folder.path()),
        Err(SlotsFailed::Missing)
    ));
    let (path, copy) = paths(folder.path());
    fs::write(&copy, b"damaged").expect("written");
    assert!(matches!(
        Slots::load(folder.path()),
        Err(SlotsFailed::Damaged)
    ));
    fs::write(&path, b"").expect("written");
    assert!(matches!(
        Slots::load(folder.path()),
        Err(SlotsFailed::Damaged)
    ));
}

#[test]
fn a_crash_at_any_step_of_a_save_leaves_slots_that_open() {
    type Crash = fn(&Path, &[u8]);
    let crashes: [Crash; 4] = [
        |path, new| {
            fs::write(file::with_suffix(path, ".new"), &new[..new.len() / 2]).expect("torn")
        },
        |path, new| drop(file::stage(path, new).expect("staged")),
        |path, new| file::write_atomically(path, new).expect("first written"),
        |path, new| {
            file::write_atomically(path, new).expect("first written");
            drop(file::stage(&file::with_suffix(path, ".1"), new).expect("second staged"));
        },
    ];
    for (step, crash) in crashes.into_iter().enumerate() {
        let (folder, mut pc) = saved();
        let before = pc.slots.clone();
        pc.slots.remove(WANG, &pc.data_key).expect("removed");
        crash(&folder.path().join(SLOT_FILE), &pc.slots.to_bytes());
        let expected = if step < 2 { &before } else { &pc.slots };
        assert_eq!(
            loads(folder.path()),
            (expected.clone(), SlotSource::File),
            "step {step}"
        );
        pc.slots.save(folder.path()).expect("saved again");
        assert_eq!(loads(folder.path()).0, pc.slots);
    }
}

#[test]
fn a_removed_user_s_slot_is_in_no_file_afterwards() {
    let (folder, mut pc) = saved();
    pc.slots.remove(WANG, &pc.data_key).expect("removed");
    let (path, copy) = paths(folder.path());
    // Even after a crash between the two writes, from the next start on.
    file::write_atomically(&path, &pc.slots.to_bytes()).expect("first written");
    assert!(
        fs::read_to_string(&copy)
            .expect("copy")
            .contains(&WANG.to_string())
    );
    loads(folder.path());
    for entry in fs::read_dir(folder.path()).expect("folder") {
        let text = fs::read_to_string(entry.expect("entry").path()).expect("text");
        assert!(!text.contains(&WANG.to_string()) && text.contains(&LI.to_string()));
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_reported() {
    let folder = tempfile::tempdir().expect("folder");
    let gone = folder.path().join("not there");
    let failed = Pc::with_two_users().slots.save(&gone);
    assert!(matches!(failed, Err(SlotsFailed::Io(_))));
}

#[test]
fn the_file_names_no_secret_and_reads_like_a_table() {
    let pc = Pc::with_two_users();
    let json: serde_json::Value = serde_json::from_slice(&pc.slots.to_bytes()).expect("json");
    let user = &json["table"]["users"][WANG.to_string()];
    assert_eq!(
        user["seed"]["params"],
        serde_json::json!({"m": 32, "t": 2, "p": 1})
    );
    assert_eq!(user["roles"], serde_json::json!(["reception", "sales"]));
    assert_eq!(json["table"]["version"], 1);
    assert!(Uuid::parse_str(json["table"]["branch"].as_str().expect("text")).is_ok());
}

proptest::proptest! {
    #[test]
    fn whatever_lies_in_the_file_is_refused_calmly(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400),
        position in 0..1_000_usize,
        len in 0..40_usize,
    ) {
        proptest::prop_assert!(Slots::from_bytes(&bytes).is_err());
        let mut spliced = GOLDEN.to_vec();
        spliced.splice(position..position + len, bytes);
        proptest::prop_assert!(spliced == GOLDEN || Slots::from_bytes(&spliced).is_err());
    }
}
