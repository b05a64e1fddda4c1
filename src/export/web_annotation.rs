//! The annotations as W3C Web Annotations (JSON-LD): one page of one collection.
//!
//! Each passage is given by its words with 32 characters before and behind it
//! (`TextQuoteSelector`) and by its offsets (`TextPositionSelector`) in the article's plain
//! text: the blocks' texts, joined by one blank line. Offsets count Unicode code points, as
//! the recommendation says (§4.2.5). Software that counts UTF-16 units is right all the same
//! unless the text has characters beyond U+FFFF; there its offsets are late, and it must go
//! by the words.

use super::form::file_stem;
use super::json::Json;
use super::origin::Origin;
use crate::anchor::CONTEXT;
use crate::article::{Article, Index, PlainText, Span};
use crate::markup::body::kind_word;
use crate::markup::words::{amount, certainty_class, note_label};

/// Writes one annotation for each mention, date, quotation, figure, and passage of an event
/// or note.
///
/// `source` is the IRI of the annotated text; else the article's address, else a name made of
/// its slug.
pub fn write(article: &Article, source: Option<&str>) -> String {
    let name = format!("urn:x-dateline:{}", file_stem(article));
    let source = source.or(article.meta.address.as_deref()).unwrap_or(&name);
    let mut page = Page {
        json: Json::default(),
        article,
        text: PlainText::from(article),
        index: Index::new(article),
        source: source.to_owned(),
        name,
        count: 0,
    };
    page.write();
    page.json.end()
}

/// A body: what it is for, and its words.
type Body<'b> = (&'b str, &'b str);

struct Page<'a> {
    json: Json,
    article: &'a Article,
    text: PlainText,
    index: Index,
    source: String,
    name: String,
    count: usize,
}

impl Page<'_> {
    fn write(&mut self) {
        let json = &mut self.json;
        json.open('{');
        json.text("@context", "http://www.w3.org/ns/anno.jsonld");
        json.text("id", &format!("{}:page", self.name));
        json.text("type", "AnnotationPage");
        json.name("partOf");
        json.open('{');
        json.text("id", &format!("{}:annotations", self.name));
        json.text("type", "AnnotationCollection");
        json.text_if("label", Some(&self.article.meta.title));
        json.name("total");
        json.raw(&total(self.article).to_string());
        json.close('}');
        json.name("startIndex");
        json.raw("0");
        json.name("items");
        json.open('[');
        self.items();
        self.json.close(']');
        self.json.close('}');
    }

    fn items(&mut self) {
        let article = self.article;
        let name = |page: &Self, id: &str| match page.index.entity(id) {
            Some(n) => article.entities[n].name.clone(),
            None => id.to_owned(),
        };
        for mention in &article.mentions {
            let entity = self.index.entity(&mention.entity).map(|n| &article.entities[n]);
            let name = name(self, &mention.entity);
            let kind = entity.map_or("thing", |entity| kind_word(entity.kind));
            let item = entity.and_then(|entity| entity.wikidata.as_deref());
            let item = item.map(|item| format!("http://www.wikidata.org/entity/{item}"));
            let bodies = [("identifying", name.as_str()), ("classifying", kind)];
            self.item(&mention.entity, "identifying", &bodies, item.as_deref(), mention.span);
        }
        for time in &article.times {
            let when = time.when.as_deref().unwrap_or(&time.value);
            let bodies = [("tagging", when), ("classifying", &time.kind)];
            self.item(&time.id, "tagging", &bodies, None, time.span);
        }
        for event in &article.events {
            let when = event.when.as_deref().unwrap_or("no date in the article");
            let bodies = [
                ("describing", event.headline.as_str()),
                ("tagging", when),
                ("classifying", &event.kind),
                ("assessing", certainty_class(event.certainty)),
            ];
            for passage in &event.passages {
                self.item(&event.id, "describing", &bodies, None, *passage);
            }
        }
        for quote in &article.quotes {
            let speaker = quote.speaker.as_ref().map(|id| name(self, id));
            let speaker = speaker.as_deref().unwrap_or("speaker not named");
            let bodies = [("identifying", speaker), ("classifying", "quotation")];
            self.item(&quote.id, "classifying", &bodies, None, quote.span);
        }
        for figure in &article.figures {
            let amount = amount(figure);
            let bodies = [
                ("tagging", amount.as_str()),
                ("describing", &figure.counts),
                ("classifying", "figure"),
            ];
            self.item(&figure.id, "tagging", &bodies, None, figure.span);
        }
        for note in &article.notes {
            let says = [&note.article_says, &note.elsewhere, &note.remark];
            let label = Some(("classifying", note_label(note)));
            let says = says.into_iter().flatten().map(|words| ("commenting", words.as_str()));
            let bodies: Vec<Body> = label.into_iter().chain(says).collect();
            for passage in &note.passages {
                self.item(&note.id, "commenting", &bodies, None, *passage);
            }
        }
    }

    fn item(
        &mut self,
        id: &str,
        motivation: &str,
        bodies: &[Body],
        same: Option<&str>,
        span: Span,
    ) {
        self.count += 1;
        let by_program = Origin::of(self.article, id) == Origin::Program;
        let json = &mut self.json;
        json.open('{');
        json.text("id", &format!("{}:{}:{id}", self.name, self.count));
        json.text("type", "Annotation");
        json.text("motivation", motivation);
        json.name("creator");
        json.open('{');
        if by_program {
            json.text("type", "Software");
            json.text("name", "Dateline’s analyst");
        } else {
            json.text("type", "Person");
            json.text("name", self.article.meta.annotator.as_deref().unwrap_or("an editor"));
        }
        json.close('}');
        json.name("generator");
        json.open('{');
        json.text("type", "Software");
        json.text("name", "Dateline");
        json.close('}');
        json.name("body");
        json.open('[');
        for (purpose, value) in bodies.iter().filter(|(_, value)| !value.is_empty()) {
            json.open('{');
            json.text("type", "TextualBody");
            json.text("purpose", purpose);
            json.text("value", value);
            json.text("format", "text/plain");
            json.close('}');
        }
        if let Some(same) = same {
            json.open('{');
            json.text("type", "SpecificResource");
            json.text("purpose", "identifying");
            json.text("source", same);
            json.close('}');
        }
        json.close(']');
        self.target(span);
        self.json.close('}');
    }

    fn target(&mut self, span: Span) {
        let (context, length) = (CONTEXT as u32, self.text.len());
        let before = Span::new(span.start.saturating_sub(context), span.start);
        let after = Span::new(span.end, span.end.saturating_add(context).min(length));
        let json = &mut self.json;
        json.name("target");
        json.open('{');
        json.text("source", &self.source);
        json.name("selector");
        json.open('[');
        json.open('{');
        json.text("type", "TextQuoteSelector");
        json.text("exact", self.text.slice(span));
        json.text("prefix", self.text.slice(before));
        json.text("suffix", self.text.slice(after));
        json.close('}');
        json.open('{');
        json.text("type", "TextPositionSelector");
        json.name("start");
        json.raw(&span.start.to_string());
        json.name("end");
        json.raw(&span.end.to_string());
        json.close('}');
        json.close(']');
        json.close('}');
    }
}

/// How many annotations there will be.
fn total(article: &Article) -> usize {
    article.mentions.len()
        + article.times.len()
        + article.quotes.len()
        + article.figures.len()
        + article.events.iter().map(|event| event.passages.len()).sum::<usize>()
        + article.notes.iter().map(|note| note.passages.len()).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyst::{dates::Given, draft};
    use serde_json::Value;

    #[test]
    fn quotation_and_position_agree() {
        let article = draft("Talks\n\n𝄞 Álvaro Uribe met Maria Mayor in 2003.\n", Given::Nothing);
        let page: Value = serde_json::from_str(&write(&article, Some("talks.txt"))).expect("JSON");
        let items = page["items"].as_array().expect("a list");
        assert!(items.len() >= 3, "{page}");
        assert_eq!(page["partOf"]["total"], items.len());
        let text: Vec<char> = article.plain_text().chars().collect();
        for item in items {
            assert_eq!(item["target"]["source"], "talks.txt");
            let [quote, position] = [0, 1].map(|n| &item["target"]["selector"][n]);
            let at = |end: &str| position[end].as_u64().expect("a number") as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"].as_str(), Some(words.as_str()));
            let before: String = text[..at("start")].iter().collect();
            assert!(before.ends_with(quote["prefix"].as_str().expect("words")));
        }
    }
}
