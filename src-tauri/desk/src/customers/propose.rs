//! The level that follows from when somebody wants to buy.

use domain::rows::Customer;

use super::UNRATED;
use crate::house::House;

/// The level for the customer's purchase window, where it is another than theirs. Nobody who has ordered, bought or gone is proposed
/// another level.
pub(super) fn proposed_level(house: &House, customer: &Customer) -> Option<String> {
    let window = house.item("purchase_windows", customer.purchase_window.as_deref()?)?;
    let now = house.item("levels", &customer.level)?;
    if now.within.is_none() && now.code != UNRATED {
        return None;
    }
    let levels = house.lists.get("levels")?;
    let level = match window.within {
        Some(days) => levels
            .iter()
            .filter(|level| level.active && level.within.is_some_and(|within| within >= days))
            .min_by_key(|level| level.within)?,
        // Later than every level reaches: not rated yet.
        None => levels.iter().find(|level| level.code == UNRATED)?,
    };
    (level.code != customer.level).then(|| level.code.clone())
}

#[cfg(test)]
mod tests {
    use super::super::fields::empty_customer;
    use super::*;
    use domain::id::CustomerId;

    fn proposed(window: Option<&str>, level: &str) -> Option<String> {
        let customer = Customer {
            purchase_window: window.map(str::to_owned),
            level: level.to_owned(),
            ..empty_customer(CustomerId(uuid::Uuid::nil()), "2026-03-01".parse().unwrap())
        };
        proposed_level(&House::as_shipped(), &customer)
    }

    #[test]
    fn the_level_follows_from_the_purchase_window() {
        assert_eq!(proposed(Some("7"), "N").as_deref(), Some("H"));
        assert_eq!(proposed(Some("15"), "B").as_deref(), Some("A"));
        assert_eq!(proposed(Some("later"), "B").as_deref(), Some("N"));
    }

    #[test]
    fn nothing_is_proposed_where_it_fits_is_not_known_or_the_deal_is_done() {
        assert_eq!(proposed(Some("15"), "A"), None);
        assert_eq!(proposed(None, "A"), None);
        assert_eq!(proposed(Some("7"), "O"), None);
        assert_eq!(proposed(Some("7"), "F1"), None);
    }
}
