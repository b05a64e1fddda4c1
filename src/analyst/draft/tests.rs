use super::*;
use crate::article::PlainText;

const TEXT: &str = "Parliament votes on troops\n\nBy Jane Doe\n\nBAGHDAD (Reuters) - Prime \
    Minister Adel Abdul Mahdi met US Ambassador Matthew Tueller on Monday.\n\n“We will not \
    stay silent,” Abdul Mahdi said, “and we will act.” Some 5,200 US troops are in Iraq.\n";

fn words<'a>(text: &'a PlainText, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().map(|span| text.slice(*span)).collect()
}

#[test]
fn a_text_becomes_an_article() {
    let article = draft(TEXT, Given::Written(crate::time::Civil { year: 2020, month: 1, day: 8 }));
    assert_eq!(article.meta.title, "Parliament votes on troops");
    assert_eq!(article.meta.slug, "parliament-votes-on-troops");
    assert_eq!(article.meta.reading_date.as_deref(), Some("2020-01-08"));
    let text = PlainText::from(&article);
    let times: Vec<_> = article.times.iter().map(|time| time.when.as_deref()).collect();
    assert_eq!(times, [Some("2020-01-06")]);
    let mahdi = article.entities.iter().find(|e| e.name == "Adel Abdul Mahdi").expect("named");
    let mentions: Vec<Span> =
        article.mentions.iter().filter(|m| m.entity == mahdi.id).map(|m| m.span).collect();
    assert_eq!(words(&text, &mentions), ["Adel Abdul Mahdi", "Abdul Mahdi"]);
    let said: Vec<Span> = article.quotes.iter().map(|quote| quote.inner).collect();
    assert_eq!(words(&text, &said), ["We will not stay silent,", "and we will act."]);
    assert!(article.quotes.iter().all(|quote| quote.speaker.as_ref() == Some(&mahdi.id)));
    assert_eq!(article.figures[0].value, 5200.0);
    let met = article.events.iter().find(|event| event.headline.contains("met")).expect("told");
    assert_eq!(met.when.as_deref(), Some("2020-01-06"));
    assert!(met.entities.contains(&mahdi.id));
}

#[test]
fn everything_found_has_its_reason() {
    let day = crate::time::Civil { year: 2020, month: 1, day: 8 };
    let article = draft(TEXT, Given::Written(day));
    let all = article.entities.len()
        + article.times.len()
        + article.events.len()
        + article.quotes.len()
        + article.figures.len();
    assert_eq!(article.found.len(), all);
    let why = |id: &Id| article.found[id].as_str();
    assert_eq!(
        why(&article.times[0].id),
        "“Monday” counted from Wednesday 8 January 2020: the latest such weekday, the day \
         itself included"
    );
    assert_eq!(why(&article.quotes[0].id), "Words in quotation marks; “said” stands by them");
    let figure = &article.figures[0];
    assert_eq!(why(&figure.id), "A number in digits, counting “US troops”");
    let met = article.events.iter().find(|event| event.headline.contains("met")).expect("told");
    assert!(why(&met.id).ends_with("its date: the date in its own clause"));
    let tueller = article.entities.iter().find(|e| e.name.contains("Tueller")).expect("named");
    assert_eq!(why(&tueller.id), "Named like a person: “Ambassador” stands before it");
}

#[test]
fn what_is_known_of_an_article_stays() {
    let mut article = draft(TEXT, Given::Nothing);
    article.meta.title = "Another title".into();
    article.meta.author = Some("Jane Doe".into());
    let again = annotate(article.clone(), Given::Nothing);
    assert_eq!(again, article);
}

#[test]
fn ids_are_unique() {
    let article = draft(TEXT, Given::Nothing);
    let mut ids: Vec<&str> = article.entities.iter().map(|e| e.id.as_str()).collect();
    ids.extend(article.times.iter().map(|t| t.id.as_str()));
    ids.extend(article.quotes.iter().map(|q| q.id.as_str()));
    ids.extend(article.events.iter().map(|e| e.id.as_str()));
    ids.extend(article.figures.iter().map(|f| f.id.as_str()));
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn an_empty_text_is_an_empty_article() {
    let article = draft(" \n\n", Given::Nothing);
    assert!(article.blocks.is_empty() && article.entities.is_empty());
}
