//! One heading of a column, with the group heading above it where there is one, and what it means.
//! Refuses to look at the cells below: that is [`super::columns`].

use super::field::{Field, SheetKind};
use super::fold::{narrow, without_brackets};
use super::synonyms::{Meaning, Synonyms, key};

/// Farthest from the usual word that still makes a difference.
const LEAST_USUAL: u32 = 25;

/// What stands above one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Column, from 0.
    pub(super) index: u32,
    /// The merged heading over several columns.
    pub(super) group: Option<String>,
    /// The column's own.
    pub(super) own: String,
}

/// What a heading means and how sure that is, 1–100.
pub(super) type Sure = (Meaning, u32);

impl Heading {
    /// As shown to a person: `级别/H`.
    pub(super) fn text(&self) -> String {
        let own = self.own.split_whitespace().collect::<Vec<_>>().join(" ");
        match &self.group {
            Some(group) if !own.is_empty() => format!(
                "{}/{own}",
                group.split_whitespace().collect::<Vec<_>>().join(" ")
            ),
            _ => own,
        }
    }

    /// Longest words first, the whole heading before a part of it, together with the group before alone.
    pub(super) fn meaning(&self, kind: SheetKind, synonyms: &Synonyms) -> Option<Sure> {
        let own = key(&self.own);
        let together = self
            .group
            .as_ref()
            .map(|group| format!("{}{own}", key(group)));
        if let (Some(group), Some(together)) = (&self.group, &together) {
            let either = [together.clone(), format!("{own}{}", key(group))];
            if let Some(found) = either
                .iter()
                .find_map(|text| exact(kind, synonyms, text, 98))
            {
                return Some(found);
            }
            if let Some(found) = end_of_time(kind, synonyms, group, &own) {
                return Some(found);
            }
        }
        let bare = key(&without_brackets(&narrow(&self.own)));
        let first = key(self
            .own
            .split(['/', '／', '、', '\n', '(', '（'])
            .find(|piece| !key(piece).is_empty())
            .unwrap_or(""));
        [(&own, 100), (&bare, 99), (&first, 85)]
            .into_iter()
            .find_map(|(text, sure)| exact(kind, synonyms, text, sure))
            .or_else(|| similar(kind, synonyms, &own, 40))
            .filter(|(meaning, _)| {
                together
                    .as_ref()
                    .is_none_or(|all| synonyms.allows(*meaning, all))
            })
            .or_else(|| together.and_then(|all| similar(kind, synonyms, &all, 30)))
    }
}

fn exact(kind: SheetKind, synonyms: &Synonyms, text: &str, sure: u32) -> Option<Sure> {
    synonyms
        .exactly(kind, text)
        .map(|(meaning, unusual)| (meaning, sure - unusual.min(LEAST_USUAL)))
}

fn similar(kind: SheetKind, synonyms: &Synonyms, text: &str, sure: u32) -> Option<Sure> {
    let (meaning, length) = synonyms.similarly(kind, text)?;
    let share = u32::try_from(30 * length / text.chars().count().max(1)).unwrap_or(0);
    Some((meaning, sure + share))
}

/// `时间` over `来 | 离`.
fn end_of_time(kind: SheetKind, synonyms: &Synonyms, group: &str, own: &str) -> Option<Sure> {
    let (meaning, _) = synonyms
        .exactly(kind, &key(group))
        .or_else(|| synonyms.similarly(kind, &key(group)).map(|(m, _)| (m, 0)))?;
    let of_times = matches!(meaning, Meaning::Field(Field::Arrived | Field::Left));
    let field = match (
        synonyms.time_ends.0.contains(own),
        synonyms.time_ends.1.contains(own),
    ) {
        (true, _) => Field::Arrived,
        (_, true) => Field::Left,
        _ => return None,
    };
    of_times.then_some((Meaning::Field(field), 95))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::synonyms::tests::shipped;

    fn meaning(group: Option<&str>, own: &str) -> Option<Meaning> {
        let heading = Heading {
            index: 0,
            group: group.map(str::to_owned),
            own: own.to_owned(),
        };
        heading
            .meaning(SheetKind::Register, &shipped())
            .map(|(meaning, _)| meaning)
    }

    #[test]
    fn brackets_and_line_breaks_do_not_hide_a_heading() {
        for (text, field) in [
            ("首次/再次(F/S)", Field::Frequency),
            ("备注（客户特征、决策人）", Field::Remark),
            ("来店/\n来电", Field::Kind),
            ("*联系电话（必填）", Field::Phone),
            ("客户\n姓名", Field::Name),
            ("姓名/称呼", Field::Name),
            ("試乘試駕Y/N", Field::TestDrive),
        ] {
            assert_eq!(meaning(None, text), Some(Meaning::Field(field)), "{text}");
        }
    }

    #[test]
    fn a_group_heading_changes_what_is_meant() {
        assert_eq!(
            meaning(Some("竞品"), "车型"),
            Some(Meaning::Field(Field::Competitor))
        );
        assert_eq!(
            meaning(Some("客户信息"), "姓名"),
            Some(Meaning::Field(Field::Name))
        );
        assert_eq!(
            meaning(Some("时间"), "来"),
            Some(Meaning::Field(Field::Arrived))
        );
        assert_eq!(
            meaning(Some("时间"), "离"),
            Some(Meaning::Field(Field::Left))
        );
        assert_eq!(meaning(Some("下次回访"), "日期"), Some(Meaning::NotKept));
        assert_ne!(
            meaning(Some("置换信息"), "车型"),
            Some(Meaning::Field(Field::Model))
        );
    }

    #[test]
    fn a_heading_of_other_things_means_nothing() {
        for text in ["销售顾问电话", "下次回访日期", "停留时间", "客户签名"] {
            assert!(
                !matches!(meaning(None, text), Some(Meaning::Field(_))),
                "{text}"
            );
        }
    }
}
