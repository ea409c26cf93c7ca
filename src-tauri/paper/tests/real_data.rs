//! Real input, where it is at hand.

mod kit;

use std::collections::{BTreeMap, HashSet};

use domain::rows::{Frequency, VisitKind};
use domain::sheet::SheetKind;

#[test]
fn a_months_register_is_read_row_by_row_without_its_subtotals() {
    let Some(path) = kit::real("register-2026-03.xlsx") else {
        return;
    };
    let book = paper::read(&path).unwrap();
    let read = kit::all(&book);
    assert_eq!(read.layouts.len(), 1);
    assert_eq!(
        (read.layouts[0].kind, read.layouts[0].header),
        (SheetKind::Register, Some((3, 3)))
    );
    let unknown: Vec<&str> = read.layouts[0]
        .columns
        .iter()
        .filter(|c| c.field.is_none())
        .map(|c| c.heading.as_str())
        .collect();
    assert_eq!(unknown, [""; 0]);

    let rows = read.visits();
    assert_eq!((read.rows_read(), rows.len()), (209, 209));
    assert_eq!(read.problems(), []);
    let phones: HashSet<&str> = rows
        .iter()
        .filter_map(|row| row.phone.as_ref().map(|phone| phone.as_str()))
        .collect();
    let without = rows.iter().filter(|row| row.phone.is_none()).count();
    assert_eq!(
        (phones.len(), 209 - without - phones.len(), without),
        (146, 37, 26)
    );

    assert_eq!((rows[0].row, rows[208].row), (4, 242));
    let first = &rows[0];
    assert_eq!(
        (
            first.day.to_string(),
            first.arrived.map(|t| t.to_string()),
            first.left.map(|t| t.to_string())
        ),
        (
            "2026-03-01".into(),
            Some("10:15".into()),
            Some("11:25".into())
        )
    );
    assert_eq!(
        (
            first.name.as_deref(),
            first.consultant.as_deref(),
            first.frequency,
            first.kind
        ),
        (
            Some("万涵宇"),
            Some("王磊"),
            Some(Frequency::Again),
            VisitKind::WalkIn
        )
    );
    assert_eq!(
        (
            first.party_size,
            first.level.as_deref(),
            first.source.as_deref(),
            first.colour.as_deref()
        ),
        (Some(3), Some("B"), Some("owner_referral"), Some("white"))
    );
    assert_eq!(
        (
            first.wechat,
            first.test_drive,
            first.model.as_deref(),
            first.remark.as_deref()
        ),
        (Some(true), Some(true), Some("致在"), None)
    );
    assert_eq!(
        rows.iter()
            .filter(|row| row.kind == VisitKind::Call)
            .count(),
        49
    );
    let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter()
        .for_each(|row| *levels.entry(row.level.as_deref().unwrap()).or_default() += 1);
    assert_eq!(
        levels,
        BTreeMap::from([("A", 46), ("B", 42), ("C", 37), ("H", 44), ("N", 40)])
    );
}

#[test]
fn a_catalogue_of_the_country_is_read_completely() {
    let Some(path) = kit::real("catalogue.csv") else {
        return;
    };
    let book = paper::read(&path).unwrap();
    let read = kit::all(&book);
    assert_eq!(read.layouts[0].kind, SheetKind::Catalogue);
    let rows = read.trims();
    assert_eq!((rows.len(), read.rows_read()), (38_145, 38_145));
    assert_eq!(read.problems(), []);
    let distinct = |of: fn(&domain::sheet::TrimDraft) -> &str| {
        rows.iter().map(of).collect::<HashSet<_>>().len()
    };
    assert_eq!((distinct(|t| &t.brand), distinct(|t| &t.maker)), (209, 264));
    assert_eq!(
        (
            rows[0].row,
            rows[0].brand.as_str(),
            rows[0].model_year.as_str(),
            rows[0].on_sale
        ),
        (2, "AC Schnitzer", "2015款", false)
    );
}
