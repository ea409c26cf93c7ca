//! What still makes a record 待补全. Which fields a complete record has is a rule of the house.

use domain::rows::{Visit, VisitKind, VisitResult};
use domain::table::Row;

use crate::house::House;

/// Whether a visit counts as sales traffic: only then is anything asked for.
pub(crate) fn is_traffic(house: &House, visit: &Visit) -> bool {
    visit.kind != VisitKind::Other
        && visit
            .purpose
            .as_ref()
            .is_none_or(|purpose| house.rules.traffic_purposes.contains(purpose))
}

/// Whether anybody has spoken to them: of a call that was missed nothing can be asked before they are called back.
pub(crate) fn is_spoken_to(visit: &Visit) -> bool {
    visit.missed != Some(true) || visit.called_back.is_some()
}

/// Whoever left a number, or is known, is filed (留档); 未留档 is said by a person.
pub(super) fn note_filed(house: &House, visit: &mut Visit) {
    let filed = visit.phone.is_some() || visit.customer.is_some();
    if !is_traffic(house, visit) || !is_spoken_to(visit) {
        return;
    }
    if filed {
        visit.result = Some(VisitResult::Filed);
        visit.not_filed_reason = None;
    } else if visit.result == Some(VisitResult::Filed) {
        visit.result = None;
    }
}

/// Names of the fields that are still asked for, with commas; empty when complete.
pub(crate) fn missing(house: &House, visit: &Visit) -> String {
    let asked: &[String] = match visit.kind {
        _ if !is_traffic(house, visit) || !is_spoken_to(visit) => &[],
        VisitKind::Call => &house.rules.complete_call,
        VisitKind::WalkIn => &house.rules.complete_walk_in,
        VisitKind::Event => &house.rules.complete_event,
        VisitKind::Other => &[],
    };
    // Whoever would not leave a number is complete with the reason.
    let not_filed = visit.result == Some(VisitResult::NotFiled);
    let excused = |field: &str| not_filed && matches!(field, "name" | "phone" | "level" | "model");
    let values = visit.values();
    let empty = |field: &str| {
        Visit::TABLE
            .columns
            .iter()
            .zip(&values)
            .any(|(column, value)| column.name == field && value.is_null())
    };
    let mut fields: Vec<&str> = asked
        .iter()
        .map(String::as_str)
        .filter(|field| empty(field) && !excused(field))
        .collect();
    if not_filed && visit.not_filed_reason.is_none() {
        fields.push("not_filed_reason");
    }
    fields.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reception::log::empty_visit;
    use domain::id::VisitId;
    use domain::when::Moment;
    use uuid::Uuid;

    fn visit(change: impl FnOnce(&mut Visit)) -> Visit {
        let mut visit = empty_visit(VisitId(Uuid::nil()), VisitKind::WalkIn, Moment(0));
        change(&mut visit);
        visit
    }

    #[test]
    fn a_party_that_only_gave_its_name_lacks_what_the_house_asks_for() {
        let house = House::as_shipped();
        assert_eq!(
            missing(&house, &visit(|visit| visit.name = Some("王".into()))),
            "phone,consultant,model,level,source"
        );
    }

    #[test]
    fn whoever_comes_for_service_is_asked_for_nothing() {
        let house = House::as_shipped();
        assert_eq!(
            missing(
                &house,
                &visit(|visit| visit.purpose = Some("service".into()))
            ),
            ""
        );
    }

    #[test]
    fn not_filed_is_complete_with_a_reason_and_who_received_them() {
        let house = House::as_shipped();
        let not_filed = visit(|visit| visit.result = Some(VisitResult::NotFiled));
        assert_eq!(
            missing(&house, &not_filed),
            "consultant,source,not_filed_reason"
        );
    }
}
