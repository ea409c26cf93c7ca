//! What the slots must hold: see the module they test.

use super::super::sample_pc::{BRANCH, DEVICE, LI, Pc, WANG, member, password_of, policy};
use super::super::secret::Secret;
use super::super::stretch::StretchParams;
use super::super::{Password, Policy, RecoverRefused, RecoveryKey, UnlockRefused};
use super::*;

impl Pc {
    fn opens(&self, user: Uuid) -> bool {
        self.unlock(user)
            .is_ok_and(|open| open.data_key.secret() == self.data_key.secret())
    }
}

#[test]
fn every_user_gets_the_same_data_key_with_their_own_password() {
    let pc = Pc::with_two_users();
    assert!(pc.opens(WANG) && pc.opens(LI));
    let li = pc.unlock(LI).expect("opens");
    assert_eq!(li.user.user(), LI);
    assert_eq!(pc.slots.users().collect::<Vec<_>>(), [WANG, LI]);
}

#[test]
fn a_wrong_password_opens_nothing() {
    let pc = Pc::with_two_users();
    for wrong in ["", "wang's Password", "li's password"] {
        let refused = pc
            .slots
            .unlock(WANG, &Password::typed(wrong), &pc.device_key, &policy());
        assert_eq!(refused.err(), Some(UnlockRefused::WrongPassword), "{wrong}");
    }
}

#[test]
fn a_copied_folder_is_useless_without_the_device_key() {
    let pc = Pc::with_two_users();
    let elsewhere = DeviceKey::create();
    let refused = pc
        .slots
        .unlock(WANG, &password_of(WANG), &elsewhere, &policy())
        .err();
    assert_eq!(refused, Some(UnlockRefused::OtherDevice));

    // Not even when the hint in the file is made to agree, and the password is known.
    let mut forged = pc.slots.clone();
    forged.table.device_check = elsewhere.check();
    let refused = forged
        .unlock(WANG, &password_of(WANG), &elsewhere, &policy())
        .err();
    assert_eq!(refused, Some(UnlockRefused::Damaged));
}

#[test]
fn the_recovery_key_opens_without_the_device_key() {
    let pc = Pc::with_two_users();
    let typed = RecoveryKey::parse(&pc.recovery_key.printed().to_lowercase()).expect("reads");
    let recovered = pc.slots.recover(&typed).expect("opens");
    assert_eq!(recovered.data_key.secret(), pc.data_key.secret());
    assert_eq!(Some(recovered.root.public()), pc.slots.root());
}

#[test]
fn another_branch_s_recovery_key_opens_nothing() {
    let pc = Pc::with_two_users();
    let refused = pc.slots.recover(&RecoveryKey::create()).err();
    assert_eq!(refused, Some(RecoverRefused::OtherRecoveryKey));
}

#[test]
fn without_a_recovery_slot_the_paper_does_not_help_and_says_so() {
    let (data_key, device_key) = (DataKey::create(), DeviceKey::create());
    let slots = Slots::create(BRANCH, DEVICE, &data_key, &device_key);
    let refused = slots.recover(&RecoveryKey::create()).err();
    assert_eq!(refused, Some(RecoverRefused::NoRecoverySlot));
}

#[test]
fn a_removed_user_cannot_unlock_and_the_others_can() {
    let mut pc = Pc::with_two_users();
    assert_eq!(pc.slots.remove(WANG, &pc.data_key), Ok(true));
    assert_eq!(pc.unlock(WANG).err(), Some(UnlockRefused::UnknownUser));
    assert!(pc.opens(LI));
    assert_eq!(pc.slots.remove(WANG, &pc.data_key), Ok(false));
}

#[test]
fn a_removed_user_s_old_slot_put_back_by_hand_does_not_open() {
    let mut pc = Pc::with_two_users();
    let old = pc.slots.table.users[&WANG].clone();
    pc.slots.remove(WANG, &pc.data_key).expect("removed");
    pc.slots.table.users.insert(WANG, old);
    assert_eq!(pc.unlock(WANG).err(), Some(UnlockRefused::Damaged));
}

#[test]
fn a_new_password_takes_effect_when_its_seed_arrives() {
    let mut pc = Pc::with_two_users();
    let wang = pc.unlock(WANG).expect("opens").user;
    let new = Password::typed("a new password");
    let changed = Member {
        public: wang.public(),
        seed: wang.seal(&new, &policy()),
        ..member(WANG)
    };
    pc.slots
        .put(changed, &pc.data_key, &pc.device_key)
        .expect("put");
    assert_eq!(pc.unlock(WANG).err(), Some(UnlockRefused::WrongPassword));
    assert!(
        pc.slots
            .unlock(WANG, &new, &pc.device_key, &policy())
            .is_ok()
    );
}

#[test]
fn nobody_becomes_another_role_branch_device_or_person_by_editing_the_file() {
    let edits: [fn(&mut Table); 9] = [
        |t| t.generation += 1,
        |t| {
            t.users
                .get_mut(&WANG)
                .expect("there")
                .roles
                .push("admin".into())
        },
        |t| t.branch = Uuid::from_u128(9),
        |t| t.device = Uuid::from_u128(9),
        |t| t.cipher_salt[0] ^= 1,
        |t| t.users.get_mut(&WANG).expect("there").agree[0] ^= 1,
        |t| t.recovery = None,
        |t| drop(t.users.remove(&LI)),
        |t| {
            let li = t.users[&LI].clone();
            t.users.insert(WANG, li);
        },
    ];
    for (number, edit) in edits.into_iter().enumerate() {
        let mut pc = Pc::with_two_users();
        edit(&mut pc.slots.table);
        for password in [password_of(WANG), password_of(LI)] {
            let tried = pc.slots.unlock(WANG, &password, &pc.device_key, &policy());
            assert!(tried.is_err(), "edit {number}");
        }
        assert!(pc.slots.recover(&pc.recovery_key).is_err(), "edit {number}");
    }
}

#[test]
fn every_lowered_parameter_is_refused() {
    let lowered: [fn(&mut StretchParams); 6] = [
        |p| p.m = 8,
        |p| p.m -= 1,
        |p| p.t = 0,
        |p| p.t -= 1,
        |p| p.p = 0,
        |p| p.m = 0,
    ];
    for (number, lower) in lowered.into_iter().enumerate() {
        let mut pc = Pc::with_two_users();
        lower(
            &mut pc
                .slots
                .table
                .users
                .get_mut(&WANG)
                .expect("there")
                .seed
                .params,
        );
        assert!(pc.unlock(WANG).is_err(), "{number}");
    }
    let pc = Pc::with_two_users();
    let product = pc.slots.unlock(
        WANG,
        &password_of(WANG),
        &pc.device_key,
        &Policy::production(),
    );
    assert_eq!(
        product.err(),
        Some(UnlockRefused::WeakParams),
        "cheap slots do not open for real"
    );
}

#[test]
fn a_foreign_data_key_or_device_key_changes_nothing() {
    let mut pc = Pc::with_two_users();
    let before = pc.slots.clone();
    let (other_data, other_device) = (DataKey::create(), DeviceKey::create());
    let root = RecoveryKey::create().root().public();
    let refused = Err(SlotsRefused::OtherDataKey);
    assert_eq!(
        pc.slots.put(member(LI), &other_data, &pc.device_key),
        refused
    );
    assert_eq!(pc.slots.set_recovery(root, &other_data), refused);
    assert_eq!(
        pc.slots.rebind(DEVICE, &other_data, &pc.device_key),
        refused
    );
    assert_eq!(
        pc.slots.remove(LI, &other_data).err(),
        Some(SlotsRefused::OtherDataKey)
    );
    let put = pc.slots.put(member(LI), &pc.data_key, &other_device);
    assert_eq!(put, Err(SlotsRefused::OtherDevice));
    assert_eq!(pc.slots, before);
}

#[test]
fn a_hostile_public_key_gets_no_slot() {
    let mut pc = Pc::with_two_users();
    let before = pc.slots.clone();
    let mut hostile = member(LI);
    hostile.public.agree = [0; 32];
    let root = RootPublic {
        sign: [1; 32],
        agree: [0; 32],
    };
    assert_eq!(
        pc.slots.put(hostile, &pc.data_key, &pc.device_key),
        Err(SlotsRefused::BadPublicKey)
    );
    assert_eq!(
        pc.slots.set_recovery(root, &pc.data_key),
        Err(SlotsRefused::BadPublicKey)
    );
    assert_eq!(pc.slots, before);
}

#[test]
fn after_a_recovery_the_same_passwords_work_on_the_new_machine_only() {
    let mut pc = Pc::with_two_users();
    let new_machine = DeviceKey::create();
    let recovered = pc.slots.recover(&pc.recovery_key).expect("opens");
    let device = Uuid::from_u128(5);
    pc.slots
        .rebind(device, &recovered.data_key, &new_machine)
        .expect("rebound");
    assert_eq!(pc.slots.device(), device);
    assert_eq!(
        pc.unlock(WANG).err(),
        Some(UnlockRefused::OtherDevice),
        "the old machine"
    );
    pc.device_key = new_machine;
    assert!(pc.opens(WANG) && pc.opens(LI));
    assert!(pc.slots.recover(&pc.recovery_key).is_ok());
}

#[test]
fn an_old_file_put_back_as_a_whole_is_told_by_its_generation() {
    let mut pc = Pc::with_two_users();
    let old = pc.slots.clone();
    pc.slots.remove(WANG, &pc.data_key).expect("removed");
    assert!(old.generation() < pc.slots.generation());
    let mut forged = old.clone();
    forged.table.generation = pc.slots.generation();
    let refused = forged.unlock(WANG, &password_of(WANG), &pc.device_key, &policy());
    assert_eq!(
        refused.err(),
        Some(UnlockRefused::Damaged),
        "the number cannot be raised by hand"
    );
}

#[test]
fn the_order_of_roles_does_not_matter() {
    let mut pc = Pc::with_two_users();
    let roles = vec!["sales".into(), "admin".into(), "sales".into()];
    let many = Member {
        roles,
        ..member(WANG)
    };
    pc.slots
        .put(many, &pc.data_key, &pc.device_key)
        .expect("put");
    assert!(pc.opens(WANG));
    assert_eq!(pc.slots.table.users[&WANG].roles, ["admin", "sales"]);
}

#[test]
fn a_slot_tells_whether_anything_about_its_user_changed() {
    let mut pc = Pc::with_two_users();
    let wang = member(WANG);
    assert!(!pc.slots.is_of(&wang), "other keys than the slot has");
    pc.slots
        .put(wang.clone(), &pc.data_key, &pc.device_key)
        .expect("put");
    assert!(pc.slots.is_of(&wang));
    let mut same = wang.clone();
    same.roles = vec!["reception".into(), "sales".into(), "reception".into()];
    assert!(pc.slots.is_of(&same), "the order of roles does not matter");

    let mut promoted = wang.clone();
    promoted.roles.push("admin".into());
    let mut new_password = wang.clone();
    new_password.seed = member(WANG).seed;
    let mut new_keys = wang.clone();
    new_keys.public = member(WANG).public;
    let mut stranger = wang;
    stranger.user = Uuid::from_u128(9);
    for changed in [promoted, new_password, new_keys, stranger] {
        assert!(!pc.slots.is_of(&changed), "{changed:?}");
    }
}

#[test]
fn printing_what_was_unlocked_shows_nothing_of_it() {
    let pc = Pc::with_two_users();
    let shown = format!("{:?}", pc.unlock(WANG).expect("opens"));
    assert_eq!(
        shown,
        format!(
            "Unlocked {{ data_key: DataKey(…), user: UserKeys({WANG}, …), roles: [\"reception\", \"sales\"] }}"
        )
    );
    let shown = format!("{:?}", pc.slots.recover(&pc.recovery_key).expect("opens"));
    assert_eq!(
        shown,
        "Recovered { data_key: DataKey(…), root: KeyPairs(…) }"
    );
}

#[test]
fn no_secret_is_in_the_table() {
    let pc = Pc::with_two_users();
    let text = String::from_utf8(pc.slots.table.canonical()).expect("text");
    let all = |secret: &Secret| data_encoding::HEXLOWER.encode(secret.as_bytes());
    for secret in [
        all(pc.data_key.secret()),
        all(pc.device_key.secret()),
        all(&pc.data_key.slots()),
        all(&pc.data_key.database()),
    ] {
        assert!(!text.contains(&secret));
    }
    assert!(!text.contains("password"));
}
