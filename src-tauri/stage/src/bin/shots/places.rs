//! Every place of the application. A new screen is one entry here.

use stage::keys::{self, CONTROL, DOWN, ENTER, SHIFT};

use crate::place::{Do, Place, Who, place};

const F1: char = keys::F1;
const F2: char = '\u{E032}';
const F3: char = '\u{E033}';
const F6: char = '\u{E036}';
const F7: char = '\u{E037}';
const F9: char = '\u{E039}';

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
        "reception-missed",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F7), Do::See("aside form")],
    ),
    place(
        "reception-visit",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside header h2"),
        ],
    ),
    place(
        "reception-drink",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F6), Do::Key('d')],
    ),
    place(
        "reception-reassign",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F6), Do::Key('r')],
    ),
    place(
        "reception-skip",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F6), Do::Key('k')],
    ),
    place(
        "reception-left",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=tab]:nth-of-type(2)"),
        ],
    ),
    place(
        "reception-calls",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=tab]:nth-of-type(3)"),
        ],
    ),
    place(
        "reception-waiting",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=tab]:nth-of-type(4)"),
        ],
    ),
    place(
        "reception-incomplete",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=tab]:nth-of-type(5)"),
        ],
    ),
    place(
        "reception-sheet",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F9), Do::See("aside footer")],
    ),
    place(
        "paper",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Key(F9),
            Do::Press("aside footer button"),
            Do::See("[role=dialog] img"),
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
        "find",
        Who::Receptionist,
        "#/reception",
        &[
            Do::See("[role=grid]"),
            Do::Chord(&[CONTROL, 'k']),
            Do::Type("wang"),
        ],
    ),
    place(
        "keys",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F6), Do::Key('?')],
    ),
    place(
        "help",
        Who::Receptionist,
        "#/reception",
        &[Do::See("[role=grid]"), Do::Key(F1)],
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
        "today-texts",
        Who::Consultant,
        "#/today",
        &[
            Do::See("[data-card]"),
            Do::Key(DOWN),
            Do::Key(ENTER),
            Do::Key('m'),
            Do::See("[role=dialog]"),
        ],
    ),
    place(
        "today-skip",
        Who::Consultant,
        "#/today",
        &[
            Do::See("[data-card]"),
            Do::Key(DOWN),
            Do::Key(ENTER),
            Do::Key('s'),
        ],
    ),
    place(
        "customers",
        Who::Consultant,
        "#/customers",
        &[Do::See("[role=grid]")],
    ),
    place(
        "customer",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
        ],
    ),
    place(
        "customer-fields",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('e'),
        ],
    ),
    place(
        "customer-contact",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('c'),
        ],
    ),
    place(
        "customer-tag",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('g'),
        ],
    ),
    place(
        "customer-person",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('p'),
        ],
    ),
    place(
        "customer-rival",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('r'),
        ],
    ),
    place(
        "customer-appointment",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
            Do::Key(ENTER),
            Do::See("aside"),
            Do::Key('b'),
        ],
    ),
    place(
        "customer-new",
        Who::Consultant,
        "#/customers",
        &[
            Do::See("[role=grid]"),
            Do::Key('n'),
            Do::See("[role=dialog]"),
        ],
    ),
    place(
        "level-sheet",
        Who::Consultant,
        "#/customers?part=levels",
        &[Do::See("main")],
    ),
    place("team", Who::Manager, "#/team", &[Do::See("[role=tab]")]),
    place(
        "team-reviews",
        Who::Manager,
        "#/team",
        &[Do::Press("[role=tab]:nth-of-type(2)")],
    ),
    place(
        "team-claims",
        Who::Manager,
        "#/team",
        &[Do::Press("[role=tab]:nth-of-type(3)")],
    ),
    place(
        "manager-customers",
        Who::Manager,
        "#/customers",
        &[Do::See("[role=grid]")],
    ),
    place("import", Who::Admin, "#/import", &[Do::See("main")]),
    place(
        "settings-people",
        Who::Admin,
        "#/settings?part=people",
        &[Do::See("main h1")],
    ),
    place(
        "settings-lists",
        Who::Admin,
        "#/settings?part=lists",
        &[Do::See("main h1")],
    ),
    place(
        "settings-rules",
        Who::Admin,
        "#/settings?part=rules",
        &[Do::See("main h1")],
    ),
    place(
        "settings-messages",
        Who::Admin,
        "#/settings?part=messages",
        &[Do::See("main h1")],
    ),
    place(
        "settings-backup",
        Who::Admin,
        "#/settings?part=backup",
        &[Do::See("main h1")],
    ),
    place(
        "settings-check",
        Who::Admin,
        "#/settings?part=check",
        &[Do::See("main h1")],
    ),
    place(
        "settings-mine",
        Who::Admin,
        "#/settings?part=mine",
        &[Do::See("main h1")],
    ),
    place(
        "settings-about",
        Who::Admin,
        "#/settings?part=about",
        &[Do::See("main h1")],
    ),
    place(
        "lock",
        Who::Admin,
        "#/settings",
        &[Do::See("main"), Do::Chord(&[CONTROL, SHIFT, 'l'])],
    ),
];
