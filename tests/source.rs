//! The bundled article, read from its source, against the checked reference annotation.
#![cfg(feature = "source")]

use dateline::article::{Article, BlockKind, Certainty, InlineKind, Layer, NoteKind, Part, Span};
use dateline::publish;
use serde_json::{Value, json};
use std::path::Path;

/// The reference; not part of the project, so that a lone clone does without this comparison.
fn reference() -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/article/annotation.json");
    match std::fs::read(&path) {
        Ok(json) => Some(serde_json::from_slice(&json).expect("the reference is JSON")),
        Err(error) => {
            eprintln!("not compared with the reference, {}: {error}", path.display());
            None
        }
    }
}

fn article() -> Article {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/iraq-marching-orders");
    let loaded = publish::load(&folder);
    assert_eq!(loaded.problems, [], "the bundled article has no problems, not even warnings");
    loaded.article.expect("the bundled article can be read")
}

/// Translates the article's offsets into the reference's: block and offsets in it.
struct Places(Vec<Span>);

impl Places {
    fn of(&self, span: Span) -> Value {
        let block = self.0.iter().position(|block| block.contains(span)).expect("in one block");
        let start = self.0[block].start;
        json!([block, span.start - start, span.end - start])
    }

    fn of_any(&self, span: Option<Span>) -> Value {
        span.map_or(Value::Null, |span| self.of(span))
    }
}

fn place(value: &Value) -> Value {
    json!([value["block"], value["start"], value["end"]])
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// Compares two lists item by item, so that a difference is easy to see.
#[track_caller]
fn same(found: Vec<Value>, expected: Vec<Value>) {
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

/// By place; the order of equals stays.
fn by_place(mut values: Vec<Value>) -> Vec<Value> {
    let key = |value: &Value| {
        let place = list(&value["at"]).iter().map(|n| n.as_u64().expect("a number"));
        let place: Vec<u64> = place.collect();
        (place[0], place[1], place[2], value.to_string())
    };
    values.sort_by_cached_key(key);
    values
}

fn sorted(mut values: Vec<Value>) -> Vec<Value> {
    values.sort_by_cached_key(Value::to_string);
    values
}

#[test]
fn blocks_with_their_emphasis_and_links() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let starts: Vec<u32> = article.block_spans().iter().map(|span| span.start).collect();
    let found = article.blocks.iter().zip(starts).map(|(block, start)| {
        let spans = |wanted: fn(&InlineKind) -> bool| -> Vec<Value> {
            let inlines = block.inlines.iter().filter(|inline| wanted(&inline.kind));
            inlines
                .map(|inline| json!([inline.span.start - start, inline.span.end - start]))
                .collect()
        };
        json!({
            "text": block.text,
            "part": block.part,
            "kind": block.kind,
            "bold": spans(|kind| *kind == InlineKind::Strong),
            "links": spans(|kind| *kind == InlineKind::Link { address: None }),
        })
    });
    let expected = list(&reference["blocks"]).iter().map(|block| {
        let spans = |key: &str| -> Vec<Value> {
            list(&block[key]).iter().map(|span| json!([span["start"], span["end"]])).collect()
        };
        let kind = match (block["kind"].as_str(), block["detail"].as_str()) {
            (Some("heading"), Some("title")) => "title",
            (Some("meta"), _) => "label",
            (kind, _) => kind.expect("a kind"),
        };
        json!({
            "text": block["text"],
            "part": block["part"],
            "kind": kind,
            "bold": spans("emphasis"),
            "links": spans("links"),
        })
    });
    same(found.collect(), expected.collect());
    let inlines = article.blocks.iter().flat_map(|block| &block.inlines);
    assert_eq!(inlines.count(), 5 + 35);
}

#[test]
fn entities_with_all_their_fields() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let found = article.entities.iter().map(|entity| {
        json!({
            "id": entity.id, "kind": entity.kind, "role": entity.role, "name": entity.name,
            "name_in_article": entity.name_in_article, "named": entity.named,
            "names": entity.names, "introduced": entity.introduced, "note": entity.note,
            "note_source": entity.note_source, "note_confidence": entity.note_confidence,
            "wikidata": entity.wikidata,
        })
    });
    let expected = list(&reference["entities"]).iter().map(|entity| {
        let kind = match entity["type"].as_str().expect("a type") {
            "CreativeWork" => "work".to_owned(),
            other => other.to_lowercase(),
        };
        // The reference takes “Europe” for used, but the article has only “European”.
        let name_in_article = entity["name_from_article"] == true && entity["id"] != "europe";
        // The reference counts blocks, which means nothing to a reader.
        let introduced = match entity["id"].as_str() {
            Some("qasem-soleimani") => {
                &json!("not introduced at first mention; seven paragraphs later “Iran’s commander”")
            }
            _ => &entity["description_in_article"],
        };
        json!({
            "id": entity["id"], "kind": kind, "role": entity["role"], "name": entity["name"],
            "name_in_article": name_in_article, "named": entity["named"],
            "names": entity["aliases"], "introduced": introduced,
            "note": entity["note"], "note_source": entity["note_source_kind"],
            "note_confidence": entity["note_confidence"], "wikidata": entity["wikidata"],
        })
    });
    same(sorted(found.collect()), sorted(expected.collect()));
    assert_eq!(article.entities.len(), 66);
}

#[test]
fn mentions_by_name_and_by_description() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let found = article.mentions.iter().map(|mention| {
        json!({
            "at": places.of(mention.span), "entity": mention.entity, "layer": mention.layer,
            "outer": places.of_any(mention.outer),
        })
    });
    let mut expected = Vec::new();
    let mut expect = |entity: &Value, mention: &Value| {
        let outer = match &mention["outer"] {
            Value::Null => Value::Null,
            outer => json!([mention["block"], outer["start"], outer["end"]]),
        };
        let layer = &mention["layer"];
        expected.push(
            json!({ "at": place(mention), "entity": entity, "layer": layer, "outer": outer }),
        );
    };
    for entity in list(&reference["entities"]) {
        list(&entity["mentions"]).iter().for_each(|mention| expect(&entity["id"], mention));
    }
    // A description of two things is a mention of each.
    for mention in list(&reference["set_mentions"]) {
        list(&mention["refers_to"]).iter().for_each(|entity| expect(entity, mention));
    }
    same(by_place(found.collect()), by_place(expected));
    let count = |layer| article.mentions.iter().filter(|mention| mention.layer == layer).count();
    assert_eq!((count(Layer::Name), count(Layer::Nominal)), (206, 56 + 2 * 4));
    assert!(article.mentions.is_sorted_by_key(|mention| mention.span.start));
}

#[test]
fn times_in_text_order() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let found = article.times.iter().map(|time| {
        json!({
            "at": places.of(time.span), "id": time.id, "kind": time.kind, "value": time.value,
            "modifier": time.modifier, "when": time.when, "vague": time.vague,
            "reasoning": time.reasoning,
        })
    });
    let expected = list(&reference["times"]).iter().map(|time| {
        let timex = &time["timex3"];
        json!({
            "at": place(time), "id": time["id"], "kind": timex["type"], "value": timex["value"],
            "modifier": timex["mod"], "when": time["edtf"], "vague": time["optional"],
            "reasoning": time["reasoning"],
        })
    });
    same(found.collect(), expected.collect());
    // The expressions that the reference dates by weekday rules, and those with “today” or “now”.
    let relative = article.times.iter().filter(|time| time.relative);
    let ids: Vec<&str> = relative.map(|time| time.id.as_str()).collect();
    let expected = ["t02", "t05", "t06", "t07", "t10", "t11", "t16", "t17", "t21", "t23"];
    assert_eq!(ids, expected);
}

#[test]
fn events_in_order_of_time() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let found = article.events.iter().map(|event| {
        let passages: Vec<Value> = event.passages.iter().map(|span| places.of(*span)).collect();
        json!({
            "id": event.id, "kind": event.kind, "when": event.when, "within": event.within,
            "basis": event.basis, "elsewhere": event.elsewhere,
            "elsewhere_basis": event.elsewhere_basis, "headline": event.headline,
            "summary": event.summary, "passages": passages, "entities": event.entities,
            "attribution": event.attribution, "attributed_to": event.attributed_to,
            "certainty": event.certainty, "quotes": event.quotes, "figures": event.figures,
            "document": event.document,
        })
    });
    let expected = list(&reference["events"]).iter().map(|event| {
        let passages: Vec<Value> = list(&event["passages"]).iter().map(place).collect();
        json!({
            "id": event["id"], "kind": event["kind"], "when": event["edtf"],
            "within": event["bounds_edtf"], "basis": event["date_basis"],
            "elsewhere": event["outside_edtf"], "elsewhere_basis": event["outside_basis"],
            "headline": event["headline"], "summary": event["summary"], "passages": passages,
            "entities": event["entities"], "attribution": event["attribution"],
            "attributed_to": event["attributed_to"], "certainty": event["certainty"],
            "quotes": event["quotes"], "figures": event["figures"],
            "document": event["document_event"],
        })
    });
    same(found.collect(), expected.collect());
    assert_eq!(article.events.iter().filter(|event| event.when.is_some()).count(), 16);
    assert!(article.events.iter().any(|event| event.certainty == Certainty::Denied));
}

#[test]
fn quotes_with_speaker_and_cue() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let found = article.quotes.iter().map(|quote| {
        json!({
            "at": places.of(quote.span), "id": quote.id, "inner": places.of(quote.inner),
            "speaker": quote.speaker, "cue": places.of_any(quote.cue), "said": quote.said,
            "basis": quote.said_basis, "elsewhere": quote.elsewhere, "form": quote.form,
        })
    });
    let expected = list(&reference["quotes"]).iter().map(|quote| {
        let part = |key: &str| json!([quote["block"], quote[key]["start"], quote[key]["end"]]);
        json!({
            "at": place(quote), "id": quote["id"], "inner": part("inner"),
            "speaker": quote["speaker"], "cue": part("cue"), "said": quote["said_edtf"],
            "basis": quote["said_basis"], "elsewhere": quote["outside_edtf"],
            "form": quote["form"],
        })
    });
    same(found.collect(), expected.collect());
}

#[test]
fn figures_with_their_numbers() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let found = article.figures.iter().map(|figure| {
        json!({
            "at": places.of(figure.span), "id": figure.id, "number": places.of(figure.number),
            "value": figure.value, "sign": figure.sign, "unit": figure.unit,
            "counts": figure.counts, "attribution": figure.attribution, "status": figure.status,
            "note": figure.note,
        })
    });
    let expected = list(&reference["figures"]).iter().map(|figure| {
        let number = &figure["number"];
        json!({
            "at": place(figure), "id": figure["id"],
            "number": [figure["block"], number["start"], number["end"]],
            "value": figure["value"].as_f64(), "sign": figure["op"], "unit": figure["unit"],
            "counts": figure["counts"], "attribution": figure["attribution"],
            "status": figure["status"], "note": figure["note"],
        })
    });
    same(found.collect(), expected.collect());
}

#[test]
fn conflicting_figures_stand_together() {
    let article = article();
    let subject = |id: &str| {
        let figure = article.figures.iter().find(|figure| figure.id.as_str() == id);
        figure.and_then(|figure| figure.subject.clone()).expect("a subject")
    };
    assert_eq!(subject("f-us-troops-5200"), subject("f-us-troops-5000"));
    assert_eq!(subject("f-missiles-total"), subject("f-missiles-asad"));
    assert_eq!(subject("f-missiles-total"), subject("f-missiles-erbil"));
    assert_ne!(subject("f-us-troops-5000"), subject("f-paratroopers"));
}

#[test]
fn notes_apart_from_the_article() {
    let (article, Some(reference)) = (article(), reference()) else { return };
    let places = Places(article.block_spans());
    let at = |note: &dateline::article::Note| match note.passages[..] {
        [span] => places.of(span),
        _ => panic!("{} has one passage", note.id),
    };
    let (not_speech, claims): (Vec<_>, Vec<_>) =
        article.notes.iter().partition(|note| note.kind == NoteKind::NotSpeech);
    let found = claims.iter().map(|note| {
        let opinion = (note.kind == NoteKind::Opinion).then_some("opinion");
        json!({
            "at": at(note), "id": note.id, "kind": opinion.unwrap_or(&note.label),
            "says": note.article_says, "elsewhere": note.elsewhere, "basis": note.basis,
            "confidence": note.confidence,
        })
    });
    let expected = list(&reference["claims"]).iter().map(|claim| {
        let elsewhere = &claim["reported_elsewhere"];
        json!({
            "at": place(claim), "id": claim["id"], "kind": claim["kind"],
            "says": claim["article_says"],
            "elsewhere": if elsewhere == "—" { &Value::Null } else { elsewhere },
            "basis": claim["basis"], "confidence": claim["confidence"],
        })
    });
    same(found.collect(), expected.collect());
    let found = not_speech.iter().map(|note| {
        json!({ "at": at(note), "label": note.label, "about": note.about, "why": note.remark })
    });
    let expected = list(&reference["non_speech_quotation_marks"]).iter().map(|mark| {
        let about: Vec<&Value> =
            Some(&mark["holder"]).filter(|id| !id.is_null()).into_iter().collect();
        json!({ "at": place(mark), "label": mark["kind"], "about": about, "why": mark["why"] })
    });
    same(found.collect(), expected.collect());
    assert_eq!((claims.len(), not_speech.len()), (43, 9));
}

#[test]
fn what_must_be_shown_near_the_article() {
    let article = article();
    let (meta, text) = (&article.meta, article.plain_text());
    assert_eq!(meta.slug, "iraq-marching-orders");
    assert_eq!(meta.published.as_deref(), Some("2020-01-10"));
    assert_eq!(meta.reading_date.as_deref(), Some("2020-01-08"));
    assert_eq!(meta.reading_date_reasons.len(), 5);
    assert_eq!(meta.address, None, "the address of the original is not known");
    for printed in [&meta.author, &meta.publisher, &meta.site, &meta.copyright, &meta.permission] {
        let printed = printed.as_deref().expect("given");
        assert!(text.contains(printed), "the article says: {printed}");
    }
    let credit = meta.image_credit.as_deref().unwrap_or_default();
    assert_eq!(credit, "Featured image is from Mideast Discourse (image not reproduced)");
    assert!(meta.annotator.as_deref().unwrap_or_default().contains("not by the author"));
    let kinds = |kind| article.blocks.iter().filter(|block| block.kind == kind).count();
    assert_eq!((kinds(BlockKind::Disclaimer), kinds(BlockKind::Source)), (2, 2));
    assert_eq!(article.blocks.iter().filter(|block| block.part == Part::Tail).count(), 13);
}

#[test]
fn an_article_survives_its_json() {
    let article = article();
    let json = serde_json::to_string(&article).expect("JSON");
    assert_eq!(serde_json::from_str::<Article>(&json).expect("an article"), article);
}
