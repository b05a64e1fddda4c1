//! When: the date that a clause gives its event, or the interval that the text leaves.

use super::basis::Basis;
use super::clause::{Clause, Link};
use super::group::Tense;
use super::scene::{QUOTED, Scene};
use super::subject::attributive;
use super::verbs::bit;
use crate::analyst::dates::{Kind, Stretch};
use crate::analyst::effort;
use crate::time::days_from_civil;
use std::ops::Range;

/// What a mark between verb and date counts, in words; and how many words are looked at.
const CLAUSE: usize = 3;
const REACH: usize = 40;

/// When an event is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub stretch: Option<Stretch>,
    /// First and last day of the interval, where there is no date.
    pub within: Option<(Option<i64>, Option<i64>)>,
    pub basis: Basis,
}

impl When {
    /// The date in EDTF.
    pub fn edtf(&self) -> Option<String> {
        self.stretch.map(Stretch::edtf)
    }

    /// The interval in EDTF.
    pub fn interval(&self) -> Option<String> {
        let (first, last) = self.within?;
        let end = |day: Option<i64>| day.map_or("..".to_owned(), |d| Stretch::Day(d).edtf());
        Some(format!("{}/{}", end(first), end(last)))
    }
}

/// What was told before, and from which day the text counts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    pub today: Option<i64>,
    /// The last date that an event before has, in the same block.
    pub last: Option<Stretch>,
}

impl Context {
    pub fn new(scene: &Scene) -> Self {
        let day = scene.reading.day.or(scene.reading.published);
        Self { today: day.map(|c| days_from_civil(c.year, c.month, c.day)), last: None }
    }
}

/// The dates that the clause itself has: its tokens and what they name.
pub(super) fn own_dates(scene: &Scene, ranges: &[Range<usize>]) -> Vec<(Range<usize>, Stretch)> {
    let mut found = Vec::new();
    for range in ranges {
        effort::step();
        for (tokens, timex) in scene.dates_in(range) {
            effort::step();
            let Some(stretch) = timex.stretch else { continue };
            let whole = matches!(timex.kind, Kind::Date | Kind::Time);
            if whole && !scene.has(tokens.start, QUOTED) && !attributive(scene, tokens.start) {
                found.push((tokens, stretch));
            }
        }
    }
    found
}

/// When a clause's event is.
pub(super) fn when(
    scene: &Scene,
    clause: &Clause,
    ranges: &[Range<usize>],
    context: Context,
) -> When {
    let ahead = clause.ahead();
    // "was to be held on Monday", "would": ahead of then, not of now
    let past_future = scene.text.is_in(clause.group.finite, " was were would had could might ");
    let own = own_dates(scene, ranges);
    // a date to come is not that of what has happened: "agreed to leave in 2012"
    let fits = |(tokens, stretch): &&(Range<usize>, Stretch)| {
        let to_come = context.today.is_some_and(|today| stretch.first_day() > today);
        let in_view =
            clause.group.tense == Tense::Progressive || clause.group.tense == Tense::Present;
        let infinitive = infinitive_between(scene, clause.group.tokens.end, tokens.start);
        // "admitted fraud between 2015 and 2021": of the fraud, not of its telling
        let other = clause.group.verb.is(bit::SPEECH) && between(scene, &own, tokens).is_some();
        let gone = context.today.is_some_and(|today| stretch.last_day() < today);
        // "reported a loss in the fourth quarter": when the loss was, not the report
        let long = !matches!(stretch, Stretch::Day(_) | Stretch::Week(_) | Stretch::Month(..));
        let of_object =
            clause.group.verb.is(bit::SPEECH) && long && tokens.start > clause.group.main + 2;
        !(of_object || other)
            && (ahead || in_view || !to_come || clause.group.plans)
            && !(infinitive && to_come && !clause.group.plans)
            && !(ahead && gone && !past_future)
    };
    let usable: Vec<&(Range<usize>, Stretch)> = own.iter().filter(fits).collect();
    let chosen = choose(scene, clause, &usable).or_else(|| date_before(scene, clause));
    if let Some((tokens, stretch)) = chosen {
        let today = if ahead { None } else { context.today };
        if let Some((first, last)) = between(scene, &own, &tokens) {
            return When {
                stretch: None,
                within: Some((Some(first), Some(last))),
                basis: Basis::Between,
            };
        }
        match side(scene, tokens.start) {
            Side::At => return When { stretch: Some(stretch), within: None, basis: Basis::Clause },
            Side::After => {
                let last = today.filter(|t| *t >= stretch.first_day());
                let within = Some((Some(stretch.first_day()), last));
                return When { stretch: None, within, basis: Basis::After };
            }
            Side::Before => {
                let first = context.today.filter(|t| ahead && *t <= stretch.last_day());
                let within = Some((first, Some(stretch.last_day())));
                return When { stretch: None, within, basis: Basis::Before };
            }
        }
    }
    undated(scene, clause, context)
}

/// The date that a clause with "when" is about: "on 4 November, when the mill will open".
fn date_before(scene: &Scene, clause: &Clause) -> Option<(Range<usize>, Stretch)> {
    let when = clause.body.start.checked_sub(1).filter(|&at| scene.text.is(at, "when"))?;
    let comma = when.checked_sub(1).filter(|&at| scene.text.word(at) == ",");
    let date = scene.date_at(comma.unwrap_or(when).checked_sub(1)?)?;
    own_dates(scene, &[date]).pop()
}

/// The date that the sentence begins with, if it does: what is told in it as done was then,
/// unless it has a date of its own.
pub(super) fn front(scene: &Scene, sentence: &Range<usize>) -> Option<Stretch> {
    let led = scene.text.is_in(sentence.start, " in on during ");
    let date = scene.date_at(sentence.start + usize::from(led))?;
    let (_, stretch) = own_dates(scene, &[date]).pop()?;
    Some(stretch)
}

impl When {
    /// The same with the date that the sentence begins with, where the clause stands beside its
    /// first one and has none itself.
    pub fn or_front(self, clause: &Clause, front: Option<Stretch>, today: Option<i64>) -> Self {
        let gone = |stretch: &Stretch| today.is_some_and(|today| stretch.first_day() <= today);
        let beside = clause.link == Link::Main && clause.group.tense == Tense::Past;
        match front.filter(gone) {
            Some(front) if beside && self.basis == Basis::Done => {
                Self { stretch: Some(front), within: None, basis: Basis::Sentence }
            }
            _ => self,
        }
    }
}

/// The date nearest to the verb in words, where a comma or conjunction counts as several: the
/// measure of [`crate::analyst::dates::of_event`], within one clause.
fn choose(
    scene: &Scene,
    clause: &Clause,
    usable: &[&(Range<usize>, Stretch)],
) -> Option<(Range<usize>, Stretch)> {
    let main = clause.group.main;
    let cost = |tokens: &Range<usize>| {
        let between = if tokens.start < main { tokens.end..main } else { main + 1..tokens.start };
        let far = between.len();
        let marks = between.take(REACH).filter(|&i| {
            matches!(scene.text.word(i), "," | "(" | ")" | "\"" | "“")
                || scene.text.is_in(i, " and to ")
        });
        far + CLAUSE * marks.count()
    };
    // of many dates in an endless clause the first ones
    let nearest = usable.iter().take(REACH).min_by_key(|(tokens, _)| cost(tokens));
    nearest.map(|found| (*found).clone())
}

/// Whether "to" and a verb stand between verb and date, so that the date may be the infinitive's.
fn infinitive_between(scene: &Scene, from: usize, to: usize) -> bool {
    (from..to.min(from + 24)).any(|i| scene.text.is(i, "to"))
}

/// First and last day of "between 2015 and 2021", of which this is one date.
fn between(
    scene: &Scene,
    own: &[(Range<usize>, Stretch)],
    tokens: &Range<usize>,
) -> Option<(i64, i64)> {
    for pair in own.windows(2) {
        let ((one, from), (two, to)) = (&pair[0], &pair[1]);
        let named = one == tokens || two == tokens;
        let joined = one.end + 1 == two.start && scene.text.is(one.end, "and");
        if named && joined && scene.text.is(one.start.wrapping_sub(1), "between") {
            let (first, last) = (from.first_day(), to.last_day());
            return (first <= last).then_some((first, last));
        }
    }
    None
}

enum Side {
    At,
    After,
    Before,
}

fn side(scene: &Scene, date: usize) -> Side {
    let Some(mut at) = date.checked_sub(1) else { return Side::At };
    if scene.text.is_in(at, " the early late ") && at > 0 {
        at -= 1;
    }
    match () {
        () if scene.text.is_in(at, " since after from ") => Side::After,
        () if scene.text.is_in(at, " before until by till ") => Side::Before,
        () => Side::At,
    }
}

fn undated(scene: &Scene, clause: &Clause, context: Context) -> When {
    let none = |within, basis| When { stretch: None, within, basis };
    let today = context.today;
    if clause.ahead() {
        return match today {
            Some(day) => none(Some((Some(day), None)), Basis::Ahead),
            None => none(None, Basis::Unknown),
        };
    }
    let text = scene.text;
    let lead = clause.whole().start..clause.group.tokens.end;
    let lead = lead.start..lead.end.min(lead.start + 8);
    let says = |list: &str| lead.clone().any(|i| text.is_in(i, list) && !scene.has(i, QUOTED));
    let past = context.last.filter(|s| today.is_none_or(|t| s.first_day() <= t));
    if (says(" previously earlier formerly ") || clause.group.tense == Tense::PastPerfect)
        && let Some(last) = past
    {
        let end = today.map_or(last.last_day(), |t| last.last_day().min(t));
        return none(Some((None, Some(end))), Basis::Earlier);
    }
    let since_then = lead.clone().any(|i| text.is(i, "since") && text.is(i + 1, "then"));
    if (since_then || says(" later afterwards afterward subsequently thereafter "))
        && let Some(last) = past
    {
        return none(Some((Some(last.first_day()), today)), Basis::Later);
    }
    match today {
        Some(day) => none(Some((None, Some(day))), Basis::Done),
        None => none(None, Basis::Unknown),
    }
}
