//! Figures as a table that reads well in a terminal and in Markdown.

use serde_json::Value;

const COLUMNS: [(&str, &str); 12] = [
    ("name", "/name"),
    ("unit", "/unit"),
    ("n", "/n"),
    ("p50", "/p50"),
    ("p99", "/p99"),
    ("CPU p50", "/cpu_p50"),
    ("peak MB", "/peak_mb"),
    ("against", "/against/name"),
    ("its p50", "/against/p50"),
    ("its p99", "/against/p99"),
    ("ratio", "/ratio"),
    ("target", "/target"),
];

/// The table, one line per figure; columns that no figure fills are left out.
pub fn of(figures: &[Value]) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let mut columns: Vec<(Vec<String>, bool)> = COLUMNS
        .iter()
        .map(|(title, pointer)| column(title, figures, |figure| figure.pointer(pointer)))
        .collect();
    columns.push(column("ok", figures, |figure| figure.get("ok")));
    columns.retain(|(cells, _)| cells[1..].iter().any(|cell| !cell.is_empty()));

    let mut table = String::new();
    for line in 0..=figures.len() {
        for (cells, is_number) in &columns {
            table += &padded(&cells[line], width(cells), *is_number);
        }
        table += "|\n";
        if line == 0 {
            for (cells, is_number) in &columns {
                let rule = "-".repeat(width(cells));
                table += &format!("|-{rule}{}", if *is_number { ":" } else { "-" });
            }
            table += "|\n";
        }
    }
    table
}

/// The title and the cells of a column, and whether it holds numbers.
fn column<'a>(
    title: &str,
    figures: &'a [Value],
    cell: impl Fn(&'a Value) -> Option<&'a Value>,
) -> (Vec<String>, bool) {
    let values: Vec<_> = figures.iter().map(cell).collect();
    let is_number = values.iter().flatten().any(|value| value.is_number());
    let cells = values
        .into_iter()
        .map(|value| value.map(text).unwrap_or_default());
    (
        std::iter::once(title.to_owned()).chain(cells).collect(),
        is_number,
    )
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace('|', "/"),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "NO".to_owned(),
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map(rounded).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

/// Three significant digits, and no digit of a whole number lost.
fn rounded(number: f64) -> String {
    let decimals = match number.abs() {
        100.0.. => 0,
        10.0..100.0 => 1,
        1.0..10.0 => 2,
        _ => 3,
    };
    format!("{number:.decimals$}")
}

fn width(cells: &[String]) -> usize {
    cells
        .iter()
        .map(|cell| cell.chars().count())
        .max()
        .unwrap_or(0)
}

fn padded(cell: &str, width: usize, is_number: bool) -> String {
    if is_number {
        format!("| {cell:>width$} ")
    } else {
        format!("| {cell:<width$} ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_line_up_and_empty_columns_are_left_out() {
        let figures = serde_json::from_str::<Vec<Value>>(
            r#"[
              {"name":"search zs","unit":"ms","n":500,"p50":0.0612,"p99":12.345,"ok":true},
              {"name":"import","unit":"rows/s","n":1,"p50":15000.4,"ratio":0.61,"ok":false,
               "against":{"name":"bare insert","p50":24000.0}}
            ]"#,
        )
        .unwrap();
        let expected = "\
| name      | unit   |   n |   p50 |  p99 | against     | its p50 | ratio | ok  |
|-----------|--------|----:|------:|-----:|-------------|--------:|------:|-----|
| search zs | ms     | 500 | 0.061 | 12.3 |             |         |       | yes |
| import    | rows/s |   1 | 15000 |      | bare insert |   24000 | 0.610 | NO  |
";
        assert_eq!(of(&figures), expected);
    }

    #[test]
    fn a_bar_in_a_name_does_not_open_a_column() {
        let figures = [serde_json::json!({ "name": "a|b" })];
        assert!(of(&figures).contains("| a/b "));
    }
}
