//! The reading date moves, and with it every date that the program counted from it.

use super::refused::Refused;
use super::time::{Step, events_follow};
use crate::analyst::dates::{Given, How, analyse, parse_day};
use crate::article::{Article, Id, PlainText};
use crate::time::Civil;

/// A date that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The id of the time or event.
    pub id: Id,
    /// What it was (EDTF): a date, or the interval of an event without one.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

/// An article with another reading date.
#[derive(Clone, Debug, PartialEq)]
pub struct Redated {
    /// The article.
    pub article: Article,
    /// What moved: times in text order, then events.
    pub moved: Vec<Moved>,
}

/// The article as it is if "today" is this day.
///
/// All dates in the text that a program found and nobody has looked at are read again; events
/// that rest on one that moved follow, and so do the intervals of events without a date. What a
/// person has set stays. Linear in the text.
pub fn redate(article: &Article, day: Civil) -> Redated {
    let mut article = article.clone();
    let moved = move_to(&mut article, day);
    Redated { article, moved }
}

/// The same for a day as it is written.
pub(super) fn correct(article: &mut Article, day: &str) -> Result<(), Refused> {
    let known = parse_day(day).filter(|known| known.to_string() == day.trim());
    let expected = "a day such as 2020-01-08";
    let day = known.ok_or_else(|| Refused::Expected(expected, day.to_owned()))?;
    move_to(article, day);
    Ok(())
}

fn move_to(article: &mut Article, day: Civil) -> Vec<Moved> {
    let text = PlainText::from(&*article);
    let read = analyse(text.as_str(), Given::Written(day)).timexes;
    let (mut moved, mut steps) = (Vec::new(), Vec::new());
    for time in &mut article.times {
        let at = read.partition_point(|timex| timex.span.start < time.span.start);
        let same = read.get(at).filter(|timex| timex.span == time.span);
        let (Some(timex), Some(reason)) = (same, article.found.get_mut(&time.id)) else { continue };
        *reason = timex.reason(text.slice(time.span));
        let old = std::mem::replace(&mut time.when, timex.edtf.clone());
        timex.kind.timex().clone_into(&mut time.kind);
        time.value.clone_from(&timex.value);
        time.modifier = timex.modifier.map(|modifier| modifier.timex().to_owned());
        time.vague = matches!(timex.trace.how, How::Vague | How::Unknown);
        time.relative = timex.trace.anchor.is_some();
        if old != time.when {
            let new = time.when.clone();
            moved.push(Moved { id: time.id.clone(), old: old.clone(), new: new.clone() });
            steps.push(Step { at: time.span, old, new });
        }
    }
    let new = day.to_string();
    let meta = &mut article.meta;
    let old = meta.reading_date.replace(new.clone()).or(meta.published.clone());
    if old.as_ref() != Some(&new) {
        // They spoke for another day.
        meta.reading_date_reasons.clear();
    }
    let today = old.as_deref().map(|old| (old, new.as_str()));
    moved.extend(events_follow(article, &steps, today));
    moved
}
