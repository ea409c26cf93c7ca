//! Making backups, and which of them stay.

use domain::when::Moment;
use store::StoreFailed;
use store::backup::{self, BackupFailed, KEPT, Unlock};

use crate::pc::{BRANCH, MORNING, Pc, contents, names, restore};

const DAY: i64 = 24 * 60 * 60_000;

fn day(n: i64) -> Moment {
    Moment(MORNING.0 + n * DAY)
}

#[test]
fn a_backup_is_one_file_and_is_listed_with_moment_size_and_ops() {
    let mut pc = Pc::new(1);
    pc.customers(3);
    let made = pc.back_up(MORNING).unwrap();
    assert_eq!(
        (made.moment, made.ops, made.branch, made.device),
        (MORNING, 4, BRANCH, pc.device())
    );
    assert_eq!(made.bytes, std::fs::metadata(&made.file).unwrap().len());
    assert_eq!(
        names(pc.second.path()),
        ["forecourt-2026-03-01-0930-000000d1.backup"]
    );
    assert_eq!(backup::kept(pc.second.path()).unwrap(), [made]);
}

#[test]
fn people_write_on_while_it_is_made_and_it_holds_one_moment() {
    let mut pc = Pc::new(1);
    pc.customers(900);
    let before = pc.store.dump().unwrap();
    let backup = pc.prepare();
    let mut tidier = pc.store.tidier(&pc.cipher()).unwrap();
    let second = pc.second.path().to_owned();
    let (mut steps, mut written) = (0, 0);
    let made = backup
        .make(
            &second,
            MORNING,
            Some(&mut |_, _| {
                steps += 1;
                if written < 20 {
                    pc.customer(&format!("李{steps}"));
                    tidier.tidy().unwrap();
                    written += 1;
                }
                true
            }),
        )
        .unwrap();
    assert!(steps > 1, "{steps} steps: copied in pieces");
    assert_eq!(made.ops, 901, "nothing of what was written since");
    let bare = tempfile::tempdir().unwrap();
    restore(&made, bare.path(), &Unlock::Key(&pc.data_key)).unwrap();
    let restored = crate::pc::open(bare.path(), &pc.data_key).unwrap();
    assert_eq!(restored.dump().unwrap(), before);
    assert_eq!(
        pc.store.read().ops().unwrap(),
        901 + u64::from(written as u32),
        "and nothing of it was lost"
    );
}

#[test]
fn nothing_of_a_customer_can_be_read_in_a_backup() {
    let mut pc = Pc::new(1);
    pc.customer("王canary7731");
    let made = pc.back_up(MORNING).unwrap();
    let bytes = std::fs::read(&made.file).unwrap();
    let wide: Vec<u8> = "canary7731"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for needle in [
        b"canary7731".as_slice(),
        "王canary".as_bytes(),
        &wide,
        b"SQLite format 3",
        b"CREATE TABLE",
    ] {
        assert!(
            !bytes.windows(needle.len()).any(|part| part == needle),
            "{needle:?}"
        );
    }
}

#[test]
fn a_backup_is_due_once_a_day_and_a_clock_that_ran_ahead_does_not_put_it_off() {
    let mut pc = Pc::new(1);
    let due = |pc: &Pc, at| backup::due(pc.second.path(), pc.device(), at).unwrap();
    assert!(due(&pc, MORNING));
    pc.back_up(day(3_650)).unwrap();
    assert!(due(&pc, MORNING), "ten years from now does not count");
    pc.back_up(MORNING).unwrap();
    assert!(!due(&pc, MORNING));
    assert!(!due(&pc, Moment(day(1).0 - 60_000)));
    assert!(due(&pc, day(1)));
    assert!(
        backup::due(pc.second.path(), Pc::new(2).device(), MORNING).unwrap(),
        "another PC's is not this one's"
    );
}

#[test]
fn the_last_four_of_this_pc_stay_and_those_of_another_too() {
    let (mut pc, mut other) = (Pc::new(1), Pc::new(2));
    let theirs = other
        .prepare()
        .make(pc.second.path(), MORNING, None)
        .unwrap();
    for n in 0..7 {
        pc.back_up(day(n)).unwrap();
    }
    let kept = backup::kept(pc.second.path()).unwrap();
    let mine: Vec<Moment> = kept
        .iter()
        .filter(|one| one.device == pc.device())
        .map(|one| one.moment)
        .collect();
    assert_eq!(mine, [day(6), day(5), day(4), day(3)]);
    assert_eq!(mine.len(), KEPT);
    assert!(kept.contains(&theirs));
}

#[test]
fn the_one_just_made_stays_whatever_dates_the_others_have() {
    let mut pc = Pc::new(1);
    for n in 100..105 {
        pc.back_up(day(n)).unwrap();
    }
    let made = pc.back_up(MORNING).unwrap();
    let kept = backup::kept(pc.second.path()).unwrap();
    assert_eq!(kept.len(), KEPT);
    assert!(kept.contains(&made));
}

#[test]
fn without_the_folder_it_is_said_so_and_no_folder_is_made() {
    let mut pc = Pc::new(1);
    let missing = pc.second.path().join("stick");
    let refused = pc.prepare().make(&missing, MORNING, None).unwrap_err();
    assert_eq!(refused.code(), "backup_folder_missing");
    assert!(!missing.exists());
    assert_eq!(
        backup::kept(&missing).unwrap_err().code(),
        "backup_folder_missing"
    );
    assert_eq!(
        backup::due(&missing, pc.device(), MORNING)
            .unwrap_err()
            .code(),
        "backup_folder_missing"
    );
}

#[test]
fn stopped_half_way_it_leaves_nothing() {
    let mut pc = Pc::new(1);
    pc.customers(200);
    pc.back_up(MORNING).unwrap();
    let before = contents(pc.second.path());
    let refused = pc
        .prepare()
        .make(pc.second.path(), day(1), Some(&mut |_, _| false))
        .unwrap_err();
    assert!(matches!(
        refused,
        BackupFailed::Store(StoreFailed::Cancelled)
    ));
    assert_eq!(contents(pc.second.path()), before);
}

#[test]
fn what_a_crash_left_is_replaced_and_never_listed() {
    let mut pc = Pc::new(1);
    let left = "forecourt-000000d1.backup-unfinished";
    for end in ["", "-journal"] {
        std::fs::write(pc.second.path().join(format!("{left}{end}")), b"half").unwrap();
    }
    std::fs::write(
        pc.second
            .path()
            .join("forecourt-2026-02-28-0930-000000d1.backup"),
        b"cut off",
    )
    .unwrap();
    assert_eq!(backup::kept(pc.second.path()).unwrap(), []);
    let made = pc.back_up(MORNING).unwrap();
    assert_eq!(backup::kept(pc.second.path()).unwrap(), [made]);
    assert!(
        !names(pc.second.path())
            .iter()
            .any(|name| name.starts_with(left))
    );
}

#[test]
fn a_log_that_was_changed_in_the_file_makes_no_backup_and_the_good_one_stays() {
    let mut pc = Pc::new(1);
    pc.customers(3);
    let good = pc.back_up(MORNING).unwrap();
    let raw = raw(&pc);
    raw.execute(
        "UPDATE log SET body = replace(body, '王1', '王9') WHERE seq = 3",
        [],
    )
    .unwrap();
    let refused = pc.back_up(day(1)).unwrap_err();
    assert_eq!(refused.code(), "backup_not_sound");
    assert!(refused.detail().contains("op 3"), "{}", refused.detail());
    assert_eq!(backup::kept(pc.second.path()).unwrap(), [good]);
    assert_eq!(names(pc.second.path()).len(), 1);
}

#[test]
fn whichever_page_rotted_in_the_store_no_backup_is_made_of_it_and_the_good_one_stays() {
    let mut pc = Pc::new(1);
    pc.customers(100);
    let good = pc.back_up(MORNING).unwrap();
    let closed = pc.close();
    let file = closed.folder.path().join(store::FILE);
    let sound = std::fs::read(&file).unwrap();
    let (slots, _) = store::keys::Slots::load(closed.folder.path()).unwrap();
    let cipher = crate::pc::cipher(&closed.data_key, &slots);
    let pages = sound.len() / 4096;
    // The second is in use from the start on; the last is the one after which the copying ends.
    for page in (1..pages).step_by(7).chain([pages - 1]) {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 2_000] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let code = crate::pc::open(closed.folder.path(), &closed.data_key)
            .map_err(|failed| failed.code())
            .and_then(|mut store| {
                let backup = backup::Backup::prepare(&mut store, &cipher, &closed.data_key, &slots)
                    .map_err(|failed| failed.code())?;
                backup
                    .make(closed.second.path(), day(1), None)
                    .map_err(|failed| failed.code())
            });
        assert_eq!(
            code,
            Err("store_damaged".to_owned()),
            "page {page} of {pages}"
        );
        assert_eq!(
            backup::kept(closed.second.path()).unwrap(),
            std::slice::from_ref(&good)
        );
        assert_eq!(names(closed.second.path()).len(), 1);
    }
}

/// A connection past all rules, as somebody with the key could make one.
pub fn raw(pc: &Pc) -> rusqlite::Connection {
    let raw = rusqlite::Connection::open(pc.folder.path().join(store::FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        pc.data_key
            .sqlcipher_pragma(pc.slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    raw
}
