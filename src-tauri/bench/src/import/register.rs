//! A made-up register with the columns that registers have: most people came once and left a number, some came again, some left none.

use std::path::Path;

use domain::when::Day;
use rust_xlsxwriter::Workbook;

use crate::book::Book;
use crate::branch::SEED;
use crate::people::People;
use crate::trouble::Outcome;

const TITLE: &str = "来店（电）客户登记表";
const HEADINGS: [&str; 15] = [
    "序号",
    "日期",
    "来店时间",
    "离店时间",
    "客户姓名",
    "性别",
    "联系电话",
    "人数",
    "意向车型",
    "意向级别",
    "来店渠道",
    "区域",
    "试乘试驾",
    "销售顾问",
    "接待经过",
];
/// Of 100 rows: a number that nobody left before, and one that stands further up. The others left none.
const NEW: u8 = 70;
const AGAIN: u8 = 18;

/// The rows, in order of days.
pub struct Register {
    /// Cells as text.
    pub rows: Vec<Vec<String>>,
    /// How many different numbers there are.
    pub people: usize,
}

impl Register {
    /// So many rows; always the same.
    pub fn draw(book: &Book, rows: usize) -> Self {
        let mut people = People::new(book, SEED);
        let mut known: Vec<(String, String, usize)> = Vec::new();
        let mut register = Self {
            rows: Vec::with_capacity(rows),
            people: 0,
        };
        for at in 0..rows {
            let chance = people.rng.u8(..100);
            let (name, phone, seller) = if (NEW..NEW + AGAIN).contains(&chance) && !known.is_empty()
            {
                known[people.rng.usize(..known.len())].clone()
            } else {
                let phone = if chance < NEW + AGAIN {
                    people.phone()
                } else {
                    String::new()
                };
                (
                    people.name(),
                    phone,
                    people.rng.usize(..book.consultants.len()),
                )
            };
            if chance < NEW && !phone.is_empty() {
                known.push((name.clone(), phone.clone(), seller));
            }
            register
                .rows
                .push(row(&mut people, book, at, rows, (name, phone, seller)));
        }
        let phones: std::collections::HashSet<&str> = register
            .rows
            .iter()
            .map(|row| row[6].as_str())
            .filter(|phone| !phone.is_empty())
            .collect();
        register.people = phones.len();
        register
    }

    /// As text in UTF-8.
    pub fn write_csv(&self, path: &Path) -> Outcome {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_path(path)?;
        writer.write_record([TITLE])?;
        writer.write_record(HEADINGS)?;
        self.rows
            .iter()
            .try_for_each(|row| writer.write_record(row))?;
        Ok(writer.flush()?)
    }

    /// As a workbook; dates and numbers as text, as many are.
    pub fn write_xlsx(&self, path: &Path) -> Outcome {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, TITLE)?;
        for (column, heading) in (0..).zip(HEADINGS) {
            sheet.write_string(1, column, heading)?;
        }
        for (line, row) in (2..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(line, column, cell)?;
            }
        }
        Ok(book.save(path)?)
    }
}

fn row(
    people: &mut People,
    book: &Book,
    at: usize,
    rows: usize,
    (name, phone, seller): (String, String, usize),
) -> Vec<String> {
    /// Five years.
    const DAYS: usize = 5 * 365;
    let begun: Day = "2021-01-01".parse().expect("a day as the tests have it");
    let date = begun.plus((at * DAYS / rows) as i64);
    let arrived = people.rng.u16(9 * 60..17 * 60);
    let left = arrived + people.rng.u16(10..90);
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let level = ["H", "A", "B", "C", "N"][people.rng.usize(..5)];
    let source = ["自然来店", "网站", "抖音", "老客户介绍"][people.rng.usize(..4)];
    let area = ["岳麓区", "天心区", "开福区"][people.rng.usize(..3)];
    vec![
        (at + 1).to_string(),
        date.to_string(),
        time(arrived),
        time(left),
        name,
        if people.rng.bool() { "男" } else { "女" }.to_owned(),
        phone,
        (1 + people.rng.u8(..3)).to_string(),
        people.model(),
        level.to_owned(),
        source.to_owned(),
        area.to_owned(),
        if people.rng.bool() { "是" } else { "否" }.to_owned(),
        book.consultants[seller].name.clone(),
        people.talk(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_is_always_the_same_and_counts_its_people() {
        let Ok(book) = Book::read() else {
            panic!("the book can be read")
        };
        let register = Register::draw(&book, 1_000);
        assert_eq!(register.rows, Register::draw(&book, 1_000).rows);
        assert!((600..800).contains(&register.people), "{}", register.people);
        let mut days: Vec<&String> = register.rows.iter().map(|row| &row[1]).collect();
        assert_eq!((days[0].as_str(), days.is_sorted()), ("2021-01-01", true));
        days.dedup();
        assert!(days.len() > 500);
    }
}
