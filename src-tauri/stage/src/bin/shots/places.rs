//! Every place of the application: who is there, where it is, and what is pressed to come to it. A new screen is one entry here.

use stage::keys::{CONTROL, DOWN, ENTER, SHIFT};

/// Who sits at the PC, in the demo branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A PC that nobody has used yet.
    Nobody,
    /// The door of a branch.
    AtTheDoor,
    /// 前台.
    Receptionist,
    /// 销售顾问.
    Consultant,
    /// 销售经理.
    Manager,
    /// 管理员.
    Admin,
}

impl Who {
    /// In the order in which they sit down.
    pub const ALL: [Self; 6] = [
        Self::Nobody,
        Self::AtTheDoor,
        Self::Receptionist,
        Self::Consultant,
        Self::Manager,
        Self::Admin,
    ];

    /// Who that is in the demo.
    pub fn login(self) -> Option<&'static str> {
        Some(match self {
            Self::Nobody | Self::AtTheDoor => return None,
            Self::Receptionist => "林晓",
            Self::Consultant => "李强",
            Self::Manager => "陈国栋",
            Self::Admin => "周敏",
        })
    }
}

/// One thing that a hand does.
pub enum Do {
    /// Presses a key.
    Key(char),
    /// Presses a key while others are held.
    Chord(&'static [char]),
    /// Types.
    Type(&'static str),
    /// Presses what a selector finds.
    Press(&'static str),
    /// Waits for what a selector finds.
    See(&'static str),
}

/// A place.
pub struct Place {
    /// Of its pictures.
    pub name: &'static str,
    /// Who is there.
    pub who: Who,
    /// Where.
    pub path: &'static str,
    /// What is done to come to it.
    pub steps: &'static [Do],
}

const F2: char = '\u{E032}';
const F3: char = '\u{E033}';

const fn place(name: &'static str, who: Who, path: &'static str, steps: &'static [Do]) -> Place {
    Place {
        name,
        who,
        path,
        steps,
    }
}

/// All of them.
pub const PLACES: &[Place] = &[
    place("welcome", Who::Nobody, "#/", &[]),
    place("sign-in", Who::AtTheDoor, "#/", &[]),
    place(
        "reception",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]")],
    ),
    place(
        "reception-quick",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=combobox]"),
            Do::Type("李女士 3 13912345678 S5 A"),
        ],
    ),
    place(
        "reception-walk-in",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F2), Do::See("aside form")],
    ),
    place(
        "reception-call",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F3), Do::See("aside form")],
    ),
    place(
        "reception-visit",
        Who::Receptionist,
        "#/reception",
        &[
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
        ],
    ),
    place(
        "commands",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Chord(&[CONTROL, 'k']),
            Do::Type("t"),
        ],
    ),
    place(
        "switch",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Chord(&[CONTROL, 'l'])],
    ),
    place("today", Who::Consultant, "#/today", &[Do::See("main")]),
    place(
        "today-card",
        Who::Consultant,
        "#/today",
        &[Do::See("[data-card]"), Do::Key(DOWN), Do::Key(ENTER)],
    ),
    place(
        "customers",
        Who::Consultant,
        "#/customers",
        &[Do::See("[role=grid]")],
    ),
    place("import", Who::Admin, "#/import", &[]),
    place("settings", Who::Admin, "#/settings", &[]),
    place(
        "lock",
        Who::Admin,
        "#/settings",
        &[Do::Chord(&[CONTROL, SHIFT, 'l'])],
    ),
];
