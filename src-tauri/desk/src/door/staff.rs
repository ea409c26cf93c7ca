//! Taking people in, changing their roles, letting them go, giving them a new password.

use domain::id::{BranchId, StaffId};
use domain::log::to_hex;
use domain::role::Role;
use domain::rows::{Staff as StaffRow, StaffRole};
use serde::{Deserialize, Serialize};
use store::keys::{Password, UserKeys, one_time_password};
use ts_rs::TS;
use uuid::Uuid;

use super::account::seed_text;
use super::set_up::role_row;
use super::{Door, staff_id};
use crate::desk::Look;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{ADMIN, EVERYONE, Verb};
use crate::work::Work;

/// Everyone sees who works here.
pub const STAFF_LIST: Verb = Verb::new("staff_list", EVERYONE);
/// Administrators take people in.
pub const ADD_STAFF: Verb = Verb::signed("add_staff", ADMIN);
/// Administrators change them.
pub const CHANGE_STAFF: Verb = Verb::signed("change_staff", ADMIN);
/// Administrators give forgotten passwords anew.
pub const RESET_PASSWORD: Verb = Verb::signed("reset_password", ADMIN);

/// Somebody who works, or worked, here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Staff {
    /// Who.
    pub id: Uuid,
    /// As colleagues say it.
    pub name: String,
    /// What is typed to sign in.
    pub login: String,
    /// As what.
    pub roles: Vec<Role>,
    /// Still here.
    pub active: bool,
    /// Has a PIN on this PC.
    pub has_pin: bool,
    /// Has not yet chosen a password.
    pub one_time_password: bool,
}

/// Somebody new.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddStaff {
    /// Name, which is also the login.
    pub name: String,
    /// At least one.
    pub roles: Vec<Role>,
}

/// What is shown once.
#[derive(Debug, Serialize, TS)]
pub struct StaffAdded {
    /// The new row.
    pub staff: Staff,
    /// To be handed over on paper and replaced at the first sign-in.
    pub one_time_password: String,
}

/// What is to change; the rest stays.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChangeStaff {
    /// Whom.
    pub id: Uuid,
    /// Another name; the login stays.
    pub name: Option<String>,
    /// All roles from now on.
    pub roles: Option<Vec<Role>>,
    /// `false` lets them go, `true` takes them back.
    pub active: Option<bool>,
}

/// Whose password was forgotten.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// Whose.
    pub id: Uuid,
}

/// Shown once.
#[derive(Debug, Serialize, TS)]
pub struct OneTimePassword {
    /// To be handed over on paper and replaced at the first sign-in.
    pub one_time_password: String,
}

/// Everyone, also who has left.
///
/// # Errors
/// The machine's.
pub fn staff_list(look: &Look<'_>, _: crate::work::Nothing) -> Outcome<Vec<Staff>> {
    let with_pin = look.tables.with_pin()?;
    let mut staff = Vec::new();
    for row in look.tables.staff()? {
        staff.push(view(
            &row,
            look.tables.roles_of(row.id)?,
            with_pin.contains(&row.id),
        ));
    }
    Ok(staff)
}

fn view(row: &StaffRow, roles: Vec<Role>, has_pin: bool) -> Staff {
    Staff {
        id: row.id.0,
        name: row.name.clone(),
        login: row.login.clone(),
        roles,
        active: row.active,
        has_pin,
        one_time_password: row.one_time_password,
    }
}

impl Door {
    /// Takes somebody in, with a one-time password.
    ///
    /// # Errors
    /// [`Code::LoginTaken`], [`Code::RoleMissing`]; those of every signed verb.
    pub fn add_staff(&self, ask: AddStaff, now: Now) -> Outcome<StaffAdded> {
        self.take_in(&ask.name, &ask.roles, None, now)
    }

    /// The same with a password of one's choice, which then is to stay: for a demo.
    pub(super) fn take_in(
        &self,
        name: &str,
        roles: &[Role],
        password: Option<&str>,
        now: Now,
    ) -> Outcome<StaffAdded> {
        let name = text::required(name, 40)?;
        let branch = BranchId(
            self.inside()
                .open
                .as_ref()
                .ok_or(Problem::refused(Code::NotSignedIn))?
                .keys
                .slots
                .branch(),
        );
        let id = staff_id(branch, &name);
        let fresh = Fresh::make(self, id, password)?;
        let (desk, session) = self.signed_in()?;
        let added = desk.perform(&ADD_STAFF, &session, now, |work| {
            if roles.is_empty() {
                return Err(Problem::refused(Code::RoleMissing));
            }
            if work.tables.get::<StaffRow>(id)?.is_some() {
                return Err(Problem::refused(Code::LoginTaken).with("name", &name));
            }
            let row = StaffRow {
                id,
                login: name.clone(),
                name,
                active: true,
                sign_key: fresh.sign_key,
                agree_key: fresh.agree_key,
                sealed_seed: fresh.sealed_seed,
                one_time_password: password.is_none(),
            };
            work.insert(id.0, &row);
            set_roles(work, id, roles)?;
            Ok(view(&row, roles.to_vec(), false))
        })?;
        // The row is on the disk and nobody else knows the password: it is told even where the slots could not follow (a full disk).
        // They follow at the next sign-in, as after a cut of the power.
        drop(self.after_staff_change());
        Ok(StaffAdded {
            staff: added.answer,
            one_time_password: fresh.password,
        })
    }

    /// Changes name, roles or whether somebody still works here.
    ///
    /// # Errors
    /// [`Code::LastAdmin`] for the last administrator; [`Code::RoleMissing`]; [`Code::StaffUnknown`].
    pub fn change_staff(&self, ask: &ChangeStaff, now: Now) -> Outcome<Staff> {
        let (desk, session) = self.signed_in()?;
        let changed = desk.perform(&CHANGE_STAFF, &session, now, |work| change_staff(work, ask))?;
        self.after_staff_change()?;
        Ok(changed.answer)
    }

    /// Gives somebody a new one-time password, and new keys with it: who knew the old one opens nothing.
    ///
    /// # Errors
    /// [`Code::StaffUnknown`]; those of every signed verb.
    pub fn reset_password(&self, ask: &ResetPassword, now: Now) -> Outcome<OneTimePassword> {
        let id = StaffId(ask.id);
        let fresh = Fresh::make(self, id, None)?;
        let (desk, session) = self.signed_in()?;
        desk.perform(&RESET_PASSWORD, &session, now, |work| {
            let before: StaffRow = work
                .tables
                .get(id)?
                .filter(|staff: &StaffRow| staff.active)
                .ok_or(Problem::refused(Code::StaffUnknown))?;
            let after = StaffRow {
                sign_key: fresh.sign_key,
                agree_key: fresh.agree_key,
                sealed_seed: fresh.sealed_seed,
                one_time_password: true,
                ..before.clone()
            };
            work.update(id.0, &before, &after)?;
            Ok(())
        })?;
        self.after_staff_change()?;
        Ok(OneTimePassword {
            one_time_password: fresh.password,
        })
    }

    /// Slots, sign-in list, PINs and the sitting follow the staff rows.
    fn after_staff_change(&self) -> Outcome<()> {
        self.inside().follow_people()
    }
}

/// New keys under a one-time password.
struct Fresh {
    password: String,
    sign_key: String,
    agree_key: String,
    sealed_seed: String,
}

impl Fresh {
    fn make(door: &Door, id: StaffId, password: Option<&str>) -> Outcome<Self> {
        let password = password.map_or_else(|| one_time_password().to_string(), str::to_owned);
        let (keys, seed) = UserKeys::create(id.0, &Password::typed(&password), &door.place.policy);
        let public = keys.public();
        Ok(Self {
            password,
            sign_key: to_hex(&public.sign),
            agree_key: to_hex(&public.agree),
            sealed_seed: seed_text(&seed)?,
        })
    }
}

/// Changes name, roles or whether somebody still works here.
///
/// # Errors
/// As [`Door::change_staff`].
pub fn change_staff(work: &mut Work<'_>, ask: &ChangeStaff) -> Outcome<Staff> {
    let id = StaffId(ask.id);
    let before: StaffRow = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::StaffUnknown))?;
    let mut after = before.clone();
    if let Some(name) = &ask.name {
        after.name = text::required(name, 40)?;
    }
    after.active = ask.active.unwrap_or(before.active);
    let roles = match &ask.roles {
        Some(roles) if roles.is_empty() => return Err(Problem::refused(Code::RoleMissing)),
        Some(roles) => roles.clone(),
        None => work.tables.roles_of(id)?,
    };
    if (!after.active || !roles.contains(&Role::Admin)) && is_last_admin(work, id)? {
        return Err(Problem::refused(Code::LastAdmin));
    }
    work.update(id.0, &before, &after)?;
    set_roles(work, id, &roles)?;
    let has_pin = after.active && work.tables.with_pin()?.contains(&id);
    Ok(view(&after, roles, has_pin))
}

fn set_roles(work: &mut Work<'_>, staff: StaffId, roles: &[Role]) -> Outcome<()> {
    let present = work.tables.roles_of(staff)?;
    for role in Role::ALL
        .iter()
        .filter(|role| roles.contains(role) != present.contains(role))
    {
        let row = StaffRole {
            id: role_row(staff.0, *role),
            staff,
            role: role.code().to_owned(),
        };
        if roles.contains(role) {
            work.insert(staff.0, &row);
            work.unvoid(staff.0, &row);
        } else {
            work.void(staff.0, &row);
        }
    }
    Ok(())
}

fn is_last_admin(work: &Work<'_>, staff: StaffId) -> Outcome<bool> {
    for other in work.tables.staff()? {
        if other.active
            && other.id != staff
            && work.tables.roles_of(other.id)?.contains(&Role::Admin)
        {
            return Ok(false);
        }
    }
    Ok(work.tables.roles_of(staff)?.contains(&Role::Admin))
}
