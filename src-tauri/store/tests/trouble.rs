//! What the machine can do to a store: no room, no right to write, a second program, a file that is not ours. Each has its own
//! code, and what was said to be saved stays saved.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a helper of tests fails and speaks as a test does"
)]

mod mounts;
#[path = "backup/pc.rs"]
mod pc;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use domain::id::Ids;
use pc::{MORNING, Pc, cipher, contents, names, open};
use store::backup::{self, Unlock};
use store::keys::{DataKey, Slots};
use store::{Cipher, FILE, FolderLock, Store, StoreFailed};

fn customers(store: &Store) -> usize {
    store
        .dump()
        .unwrap()
        .iter()
        .filter(|line| line.starts_with("customer "))
        .count()
}

fn open_with(folder: &Path, cipher: &Cipher) -> Result<Store, StoreFailed> {
    Store::open(folder, cipher, |_| {
        panic!("a file that is refused is not asked who writes")
    })
}

#[test]
fn every_kind_of_file_that_cannot_be_opened_has_its_own_code_and_is_left_as_it_is() {
    let mut pc = Pc::new(1);
    pc.customer("王芳");
    let closed = pc.close();
    let folder = closed.folder.path();
    let (slots, _) = Slots::load(folder).unwrap();
    let key = cipher(&closed.data_key, &slots);
    let file = folder.join(FILE);
    let sound = std::fs::read(&file).unwrap();
    let refused = |content: &[u8], key: &Cipher| {
        std::fs::write(&file, content).unwrap();
        let code = open_with(folder, key).err().unwrap().code();
        assert_eq!(std::fs::read(&file).unwrap(), content, "{code}: untouched");
        assert_eq!(
            names(folder),
            [
                "forecourt.db",
                "forecourt.lock",
                "slots.json",
                "slots.json.1"
            ],
            "{code}: nothing beside it"
        );
        code
    };
    assert_eq!(refused(b"", &key), "not_a_store");
    assert_eq!(
        refused("a letter to the manager".repeat(1_000).as_bytes(), &key),
        "not_a_store"
    );
    assert_eq!(refused(&vec![0; 8_192], &key), "not_a_store");
    let plain = tempfile::tempdir().unwrap().path().join("plain.db");
    std::fs::create_dir_all(plain.parent().unwrap()).unwrap();
    rusqlite::Connection::open(&plain)
        .unwrap()
        .execute_batch("CREATE TABLE log (n INTEGER)")
        .unwrap();
    assert_eq!(
        refused(&std::fs::read(&plain).unwrap(), &key),
        "not_a_store"
    );
    std::fs::remove_dir_all(plain.parent().unwrap()).unwrap();
    assert_eq!(
        refused(&sound, &cipher(&DataKey::create(), &slots)),
        "store_other_key"
    );
    let mut first_page = sound.clone();
    first_page[100] ^= 1;
    assert_eq!(refused(&first_page, &key), "store_other_key");

    std::fs::write(&file, &sound).unwrap();
    assert_eq!(
        customers(&open(folder, &closed.data_key).unwrap()),
        1,
        "and the right one opens again"
    );
    std::fs::rename(&file, folder.join("elsewhere")).unwrap();
    assert_eq!(
        open_with(folder, &key).err().unwrap().code(),
        "store_missing"
    );
}

#[test]
fn a_store_of_a_newer_version_is_declined_with_both_numbers_and_left_as_it_is() {
    let closed = Pc::new(1).close();
    let folder = closed.folder.path();
    let (slots, _) = Slots::load(folder).unwrap();
    let raw = rusqlite::Connection::open(folder.join(FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        closed
            .data_key
            .sqlcipher_pragma(slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    raw.execute(
        "UPDATE local_meta SET value = '99' WHERE name = 'compatible_with'",
        [],
    )
    .unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    raw.close().unwrap();
    let before = contents(folder);
    let refused = open_with(folder, &cipher(&closed.data_key, &slots))
        .err()
        .unwrap();
    assert!(matches!(
        refused,
        StoreFailed::Newer {
            needs: 99,
            knows: 1..
        }
    ));
    assert_eq!(refused.code(), "store_newer");
    assert_eq!(contents(folder), before);
}

#[test]
fn no_two_troubles_share_a_code() {
    let all = [
        StoreFailed::InUse,
        StoreFailed::Missing,
        StoreFailed::NotAStore,
        StoreFailed::OtherKey,
        StoreFailed::Newer { needs: 2, knows: 1 },
        StoreFailed::DiskFull,
        StoreFailed::ReadOnly,
        StoreFailed::FolderOpen,
        StoreFailed::WrongEngine(String::new()),
        StoreFailed::Damaged(String::new()),
        StoreFailed::Cancelled,
        StoreFailed::Io(std::io::Error::other("")),
    ];
    let codes: BTreeSet<String> = all.iter().map(StoreFailed::code).collect();
    assert_eq!(codes.len(), all.len());
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_can_write_into_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(
        FolderLock::take(folder.path()).unwrap_err().code(),
        "folder_open_to_others"
    );
}

#[test]
fn a_commit_that_another_connection_holds_up_too_long_is_refused_and_the_next_one_goes() {
    let mut pc = Pc::new(1);
    let raw = rusqlite::Connection::open(pc.folder.path().join(FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        pc.data_key
            .sqlcipher_pragma(pc.slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(pc.try_customer("王芳").unwrap_err().code(), "store_in_use");
    raw.execute_batch("ROLLBACK").unwrap();
    pc.customer("李雷");
    assert_eq!(customers(&pc.store), 1);
    assert!(
        pc.store.verify(None).unwrap().ok(),
        "the refused act left no hole in the log"
    );
}

/// Set for a child process: the folder that it takes.
const TAKE: &str = "FORECOURT_TEST_TAKE";

/// Not a test of its own: takes a folder, says so, and holds it until its input ends.
#[test]
fn child_that_takes_a_folder() {
    let Ok(folder) = std::env::var(TAKE) else {
        return;
    };
    let lock = FolderLock::take(folder.as_ref());
    println!(
        "outcome={}",
        lock.as_ref()
            .map_or_else(StoreFailed::code, |_| "taken".into())
    );
    drop(std::io::stdin().lines().next());
    drop(lock);
}

struct Program(Child);

impl Program {
    fn start(folder: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", "child_that_takes_a_folder", "--nocapture"])
            .env(TAKE, folder);
        Self(
            command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap(),
        )
    }

    fn outcome(&mut self) -> String {
        let lines = BufReader::new(self.0.stdout.as_mut().unwrap()).lines();
        lines
            .map(Result::unwrap)
            .find_map(|line| Some(line.split_once("outcome=")?.1.to_owned()))
            .unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn of_many_programs_started_at_once_one_has_the_folder_and_when_it_is_killed_the_next_gets_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut programs: Vec<Program> = (0..10).map(|_| Program::start(folder.path())).collect();
    let outcomes: Vec<String> = programs.iter_mut().map(Program::outcome).collect();
    assert_eq!(
        outcomes
            .iter()
            .filter(|outcome| *outcome == "taken")
            .count(),
        1,
        "{outcomes:?}"
    );
    assert_eq!(
        outcomes
            .iter()
            .filter(|outcome| *outcome == "store_in_use")
            .count(),
        9,
        "{outcomes:?}"
    );
    assert_eq!(
        FolderLock::take(folder.path()).unwrap_err().code(),
        "store_in_use"
    );
    drop(programs);
    FolderLock::take(folder.path()).unwrap();
}

#[test]
fn on_a_disk_that_fills_up_whatever_was_saved_stays_and_saving_goes_on_when_there_is_room() {
    let Some(place) = mounts::own(
        "on_a_disk_that_fills_up_whatever_was_saved_stays_and_saving_goes_on_when_there_is_room",
    ) else {
        return;
    };
    let mut full_at = BTreeSet::new();
    for kib in (100..=2_000).step_by(100) {
        let disk = place.disk(&format!("{kib}k"), kib);
        let folder = tempfile::tempdir_in(&disk).unwrap();
        let mut pc = match Pc::in_folder(1, folder) {
            Ok(pc) => pc,
            Err(failed) => {
                assert_eq!(failed.code(), "disk_full", "{kib} KiB");
                full_at.insert("creating");
                continue;
            }
        };
        let mut saved = 0;
        let failed = loop {
            match pc.try_customer(&format!("王{saved}")) {
                Ok(()) => saved += 1,
                Err(failed) => break failed,
            }
        };
        assert_eq!(failed.code(), "disk_full", "{kib} KiB: {}", failed.detail());
        assert_eq!(
            customers(&pc.store),
            saved,
            "{kib} KiB: the tables are as before the failed act"
        );
        full_at.insert(if saved == 0 { "first act" } else { "later act" });

        // The program ends on the full disk and is started again there: it opens, or says what is the matter.
        drop(pc.store);
        drop(pc.lock);
        match open(pc.folder.path(), &pc.data_key) {
            Ok(store) => assert_eq!(customers(&store), saved, "{kib} KiB"),
            Err(failed) => assert_eq!(failed.code(), "disk_full", "{kib} KiB: {}", failed.detail()),
        }
        place.grow(&disk, 8_000);
        let mut store = open(pc.folder.path(), &pc.data_key).unwrap();
        assert_eq!(customers(&store), saved, "{kib} KiB: nothing was lost");
        pc::customer(&mut store, &mut Ids::from_seed([3; 32]), "李雷").unwrap();
        let checked = store.verify(None).unwrap();
        assert!(checked.ok(), "{kib} KiB: {checked:?}");
    }
    assert!(
        full_at.contains("creating") && full_at.contains("later act"),
        "{full_at:?}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_told_as_such_and_nothing_changes() {
    let Some(place) =
        mounts::own("a_folder_that_cannot_be_written_is_told_as_such_and_nothing_changes")
    else {
        return;
    };
    let disk = place.disk("data", 4_000);
    let mut pc = Pc::in_folder(1, tempfile::tempdir_in(&disk).unwrap()).unwrap();
    pc.customer("王芳");
    let closed = pc.close();
    let before = contents(closed.folder.path());
    place.read_only(&disk);
    assert_eq!(
        FolderLock::take(closed.folder.path()).unwrap_err().code(),
        "read_only"
    );
    assert_eq!(
        FolderLock::take(&disk.join("new")).unwrap_err().code(),
        "read_only"
    );
    let refused = open(closed.folder.path(), &closed.data_key)
        .and_then(|mut store| pc::customer(&mut store, &mut Ids::from_seed([3; 32]), "李雷"));
    assert_eq!(refused.unwrap_err().code(), "read_only");
    assert_eq!(contents(closed.folder.path()), before);
}

#[test]
fn a_backup_into_a_full_or_read_only_folder_fails_with_its_own_code_and_the_good_one_stays() {
    let Some(place) = mounts::own(
        "a_backup_into_a_full_or_read_only_folder_fails_with_its_own_code_and_the_good_one_stays",
    ) else {
        return;
    };
    let disk = place.disk("stick", 1_500);
    let mut pc = Pc::new(1);
    pc.customers(10);
    let good = pc.prepare().make(&disk, MORNING, None).unwrap();
    let left = 1_500 * 1_024 - good.bytes;
    // Full while pages are copied, and full when only slots and footer are missing.
    for room in [0, 4_096, 100_000, good.bytes / 4_096 * 4_096] {
        let ballast = disk.join("ballast");
        std::fs::write(
            &ballast,
            vec![0; usize::try_from((left - room) / 4_096 * 4_096).unwrap()],
        )
        .unwrap();
        let refused = pc
            .prepare()
            .make(&disk, MORNING.plus_minutes(24 * 60), None);
        std::fs::remove_file(&ballast).unwrap();
        if let Err(refused) = refused {
            assert_eq!(
                refused.code(),
                "backup_folder_full",
                "{room} bytes: {}",
                refused.detail()
            );
            assert_eq!(
                names(&disk).len(),
                1,
                "{room} bytes: nothing half-written: {:?}",
                names(&disk)
            );
        } else {
            panic!("{room} bytes are too few");
        }
        assert_eq!(backup::kept(&disk).unwrap(), std::slice::from_ref(&good));
    }
    place.read_only(&disk);
    let refused = pc
        .prepare()
        .make(&disk, MORNING.plus_minutes(24 * 60), None)
        .unwrap_err();
    assert_eq!(
        refused.code(),
        "backup_folder_failed",
        "{}",
        refused.detail()
    );
    assert_eq!(backup::kept(&disk).unwrap(), [good]);
    pc.customer("王芳");
}

#[test]
fn a_restore_without_room_leaves_the_store_that_was_there() {
    let Some(place) = mounts::own("a_restore_without_room_leaves_the_store_that_was_there") else {
        return;
    };
    let disk = place.disk("data", 6_000);
    let mut pc = Pc::in_folder(1, tempfile::tempdir_in(&disk).unwrap()).unwrap();
    pc.customers(5);
    let made = pc.back_up(MORNING).unwrap();
    let closed = pc.close();
    let before = contents(closed.folder.path());
    let store = made.bytes / 1_024;
    let mut refused = 0;
    for kib in (0..store + 60).step_by(30) {
        let free = free_bytes(&disk);
        let ballast = disk.join("ballast");
        std::fs::write(
            &ballast,
            vec![0; usize::try_from(free.saturating_sub(kib * 1_024)).unwrap()],
        )
        .unwrap();
        let outcome = pc::restore(&made, closed.folder.path(), &Unlock::Key(&closed.data_key));
        std::fs::remove_file(&ballast).unwrap();
        match outcome {
            Err(failed) => {
                assert_eq!(failed.code(), "disk_full", "{kib} KiB: {}", failed.detail());
                assert_eq!(contents(closed.folder.path()), before, "{kib} KiB");
                refused += 1;
            }
            Ok(_) => break,
        }
    }
    assert!(refused > 3, "{refused}");
    assert_eq!(
        customers(&open(closed.folder.path(), &closed.data_key).unwrap()),
        5
    );
}

/// Bytes free on a disk, as `df` says.
fn free_bytes(disk: &Path) -> u64 {
    let said = Command::new("df")
        .args(["--output=avail", "-B1"])
        .arg(disk)
        .output()
        .unwrap();
    String::from_utf8(said.stdout)
        .unwrap()
        .lines()
        .nth(1)
        .unwrap()
        .trim()
        .parse()
        .unwrap()
}
