//! Articles of any shape, sensible or not: spans point anywhere, texts hold anything.

use dateline::article::*;
use proptest::prelude::*;

fn words() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(any::<String>())
}

fn id() -> impl Strategy<Value = Id> {
    "[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?".prop_map(|id| Id::new(id).expect("a good id"))
}

fn span() -> impl Strategy<Value = Span> {
    any::<(u32, u32)>().prop_map(|(start, end)| Span::new(start, end))
}

/// An article with one or two of everything.
pub fn article() -> impl Strategy<Value = Article> {
    let lists = (prop::collection::vec(span(), 0..3), prop::collection::vec(id(), 0..3));
    let flags = any::<[bool; 4]>();
    let texts = prop::collection::vec(words(), 6);
    (lists, flags, texts, id(), span(), -1_000_000i32..1_000_000).prop_map(
        |((spans, ids), flags, texts, id, span, number)| {
            let text = |n: usize| texts[n].clone().unwrap_or_default();
            let link = InlineKind::Link { address: texts[0].clone() };
            let kinds = [InlineKind::Strong, InlineKind::Emphasis, link];
            Article {
                meta: Meta {
                    slug: text(0),
                    title: text(1),
                    author: texts[2].clone(),
                    reading_date: texts[3].clone(),
                    reading_date_reasons: texts.iter().flatten().cloned().collect(),
                    annotator: texts[4].clone(),
                    ..Meta::default()
                },
                blocks: vec![Block {
                    kind: if flags[0] { BlockKind::ListItem } else { BlockKind::Title },
                    part: if flags[1] { Part::Head } else { Part::Tail },
                    text: text(2),
                    inlines: kinds.map(|kind| Inline { span, kind }).to_vec(),
                }],
                entities: vec![Entity {
                    id: id.clone(),
                    kind: if flags[2] { EntityKind::Organization } else { EntityKind::Work },
                    name: text(3),
                    named: flags[3],
                    introduced: texts[1].clone(),
                    note_confidence: flags[0].then_some(Confidence::High),
                    ..Entity::default()
                }],
                mentions: vec![Mention {
                    entity: id.clone(),
                    span,
                    layer: if flags[1] { Layer::Nominal } else { Layer::Name },
                    outer: spans.first().copied(),
                }],
                times: vec![TimeExpression {
                    id: id.clone(),
                    span,
                    when: texts[5].clone(),
                    vague: flags[2],
                    reasoning: text(4),
                    ..TimeExpression::default()
                }],
                events: vec![Event {
                    id: id.clone(),
                    headline: text(5),
                    within: texts[0].clone(),
                    passages: spans.clone(),
                    entities: ids.clone(),
                    certainty: if flags[3] { Certainty::Historical } else { Certainty::Denied },
                    document: flags[0],
                    ..Event::default()
                }],
                quotes: vec![Quote {
                    id: id.clone(),
                    span,
                    inner: span,
                    speaker: ids.first().cloned(),
                    cue: spans.last().copied(),
                    form: text(1),
                    ..Quote::default()
                }],
                figures: vec![Figure {
                    id: id.clone(),
                    span,
                    number: span,
                    value: f64::from(number) / 8.0,
                    sign: if flags[1] { FigureSign::About } else { FigureSign::AtMost },
                    unit: text(2),
                    subject: texts[3].clone(),
                    ..Figure::default()
                }],
                found: [(id.clone(), text(5))].into(),
                notes: vec![Note {
                    id,
                    kind: if flags[2] { NoteKind::NotSpeech } else { NoteKind::Opinion },
                    passages: spans,
                    about: ids,
                    remark: texts[4].clone(),
                    ..Note::default()
                }],
            }
        },
    )
}
