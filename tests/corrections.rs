//! Corrections of any article leave it a good article, can be taken back and made again, and
//! outlive a new draft.
#![cfg(not(target_arch = "wasm32"))]

#[path = "corrections/random.rs"]
mod random;

use dateline::analyst::{self, dates::Given};
use dateline::article::*;
use dateline::correct::{Correction, Desk, Entry, Journal, Ref, apply};
use dateline::time;
use proptest::prelude::*;
use random::{Dice, article, correction, dice};
use std::collections::HashSet;

/// What must be so in every article.
fn check(article: &Article) -> Result<(), String> {
    let need = |so: bool, what: &str| if so { Ok(()) } else { Err(what.to_owned()) };
    let length = article.plain_text().chars().count() as u32;
    let mut ids = HashSet::new();
    let all = (article.entities.iter().map(|x| &x.id))
        .chain(article.times.iter().map(|x| &x.id))
        .chain(article.events.iter().map(|x| &x.id))
        .chain(article.quotes.iter().map(|x| &x.id))
        .chain(article.figures.iter().map(|x| &x.id))
        .chain(article.notes.iter().map(|x| &x.id));
    for id in all {
        need(Id::new(id.as_str()).is_ok() && ids.insert(id), &format!("one {id}"))?;
    }
    let entities: HashSet<&Id> = article.entities.iter().map(|x| &x.id).collect();
    let quotes: HashSet<&Id> = article.quotes.iter().map(|x| &x.id).collect();
    let figures: HashSet<&Id> = article.figures.iter().map(|x| &x.id).collect();
    for event in &article.events {
        let people = event.entities.iter().chain(&event.attributed_to);
        need(people.clone().all(|id| entities.contains(id)), "people of events")?;
        let once: HashSet<&Id> = event.entities.iter().collect();
        need(once.len() == event.entities.len(), "each takes part once")?;
        need(event.quotes.iter().all(|id| quotes.contains(id)), "quotes of events")?;
        need(event.figures.iter().all(|id| figures.contains(id)), "figures of events")?;
        need(!event.passages.is_empty(), "passages of events")?;
        need(event.headline.chars().count() <= 70, "short headlines")?;
        for date in [&event.when, &event.within].into_iter().flatten() {
            need(time::parse(date).is_ok(), &format!("a date {date}"))?;
        }
    }
    let place = |e: &Event| time::place(e.date());
    need(article.events.is_sorted_by_key(place), "events in order of time")?;
    let speakers = article.quotes.iter().flat_map(|quote| &quote.speaker);
    need(speakers.clone().all(|id| entities.contains(id)), "speakers")?;
    need(article.mentions.iter().all(|m| entities.contains(&m.entity)), "whom mentions name")?;
    need(article.notes.iter().flat_map(|n| &n.about).all(|id| ids.contains(id)), "notes")?;
    need(article.found.keys().all(|id| ids.contains(id)), "what was found is there")?;
    need(article.mentions.is_sorted_by_key(|m| m.span.start), "mentions in text order")?;
    need(article.quotes.is_sorted_by_key(|q| q.span.start), "quotes in text order")?;
    need(article.figures.is_sorted_by_key(|f| f.span.start), "figures in text order")?;
    need(article.times.is_sorted_by_key(|t| t.span.start), "times in text order")?;
    let blocks = article.block_spans();
    let marks: Vec<Span> = (article.mentions.iter().map(|m| m.span))
        .chain(article.times.iter().map(|t| t.span))
        .chain(article.quotes.iter().map(|q| q.span))
        .chain(article.figures.iter().map(|f| f.number))
        .collect();
    for (n, mark) in marks.iter().enumerate() {
        need(!mark.is_empty() && mark.end <= length, "marks in the text")?;
        need(blocks.iter().any(|block| block.contains(*mark)), "marks in a paragraph")?;
        let crossing = marks[n + 1..].iter().find(|other| mark.crosses(**other));
        need(crossing.is_none(), &format!("{mark:?} crosses {crossing:?}"))?;
    }
    for (n, mention) in article.mentions.iter().enumerate() {
        let same = article.mentions[n + 1..].iter().any(|other| other.span == mention.span);
        need(!same, "one name in one place")?;
    }
    for quote in &article.quotes {
        need(quote.span.contains(quote.inner), "words inside their marks")?;
    }
    let hidden = article.blocks.iter().zip(&blocks).filter(|(block, _)| block.kind.is_hidden());
    for (_, hidden) in hidden {
        let passages = article.events.iter().flat_map(|event| &event.passages);
        need(!marks.iter().any(|mark| mark.overlaps(*hidden)), "no marks in what is not shown")?;
        need(!passages.into_iter().any(|p| p.overlaps(*hidden)), "nothing told there")?;
    }
    let titles =
        article.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Title | BlockKind::Retitled));
    need(titles.count() <= 1, "one headline")?;
    Ok(())
}

/// The words of all marks and passages.
fn marked(article: &Article) -> Vec<String> {
    let text = PlainText::from(article);
    let marks = (article.mentions.iter().map(|m| m.span))
        .chain(article.times.iter().map(|t| t.span))
        .chain(article.quotes.iter().flat_map(|q| [q.span, q.inner]))
        .chain(article.figures.iter().flat_map(|f| [f.span, f.number]))
        .chain(article.events.iter().flat_map(|e| e.passages.clone()))
        .chain(
            article
                .blocks
                .iter()
                .filter(|b| !b.kind.is_hidden())
                .flat_map(|b| b.inlines.iter().map(|inline| inline.span)),
        );
    marks.map(|span| text.slice(span).to_owned()).collect()
}

/// A journal of corrections that were made one after the other, and the articles in between.
fn made(base: &Article, all: &[Dice]) -> Result<(Journal, Vec<Article>), TestCaseError> {
    let mut journal = Journal::new("a");
    let mut states = vec![base.clone()];
    for dice in all {
        let mut article = states.last().expect("the base at least").clone();
        let Some(correction) = correction(&article, dice) else { continue };
        let before = article.clone();
        match apply(&mut article, &correction) {
            Ok(()) => {
                let sound = check(&article);
                prop_assert!(sound.is_ok(), "{sound:?} after {correction:?}");
                prop_assert!(!correction.words().is_empty());
                let left = settled(&article);
                prop_assert!(check(&left).is_ok(), "{:?} after {correction:?}", check(&left));
                prop_assert_eq!(marked(&left), marked(&article));
                prop_assert!(!left.blocks.iter().any(|block| block.kind.is_hidden()));
                journal.add(correction);
                states.push(article);
            }
            Err(why) => {
                prop_assert_eq!(&article, &before, "refused: {}", why);
                prop_assert!(why.to_string().ends_with('.'), "{why}");
            }
        }
    }
    Ok((journal, states))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_article_stays_a_good_article(base in article(), all in prop::collection::vec(dice(), 1..24)) {
        prop_assert!(check(&base).is_ok(), "{:?}", check(&base));
        let (journal, states) = made(&base, &all)?;
        let outcome = journal.apply_to(&base);
        prop_assert_eq!(&outcome.failed, &[]);
        prop_assert_eq!(&outcome.article, states.last().expect("the base at least"));
        prop_assert_eq!(base.plain_text(), outcome.article.plain_text());
    }

    #[test]
    fn undo_and_redo(base in article(), all in prop::collection::vec(dice(), 1..14)) {
        let (mut journal, states) = made(&base, &all)?;
        let whole = journal.clone();
        for state in states.iter().rev().skip(1) {
            prop_assert!(journal.undo().is_some());
            prop_assert_eq!(&journal.apply_to(&base).article, state);
        }
        prop_assert!(journal.undo().is_none() && !journal.can_undo());
        for state in &states[1..] {
            prop_assert!(journal.redo().is_some());
            prop_assert_eq!(&journal.apply_to(&base).article, state);
        }
        prop_assert!(journal.redo().is_none() && !journal.can_redo());
        prop_assert_eq!(journal.apply_to(&base), whole.apply_to(&base));
    }

    #[test]
    fn the_journal_survives_its_json(base in article(), all in prop::collection::vec(dice(), 1..14), back in 0usize..4) {
        let (mut journal, _) = made(&base, &all)?;
        for _ in 0..back {
            journal.undo();
        }
        let json = journal.to_json();
        let read = Journal::from_json(&json, "b").map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&read, &journal);
        prop_assert_eq!(read.to_json(), json.clone());
        let by_serde: Vec<Entry> = serde_json::from_str(&json).expect("JSON");
        prop_assert_eq!(read.entries(), &by_serde[..]);
        // Cut anywhere it is refused, and says where.
        let mut cut = json.len() / 2;
        while !json.is_char_boundary(cut) {
            cut -= 1;
        }
        prop_assert!(Journal::from_json(&json[..cut], "b").is_err() || json.len() < 4);
    }

    #[test]
    fn what_was_corrected_was_looked_at(base in article(), dice in dice()) {
        let mut article = base.clone();
        let Some(correction) = correction(&article, &dice) else { return Ok(()) };
        let json = serde_json::to_value(&correction).expect("JSON");
        // What it is about; whom an event is attributed to is not what it is about.
        let about = json.as_object().and_then(|o| o.values().next()).and_then(|fields| {
            ["entity", "event", "quote", "figure", "time", "thing"].iter().find_map(|f| fields[f]["id"].as_str())
        });
        if let (Some(id), Ok(())) = (about, apply(&mut article, &correction)) {
            prop_assert!(!article.found.contains_key(id), "{id} after {correction:?}");
        }
    }

    /// Two tabs that went on from the same state.
    #[test]
    fn journals_unite(
        base in article(),
        all in prop::collection::vec(dice(), 9..18),
        turns in prop::collection::vec(0usize..3, 3),
    ) {
        let (start, _) = made(&base, &all[..3])?;
        let tabs = ["a", "b", "c"].map(|name| {
            Journal::from_json(&start.to_json(), name).expect("a journal")
        });
        let state = start.apply_to(&base).article;
        let mut tabs = tabs;
        for (n, tab) in tabs.iter_mut().enumerate() {
            for dice in all.iter().skip(3 + n).step_by(3) {
                tab.add(match correction(&state, dice) { Some(c) => c, None => continue });
            }
            for _ in 0..turns[n] {
                tab.undo();
            }
        }
        let [a, b, c] = &tabs;
        let united = |one: &Journal, other: &Journal| { let mut one = one.clone(); one.merge(other); one };
        prop_assert_eq!(united(a, b), united(b, a));
        prop_assert_eq!(united(a, a), a.clone());
        prop_assert_eq!(united(&united(a, b), c), united(a, &united(b, c)));
        let all = united(&united(a, b), c);
        for tab in &tabs {
            for entry in tab.entries() {
                prop_assert!(all.entries().iter().any(|e| e.id == entry.id));
            }
        }
        let outcome = all.apply_to(&base);
        let sound = check(&outcome.article);
        prop_assert!(sound.is_ok(), "{sound:?}");
    }

    /// The program reads the text again, and gives its findings other ids.
    #[test]
    fn corrections_outlive_a_new_draft(base in article(), all in prop::collection::vec(dice(), 1..14)) {
        let (journal, states) = made(&base, &all)?;
        let again = journal.apply_to(&renamed(&base));
        let wanted = states.last().expect("the base at least");
        prop_assert_eq!(&again.failed, &[]);
        prop_assert!(check(&again.article).is_ok(), "{:?}", check(&again.article));
        prop_assert_eq!(shown(&again.article), shown(wanted));
    }

    /// Another draft of the same text, from which some things are missing.
    #[test]
    fn nothing_is_dropped_in_silence(base in article(), all in prop::collection::vec(dice(), 1..14)) {
        let (journal, _) = made(&base, &all)?;
        let blocks = base.blocks.clone();
        let mut other = analyst::annotate(Article { blocks, ..Article::default() }, Given::Nothing);
        let gone: Vec<Id> = other.entities.iter().step_by(2).map(|e| e.id.clone()).collect();
        other.mentions.retain(|m| !gone.contains(&m.entity));
        other.quotes.clear();
        other.events.clear();
        other.entities.retain(|e| !gone.contains(&e.id));
        let left: HashSet<Id> = other.entities.iter().map(|e| e.id.clone())
            .chain(other.times.iter().map(|t| t.id.clone()))
            .chain(other.figures.iter().map(|f| f.id.clone())).collect();
        other.found.retain(|id, _| left.contains(id));
        let outcome = journal.apply_to(&other);
        prop_assert!(check(&outcome.article).is_ok(), "{:?}", check(&outcome.article));
        let mut stepwise = other;
        let mut failed = 0;
        for entry in journal.entries() {
            failed += usize::from(apply(&mut stepwise, &entry.correction).is_err());
        }
        prop_assert_eq!(stepwise, outcome.article);
        prop_assert_eq!(failed, outcome.failed.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The desk gives what the journal gives, whatever is done.
    #[test]
    fn a_desk_is_its_journal(
        base in article(),
        all in prop::collection::vec((dice(), 0u8..9), 1..60),
        other in prop::collection::vec(dice(), 0..3),
    ) {
        let mut desk = Desk::new(base.clone(), Journal::new("a"));
        for (dice, step) in &all {
            match step {
                0 | 1 => drop(desk.undo()),
                2 => drop(desk.redo()),
                _ => {
                    let Some(correction) = correction(desk.article(), dice) else { continue };
                    use Correction::{Block, Delete, Meta, NotName, Note, PutBack, ReadingDate};
                    let gone = matches!(correction, Delete { .. } | Note { .. });
                    let none = matches!(
                        correction,
                        NotName { .. } | Block { .. } | PutBack { .. } | Meta { .. } | ReadingDate { .. }
                    );
                    let about = correction.clone();
                    if desk.correct(correction).is_ok() {
                        let id = about.about(desk.article());
                        let known = |id: &Id| Ref::of(desk.article(), id).is_some();
                        prop_assert!(gone || none || id.is_some_and(|id| known(&id)), "{about:?}");
                    }
                }
            }
            let outcome = desk.journal().apply_to(&base);
            prop_assert_eq!(desk.article(), &outcome.article);
            prop_assert_eq!(desk.failed(), &outcome.failed[..]);
        }
        let (theirs, _) = made(&base, &other)?;
        let theirs = Journal::from_json(&theirs.to_json().replace("\"writer\":\"a\"", "\"writer\":\"b\""), "b");
        desk.merge(&theirs.expect("a journal"));
        desk.redraft(renamed(&base));
        for _ in 0..9 {
            desk.undo();
        }
        desk.redo();
        let outcome = desk.journal().apply_to(&renamed(&base));
        prop_assert_eq!(desk.article(), &outcome.article);
        prop_assert_eq!(desk.failed(), &outcome.failed[..]);
    }
}

/// The same findings under other ids.
fn renamed(article: &Article) -> Article {
    let mut json = serde_json::to_value(article).expect("JSON");
    let ids: HashSet<String> = article.found.keys().map(|id| id.to_string()).collect();
    fn walk(value: &mut serde_json::Value, ids: &HashSet<String>) {
        use serde_json::Value;
        match value {
            Value::String(text) if ids.contains(text) => text.insert(0, 'x'),
            Value::Array(list) => list.iter_mut().for_each(|item| walk(item, ids)),
            Value::Object(object) => {
                let old = std::mem::take(object);
                for (name, mut item) in old {
                    if name != "blocks" && name != "names" && name != "name" {
                        walk(&mut item, ids);
                    }
                    let name = if ids.contains(&name) { format!("x{name}") } else { name };
                    object.insert(name, item);
                }
            }
            _ => {}
        }
    }
    walk(&mut json, &ids);
    serde_json::from_value(json).expect("an article")
}

/// An article without its ids.
fn shown(article: &Article) -> String {
    let text = PlainText::from(article);
    let name = |id: &Id| {
        let known = article.entities.iter().find(|e| e.id == *id).map(|e| e.name.clone());
        known.unwrap_or_default()
    };
    let mut out = String::new();
    for e in &article.entities {
        out += &format!("{:?} {} {:?} {:?} {:?}\n", e.kind, e.name, e.names, e.role, e.note);
    }
    for m in &article.mentions {
        out += &format!("{:?} {} {}\n", m.span, text.slice(m.span), name(&m.entity));
    }
    for t in &article.times {
        out += &format!("{:?} {:?} {}\n", t.span, t.when, article.found.contains_key(&t.id));
    }
    for e in &article.events {
        let people: Vec<_> = e.entities.iter().chain(&e.attributed_to).map(name).collect();
        out += &format!("{} {:?} {:?} {:?} {people:?}\n", e.headline, e.when, e.within, e.passages);
    }
    for q in &article.quotes {
        out += &format!("{:?} {:?}\n", q.span, q.speaker.as_ref().map(name));
    }
    for f in &article.figures {
        out += &format!("{:?} {} {}\n", f.span, f.value, f.unit);
    }
    for n in &article.notes {
        out += &format!("{:?} {:?}\n", n.passages, n.remark);
    }
    out
}

#[test]
fn journals_that_are_none() {
    for (json, expected) in [
        ("", "expected a list at byte 0"),
        (r#"[{"id":{"count":1,"writer":"a"}}]"#, "expected a correction with its id"),
        (r#"[{"correction":{"right":{"thing":{"id":"x"}}}}]"#, "expected a correction with its id"),
        (
            r#"[{"id":{"count":1,"writer":"a"},"correction":{"bake":{}}}]"#,
            "expected a known correction",
        ),
        (
            r#"[{"id":{"count":1,"writer":"a"},"correction":{"right":{"thing":{}}}}]"#,
            "expected an id in this object",
        ),
    ] {
        let error = Journal::from_json(json, "b").expect_err(json).to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

/// The dice must reach everything: each sort of correction is made, and each is refused or not
/// possible at times.
#[test]
fn the_dice_reach_everything() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut made: HashSet<String> = HashSet::new();
    let mut refused: HashSet<String> = HashSet::new();
    for _ in 0..120 {
        let mut state = article().new_tree(&mut runner).expect("an article").current();
        for _ in 0..30 {
            let dice = dice().new_tree(&mut runner).expect("dice").current();
            let Some(correction) = correction(&state, &dice) else { continue };
            let json = serde_json::to_value(&correction).expect("JSON");
            let name = json.as_object().and_then(|o| o.keys().next()).expect("a name").clone();
            match apply(&mut state, &correction) {
                Ok(()) => made.insert(name),
                Err(why) => refused
                    .insert(format!("{why:?}").split('(').next().unwrap_or_default().to_owned()),
            };
        }
    }
    assert_eq!(made.len(), 34, "{made:?}");
    assert!(refused.len() >= 8, "{refused:?}");
}
