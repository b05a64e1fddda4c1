//! Partial dates: EDTF (ISO 8601-2) values, their bounds, their order, words for them.
//!
//! An [`Edtf`] is what somebody wrote: "2014", "about 8 January", "3 January or later". Its
//! [`Bounds`] are what that says for sure, in civil [`Minutes`]. Nothing here knows a time
//! zone or a clock, and nothing fills in what was not written: a year stays a year.

mod bounds;
mod calendar;
mod edtf;
mod gap;
mod parse;
mod window;
mod words;
mod written;

pub use bounds::{Bounds, Precision, place};
pub use calendar::{
    Civil, MINUTES_PER_DAY, Minutes, civil_at, civil_from_days, days_from_civil, days_in_month,
    is_leap_year, minutes_at, weekday,
};
pub use edtf::{Date, DateTime, Edtf, End, Field, Member, Point, Qualifier, Set, Year, Zone};
pub use gap::gap;
pub use parse::{EdtfError, parse};
pub use window::between;
pub use words::{in_words, long, machine, month_name, short, weekday_name, within};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
