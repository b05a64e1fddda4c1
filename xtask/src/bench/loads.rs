//! How fast and how heavy pages load.

use super::probe::{Device, Load, load};
use super::report::{Report, Row, median};
use anyhow::Result;
use browser_tests::Browser;
use std::path::Path;

/// Our page beside the plain one, on the desktop profile.
pub fn desktop(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    plain: &Path,
    rounds: usize,
) -> Result<()> {
    let mut pairs = Vec::new();
    // The first round warms up the browser and is not counted.
    for round in 0..=rounds {
        let plain = load(browser, plain, Device::Desktop, false)?;
        let ours = load(browser, ours, Device::Desktop, true)?;
        if round > 0 {
            pairs.push((ours, plain));
        }
    }
    let bytes = middle(&pairs, |(ours, _)| ours.bytes);
    let other = middle(&pairs, |(_, plain)| plain.bytes);
    report.row(&Row {
        name: "download, brotli",
        unit: "bytes",
        ours: bytes,
        other: Some(other),
        counts: bytes,
        must: 130_000.0,
        aim: 95_000.0,
    });
    let row = |report: &mut Report, name, of: fn(&Load) -> f64, to: fn(&Load) -> f64, must, aim| {
        report.row(&Row {
            name,
            unit: "ms",
            ours: middle(&pairs, |(ours, _)| of(ours)),
            other: Some(middle(&pairs, |(_, plain)| to(plain))),
            counts: middle(&pairs, |(ours, plain)| of(ours) / to(plain)),
            must,
            aim,
        });
    };
    row(report, "first paint, to plain", |page| page.paint, |page| page.paint, 1.15, 1.05);
    row(report, "live, to plain's load", |page| page.ready, |page| page.load, 2.2, 1.6);
    report.value("layout shift", "", middle(&pairs, |(ours, _)| ours.shift), 0.0, 0.0);
    report.value("blocking time", "ms", middle(&pairs, |(ours, _)| ours.blocking), 20.0, 0.0);
    Ok(())
}

/// Our page beside the TimelineJS one, on the phone profile.
pub fn phone(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    other: &Path,
    rounds: usize,
) -> Result<()> {
    let mut pairs = Vec::new();
    for _ in 0..rounds {
        let other = load(browser, other, Device::Phone, true)?;
        let ours = load(browser, ours, Device::Phone, true)?;
        pairs.push((ours, other));
    }
    report.row(&Row {
        name: "live on a phone, to TimelineJS",
        unit: "ms",
        ours: middle(&pairs, |(ours, _)| ours.ready),
        other: Some(middle(&pairs, |(_, other)| other.ready)),
        counts: middle(&pairs, |(ours, other)| ours.ready / other.ready),
        must: 0.7,
        aim: 0.5,
    });
    report.value("layout shift on a phone", "", middle(&pairs, |(ours, _)| ours.shift), 0.0, 0.0);
    Ok(())
}

/// How time to live grows with the number of mentions: 10,000 to 100.
pub fn growth(
    report: &mut Report,
    browser: &Browser,
    few: &Path,
    many: &Path,
    rounds: usize,
) -> Result<()> {
    let mut pairs = Vec::new();
    for _ in 0..rounds {
        let few = load(browser, few, Device::Desktop, true)?;
        let many = load(browser, many, Device::Desktop, true)?;
        pairs.push((many, few));
    }
    report.row(&Row {
        name: "live with 10,000 mentions, to 100",
        unit: "ms",
        ours: middle(&pairs, |(many, _)| many.ready),
        other: Some(middle(&pairs, |(_, few)| few.ready)),
        counts: middle(&pairs, |(many, few)| many.ready / few.ready),
        must: 6.0,
        aim: 5.0,
    });
    Ok(())
}

fn middle(pairs: &[(Load, Load)], of: impl Fn(&(Load, Load)) -> f64) -> f64 {
    median(pairs.iter().map(of).collect())
}
