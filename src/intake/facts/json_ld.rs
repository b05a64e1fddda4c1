//! What a page says of its article in JSON-LD, by schema.org.

use super::title::says_the_same;
use crate::intake::html::Tree;
use serde_json::Value;

/// So many authors are looked at at most: each may have to be found by its id.
const MOST_NAMES: usize = 50;

/// Types of schema.org that are articles.
const TYPES: [&str; 21] = [
    "Article",
    "AdvertiserContentArticle",
    "NewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "Report",
    "SatiricalArticle",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "SocialMediaPosting",
    "BlogPosting",
    "LiveBlogPosting",
    "DiscussionForumPosting",
    "TechArticle",
    "APIReference",
    "Review",
    "CreativeWork",
];

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    pub title: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    pub address: Option<String>,
    pub copyright: Option<String>,
    pub genre: Option<String>,
}

/// Reads the first article that the page describes. `headline` is the page's own title.
pub fn read(tree: &Tree, headline: &str) -> Found {
    let scripts = tree.elements(Tree::ROOT, "script").filter(|&id| {
        let kind = tree.attribute(id, "type").unwrap_or_default();
        kind.trim().to_ascii_lowercase().starts_with("application/ld+json")
    });
    let data: Vec<Value> = scripts.filter_map(|id| parse(&tree.words(id))).collect();
    let all: Vec<&Value> = data.iter().flat_map(objects).collect();
    let Some(article) = all.iter().find(|object| types(object).any(|t| TYPES.contains(&t))) else {
        return Found::default();
    };
    let text = |key: &str| article[key].as_str().map(str::trim).filter(|text| !text.is_empty());
    let owned = |key: &str| text(key).map(str::to_owned);
    // Some sites put their own name into `name`.
    let title = match (text("name"), text("headline")) {
        (Some(name), Some(line)) if name != line => {
            let by_headline = says_the_same(line, headline) && !says_the_same(name, headline);
            Some(if by_headline { line } else { name })
        }
        (name, line) => name.or(line),
    };
    let page = &article["mainEntityOfPage"];
    let genre = types(article).find_map(|kind| match kind {
        "OpinionNewsArticle" => Some("opinion"),
        "AnalysisNewsArticle" => Some("analysis"),
        _ => None,
    });
    Found {
        title: title.map(str::to_owned),
        author: names(&article["author"], &all),
        publisher: names(&article["publisher"], &all),
        published: owned("datePublished"),
        language: owned("inLanguage"),
        address: owned("url").or_else(|| page.as_str().or(page["@id"].as_str()).map(str::to_owned)),
        copyright: owned("copyrightNotice"),
        genre: genre.map(str::to_owned),
    }
}

/// Reads a script, also one with the marks of old pages around it or with line ends in strings.
fn parse(script: &str) -> Option<Value> {
    let text = script.trim().trim_start_matches("<!--").trim_start_matches("//").trim_start();
    let text = text.trim_start_matches("<![CDATA[").trim_end().trim_end_matches("-->");
    let text = text.trim_end().trim_end_matches("]]>").trim_end().trim_end_matches("//");
    serde_json::from_str(text).ok().or_else(|| {
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean).ok()
    })
}

/// The objects of a script: itself, those of a list, those of `@graph`.
fn objects(value: &Value) -> Vec<&Value> {
    let outer: Vec<&Value> = value.as_array().map_or(vec![value], |list| list.iter().collect());
    let mut all = Vec::new();
    for object in outer {
        all.push(object);
        all.extend(object["@graph"].as_array().into_iter().flatten());
        all.extend(Some(&object["mainEntity"]).filter(|main| main.is_object()));
    }
    all
}

/// The types of an object, without the vocabulary's address.
fn types(object: &Value) -> impl Iterator<Item = &str> {
    let kind = &object["@type"];
    let several = kind.as_array().into_iter().flatten();
    let names = Some(kind).into_iter().chain(several).filter_map(Value::as_str);
    names.map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or(name))
}

/// The names of persons or organisations: given here, or by the id of another object.
fn names(value: &Value, all: &[&Value]) -> Option<String> {
    let several = value.as_array().into_iter().flatten().take(MOST_NAMES);
    let mut names: Vec<&str> = Vec::new();
    for one in Some(value).into_iter().chain(several) {
        let elsewhere = || {
            let id = one["@id"].as_str()?;
            all.iter().find(|o| o["@id"] == id && o["name"].is_string())?["name"].as_str()
        };
        let name = one["name"].as_str().or_else(|| one.as_str()).or_else(elsewhere);
        let name = name.map(str::trim).filter(|n| !n.is_empty() && !n.contains("://"));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_listed_up_to_fifty() {
        let read = |author: &str| {
            let page = format!(
                "<script type=application/ld+json>{{\"@type\":\"Article\",\"author\":{author}}}</script>"
            );
            read(&crate::intake::html::build(&page), "").author.unwrap_or_default()
        };
        assert_eq!(read("[\"Ann Lee\",{\"name\":\"Bo Ek\"},\"Ann Lee\"]"), "Ann Lee, Bo Ek");
        let many: Vec<String> = (0..1_000).map(|n| format!("\"Author {n}\"")).collect();
        let found = read(&format!("[{}]", many.join(",")));
        assert_eq!(found.split(", ").count(), MOST_NAMES);
        assert!(found.ends_with("Author 49"), "{found}");
    }
}
