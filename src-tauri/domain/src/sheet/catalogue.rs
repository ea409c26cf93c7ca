//! Rows of a catalogue: one trim each; brand, maker and series may stand once over many. Refuses a row without them.

use super::ProblemCode;
use super::cells::Cells;
use super::draft::TrimDraft;
use super::field::Field;

/// The rows read so far, and what is carried down from them.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) rows: Vec<TrimDraft>,
    brand: String,
    maker: String,
    series: String,
}

impl Catalogue {
    /// Reads a row; `false` when it had to be left out.
    pub(super) fn row(&mut self, mut cells: Cells) -> bool {
        let (brand, maker, series) = (
            cells.text(Field::Brand),
            cells.text(Field::Maker),
            cells.text(Field::Series),
        );
        // A new brand begins with its own maker and series, a new maker with its own series.
        if let Some(brand) = brand.filter(|brand| *brand != self.brand) {
            (self.brand, self.maker, self.series) = (brand, String::new(), String::new());
        }
        if let Some(maker) = maker.filter(|maker| *maker != self.maker) {
            (self.maker, self.series) = (maker, String::new());
        }
        if let Some(series) = series {
            self.series = series;
        }
        let name = cells.text(Field::Trim);
        let (Some(name), false) = (name, self.brand.is_empty() || self.series.is_empty()) else {
            let first = cells
                .row
                .filled()
                .next()
                .map(|(_, cell)| cell.text())
                .unwrap_or_default();
            cells.report_row("", ProblemCode::RowWithoutTrim, &first);
            return false;
        };
        let model_year = cells
            .text(Field::ModelYear)
            .or_else(|| year_of(&name))
            .unwrap_or_default();
        let (on_sale, _) = cells.yes_no(Field::OnSale, |_, _| false);
        let maker = if self.maker.is_empty() {
            &self.brand
        } else {
            &self.maker
        };
        self.rows.push(TrimDraft {
            row: cells.row.number,
            brand: self.brand.clone(),
            maker: maker.clone(),
            series: self.series.clone(),
            model_year,
            name,
            on_sale: on_sale.unwrap_or(true),
        });
        true
    }
}

/// `2019款 1.5T` → `2019款`.
fn year_of(name: &str) -> Option<String> {
    let (year, _) = name.split_once('款')?;
    (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{year}款"))
}
