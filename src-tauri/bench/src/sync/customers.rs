//! The customers that everybody carries, ours and the peers: the same, of about 340 bytes.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use crate::book::Book;
use crate::branch::SEED;
use crate::people::People;
use crate::trouble::Outcome;

/// As text of this many bytes, about.
const BYTES: usize = 340;

/// One of them.
#[derive(Debug, Clone, Serialize)]
pub struct Customer {
    id: String,
    pub name: String,
    pub phone: String,
    model: String,
    source: &'static str,
    area: &'static str,
    remark: String,
}

/// So many; always the same.
pub fn draw(book: &Book, count: u64) -> Outcome<Vec<Customer>> {
    let mut people = People::new(book, SEED);
    (1..=count)
        .map(|at| {
            let mut customer = Customer {
                id: format!("c{at:07}"),
                name: people.name(),
                phone: people.phone(),
                model: people.model(),
                source: ["自然来店", "网站", "抖音", "老客户介绍"][people.rng.usize(..4)],
                area: ["岳麓区", "天心区", "开福区"][people.rng.usize(..3)],
                remark: people.talk(),
            };
            // Nobody writes the same twice: what was said comes with the days and sums of the talk.
            while serde_json::to_vec(&customer)?.len() < BYTES - 30 {
                let (day, sum) = (people.rng.u8(1..29), people.rng.u32(80_000..400_000));
                let said = people.talk();
                customer.remark += &format!("；{day}日谈到{sum}元，{said}");
            }
            Ok(customer)
        })
        .collect()
}

/// One per line, as JSON.
pub fn write_lines(customers: &[Customer], path: &Path) -> Outcome {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for customer in customers {
        serde_json::to_writer(&mut file, customer)?;
        file.write_all(b"\n")?;
    }
    Ok(file.flush()?)
}

/// As a list that the product takes in.
pub fn write_list(customers: &[Customer], path: &Path) -> Outcome {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(["客户姓名", "联系电话", "意向车型", "来源", "区域", "备注"])?;
    for one in customers {
        writer.write_record([
            &one.name,
            &one.phone,
            &one.model,
            one.source,
            one.area,
            &one.remark,
        ])?;
    }
    Ok(writer.flush()?)
}
