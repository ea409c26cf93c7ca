//! A catalogue: every row a trim. The same trim on two PCs, or in next year's list, is the same row.

use domain::id::by_rule;
use domain::rows::Trim;
use domain::sheet::TrimDraft;
use uuid::Uuid;

use crate::problem::{Outcome, Problem};
use crate::work::Work;

/// Writes all of it; answers how many trims are new or changed.
pub(super) fn write(work: &mut Work<'_>, drafts: &[TrimDraft]) -> Outcome<u64> {
    let Some(branch) = work.tables.branch()? else {
        return Err(Problem::broken("a store without a branch"));
    };
    let mut changed = 0;
    let mut seen = std::collections::HashSet::with_capacity(drafts.len());
    for draft in drafts {
        let series: Uuid = by_rule(
            branch.id.0,
            "series",
            &format!("{}\u{1f}{}\u{1f}{}", draft.brand, draft.maker, draft.series),
        );
        let id: Uuid = by_rule(
            series,
            "trim",
            &format!("{}\u{1f}{}", draft.model_year, draft.name),
        );
        if !seen.insert(id) {
            continue;
        }
        let row = Trim {
            id,
            brand: draft.brand.clone(),
            maker: draft.maker.clone(),
            series: draft.series.clone(),
            model_year: draft.model_year.clone(),
            name: draft.name.clone(),
            on_sale: draft.on_sale,
        };
        match work.tables.get::<Trim>(id)? {
            Some(before) => changed += u64::from(work.update(series, &before, &row)?),
            None if work.tables.has_row("trim", id)? => {
                // Taken back once: shown again, as the sheet has it now.
                work.insert(series, &row);
                work.unvoid(series, &row);
                changed += 1;
            }
            None => {
                work.insert(series, &row);
                changed += 1;
            }
        }
    }
    Ok(changed)
}
