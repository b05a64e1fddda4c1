//! A timeline of TimelineJS as an article: each slide is a heading and its text, and an event
//! with the date that the slide has. Its format is Knight Lab's, as documented for TimelineJS3.

use crate::article::Ids;
use crate::article::{Block, BlockKind, Event, Part};
use crate::intake::finish::{Draft, finish};
use crate::intake::html::{self, Tree};
use crate::intake::{Form, Opened, Refusal};
use crate::time;
use serde_json::Value;

/// The longest headline of an event, in scalars.
const LONGEST_HEADLINE: usize = 70;

/// Reads a timeline.
pub fn open(timeline: &Value) -> Result<Opened, Refusal> {
    let mut draft = Draft { sorted: true, ..Draft::default() };
    let title = &timeline["title"];
    draft.meta.title = line(&title["text"]["headline"]);
    if !draft.meta.title.is_empty() {
        let text = draft.meta.title.clone();
        draft.blocks.push(Block {
            kind: BlockKind::Title,
            part: Part::Head,
            text,
            inlines: vec![],
        });
    }
    draft.blocks.extend(paragraphs(title));
    let mut ids = Ids::default();
    let mut told: Vec<(Event, std::ops::Range<usize>)> = Vec::new();
    for slide in timeline["events"].as_array().into_iter().flatten() {
        let first = draft.blocks.len();
        let headline = line(&slide["text"]["headline"]);
        if !headline.is_empty() {
            let kind = BlockKind::Heading;
            draft.blocks.push(Block { kind, text: headline.clone(), ..Block::default() });
        }
        draft.blocks.extend(paragraphs(slide));
        let Some(block) = draft.blocks.get(first) else { continue };
        let headline = short(&block.text);
        let event = Event {
            id: ids.next(&format!("ev-{headline}")),
            kind: line(&slide["group"]),
            when: when(slide),
            basis: basis(slide),
            headline,
            ..Event::default()
        };
        told.push((event, first..draft.blocks.len()));
    }
    // A title that the timeline does not give goes before the first block.
    let given = draft.blocks.first().is_some_and(|block| block.kind == BlockKind::Title);
    if !given {
        draft.meta.title =
            told.first().map(|(event, _)| event.headline.clone()).unwrap_or_default();
    }
    let before = draft.blocks.len();
    let mut opened = finish(draft, Form::TimelineJs)?;
    let more = opened.article.blocks.len() - before;
    let spans = opened.article.block_spans();
    for (mut event, blocks) in told {
        let passages = spans.get(blocks.start + more..blocks.end + more);
        event.passages = passages.unwrap_or_default().to_vec();
        opened.article.events.push(event);
    }
    opened.article.events.sort_by_key(|event| {
        let bounds = event.when.as_deref().and_then(|when| time::parse(when).ok())?.bounds();
        bounds.start.or(bounds.end)
    });
    opened.annotated = !opened.article.events.is_empty();
    Ok(opened)
}

/// Words of a field that may hold HTML, as one line.
fn line(field: &Value) -> String {
    let tree = html::build(field.as_str().unwrap_or_default());
    let blocks = html::blocks(&tree, Tree::ROOT, None);
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The text of a slide, and the caption and credit of its picture.
fn paragraphs(slide: &Value) -> Vec<Block> {
    let tree = html::build(slide["text"]["text"].as_str().unwrap_or_default());
    let mut blocks = html::blocks(&tree, Tree::ROOT, None);
    for field in ["caption", "credit"] {
        let text = line(&slide["media"][field]);
        if !text.is_empty() {
            blocks.push(Block { kind: BlockKind::Credit, text, ..Block::default() });
        }
    }
    blocks
}

fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST_HEADLINE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_HEADLINE - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The date of a slide (EDTF), as exact as the slide has it; none if it is no date.
fn when(slide: &Value) -> Option<String> {
    let start = date(&slide["start_date"])?;
    let edtf = match date(&slide["end_date"]) {
        Some(end) if end != start => format!("{start}/{end}"),
        _ => start,
    };
    time::parse(&edtf).is_ok().then_some(edtf)
}

fn date(date: &Value) -> Option<String> {
    let number = |key: &str| {
        let value = &date[key];
        value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
    };
    let year = number("year")?;
    let sign = if year < 0 { "-" } else { "" };
    let size = year.unsigned_abs();
    let year = if size > 9999 { format!("Y{sign}{size}") } else { format!("{sign}{size:04}") };
    let in_range = |key: &str, most: i64| number(key).filter(|n| (1..=most).contains(n));
    let Some(month) = in_range("month", 12).filter(|_| size <= 9999) else { return Some(year) };
    let Some(day) = in_range("day", 31) else { return Some(format!("{year}-{month:02}")) };
    let whole = format!("{year}-{month:02}-{day:02}");
    Some(if time::parse(&whole).is_ok() { whole } else { format!("{year}-{month:02}") })
}

/// How the timeline itself words the date, if it does.
fn basis(slide: &Value) -> String {
    let shown = [&slide["display_date"], &slide["start_date"]["display_date"]];
    let shown = shown.into_iter().map(line).find(|shown| !shown.is_empty());
    shown.map_or_else(
        || "The date is the timeline’s.".to_owned(),
        |shown| format!("The timeline shows “{shown}”."),
    )
}

#[cfg(test)]
mod tests {
    use crate::article::BlockKind;
    use crate::intake::{Form, open};

    const TIMELINE: &str = r#"{"title":{"text":{"headline":"The <b>vote</b>","text":"<p>How it came.</p>"}},
        "events":[
          {"start_date":{"year":"2020","month":"1","day":"5"},"unique_id":"x",
           "text":{"headline":"Parliament votes","text":"<p>It <i>passed</i>.<script>alert(1)</script></p><p>Later.</p>"},
           "media":{"url":"https://a.example/x.jpg","caption":"The hall"},"group":"Iraq"},
          {"start_date":{"year":2003},"end_date":{"year":2011},"display_date":"the war years",
           "text":{"headline":"War"}},
          {"start_date":{"year":"soon"},"text":{"text":"No headline here."}}]}"#;

    #[test]
    fn slides_become_events() {
        let opened = open("a.json", TIMELINE.as_bytes()).expect("a timeline");
        assert_eq!((opened.form, opened.annotated), (Form::TimelineJs, true));
        let article = &opened.article;
        assert_eq!(article.meta.title, "The vote");
        let blocks: Vec<_> = article.blocks.iter().map(|b| (b.kind, &*b.text)).collect();
        use BlockKind::{Credit, Heading, Paragraph, Title};
        assert_eq!(
            blocks,
            [
                (Title, "The vote"),
                (Paragraph, "How it came."),
                (Heading, "Parliament votes"),
                (Paragraph, "It passed."),
                (Paragraph, "Later."),
                (Credit, "The hall"),
                (Heading, "War"),
                (Paragraph, "No headline here."),
            ]
        );
        let events: Vec<_> = article
            .events
            .iter()
            .map(|e| (e.when.as_deref(), &*e.headline, e.passages.len()))
            .collect();
        assert_eq!(
            events,
            [
                (None, "No headline here.", 1),
                (Some("2003/2011"), "War", 1),
                (Some("2020-01-05"), "Parliament votes", 4),
            ]
        );
        assert_eq!(article.events[1].basis, "The timeline shows “the war years”.");
        let passed = article.blocks[3].inlines[0].span;
        assert_eq!(crate::article::PlainText::from(article).slice(passed), "passed");
    }
}
