//! Lengths of time and what comes back, as TIMEX3 writes them.

use super::Resolved;
use crate::analyst::dates::spec::{Amount, Length, Repeat};
use crate::analyst::dates::unit::{Modifier, Unit};
use crate::analyst::dates::{How, Kind};

fn resolved(kind: Kind, value: String, modifier: Option<Modifier>) -> Resolved {
    let how = How::Written;
    Resolved { kind, value, edtf: None, stretch: None, modifier, how, anchor: None, cue: None }
}

pub(super) fn length(first: Length, more: Option<Length>, modifier: Option<Modifier>) -> Resolved {
    let mut value = written(first);
    if let Some(more) = more {
        let rest = written(more);
        value.push_str(rest.trim_start_matches('P'));
    }
    resolved(Kind::Duration, value, modifier)
}

/// `P3M`, `PT30M`, `PXY`, `P2.5Y`.
pub(super) fn written(length: Length) -> String {
    let (prefix, letters, each) = length.unit.timex();
    match length.amount {
        Amount::Vague => format!("{prefix}X{letters}"),
        Amount::Exact(thousandths) => {
            let thousandths = thousandths.saturating_mul(each);
            let (whole, rest) = (thousandths / 1000, thousandths % 1000);
            let fraction = match rest {
                0 => String::new(),
                rest => format!(".{rest:03}").trim_end_matches('0').to_owned(),
            };
            let (prefix, letters, whole) = match (letters, rest) {
                // TIMEX3 has no half decades.
                ("DE", 1..) => ("P", "Y", thousandths / 100),
                ("CE", 1..) => ("P", "Y", thousandths / 10),
                _ => (prefix, letters, whole),
            };
            let fraction = if letters == "Y" && each == 1 && length.unit > Unit::Year {
                String::new()
            } else {
                fraction
            };
            format!("{prefix}{whole}{fraction}{letters}")
        }
    }
}

pub(super) fn repeat(repeat: Repeat) -> Resolved {
    let value = match repeat {
        Repeat::Every(length) => written(length),
        Repeat::Weekday(day) => format!("XXXX-WXX-{day}"),
        Repeat::Month(month) => format!("XXXX-{month:02}"),
        Repeat::Season(season) => format!("XXXX-{}", season.timex()),
        Repeat::Part(part) => format!("XXXX-XX-XXT{}", part.timex()),
    };
    resolved(Kind::Set, value, None)
}
