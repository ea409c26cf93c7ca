//! Permission stands beside each verb: what nobody is named for, nobody may do.

use domain::role::Role;

/// Something that a person can do, or look at.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// Wire name: the command's, and in the log.
    pub name: &'static str,
    /// Who may. Nobody, when empty.
    pub roles: &'static [Role],
    /// Needs the actor's own signature, and so the password in this session: staff, roles, keys, rules.
    pub authority: bool,
}

impl Verb {
    /// Something that these roles may do.
    #[must_use]
    pub const fn new(name: &'static str, roles: &'static [Role]) -> Self {
        Self {
            name,
            roles,
            authority: false,
        }
    }

    /// Something of authority.
    #[must_use]
    pub const fn signed(name: &'static str, roles: &'static [Role]) -> Self {
        Self {
            name,
            roles,
            authority: true,
        }
    }

    /// Whether somebody with these roles may.
    #[must_use]
    pub fn allows(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

/// Everyone.
pub const EVERYONE: &[Role] = Role::ALL;

/// Who receives visitors and calls, and looks after customers.
pub const SALES: &[Role] = &[
    Role::Receptionist,
    Role::Consultant,
    Role::Dcc,
    Role::TestDrive,
    Role::SalesManager,
    Role::GeneralManager,
    Role::Admin,
];

/// Who works customers.
pub const OWNERS: &[Role] = &[
    Role::Consultant,
    Role::Dcc,
    Role::SalesManager,
    Role::GeneralManager,
    Role::Admin,
];

/// Who looks at customers without selling to them.
pub const CUSTOMER_READERS: &[Role] = &[
    Role::Receptionist,
    Role::Consultant,
    Role::Dcc,
    Role::TestDrive,
    Role::SalesManager,
    Role::ServiceAdvisor,
    Role::CsClerk,
    Role::CsManager,
    Role::GeneralManager,
    Role::Admin,
];

/// Who keeps the counter: whose turn it is, whose visit, when the day is over.
pub const COUNTER: &[Role] = &[
    Role::Receptionist,
    Role::SalesManager,
    Role::GeneralManager,
    Role::Admin,
];

/// Who decides about other people's customers.
pub const MANAGERS: &[Role] = &[Role::SalesManager, Role::GeneralManager, Role::Admin];

/// Who sees every customer; the others see their own and those without an owner.
pub const SEE_ALL: &[Role] = &[
    Role::Receptionist,
    Role::SalesManager,
    Role::ServiceAdvisor,
    Role::CsClerk,
    Role::CsManager,
    Role::GeneralManager,
    Role::Admin,
];

/// Administrators.
pub const ADMIN: &[Role] = &[Role::Admin];
