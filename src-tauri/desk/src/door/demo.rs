//! Looking around: a demo branch of its own, below the data folder, that touches nothing real.

use domain::role::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::set_up::SetUpBranch;
use super::{DEMO, Door, me, staff_id};
use crate::demo::{Book, Team, crowd, month};
use crate::now::Now;
use crate::problem::{Outcome, Problem};

/// Everybody's password in a demo: there is nothing to protect.
const PASSWORD: &str = "forecourt demo";
/// The demo that the window shows.
const SEED: u64 = 2026;

/// As whom to look around.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenDemo {
    /// One of the demo's people has it.
    pub as_role: Role,
}

/// A demo branch in the data folder itself, for measuring and trying out.
#[derive(Debug, Clone)]
pub struct MakeDemo {
    /// Beyond those of the month.
    pub customers: u64,
    /// The same people and days for the same number.
    pub seed: u64,
    /// Everybody's.
    pub password: String,
}

impl Door {
    /// Opens the demo branch, making it at the first time.
    ///
    /// # Errors
    /// [`crate::problem::Code::StoreInUse`] when another window looks around already; the machine's.
    pub fn open_demo(&self, ask: &OpenDemo, now: Now) -> Outcome<()> {
        let folder = self.place.folder.join(DEMO);
        {
            let mut inside = self.inside();
            inside.shut();
            inside.folder.clone_from(&folder);
        }
        let opened = self.demo_as(ask.as_role, now);
        if opened.is_err() {
            drop(self.leave_demo());
        }
        opened
    }

    fn demo_as(&self, role: Role, now: Now) -> Outcome<()> {
        let folder = self.folder();
        std::fs::create_dir_all(&folder).map_err(store::StoreFailed::from)?;
        // A demo that was begun and not finished is made anew; it holds nothing of anybody's.
        let whole = folder.join("whole");
        if !whole.exists() {
            std::fs::remove_dir_all(&folder)
                .and_then(|()| std::fs::create_dir_all(&folder))
                .map_err(store::StoreFailed::from)?;
            self.make_demo(
                &MakeDemo {
                    customers: 0,
                    seed: SEED,
                    password: PASSWORD.to_owned(),
                },
                now,
                &mut |_| (),
            )?;
            std::fs::write(&whole, b"").map_err(store::StoreFailed::from)?;
            self.close()?;
        }
        let book = Book::read();
        let name = person(&book, role);
        self.sign_in(super::SignIn {
            login: name.to_owned(),
            password: PASSWORD.to_owned(),
        })?;
        Ok(())
    }

    /// Back to the real branch.
    ///
    /// # Errors
    /// None today.
    pub fn leave_demo(&self) -> Outcome<()> {
        self.imports.forget();
        let mut inside = self.inside();
        inside.shut();
        inside.folder.clone_from(&self.place.folder);
        Ok(())
    }

    /// Makes a demo branch in the empty folder in use: people, a month, and as many further customers as asked for. `told` hears
    /// how many of those there are.
    ///
    /// # Errors
    /// [`crate::problem::Code::StoreExists`]; the machine's.
    pub fn make_demo(&self, ask: &MakeDemo, now: Now, told: &mut dyn FnMut(u64)) -> Outcome<()> {
        let book = Book::read();
        let began = Now(now.moment().plus_minutes(-32 * 24 * 60));
        let set_up = SetUpBranch {
            branch: book.branch.clone(),
            brand: book.brand.clone(),
            admin_name: book.admin.clone(),
            password: ask.password.clone(),
        };
        self.found(set_up, &[Role::Admin], true, began)?;
        let mut people = vec![
            (book.receptionist.clone(), Role::Receptionist),
            (book.manager.clone(), Role::SalesManager),
        ];
        people.extend(
            book.consultants
                .iter()
                .map(|one| (one.name.clone(), Role::Consultant)),
        );
        people.extend(
            book.others
                .iter()
                .filter_map(|one| Some((one.name.clone(), Role::from_code(&one.role)?))),
        );
        for (name, role) in &people {
            self.take_in(name, &[*role], Some(&ask.password), began)?;
        }
        let (desk, _) = self.signed_in()?;
        let branch = desk
            .read(|tables| {
                tables
                    .branch()?
                    .ok_or(Problem::broken("a store without a branch"))
            })?
            .id;
        let team = Team::of(&book, |name| Ok(me(&desk, staff_id(branch, name))?.0))?;
        month(&desk, &team, &book, ask.seed, now)?;
        crowd(
            &desk,
            &team,
            &book,
            ask.seed.wrapping_add(1),
            ask.customers,
            now,
            told,
        )?;
        Ok(())
    }
}

/// Somebody of the demo with this role.
fn person(book: &Book, role: Role) -> &str {
    match role {
        Role::Receptionist => &book.receptionist,
        Role::Consultant => &book.consultants[0].name,
        Role::SalesManager => &book.manager,
        Role::Admin => &book.admin,
        other => book
            .others
            .iter()
            .find(|one| one.role == other.code())
            .map_or(&book.admin, |one| &one.name),
    }
}
