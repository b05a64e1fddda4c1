//! Dates with a name or a number in them: absolute ones, and those that lack a year.

use super::{Rule, Test, rule};
use crate::analyst::dates::pattern::Caps;
use crate::analyst::dates::spec::{Span, Spec, Which, Written};
use crate::analyst::dates::unit::{Modifier, Unit};

fn fields(c: &Caps) -> Written {
    Written {
        year: c.year,
        month: c.month,
        day: c.day,
        weekday: c.weekday,
        season: c.season,
        holiday: c.holiday,
        short: c.year.is_some_and(|year| year < 100),
        ..Written::default()
    }
}

fn date(c: &Caps) -> Option<Spec> {
    Some(Spec::written(fields(c)))
}

fn before_christ(c: &Caps) -> Option<Spec> {
    let year = c.year.map(|year| -year);
    Some(Spec::written(Written { year, short: false, ..fields(c) }))
}

fn anno_domini(c: &Caps) -> Option<Spec> {
    Some(Spec::written(Written { short: false, ..fields(c) }))
}

fn ordinal_day(c: &Caps) -> Option<Spec> {
    let day = c.ordinal.filter(|day| (1..=31).contains(day))?;
    Some(Spec::written(Written { day: Some(day), ..fields(c) }))
}

fn decade(c: &Caps) -> Option<Spec> {
    let year = c.decade?;
    let short = year < 100;
    let written = Written { year: Some(year), span: Span::Decade, short, ..Written::default() };
    Some(Spec { modifier: c.edge, ..Spec::written(written) })
}

fn decade_before_christ(c: &Caps) -> Option<Spec> {
    let written =
        Written { year: c.decade.map(|year| -year), span: Span::Decade, ..Written::default() };
    Some(Spec { modifier: c.edge, ..Spec::written(written) })
}

fn century(c: &Caps) -> Option<Spec> {
    let number = i32::from(c.ordinal.filter(|n| (1..40).contains(n))?);
    let year = Some((number - 1) * 100);
    let written = Written { year, span: Span::Century, ..Written::default() };
    Some(Spec { modifier: c.edge, ..Spec::written(written) })
}

fn century_before_christ(c: &Caps) -> Option<Spec> {
    let year = c.ordinal.map(|number| -100 * i32::from(number));
    let written = Written { year, span: Span::Century, ..Written::default() };
    Some(Spec { modifier: c.edge, ..Spec::written(written) })
}

fn which(c: &Caps, which: Which) -> Option<Spec> {
    Some(Spec::written(Written { which, ..fields(c) }))
}

/// The attacks of 2001 are told without their year.
fn september_11(_: &Caps) -> Option<Spec> {
    let written = Written { month: Some(9), day: Some(11), ..Written::default() };
    Some(Spec::written(Written { year: Some(2001), ..written }))
}

/// Half of a year, or the first or last part of something else.
fn half_of(c: &Caps, half: u8) -> Option<Spec> {
    let date = c.date.filter(Spec::is_date)?;
    let year = date.written.year.filter(|_| Spec::year(date.written.year.unwrap_or(0)) == date);
    match (half, year) {
        (1 | 2, Some(_)) => Some(Spec::written(Written { half: Some(half), ..date.written })),
        (1 | 2, None)
            if date.shift.is_some_and(|s| s.unit == Unit::Year)
                && date.written == Written::default() =>
        {
            Some(Spec { written: Written { half: Some(half), ..date.written }, ..date })
        }
        (1, None) => Some(date.with(Modifier::Start)),
        (2, None) => Some(date.with(Modifier::End)),
        _ => None,
    }
}

/// "the first week of March": of a month that is written.
fn week_of(c: &Caps) -> Option<Spec> {
    let date = c.date?;
    let month = date.is_date() && date.written.month.is_some() && date.written.day.is_none();
    let written = Written { week: c.ordinal.filter(|n| *n < 6 || *n == 90), ..date.written };
    (month && written.week.is_some()).then_some(Spec { written, ..date })
}

/// What may stand before a season that is a time, and not a jump or a well.
const BEFORE_SEASON: &str =
    "in by since during until till through throughout for over of from before after";

pub(super) const RULES: &[Rule] = &[
    rule("the day of 2001", "september|sept .? 11", september_11).check(Test::Attacks),
    rule("date in digits", "<digits>", date),
    rule("month day year", "<month> the? <day> ,? <year>", date),
    rule("month day year", "<month> <day> ,? <yy>", date),
    rule("day month year", "<day> of? <month> ,? <year>", date),
    rule("day month year", "the <day> of <month> ,? <year>?", date),
    rule("ordinal day of month", "the? <ordinal> of <month> ,? <year>?", ordinal_day),
    rule("weekday month day", "<weekday> ,? the? <month> the? <day> ,? <year>?", date),
    rule("weekday day month", "<weekday> ,? the? <day> of? <month> ,? <year>?", date),
    rule("month year", "<month> ,? of? <year>", date),
    rule("month year", "<month> <yy>", date),
    rule("month day", "<month> the? <day>", date).not_before("percent million billion years months weeks days hours minutes points per"),
    rule("day month", "<day> of? <month>", date),
    rule("month", "the month of <month>", date),
    rule("month", "<month>", date).check(Test::BareMonth),
    rule("last day by name", "last|this past? <month> <day>", |c| which(c, Which::Last)),
    rule("last month by name", "last|past <month>", |c| which(c, Which::Last)),
    rule("this month by name", "this <month>", |c| which(c, Which::This)),
    rule("next month by name", "next <month>", |c| which(c, Which::Next)),
    rule("year", "<year>", date).check(Test::Year),
    rule("year", "the? calendar|model? year|years <year>", date),
    rule("fiscal year", "the? fiscal year? <year>", date),
    rule("fiscal year", "fy <year>", date),
    rule("short year", "<yy>", date).check(Test::ShortYear),
    rule("year before Christ", "<count> ~bc|bce", before_christ),
    rule("year before Christ", "<count> bc|bce", before_christ),
    rule("year before Christ", "<count> b ~. ~c ~.?", before_christ),
    rule("month before Christ", "<month> ,? of? <count> bc|bce", before_christ),
    rule("season before Christ", "the? <season> ,? of? <count> bc|bce", before_christ),
    rule("year of our Lord", "<count> ad|ce", anno_domini),
    rule("year of our Lord", "ad <count>", anno_domini),
    rule("bare year before Christ", "<count>", before_christ).check(Test::BareBc),
    rule("about", "ca|circa ~.? <date>", |c| Some(c.date?.with(Modifier::Approx))),
    rule("about", "c ~. <date>", |c| Some(c.date?.with(Modifier::Approx))),
    rule("decade", "the? <edge>? -? <decade>", decade).check(Test::Decade),
    rule("decade before Christ", "the? <edge>? -? <decade> bc|bce", decade_before_christ),
    rule("century", "the? <edge>? -? <ordinal> -? century", century),
    rule("century before Christ", "the? <edge>? <ordinal> century bc|bce", century_before_christ),
    rule("turn of the century", "the turn of the century", |_| Some(Spec::year(2000))),
    rule("season year", "the? <season> ,? of? <year>", date),
    rule("season year", "the? <season> of? <yy>", date),
    rule("the day of 2001", "9 ~/ ~11", september_11),
    rule("season", "the? <season>", date).after(BEFORE_SEASON).check(Test::Season),
    rule("last season", "last|past <season>", |c| which(c, Which::Last)),
    rule("this season", "this <season>", |c| which(c, Which::This)),
    rule("next season", "next|coming <season>", |c| which(c, Which::Next)),
    rule("this past season", "this past <season>", |c| which(c, Which::Last)),
    rule("weekday", "<weekday>", date).check(Test::BareWeekday),
    rule("last weekday", "last|past <weekday>", |c| which(c, Which::Last)),
    rule("last weekday", "this past <weekday>", |c| which(c, Which::Last)),
    rule("last weekday", "<weekday> last", |c| which(c, Which::Last)).not_before("week month year"),
    rule("this weekday", "this coming? <weekday>", |c| which(c, Which::This)),
    rule("next weekday", "next|coming <weekday>", |c| which(c, Which::Next)),
    rule("the following one", "the following <season>|<month>|<weekday>|<holiday>", |c| which(c, Which::After)),
    rule("the following one", "the next <season>|<month>|<weekday>|<holiday>", |c| which(c, Which::After)),
    rule("the previous one", "the previous|preceding <season>|<month>|<weekday>|<holiday>", |c| which(c, Which::Before)),
    rule("that one", "that same? <season>|<weekday>", |c| which(c, Which::That)),
    rule("that one", "the same <season>|<weekday>", |c| which(c, Which::That)),
    rule("holiday", "<holiday> ,? of? <year>", date),
    rule("holiday", "<holiday>", date),
    rule("last holiday", "last <holiday>", |c| which(c, Which::Last)),
    rule("next holiday", "next <holiday>", |c| which(c, Which::Next)),
    rule("this holiday", "this <holiday>", |c| which(c, Which::This)),
    rule("part of a date", "the? <edge> -? in|on|of? <date>", |c| Some(c.date?.with(c.edge?))),
    rule("end", "the? very? end|close of <date>", |c| Some(c.date?.with(Modifier::End))),
    rule("beginning", "the? very? beginning|start|outset|dawn of <date>", |c| Some(c.date?.with(Modifier::Start))),
    rule("middle", "the? middle of <date>", |c| Some(c.date?.with(Modifier::Mid))),
    rule("first part", "the early|earlier|first part|days|weeks|months|years of <date>", |c| Some(c.date?.with(Modifier::Start))),
    rule("last part", "the late|later|latter|last|final|closing part|days|weeks|months|years of <date>", |c| Some(c.date?.with(Modifier::End))),
    rule("rest", "the rest|remainder|balance of <date>", |c| c.date),
    rule("as recently as", "as recently|early|late as <date>", |c| c.date),
    rule("week of a month", "the? <ordinal> week|weekend of|in <date>", week_of),
    rule("week of a month", "the? last|closing week of|in <date>", |c| week_of(&Caps { ordinal: Some(90), ..*c })),
    rule("half of a stretch", "the? <ordinal> -? half of <date>", |c| half_of(c, c.ordinal?)),
    rule("half of a stretch", "the? latter half of <date>", |c| half_of(c, 2)),
    rule("not a division", "<ordinal> division|army|corps|lady|place|avenue|street|world|amendment|district|floor|class|grade", |_| None),
    rule("not a newspaper", "sunday|daily|morning|evening|weekly times|telegraph|mirror|express|mail|post|star|standard|herald|news", |_| None).check(Test::Names),
];
