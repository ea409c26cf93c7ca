//! What a place is: who is there, where it is, and what is pressed to come to it.

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
    /// What is done to come to it, part by part.
    pub steps: &'static [&'static [Do]],
}

/// A place, in one line.
pub const fn place(
    name: &'static str,
    who: Who,
    path: &'static str,
    steps: &'static [&'static [Do]],
) -> Place {
    Place {
        name,
        who,
        path,
        steps,
    }
}
