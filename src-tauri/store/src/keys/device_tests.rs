//! What keeping the device key must hold: see the module they test.

use std::fs;

use super::*;

fn keyring() -> (tempfile::TempDir, DeviceKeyring) {
    let folder = tempfile::tempdir().expect("folder");
    let keyring = DeviceKeyring::in_folder(&folder.path().join("config/forecourt"));
    (folder, keyring)
}

fn found(key: &DeviceKey, place: DeviceKeyPlace) -> Option<(DeviceKey, DeviceKeyPlace)> {
    Some((
        from_bytes(key.secret().as_bytes()).expect("32 bytes"),
        place,
    ))
}

fn kept(key: &DeviceKey) -> SystemAnswer {
    SystemAnswer::Kept(Zeroizing::new(key.secret().as_bytes().to_vec()))
}

fn a_file() -> DeviceKeyPlace {
    DeviceKeyPlace::File("device-key".into())
}

#[test]
fn the_first_start_makes_a_key_and_the_next_finds_it_and_says_where() {
    let (_folder, keyring) = keyring();
    assert!(
        keyring.find(|_| true).expect("answers").is_none(),
        "looking makes nothing"
    );
    let (made, place) = keyring.read_or_create().expect("made");
    assert_eq!(place, DeviceKeyPlace::File(keyring.file.clone()));
    let (again, _) = keyring.read_or_create().expect("read");
    assert_eq!(again.secret(), made.secret());
    let (fitting, _) = keyring
        .find(|key| key.check() == made.check())
        .expect("read")
        .expect("found");
    assert_eq!(fitting.secret(), made.secret());
}

#[test]
fn a_key_that_does_not_fit_is_not_taken() {
    let (_folder, keyring) = keyring();
    keyring.read_or_create().expect("made");
    let wanted = DeviceKey::create();
    assert!(
        keyring
            .find(|key| key.check() == wanted.check())
            .expect("read")
            .is_none()
    );
}

#[test]
fn a_hundred_first_starts_at_once_agree_on_one_key() {
    let (_folder, keyring) = keyring();
    let checks: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..100)
            .map(|_| scope.spawn(|| keyring.read_or_create().expect("made").0))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("ran").check())
            .collect()
    });
    assert!(checks.iter().all(|check| *check == checks[0]));
}

#[test]
fn every_damage_to_the_file_is_told_and_never_replaced_by_a_new_key() {
    let (_folder, keyring) = keyring();
    keyring.read_or_create().expect("made");
    let right = fs::read(&keyring.file).expect("read");
    for position in 0..right.len() {
        let mut damaged = right.clone();
        damaged[position] ^= 1;
        for content in [&damaged, &right[..position].to_vec()] {
            fs::write(&keyring.file, content).expect("damaged");
            assert!(
                matches!(keyring.find(|_| true), Err(DeviceKeyFailed::Damaged)),
                "{position}"
            );
            assert!(matches!(
                keyring.read_or_create(),
                Err(DeviceKeyFailed::Damaged)
            ));
            assert_eq!(
                &fs::read(&keyring.file).expect("read"),
                content,
                "left alone"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn only_the_user_can_read_the_file_and_enter_its_folder() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, keyring) = keyring();
    keyring.read_or_create().expect("made");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&keyring.file), 0o600);
    assert_eq!(mode(keyring.file.parent().expect("folder")), 0o700);

    // Rights that someone gave away are taken back at the next look.
    fs::set_permissions(&keyring.file, fs::Permissions::from_mode(0o644)).expect("opened up");
    keyring.find(|_| true).expect("read");
    assert_eq!(mode(&keyring.file), 0o600);
}

#[test]
fn the_system_s_store_comes_first_and_a_fitting_file_still_counts() {
    let (system, file) = (DeviceKey::create(), DeviceKey::create());
    let ask = |wanted: &DeviceKey| {
        let fits = |key: &DeviceKey| key.check() == wanted.check();
        find(kept(&system), Ok(found(&file, a_file())), fits)
            .expect("answers")
            .map(|f| f.1)
    };
    assert_eq!(ask(&system), Some(DeviceKeyPlace::System));
    assert_eq!(ask(&file), Some(a_file()));
    assert_eq!(ask(&DeviceKey::create()), None);
    let any = find(kept(&system), Ok(found(&file, a_file())), |_| true).expect("answers");
    assert_eq!(any.map(|f| f.1), Some(DeviceKeyPlace::System));
}

#[test]
fn a_silent_system_store_is_an_error_unless_the_file_has_the_key() {
    let file = DeviceKey::create();
    let silent = find(SystemAnswer::Silent, Ok(None), |_| true);
    assert!(matches!(silent, Err(DeviceKeyFailed::SystemStoreSilent)));
    let other = find(SystemAnswer::Silent, Ok(found(&file, a_file())), |_| false);
    assert!(matches!(other, Err(DeviceKeyFailed::SystemStoreSilent)));
    let in_file = find(SystemAnswer::Silent, Ok(found(&file, a_file())), |_| true).expect("found");
    assert_eq!(in_file.map(|f| f.1), Some(a_file()));
}

#[test]
fn bytes_in_the_system_s_store_that_are_no_key_are_damage() {
    let short = || SystemAnswer::Kept(Zeroizing::new(vec![1; 31]));
    assert!(matches!(
        find(short(), Ok(None), |_| true),
        Err(DeviceKeyFailed::Damaged)
    ));
}

#[test]
fn a_place_within_the_data_folder_is_refused() {
    let folder = tempfile::tempdir().expect("folder");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("made");
    for inside in [data.clone(), data.join("config/forecourt")] {
        let refused = DeviceKeyring::apart_from(&data, &inside);
        assert!(
            matches!(refused, Err(DeviceKeyFailed::InsideDataFolder)),
            "{inside:?}"
        );
    }
    assert!(DeviceKeyring::apart_from(&data, &folder.path().join("data-and-more")).is_ok());
    #[cfg(unix)]
    {
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&data, &link).expect("linked");
        let refused = DeviceKeyring::apart_from(&data, &link.join("config"));
        assert!(matches!(refused, Err(DeviceKeyFailed::InsideDataFolder)));
    }
}

#[test]
fn printing_a_device_key_or_its_keyring_shows_nothing_of_it() {
    let (_folder, keyring) = keyring();
    let (key, _) = keyring.read_or_create().expect("made");
    let digits = HEXLOWER.encode(key.secret().as_bytes());
    assert_eq!(format!("{key:?}"), "DeviceKey(…)");
    assert!(!format!("{keyring:?}").contains(&digits));
}
