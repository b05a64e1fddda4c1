//! The article from the JSON in the page, without serde: see [`json`](super::json).
//!
//! What serde writes is read back the same; unknown members are skipped, missing ones are
//! empty, but an id must be there.

use super::annotation::*;
use super::block::{Block, BlockKind, Inline, InlineKind, Part};
use super::json::{Json, JsonError, Read};
use super::{Article, Id, Meta, Span};
use std::collections::BTreeMap;

impl Article {
    /// Reads the JSON that serde writes.
    ///
    /// # Errors
    /// Says what was expected and where.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let mut article = Self::default();
        let mut json = Json::new(text);
        article.read(&mut json)?;
        json.end()?;
        Ok(article)
    }
}

/// What can be filled from JSON.
pub trait Fill {
    /// Reads what stands here.
    ///
    /// # Errors
    /// Says what was expected and where.
    fn read(&mut self, json: &mut Json) -> Read<()>;
}

/// The members of an object, by the names of the fields.
macro_rules! members {
    ($($type:ty: $($field:ident)+;)+) => {$(
        impl Fill for $type {
            fn read(&mut self, json: &mut Json) -> Read<()> {
                fill(json, &mut [$((stringify!($field), &mut self.$field),)+])
            }
        }
    )+};
}

members! {
    Article: meta blocks entities mentions times events quotes figures notes found;
    Meta: slug title language author publisher site address published reading_date
        reading_date_reasons genre copyright permission image_credit annotator;
    Block: kind part text inlines;
    Entity: id kind role name name_in_article named names introduced note note_source
        note_confidence wikidata;
    Mention: entity span layer outer;
    TimeExpression: id span kind value modifier when vague relative reasoning;
    Event: id kind headline summary when within basis elsewhere elsewhere_basis passages
        entities attribution attributed_to certainty quotes figures document;
    Quote: id span inner speaker cue said said_basis elsewhere form;
    Figure: id span number value sign unit counts subject attribution status note;
    Note: id kind label passages about article_says elsewhere remark basis confidence;
}

/// Reads an object with these members, by name; if the first is an id, it must be there.
///
/// # Errors
/// Says what was expected and where.
pub fn fill(json: &mut Json, members: &mut [(&str, &mut dyn Fill)]) -> Read<()> {
    let mut needs_id = matches!(members, [("id" | "entity", _), ..]);
    json.object(&mut |json, name| {
        let Some((_, member)) = members.iter_mut().find(|(known, _)| *known == name) else {
            return json.skip();
        };
        needs_id &= !matches!(name, "id" | "entity");
        member.read(json)
    })?;
    if needs_id { json.expected("an id in this object") } else { Ok(()) }
}

/// A word of a list, each with what it stands for.
macro_rules! words {
    ($($type:ty, $expected:literal: $($word:literal $value:ident)+;)+) => {$(
        impl Fill for $type {
            fn read(&mut self, json: &mut Json) -> Read<()> {
                *self = match &*json.string()? {
                    $($word => Self::$value,)+
                    _ => return json.expected($expected),
                };
                Ok(())
            }
        }
    )+};
}

words! {
    EntityKind, "a kind of entity before this":
        "person" Person "organization" Organization "place" Place "work" Work "thing" Thing;
    Confidence, "low, medium or high before this": "low" Low "medium" Medium "high" High;
    Layer, "name or nominal before this": "name" Name "nominal" Nominal;
    Certainty, "a certainty such as claimed before this":
        "reported" Reported "claimed" Claimed "denied" Denied "planned" Planned
        "possible" Possible "historical" Historical;
    FigureSign, "a sign such as = before this":
        "=" Exactly "≈" About "~" About ">" MoreThan ">=" AtLeast "<" LessThan "<=" AtMost;
    NoteKind, "a kind of note before this":
        "opinion" Opinion "claim" Claim "not-speech" NotSpeech "remark" Remark;
    Part, "head, body or tail before this": "head" Head "body" Body "tail" Tail;
    BlockKind, "a kind of block before this":
        "title" Title "heading" Heading "paragraph" Paragraph "quotation" Quotation
        "list-item" ListItem "separator" Separator "byline" Byline "dateline" Dateline
        "label" Label "note" Note "source" Source "bio" Bio "credit" Credit
        "copyright" Copyright "disclaimer" Disclaimer "contact" Contact;
}

impl Fill for String {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = json.string()?;
        Ok(())
    }
}

impl Fill for u32 {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = json.whole()?;
        Ok(())
    }
}

impl Fill for bool {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = json.truth()?;
        Ok(())
    }
}

impl Fill for f64 {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        *self = json.number()?;
        Ok(())
    }
}

impl Fill for Id {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        match Self::new(json.string()?) {
            Ok(id) => *self = id,
            Err(_) => return json.expected("an id such as ali-khamenei before this"),
        }
        Ok(())
    }
}

impl Fill for Span {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        let mut ends = [0; 2];
        let mut read = 0;
        json.list(&mut |json| {
            let Some(end) = ends.get_mut(read) else { return json.expected("two numbers") };
            *end = json.whole()?;
            read += 1;
            Ok(())
        })?;
        if read < 2 {
            return json.expected("two numbers before this");
        }
        *self = Self::new(ends[0], ends[1]);
        Ok(())
    }
}

impl<T: Fill + Default> Fill for Option<T> {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        if json.null() { Ok(()) } else { self.insert(T::default()).read(json) }
    }
}

impl<T: Fill + Default> Fill for Vec<T> {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        json.list(&mut |json| {
            let mut item = T::default();
            item.read(json)?;
            self.push(item);
            Ok(())
        })
    }
}

/// The page's program alone does not look at reasons: they stand in its lists, and reading them
/// would cost 1.4 kB.
#[cfg(all(feature = "reader", not(feature = "studio")))]
impl Fill for BTreeMap<Id, String> {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        json.skip()
    }
}

#[cfg(not(all(feature = "reader", not(feature = "studio"))))]
impl Fill for BTreeMap<Id, String> {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        json.object(&mut |json, name| {
            let Ok(id) = Id::new(name) else {
                return json.expected("an id such as ali-khamenei before this");
            };
            self.insert(id, json.string()?);
            Ok(())
        })
    }
}

impl Fill for Inline {
    fn read(&mut self, json: &mut Json) -> Read<()> {
        let (mut kind, mut address) = (String::new(), None);
        fill(
            json,
            &mut [("span", &mut self.span), ("kind", &mut kind), ("address", &mut address)],
        )?;
        self.kind = match &*kind {
            "strong" => InlineKind::Strong,
            "emphasis" => InlineKind::Emphasis,
            "link" => InlineKind::Link { address },
            _ => return json.expected("an inline that is strong, emphasis or link before this"),
        };
        Ok(())
    }
}
