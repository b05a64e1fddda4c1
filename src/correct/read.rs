//! A journal from its JSON, by the article's own reader: see `article::json`.
//!
//! What serde writes is read back the same. A correction is an object with one member, whose
//! name says which it is; all its fields are read by name, whatever correction they are of.

use super::called::{Called, Field};
use super::correction::{Correction, Ref, Sort, Words};
use super::journal::{Entry, EntryId};
use crate::article::{
    BlockKind, Certainty, EntityKind, FigureSign, Fill, Json, JsonError, Part, Read, fill,
};

/// The entries of a journal, as they stand there.
pub(super) fn entries(text: &str) -> Result<Vec<Entry>, JsonError> {
    let mut json = Json::new(text);
    let mut entries = Vec::new();
    json.list(&mut |json| {
        entries.push(entry(json)?);
        Ok(())
    })?;
    json.end()?;
    Ok(entries)
}

fn entry(json: &mut Json) -> Read<Entry> {
    let (mut id, mut made, mut turns, mut passed) = (EntryId::default(), Made(None), 0, 0);
    // Not the id of a thing: that must not stand first.
    fill(
        json,
        &mut [
            ("turns", &mut turns),
            ("passed", &mut passed),
            ("correction", &mut made),
            ("id", &mut id),
        ],
    )?;
    match made.0 {
        Some(correction) if !id.writer.is_empty() => Ok(Entry { id, correction, turns, passed }),
        _ => json.expected("a correction with its id before this"),
    }
}

impl Fill for EntryId {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        fill(json, &mut [("count", &mut self.count), ("writer", &mut self.writer)])
    }
}

impl Fill for Words {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        fill(json, &mut [("span", &mut self.span), ("text", &mut self.text)])
    }
}

impl Fill for Ref {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        let Self { sort, id, name, span } = self;
        fill(json, &mut [("id", id), ("sort", sort), ("name", name), ("span", span)])
    }
}

impl Fill for Sort {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = match &*json.string()? {
            "entity" => Self::Entity,
            "event" => Self::Event,
            "quote" => Self::Quote,
            "figure" => Self::Figure,
            "time" => Self::Time,
            "note" => Self::Note,
            _ => return json.expected("a sort of thing such as entity before this"),
        };
        Ok(())
    }
}

impl Fill for Field {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = match &*json.string()? {
            "title" => Self::Title,
            "author" => Self::Author,
            "publisher" => Self::Publisher,
            "published" => Self::Published,
            "site" => Self::Site,
            "address" => Self::Address,
            "slug" => Self::Slug,
            _ => return json.expected("a field such as title before this"),
        };
        Ok(())
    }
}

impl Fill for Called {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = match &*json.string()? {
            "title" => Self::Title,
            "heading" => Self::Heading,
            "paragraph" => Self::Paragraph,
            "byline" => Self::Byline,
            "credit" => Self::Credit,
            "left-out" => Self::LeftOut,
            _ => return json.expected("what a block is called such as heading before this"),
        };
        Ok(())
    }
}

/// The fields of all corrections.
#[derive(Default)]
struct Fields {
    words: Option<Words>,
    text: String,
    kind: EntityKind,
    name: String,
    only_here: bool,
    thing: Option<Ref>,
    into: Option<Ref>,
    speaker: Option<Ref>,
    many: Vec<Words>,
    refs: Vec<Ref>,
    date: Option<String>,
    certainty: Certainty,
    value: String,
    sign: FigureSign,
    field: Field,
    called: Called,
    was: BlockKind,
    part: Part,
}

struct Made(Option<Correction>);

impl Fill for Made {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        json.object(&mut |json, name| {
            let mut fields = Fields::default();
            fields.read(json, name == "attribution")?;
            self.0 = fields.make(name);
            if self.0.is_some() { Ok(()) } else { json.expected("a known correction before this") }
        })
    }
}

impl Fields {
    /// The words of an attribution are a text; all others stand in the article.
    fn read(&mut self, json: &mut Json, attribution: bool) -> Read<()> {
        json.object(&mut |json, name| match name {
            "words" if attribution => self.text.read(json),
            "words" => self.words.read(json),
            "kind" => self.kind.read(json),
            "name" => self.name.read(json),
            "only_here" => self.only_here.read(json),
            "entity" | "event" | "quote" | "figure" | "time" | "thing" => self.thing.read(json),
            "into" => self.into.read(json),
            "speaker" => self.speaker.read(json),
            "mentions" | "passages" => self.many.read(json),
            "by" | "entities" | "quotes" | "figures" => self.refs.read(json),
            "when" | "within" => self.date.read(json),
            "certainty" => self.certainty.read(json),
            "role" | "headline" | "summary" | "unit" | "counts" | "note" | "day" => {
                self.text.read(json)
            }
            "value" => self.value.read(json),
            "sign" => self.sign.read(json),
            "field" => self.field.read(json),
            "called" => self.called.read(json),
            "was" => self.was.read(json),
            "part" => self.part.read(json),
            _ => json.skip(),
        })
    }

    /// The correction with this name; nothing if it has none or lacks what it is about.
    fn make(self, name: &str) -> Option<Correction> {
        use Correction::*;
        let Self { words, text, kind, name: called, only_here, thing, into, speaker, .. } = self;
        let Self {
            many, refs, date, certainty, value, sign, field, called: block, was, part, ..
        } = self;
        Some(match name {
            "new-entity" => NewEntity { words: words?, kind, name: called, only_here },
            "mention" => Mention { words: words?, entity: thing?, only_here },
            "not-name" => NotName { words: words?, only_here },
            "rename" => Rename { entity: thing?, name: called },
            "kind" => Kind { entity: thing?, kind },
            "role" => Role { entity: thing?, role: text },
            "merge" => Merge { entity: thing?, into: into? },
            "split" => Split { entity: thing?, mentions: many, name: called, kind },
            "new-event" => NewEvent { words: words?, headline: text, when: date },
            "headline" => Headline { event: thing?, headline: text },
            "summary" => Summary { event: thing?, summary: text },
            "when" => When { event: thing?, when: date },
            "within" => Within { event: thing?, within: date },
            "certainty" => Certainty { event: thing?, certainty },
            "attribution" => Attribution { event: thing?, words: text, by: refs },
            "parts" => Parts { event: thing?, entities: refs },
            "passages" => Passages { event: thing?, passages: many },
            "quotes" => Quotes { event: thing?, quotes: refs },
            "figures" => Figures { event: thing?, figures: refs },
            "new-quote" => NewQuote { words: words?, speaker },
            "speaker" => Speaker { quote: thing?, speaker },
            "new-figure" => NewFigure { words: words? },
            "value" => Value { figure: thing?, value, sign },
            "unit" => Unit { figure: thing?, unit: text },
            "counts" => Counts { figure: thing?, counts: text },
            "new-time" => NewTime { words: words?, when: date },
            "date" => Date { time: thing?, when: date },
            "note" => Note { thing: thing?, note: text },
            "right" => Right { thing: thing? },
            "delete" => Delete { thing: thing? },
            "block" => Block { words: words?, called: block },
            "put-back" => PutBack { words: words?, was, part },
            "meta" => Meta { field, value },
            "reading-date" => ReadingDate { day: text },
            _ => return None,
        })
    }
}
