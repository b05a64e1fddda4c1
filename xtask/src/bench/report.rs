//! The rows of a bench, printed as they are measured.

use anyhow::{Result, bail};

/// All rows so far.
#[derive(Default)]
pub struct Report {
    missed: Vec<String>,
    headed: bool,
}

/// What is compared with what must be reached.
pub struct Row<'a> {
    /// What was measured.
    pub name: &'a str,
    /// Of what the two values are: `ms`, `bytes` or nothing.
    pub unit: &'a str,
    /// Our value.
    pub ours: f64,
    /// The value of the page compared with, if it is a comparison.
    pub other: Option<f64>,
    /// What counts: a ratio, or our value itself.
    pub counts: f64,
    /// It must be no more than this.
    pub must: f64,
    /// It would be good if it were no more than this.
    pub aim: f64,
}

impl Report {
    /// Adds a row and prints it.
    pub fn row(&mut self, row: &Row) {
        if !self.headed {
            self.headed = true;
            println!(
                "{:<52} {:>10} {:>10} {:>8} {:>8} {:>8}",
                "", "ours", "other", "ratio", "must", "aim"
            );
        }
        let verdict = match row.counts {
            value if value <= row.aim => "aim reached",
            value if value <= row.must => "ok",
            _ => "MISSED",
        };
        let name = match row.unit {
            "" => row.name.to_owned(),
            unit => format!("{}, {unit}", row.name),
        };
        println!(
            "{name:<52} {:>10} {:>10} {:>8} {:>8} {:>8}  {verdict}",
            number(row.ours),
            row.other.map_or_else(|| "–".into(), number),
            row.other.map_or_else(|| "–".into(), |_| number(row.counts)),
            number(row.must),
            number(row.aim),
        );
        if verdict == "MISSED" {
            self.missed.push(row.name.to_owned());
        }
    }

    /// Adds a row whose own value counts.
    pub fn value(&mut self, name: &str, unit: &str, ours: f64, must: f64, aim: f64) {
        self.row(&Row { name, unit, ours, other: None, counts: ours, must, aim });
    }

    /// Says why a row could not be measured.
    pub fn missing(&mut self, name: &str, why: &str) {
        println!("{name:<52} not measured: {why}");
    }

    /// Sums up.
    ///
    /// # Errors
    /// When something that must be reached was not.
    pub fn print(self) -> Result<()> {
        if !self.missed.is_empty() {
            bail!("not reached: {}", self.missed.join("; "));
        }
        Ok(())
    }
}

/// Whole from 100 on, else two digits after the point.
fn number(value: f64) -> String {
    if value.abs() >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// The middle value; NaN of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => (values[middle - 1] + values[middle]) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_found() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn only_what_must_be_reached_fails() {
        let mut report = Report::default();
        report.value("between", "ms", 12.0, 16.0, 8.0);
        assert!(report.print().is_ok());
        let mut report = Report::default();
        report.value("over", "ms", 17.0, 16.0, 8.0);
        assert!(report.print().is_err());
    }
}
