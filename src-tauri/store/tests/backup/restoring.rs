//! Bringing a store back, on this PC and on a bare one, over the present store and over nothing.

use domain::id::Ids;
use domain::log::Vector;
use store::backup::{BackupFailed, Unlock};
use store::keys::{DataKey, DeviceKey, Password, Policy, RecoveryKey, Slots};
use store::{FolderLock, StoreFailed};

use crate::making::raw;
use crate::pc::{MORNING, PASSWORD, Pc, WANG, contents, customer, names, open, restore};

fn empty() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn one_file_and_the_key_on_paper_are_enough_on_a_bare_machine() {
    let mut pc = Pc::new(1);
    pc.customers(20);
    let made = pc.back_up(MORNING).unwrap();
    let before = pc.store.dump().unwrap();
    let typed = RecoveryKey::parse(&pc.recovery_key.printed()).unwrap();
    let elsewhere = empty();
    let stick = elsewhere.path().join("stick.backup");
    std::fs::copy(&made.file, &stick).unwrap();
    drop(pc);

    let bare = empty();
    let restored = store::backup::restore(
        &stick,
        bare.path(),
        &Unlock::Paper(&typed),
        MORNING,
        Ids::from_seed([5; 32]),
        None,
    )
    .unwrap();
    assert_eq!(
        (restored.ops, restored.moment, restored.aside),
        (21, MORNING, None)
    );
    assert_eq!(
        names(bare.path()),
        [
            "forecourt.db",
            "forecourt.lock",
            "slots.json",
            "slots.json.1"
        ]
    );
    let (slots, _) = Slots::load(bare.path()).unwrap();
    let data_key = slots.recover(&typed).unwrap().data_key;
    let mut store = open(bare.path(), &data_key).unwrap();
    assert_eq!(store.dump().unwrap(), before);
    let checked = store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
}

#[test]
fn a_password_restores_on_the_pc_that_made_the_backup_and_nowhere_else() {
    let mut pc = Pc::with_wang(1);
    pc.customers(2);
    let made = pc.back_up(MORNING).unwrap();
    let try_with = |password: &str, device_key: &DeviceKey| {
        let (folder, password) = (empty(), Password::typed(password));
        let unlock = Unlock::Password {
            user: WANG,
            password: &password,
            device_key,
            policy: &Policy::production(),
        };
        let outcome = restore(&made, folder.path(), &unlock)
            .map(|restored| restored.ops)
            .map_err(|failed| failed.code());
        assert_eq!(
            names(folder.path()).is_empty(),
            outcome.is_err(),
            "a refused restore writes nothing"
        );
        outcome
    };
    assert_eq!(try_with(PASSWORD, &pc.device_key), Ok(3));
    assert_eq!(
        try_with("something else", &pc.device_key),
        Err("password_wrong".into())
    );
    assert_eq!(
        try_with(PASSWORD, &DeviceKey::create()),
        Err("slots_of_other_device".into())
    );
}

#[test]
fn another_paper_or_another_stores_key_is_told_before_anything_is_written() {
    let mut pc = Pc::new(1);
    let made = pc.back_up(MORNING).unwrap();
    let folder = empty();
    let refused = |unlock: &Unlock<'_>| restore(&made, folder.path(), unlock).unwrap_err().code();
    assert_eq!(
        refused(&Unlock::Paper(&RecoveryKey::create())),
        "recovery_key_other"
    );
    assert_eq!(
        refused(&Unlock::Key(&DataKey::create())),
        "backup_other_key"
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn the_present_store_is_put_aside_whole_and_still_opens() {
    let mut pc = Pc::new(1);
    pc.customers(2);
    let made = pc.back_up(MORNING).unwrap();
    let then = pc.store.dump().unwrap();
    pc.customer("李later");
    let later = pc.store.dump().unwrap();
    let closed = pc.close();

    let restored = restore(
        &made,
        closed.folder.path(),
        &Unlock::Paper(&closed.recovery_key),
    )
    .unwrap();
    let aside = restored.aside.unwrap();
    assert_eq!(aside.file_name().unwrap(), "before-restore-2026-03-01-0930");
    assert_eq!(
        open(closed.folder.path(), &closed.data_key)
            .unwrap()
            .dump()
            .unwrap(),
        then
    );
    assert_eq!(
        open(&aside, &closed.data_key).unwrap().dump().unwrap(),
        later,
        "what was entered since is not lost"
    );

    // A second restore in the same minute puts the second one aside beside the first.
    let again = restore(&made, closed.folder.path(), &Unlock::Key(&closed.data_key))
        .unwrap()
        .aside
        .unwrap();
    assert_eq!(
        again.file_name().unwrap(),
        "before-restore-2026-03-01-0930-2"
    );
    assert_eq!(
        open(&aside, &closed.data_key).unwrap().dump().unwrap(),
        later
    );
}

#[test]
fn a_store_whose_program_was_killed_is_put_aside_with_its_write_ahead_file() {
    let mut pc = Pc::new(1);
    pc.customers(2);
    let made = pc.back_up(MORNING).unwrap();
    pc.customer("李later");
    let later = pc.store.dump().unwrap();
    // As a kill leaves it: copied while open, so that the latest acts are in the write-ahead file alone.
    let killed = empty();
    for name in names(pc.folder.path())
        .iter()
        .filter(|name| *name != "forecourt.lock")
    {
        std::fs::copy(pc.folder.path().join(name), killed.path().join(name)).unwrap();
    }
    assert!(names(killed.path()).contains(&"forecourt.db-wal".to_owned()));
    let aside = restore(&made, killed.path(), &Unlock::Key(&pc.data_key))
        .unwrap()
        .aside
        .unwrap();
    assert_eq!(open(&aside, &pc.data_key).unwrap().dump().unwrap(), later);
    assert_eq!(
        open(killed.path(), &pc.data_key)
            .unwrap()
            .read()
            .ops()
            .unwrap(),
        3
    );
}

#[test]
fn while_the_store_is_open_nothing_is_restored_into_its_folder() {
    let mut pc = Pc::new(1);
    let made = pc.back_up(MORNING).unwrap();
    let refused = restore(&made, pc.folder.path(), &Unlock::Key(&pc.data_key)).unwrap_err();
    assert!(matches!(refused, BackupFailed::Store(StoreFailed::InUse)));
    pc.customer("王after");
    assert!(pc.store.verify(None).unwrap().ok());
}

#[test]
fn a_restored_log_begins_a_new_life_and_clashes_with_nothing_the_old_one_wrote() {
    let (mut pc, mut hub) = (Pc::new(1), Pc::new(2));
    pc.customers(3);
    let made = pc.back_up(MORNING).unwrap();
    pc.customers(2);
    let device = pc.device();
    let segments = pc
        .store
        .segments_beyond(&Vector::default(), usize::MAX)
        .unwrap()
        .0;
    hub.store.trust(device, &enrolled_key(&pc)).unwrap();
    for segment in segments {
        hub.store.receive(&segment).unwrap();
    }
    let closed = pc.close();

    restore(&made, closed.folder.path(), &Unlock::Key(&closed.data_key)).unwrap();
    let mut restored = open(closed.folder.path(), &closed.data_key).unwrap();
    let mut ids = Ids::from_seed([9; 32]);
    customer(&mut restored, &mut ids, "王anew").unwrap();
    customer(&mut restored, &mut ids, "李anew").unwrap();
    for segment in restored
        .segments_beyond(&hub.store.vector(), usize::MAX)
        .unwrap()
        .0
    {
        hub.store.receive(&segment).unwrap();
    }
    // And what the old life wrote after the backup comes back from the hub.
    for segment in hub
        .store
        .segments_beyond(&restored.vector(), usize::MAX)
        .unwrap()
        .0
    {
        match restored.receive(&segment) {
            // The hub's own log: nobody introduced it here.
            Ok(_)
            | Err(store::ReceiveRefused::UnknownDevice | store::ReceiveRefused::Gap { .. }) => {}
            Err(refused) => panic!("{refused}"),
        }
    }
    let names = |store: &store::Store| {
        store
            .dump()
            .unwrap()
            .iter()
            .filter(|line| line.starts_with("customer "))
            .count()
    };
    assert_eq!(names(&hub.store), 7, "five of the old life, two of the new");
    assert!(hub.store.verify(None).unwrap().ok());
    assert!(restored.verify(None).unwrap().ok());
}

fn enrolled_key(pc: &Pc) -> [u8; 32] {
    let hex: String = raw(pc)
        .query_row("SELECT key FROM device", [], |row| row.get(0))
        .unwrap();
    domain::log::from_hex(&hex).unwrap()
}

#[test]
fn whatever_byte_of_a_backup_is_damaged_it_is_refused_or_brings_back_the_same() {
    let mut pc = Pc::new(1);
    pc.customers(40);
    let made = pc.back_up(MORNING).unwrap();
    let dump = pc.store.dump().unwrap();
    let sound = std::fs::read(&made.file).unwrap();
    let closed = pc.close();
    let before = contents(closed.folder.path());
    let damaged = closed.second.path().join("damaged.backup");
    let mut refused = 0;
    // A prime step, so that every kind of place is met: salt, pages, codes, slots, footer.
    for place in
        (0..sound.len())
            .step_by(sound.len() / 61)
            .chain([3, sound.len() - 1, sound.len() - 200])
    {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x10;
        std::fs::write(&damaged, bytes).unwrap();
        let unlock = Unlock::Paper(&closed.recovery_key);
        let folder = closed.folder.path();
        match store::backup::restore(
            &damaged,
            folder,
            &unlock,
            MORNING,
            Ids::from_seed([5; 32]),
            None,
        ) {
            Err(failed) => {
                assert!(
                    ["backup_unreadable", "backup_not_sound"].contains(&failed.code().as_str()),
                    "byte {place}: {}, {}",
                    failed.code(),
                    failed.detail()
                );
                assert_eq!(
                    contents(folder),
                    before,
                    "byte {place}: the folder is as it was"
                );
                refused += 1;
            }
            Ok(restored) => {
                assert!(place < 16, "only the salt is kept twice, not byte {place}");
                assert_eq!(
                    open(folder, &closed.data_key).unwrap().dump().unwrap(),
                    dump
                );
                let aside = restored.aside.unwrap();
                for name in ["forecourt.db", "slots.json", "slots.json.1"] {
                    std::fs::rename(aside.join(name), folder.join(name)).unwrap();
                }
                std::fs::remove_dir(aside).unwrap();
            }
        }
    }
    assert!(refused > 55, "{refused}");
}

#[test]
fn a_backup_that_was_cut_off_is_refused() {
    let mut pc = Pc::new(1);
    let made = pc.back_up(MORNING).unwrap();
    let sound = std::fs::read(&made.file).unwrap();
    let folder = empty();
    for len in [0, 10, 4096, sound.len() / 2, sound.len() - 1] {
        std::fs::write(&made.file, &sound[..len]).unwrap();
        assert_eq!(
            restore(&made, folder.path(), &Unlock::Key(&pc.data_key))
                .unwrap_err()
                .code(),
            "backup_unreadable"
        );
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_backup_of_a_newer_version_is_declined_and_the_store_stays() {
    let mut pc = Pc::new(1);
    let direct = raw(&pc);
    direct
        .execute(
            "UPDATE local_meta SET value = '99' WHERE name = 'compatible_with'",
            [],
        )
        .unwrap();
    direct.pragma_update(None, "user_version", 99).unwrap();
    drop(direct);
    let made = pc.back_up(MORNING).unwrap();
    let present = Pc::new(2).close();
    let before = contents(present.folder.path());
    let refused = restore(&made, present.folder.path(), &Unlock::Key(&pc.data_key)).unwrap_err();
    assert!(
        matches!(
            refused,
            BackupFailed::Store(StoreFailed::Newer { needs: 99, .. })
        ),
        "{refused:?}"
    );
    assert_eq!(contents(present.folder.path()), before);
}

#[test]
fn a_restore_that_was_stopped_leaves_the_store_that_was_there() {
    let mut pc = Pc::new(1);
    pc.customers(200);
    let made = pc.back_up(MORNING).unwrap();
    let closed = pc.close();
    let before = contents(closed.folder.path());
    let unlock = Unlock::Key(&closed.data_key);
    let stopped = store::backup::restore(
        &made.file,
        closed.folder.path(),
        &unlock,
        MORNING,
        Ids::from_seed([5; 32]),
        Some(&mut |_, _| false),
    );
    assert!(matches!(
        stopped.unwrap_err(),
        BackupFailed::Store(StoreFailed::Cancelled)
    ));
    assert_eq!(contents(closed.folder.path()), before);
}

#[test]
fn what_a_cut_off_restore_left_is_made_again_from_the_start() {
    let mut pc = Pc::new(1);
    pc.customers(2);
    let made = pc.back_up(MORNING).unwrap();
    let closed = pc.close();
    let part = closed.folder.path().join("restore-part");
    std::fs::create_dir(&part).unwrap();
    std::fs::write(part.join("forecourt.db"), b"half").unwrap();
    drop(FolderLock::take(closed.folder.path()).unwrap());
    assert_eq!(
        open(closed.folder.path(), &closed.data_key)
            .unwrap()
            .read()
            .ops()
            .unwrap(),
        3,
        "nothing was decided: the old store opens"
    );
    restore(&made, closed.folder.path(), &Unlock::Key(&closed.data_key)).unwrap();
    assert!(!part.exists());
}

#[test]
fn the_restored_store_says_when_and_from_which_moment_it_was_restored() {
    let mut pc = Pc::new(1);
    let made = pc.back_up(MORNING).unwrap();
    let folder = empty();
    restore(&made, folder.path(), &Unlock::Key(&pc.data_key)).unwrap();
    let store = open(folder.path(), &pc.data_key).unwrap();
    for name in ["restored_at", "restored_from"] {
        assert_eq!(store.meta(name).unwrap(), Some(MORNING.0.to_string()));
    }
}
