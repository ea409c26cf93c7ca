//! Every place of the application. A new screen is one entry here.

use stage::keys::{self, CONTROL, DOWN, ENTER, SHIFT};

use crate::place::{Do, Place, Who, place};

const F1: char = keys::F1;
const F2: char = '\u{E032}';
const F3: char = '\u{E033}';
const F6: char = '\u{E036}';
const F7: char = '\u{E037}';
const F9: char = '\u{E039}';

/// The list of the screen is there.
const BOARD: &[Do] = &[Do::See("[role=grid]")];
/// The first customer of the list is open.
const CARD: &[Do] = &[
    Do::See("[role=grid]"),
    Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
    Do::Key(ENTER),
    Do::See("aside [role=tablist]"),
];
/// The second card of the day is being worked.
const WORK: &[Do] = &[
    Do::See("[data-card]:focus"),
    Do::Key(DOWN),
    Do::Key(ENTER),
    Do::See("[role=radiogroup] :focus"),
];

/// The counter takes keys.
const COUNTER: &[Do] = &[Do::See("[role=combobox]:focus")];

/// All of them.
pub const PLACES: &[Place] = &[
    place("welcome", Who::Nobody, "#/", &[]),
    place(
        "welcome-join",
        Who::Nobody,
        "#/",
        &[&[Do::Press("main li:nth-of-type(2) button"), Do::See("form")]],
    ),
    place("sign-in", Who::AtTheDoor, "#/", &[]),
    place("reception", Who::Receptionist, "#/reception", &[COUNTER]),
    place(
        "reception-quick",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Type("李女士 3 13912345678 S5 A")]],
    ),
    place(
        "reception-walk-in",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F2), Do::See("aside form")]],
    ),
    place(
        "reception-call",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F3), Do::See("aside form")]],
    ),
    place(
        "reception-missed",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F7), Do::See("aside form")]],
    ),
    place(
        "reception-visit",
        Who::Receptionist,
        "#/reception",
        &[
            COUNTER,
            &[
                Do::Press("[role=grid] [role=row][aria-rowindex='2']"),
                Do::Key(ENTER),
                Do::See("aside header h2"),
            ],
        ],
    ),
    place(
        "reception-drink",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F6), Do::Key('d')]],
    ),
    place(
        "reception-reassign",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F6), Do::Key('r')]],
    ),
    place(
        "reception-skip",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F6), Do::Key('k')]],
    ),
    place(
        "reception-waiting",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Press("[role=tab]:nth-of-type(2)")]],
    ),
    place(
        "reception-left",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Press("[role=tab]:nth-of-type(3)")]],
    ),
    place(
        "reception-calls",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Press("[role=tab]:nth-of-type(4)")]],
    ),
    place(
        "reception-others",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Press("[role=tab]:nth-of-type(5)")]],
    ),
    place(
        "reception-incomplete",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Press("[role=tab]:nth-of-type(6)")]],
    ),
    place(
        "reception-sheet",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F9), Do::See("aside footer")]],
    ),
    place(
        "paper",
        Who::Receptionist,
        "#/reception",
        &[
            COUNTER,
            &[
                Do::Key(F9),
                Do::Press("aside footer button"),
                Do::See("[role=dialog] img"),
            ],
        ],
    ),
    place(
        "commands",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Chord(&[CONTROL, 'k']), Do::Type(">")]],
    ),
    place(
        "find",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Chord(&[CONTROL, 'k']), Do::Type("wang")]],
    ),
    place(
        "keys",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F6), Do::Key('?')]],
    ),
    place(
        "help",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Key(F1)]],
    ),
    place(
        "switch",
        Who::Receptionist,
        "#/reception",
        &[COUNTER, &[Do::Chord(&[CONTROL, 'l'])]],
    ),
    place("today", Who::Consultant, "#/today", &[&[Do::See("main")]]),
    place("today-card", Who::Consultant, "#/today", &[WORK]),
    place(
        "today-texts",
        Who::Consultant,
        "#/today",
        &[WORK, &[Do::Key('m'), Do::See("[role=dialog]")]],
    ),
    place(
        "today-skip",
        Who::Consultant,
        "#/today",
        &[WORK, &[Do::Key('s')]],
    ),
    place("customers", Who::Consultant, "#/customers", &[BOARD]),
    place("customer", Who::Consultant, "#/customers", &[CARD]),
    place(
        "customer-fields",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('e')]],
    ),
    place(
        "customer-contact",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('c'), Do::See("aside form")]],
    ),
    place(
        "customer-tag",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('g')]],
    ),
    place(
        "customer-person",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('p'), Do::See("aside form")]],
    ),
    place(
        "customer-rival",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('r'), Do::See("aside form")]],
    ),
    place(
        "customer-appointment",
        Who::Consultant,
        "#/customers",
        &[CARD, &[Do::Key('b'), Do::See("aside form")]],
    ),
    place(
        "customer-new",
        Who::Consultant,
        "#/customers",
        &[BOARD, &[Do::Key('n'), Do::See("[role=dialog]")]],
    ),
    place(
        "level-sheet",
        Who::Consultant,
        "#/customers?part=levels",
        &[&[Do::See("main")]],
    ),
    place(
        "level-sheet-paper",
        Who::Consultant,
        "#/customers?part=levels",
        &[&[
            Do::See("[role=grid]:focus"),
            Do::Chord(&[CONTROL, 'p']),
            Do::See("[role=dialog] img"),
        ]],
    ),
    place("team", Who::Manager, "#/team", &[&[Do::See("[role=tab]")]]),
    place(
        "team-reviews",
        Who::Manager,
        "#/team",
        &[&[Do::Press("[role=tab]:nth-of-type(2)")]],
    ),
    place(
        "team-claims",
        Who::Manager,
        "#/team",
        &[&[Do::Press("[role=tab]:nth-of-type(3)")]],
    ),
    place("manager-customers", Who::Manager, "#/customers", &[BOARD]),
    place("import", Who::Admin, "#/import", &[&[Do::See("main")]]),
    place(
        "settings-people",
        Who::Admin,
        "#/settings?part=people",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-lists",
        Who::Admin,
        "#/settings?part=lists",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-rules",
        Who::Admin,
        "#/settings?part=rules",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-messages",
        Who::Admin,
        "#/settings?part=messages",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-devices",
        Who::Admin,
        "#/settings?part=devices",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-backup",
        Who::Admin,
        "#/settings?part=backup",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-check",
        Who::Admin,
        "#/settings?part=check",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-mine",
        Who::Admin,
        "#/settings?part=mine",
        &[&[Do::See("main h1")]],
    ),
    place(
        "settings-about",
        Who::Admin,
        "#/settings?part=about",
        &[&[Do::See("main h1")]],
    ),
    place(
        "lock",
        Who::Admin,
        "#/settings",
        &[&[Do::See("main"), Do::Chord(&[CONTROL, SHIFT, 'l'])]],
    ),
];
