//! Scenarios of corrections, as text.
#![cfg(not(target_arch = "wasm32"))]

use dateline::analyst::dates::{Given, parse_day};
use dateline::analyst::draft;
use dateline::article::*;
use dateline::correct::{Called, Correction, Field, Journal, Ref, Words, apply};

/// A scenario as far as it has come.
#[derive(Default)]
struct Scene {
    base: Article,
    article: Article,
    journal: Journal,
    refused: Option<String>,
    says: String,
}

impl Scene {
    /// The place of `words` or `words#2` in the text.
    fn words(&self, words: &str) -> Words {
        self.shown(words).expect("words that are shown")
    }

    /// The same, if they are not left out.
    fn shown(&self, words: &str) -> Option<Words> {
        let (words, number) = match words.rsplit_once('#') {
            Some((words, number)) => (words, number.parse().expect("a number")),
            None => (words, 1),
        };
        let text = self.article.plain_text();
        let at = text.match_indices(words).nth(number - 1);
        let (at, _) = at.unwrap_or_else(|| panic!("“{words}” stands in the text"));
        let start = text[..at].chars().count() as u32;
        let span = Span::new(start, start + words.chars().count() as u32);
        Words::at(&self.article, span)
    }

    /// The thing with this name or headline, or in these words.
    fn thing(&self, name: &str) -> Option<Ref> {
        let article = &self.article;
        let entity = article.entities.iter().find(|e| e.name == name).map(|e| &e.id);
        let event = || article.events.iter().find(|e| e.headline == name).map(|e| &e.id);
        let id = entity.or_else(event).or_else(|| {
            let bare = name.rsplit_once('#').map_or(name, |(bare, _)| bare);
            article.plain_text().contains(bare).then_some(())?;
            let span = self.shown(name)?.span;
            let time = article.times.iter().find(|t| t.span == span).map(|t| &t.id);
            let quote = || article.quotes.iter().find(|q| q.span == span).map(|q| &q.id);
            let figure = || {
                article.figures.iter().find(|f| f.span == span || f.number == span).map(|f| &f.id)
            };
            time.or_else(quote).or_else(figure)
        });
        id.and_then(|id| Ref::of(article, id))
    }

    fn correction(&self, line: &str) -> Correction {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let part = |n: usize| parts.get(n).copied().unwrap_or_default();
        let thing = || self.thing(part(1)).unwrap_or_else(|| panic!("there is {}", part(1)));
        let more = || part(2).to_owned();
        let date = || Some(more()).filter(|date| !date.is_empty());
        let kind = |word: &str| match word {
            "person" => EntityKind::Person,
            "place" => EntityKind::Place,
            _ => EntityKind::Thing,
        };
        match part(0) {
            "name" => Correction::NewEntity {
                words: self.words(part(1)),
                kind: kind(part(2)),
                name: part(3).to_owned(),
                only_here: part(4) == "here",
            },
            "no name" => {
                Correction::NotName { words: self.words(part(1)), only_here: part(2) == "here" }
            }
            "rename" => Correction::Rename { entity: thing(), name: more() },
            "role" => Correction::Role { entity: thing(), role: more() },
            "merge" => {
                Correction::Merge { entity: thing(), into: self.thing(part(2)).expect("into") }
            }
            "split" => Correction::Split {
                entity: thing(),
                mentions: part(2).split(',').map(|words| self.words(words.trim())).collect(),
                name: part(3).to_owned(),
                kind: kind(part(4)),
            },
            "right" => Correction::Right { thing: thing() },
            "delete" => Correction::Delete { thing: thing() },
            "event" => Correction::new_event(&self.article, self.words(part(1))),
            "headline" => Correction::Headline { event: thing(), headline: more() },
            "when" => Correction::When { event: thing(), when: date() },
            "who" => {
                let entities = vec![self.thing(part(2)).expect("who")];
                Correction::Parts { event: thing(), entities }
            }
            "within" => Correction::Within { event: thing(), within: date() },
            "tells too" => {
                let id = thing().id;
                let event = self.article.events.iter().find(|e| e.id == id).expect("an event");
                Correction::tells_too(&self.article, event, self.words(part(2))).expect("words")
            }
            "told in" => {
                let passages = parts[2..].iter().map(|words| self.words(words)).collect();
                Correction::Passages { event: thing(), passages }
            }
            "quotes" | "figures" => {
                let event = thing();
                let things = parts[2..].iter().map(|words| self.thing(words).expect("a thing"));
                match part(0) {
                    "quotes" => Correction::Quotes { event, quotes: things.collect() },
                    _ => Correction::Figures { event, figures: things.collect() },
                }
            }
            "quote" => Correction::NewQuote { words: self.words(part(1)), speaker: None },
            "quote speaker" => Correction::Speaker { quote: thing(), speaker: self.thing(part(2)) },
            "figure" => Correction::NewFigure { words: self.words(part(1)) },
            "unit" => Correction::Unit { figure: thing(), unit: more() },
            "value" => {
                Correction::Value { figure: thing(), value: more(), sign: FigureSign::Exactly }
            }
            "time" => Correction::NewTime { words: self.words(part(1)), when: date() },
            "date" => Correction::Date { time: thing(), when: date() },
            "reading date" => Correction::ReadingDate { day: part(1).to_owned() },
            "left out" | "a title" | "a heading" | "a paragraph" => {
                let words = parts[1];
                let block = |block: &Block| block.text.starts_with(words);
                let at = self.article.blocks.iter().position(block).expect("a block");
                let called = match part(0) {
                    "left out" => Called::LeftOut,
                    "a title" => Called::Title,
                    "a heading" => Called::Heading,
                    _ => Called::Paragraph,
                };
                let words = Words::of_block(&self.article, at).expect("its words");
                Correction::Block { words, called }
            }
            "meta" => {
                let field = if part(1) == "title" { Field::Title } else { Field::Published };
                Correction::Meta { field, value: more() }
            }
            verb => panic!("a verb of the tests, not {verb}"),
        }
    }

    fn correct(&mut self, line: &str) {
        let correction = self.correction(line);
        self.says = correction.words();
        self.refused = apply(&mut self.article, &correction).err().map(|why| why.to_string());
        if self.refused.is_none() {
            self.journal.add(correction);
            assert_eq!(self.journal.apply_to(&self.base).article, self.article);
        }
    }

    fn again(&mut self) {
        let outcome = self.journal.apply_to(&self.base);
        assert!(outcome.failed.is_empty(), "{:?}", outcome.failed);
        self.article = outcome.article;
    }

    fn name_of(&self, id: &Id) -> String {
        let known = self.article.entities.iter().find(|entity| entity.id == *id);
        known.map(|entity| entity.name.clone()).unwrap_or_default()
    }

    /// What is so, for what must be so.
    fn answer(&self, line: &str) -> String {
        let text = PlainText::from(&self.article);
        let (head, wanted) = line.split_once(": ").or(line.split_once(':')).unwrap_or((line, ""));
        let (what, name) = head.split_once(' ').unwrap_or((head, ""));
        let is = |so: bool| if so { line.to_owned() } else { format!("not so: {line}") };
        let of = |answer: String| format!("{head}: {answer}");
        let looked = |name: &str| {
            let thing = self.thing(name).unwrap_or_else(|| panic!("there is {name}"));
            !self.article.found.contains_key(&thing.id)
        };
        match what {
            "refused" => of(self.refused.clone().unwrap_or_default()),
            "says" => of(self.says.clone()),
            "title" => of(self.article.meta.title.clone()),
            "shown" => of(settled(&self.article).plain_text().replace("\n\n", "¶")),
            "headline" => {
                let left = settled(&self.article);
                let headline = left.blocks.iter().find(|b| b.kind == BlockKind::Title);
                of(headline.map(|block| block.text.clone()).unwrap_or_default())
            }
            "looked" => is(looked(line.trim_start_matches("looked at "))),
            "found" => is(!looked(line.trim_start_matches("found "))),
            "no" => is(self.thing(line.trim_start_matches("no ")).is_none()),
            _ => {
                let Some(thing) = self.thing(name) else { return format!("{wanted} of nothing") };
                let own = |m: &&Mention| m.entity == thing.id;
                let (a, id) = (&self.article, &thing.id);
                of(match what {
                    "names" => {
                        let names = a.mentions.iter().filter(own).map(|m| text.slice(m.span));
                        names.collect::<Vec<_>>().join(", ")
                    }
                    "event" => {
                        let event = a.events.iter().find(|e| e.id == *id).expect("an event");
                        let when = event.when.clone().or(event.within.clone()).unwrap_or_default();
                        let who: Vec<_> =
                            event.entities.iter().map(|id| self.name_of(id)).collect();
                        format!("{when}; {}", who.join(", "))
                    }
                    "told" => {
                        let event = a.events.iter().find(|e| e.id == *id).expect("an event");
                        let words = event.passages.iter().map(|p| text.slice(*p));
                        words.collect::<Vec<_>>().join(" / ")
                    }
                    "with" => {
                        let event = a.events.iter().find(|e| e.id == *id).expect("an event");
                        let quotes = event
                            .quotes
                            .iter()
                            .flat_map(|id| a.quotes.iter().find(|q| q.id == *id).map(|q| q.span));
                        let figures = event.figures.iter().flat_map(|id| {
                            a.figures.iter().find(|f| f.id == *id).map(|f| f.number)
                        });
                        let words = quotes.chain(figures).map(|span| text.slice(span));
                        words.collect::<Vec<_>>().join(", ")
                    }
                    "time" => {
                        let time = a.times.iter().find(|t| t.id == *id).expect("a time");
                        time.when.clone().unwrap_or_default()
                    }
                    "quote" => {
                        let quote = a.quotes.iter().find(|q| q.id == *id).expect("a quote");
                        quote.speaker.as_ref().map(|id| self.name_of(id)).unwrap_or_default()
                    }
                    "figure" => {
                        let figure = a.figures.iter().find(|f| f.id == *id).expect("a figure");
                        format!("{} {}", figure.value, figure.unit)
                    }
                    _ => panic!("a question of the tests, not {what}"),
                })
            }
        }
    }
}

#[test]
fn the_scenarios_hold() {
    let mut scene = Scene::default();
    let (mut text, mut day, mut wrong, mut asked) = (String::new(), None, Vec::new(), 0);
    let given = |day: Option<_>| day.map_or(Given::Nothing, Given::Written);
    for (number, line) in include_str!("specs/corrections.txt").lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with("== ") {
            (scene, day) = (Scene::default(), None);
        } else if let Some(source) = line.strip_prefix("text: ") {
            text = source.replace('¶', "\n\n");
            scene.base = draft(&text, Given::Nothing);
            scene.article = scene.base.clone();
        } else if let Some(iso) = line.strip_prefix("day: ") {
            day = parse_day(iso);
            scene.base = draft(&text, given(day));
            scene.article = scene.base.clone();
        } else if let Some(iso) = line.strip_prefix("draft: ") {
            scene.base = draft(&text, given(parse_day(iso).or(day)));
            scene.again();
        } else if let Some(correction) = line.strip_prefix("> ") {
            scene.correct(correction);
        } else if line == "undo" {
            scene.says = scene.journal.undo().expect("something to undo");
            scene.again();
        } else if line == "redo" {
            scene.says = scene.journal.redo().expect("something to redo");
            scene.again();
        } else {
            asked += 1;
            let answer = scene.answer(line);
            if answer.trim_end() != line.trim_end() {
                wrong.push(format!("line {}: {line}\n  {answer}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 50);
}
