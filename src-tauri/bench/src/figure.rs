//! One line of a report, and the report.

use std::path::Path;

use serde::Serialize;

use crate::timing::Series;
use crate::trouble::Outcome;

/// The floor or the peer of a figure, in the same unit and from the same run.
#[derive(Debug, Clone, Serialize)]
pub struct Against {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p99: Option<f64>,
}

/// A figure. Fields that do not apply are left out.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    name: String,
    unit: &'static str,
    n: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p95: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p99: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpu_p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    peak_mb: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<Against>,
    /// Of the halves: `p50` by the other's `p50`.
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ok: Option<bool>,
    /// Told when the clock on the wall missed a target: whether others had the processor.
    #[serde(skip)]
    cpu_p99: Option<f64>,
}

impl Figure {
    /// What was measured.
    pub fn new(name: impl Into<String>, unit: &'static str, series: &Series) -> Self {
        Self {
            name: name.into(),
            unit,
            n: series.count(),
            p50: series.p50(),
            // Of two figures the greater is not a 99th percentile.
            p99: series.p99().filter(|_| series.count() > 2),
            p95: None,
            max: None,
            cpu_p50: series.cpu_p50(),
            peak_mb: None,
            against: None,
            ratio: None,
            target: None,
            ok: None,
            cpu_p99: series.cpu_p99(),
        }
    }

    /// Compared with this.
    pub fn against(mut self, name: impl Into<String>, series: &Series) -> Self {
        self.against = Some(Against {
            name: name.into(),
            p50: series.p50(),
            p99: series.p99().filter(|_| series.count() > 2),
        });
        self.ratio = self
            .p50
            .zip(series.p50())
            .and_then(|(ours, theirs)| (theirs > 0.0).then_some(ours / theirs));
        self
    }

    /// With the greatest memory meanwhile.
    pub fn peak(mut self, mb: Option<f64>) -> Self {
        self.peak_mb = mb;
        self
    }

    /// Wanted: 99 of 100 at most so much.
    pub fn p99_at_most(mut self, most: f64) -> Self {
        self.target = Some(format!("p99 ≤ {most} {}", self.unit));
        self.ok = self.p99.or(self.p50).map(|p99| p99 <= most);
        self
    }

    /// Wanted: 95 of 100 at most so much, and none more than `never`.
    pub fn p95_at_most(mut self, most: f64, never: f64, series: &Series) -> Self {
        self.target = Some(format!("p95 ≤ {most}, never > {never} {}", self.unit));
        let (p95, greatest) = (series.p95(), series.greatest());
        self.p95 = p95;
        self.max = greatest;
        self.ok = p95
            .zip(greatest)
            .map(|(p95, greatest)| p95 <= most && greatest <= never);
        self
    }

    /// Wanted: half of them at most so much.
    pub fn p50_at_most(mut self, most: f64) -> Self {
        self.target = Some(format!("p50 ≤ {most} {}", self.unit));
        self.ok = self.p50.map(|p50| p50 <= most);
        self
    }

    /// Wanted: half of them at least so much.
    pub fn p50_at_least(mut self, least: f64) -> Self {
        self.target = Some(format!("p50 ≥ {least} {}", self.unit));
        self.ok = self.p50.map(|p50| p50 >= least);
        self
    }

    /// Wanted: exactly so much.
    pub fn exactly(mut self, wanted: f64) -> Self {
        self.target = Some(format!("= {wanted}"));
        self.ok = self.p50.map(|p50| (p50 - wanted).abs() < 1e-9);
        self
    }

    /// Wanted: at most so many times the other.
    pub fn ratio_at_most(mut self, most: f64) -> Self {
        self.target = Some(format!("ratio ≤ {most}"));
        self.ok = self.ratio.map(|ratio| ratio <= most);
        self
    }

    /// Wanted: at least so many times the other.
    pub fn ratio_at_least(mut self, least: f64) -> Self {
        self.target = Some(format!("ratio ≥ {least}"));
        self.ok = self.ratio.map(|ratio| ratio >= least);
        self
    }
}

/// All figures of a run, and what went wrong in it.
#[derive(Debug, Default)]
pub struct Report {
    figures: Vec<Figure>,
    broken: Vec<String>,
}

impl Report {
    /// Adds a figure.
    pub fn add(&mut self, figure: Figure) {
        if let (Some(false), Some(cpu)) = (figure.ok, figure.cpu_p99) {
            println!(
                "  missed: {}; p99 by the processor's own clock: {cpu:.3}",
                figure.name
            );
        }
        self.figures.push(figure);
    }

    /// Notes that what was measured did something wrong.
    pub fn broken(&mut self, what: impl Into<String>) {
        self.broken.push(what.into());
    }

    /// What went wrong.
    pub fn wrong(&self) -> &[String] {
        &self.broken
    }

    /// Writes the figures as a JSON list.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, file: &Path) -> Outcome {
        Ok(std::fs::write(
            file,
            serde_json::to_string_pretty(&self.figures)? + "\n",
        )?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn series(figures: &[f64]) -> Series {
        let mut series = Series::default();
        figures.iter().for_each(|figure| series.note(*figure));
        series
    }

    #[test]
    fn fields_that_do_not_apply_are_left_out() {
        let figure = Figure::new("import", "s", &series(&[4.0]));
        assert_eq!(
            serde_json::to_value(&figure).unwrap(),
            json!({ "name": "import", "unit": "s", "n": 1, "p50": 4.0 })
        );
    }

    #[test]
    fn a_target_is_judged_by_what_was_measured() {
        let figure = Figure::new("act", "ms", &series(&[1.0, 2.0, 9.0]))
            .against("floor", &series(&[0.5, 0.5, 0.5]))
            .p99_at_most(8.0);
        let figure = serde_json::to_value(&figure).unwrap();
        assert_eq!(
            (&figure["ratio"], &figure["ok"]),
            (&json!(4.0), &json!(false))
        );
        assert_eq!(figure["target"], "p99 ≤ 8 ms");
    }
}
