//! One article as a complete static page.

use super::json_ld::json_ld;
use super::single::KIT_FILE;
use crate::article::{Article, Index, Part, PlainText};
use crate::markup::template::{fill, in_script};
use crate::markup::{Plan, Source, Whole, escape::escape};
use serde::Deserialize;

/// The page with `{{places}}` to fill; each is filled once, in one pass.
const TEMPLATE: &str = include_str!("../../index.html");

/// Names of the files the page loads, as the build made them.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that starts the reader; none for a page without script.
    #[serde(default)]
    pub boot: Option<String>,
    /// The reader's glue, fetched early.
    #[serde(default)]
    pub js: Option<String>,
    /// The reader's program, fetched early.
    #[serde(default)]
    pub wasm: Option<String>,
    /// The page that opens any article; none if the site has none.
    #[serde(default)]
    pub studio: Option<Studio>,
    /// Scripts for development only (reload on change).
    #[serde(default)]
    pub dev: Vec<String>,
}

/// Names of the files that only the page for any article loads.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Studio {
    /// The script that starts its program.
    pub boot: String,
    /// The program's glue.
    pub js: String,
    /// The program.
    pub wasm: String,
    /// Its style sheet, beside the reader's.
    pub css: String,
    /// The analyst's glue, loaded when an article is opened.
    pub analyst_js: String,
    /// The analyst's program, the same.
    pub analyst_wasm: String,
    /// The weights and lists for names, loaded behind it.
    pub names: String,
    /// The glue of the program that takes files apart, loaded behind these.
    pub intake_js: String,
    /// That program, the same.
    pub intake_wasm: String,
    /// The worker that makes the site work without a network, from the site's root; none if it
    /// has none.
    #[serde(default)]
    pub worker: Option<String>,
}

/// The name of the page that opens any article, from the site's root.
pub const STUDIO_PAGE: &str = "open.html";

/// That page's HTML; none if the site has none.
pub fn studio(assets: &Assets) -> Option<String> {
    let studio = assets.studio.as_ref()?;
    let mut article = Article::default();
    article.meta.title = "Dateline: read any article".to_owned();
    article.meta.language = "en".to_owned();
    let own = Assets {
        boot: Some(studio.boot.clone()),
        js: Some(studio.js.clone()),
        wasm: Some(studio.wasm.clone()),
        ..assets.clone()
    };
    Some(page(&article, &own, "", Some(studio)))
}

/// The page's HTML. `base` is the path from the page to the assets' folder, with its
/// closing slash: nothing or `../`; the names in `assets` begin with their folder.
pub fn html(article: &Article, assets: &Assets, base: &str) -> String {
    page(article, assets, base, None)
}

fn page(article: &Article, assets: &Assets, base: &str, studio: Option<&Studio>) -> String {
    let index = Index::new(article);
    let text = PlainText::from(article);
    let plan = Plan::new(article, &index);
    let source = Source::new(article, &index, &text, &plan);
    let open = assets.studio.as_ref().filter(|_| studio.is_none());
    let parts = crate::page::prerender(open.map(|_| format!("{base}{STUDIO_PAGE}")));
    let whole = Whole::of(&source);
    fill(TEMPLATE, &|place| match place {
        "policy" => studio.map_or("", manifest_policy).to_owned(),
        "root" => if studio.is_some() { " data-start" } else { "" }.to_owned(),
        "description" => escape(&description(&source)),
        "head" => head(article),
        "assets" => escape(base),
        "css" => escape(&assets.css),
        "scripts" => studio.map(in_head).unwrap_or_default() + &scripts(assets, base),
        "studio" => studio.map(|_| desk()).unwrap_or_default(),
        "open" => open.map(|_| open_link(base)).unwrap_or_default(),
        "json_ld" => in_script(&json_ld(&source)),
        "bar" => parts.bar.clone(),
        "panel" => parts.panel.clone(),
        "explorer" => parts.explorer.clone(),
        "data" => in_script(&serde_json::to_string(article).unwrap_or_default()),
        own => whole.place(article, own).unwrap_or_default(),
    })
}

/// The template with the controls of the studio, and with places for what depends on the
/// article, for `scripts` and for `data`.
pub(super) fn shell(scripts: &str, data: &str) -> String {
    let parts = crate::page::prerender(None);
    let style = "<link rel=\"stylesheet\" href=\"{{assets}}{{css}}\">\n";
    let policy = TEMPLATE.split_once("Content-Security-Policy\" content=\"");
    let policy = policy.and_then(|(_, rest)| rest.split_once('"')).map_or("", |(own, _)| own);
    let own = "<script type=\"application/json\" id=\"article-data\">{{data}}</script>\n";
    let json_ld = "<script type=\"application/ld+json\">{{json_ld}}</script>\n";
    let template = TEMPLATE
        .replace(style, "")
        .replace(json_ld, "")
        .replace(policy, "{{policy}}")
        .replace(own, data);
    fill(&template, &|place| match place {
        "scripts" => scripts.to_owned(),
        "studio" => desk(),
        "bar" => parts.bar.clone(),
        "panel" => parts.panel.clone(),
        "explorer" => parts.explorer.clone(),
        "root" | "description" | "head" | "open" => String::new(),
        other => format!("{{{{{other}}}}}"),
    })
}

/// What the page for any article may have loaded beyond what a reader's may.
fn manifest_policy(studio: &Studio) -> &'static str {
    if studio.worker.is_some() { "; manifest-src 'self'" } else { "" }
}

/// What the page for any article loads beside the reader's files.
fn in_head(studio: &Studio) -> String {
    let worker = studio.worker.as_ref().map_or(String::new(), |worker| {
        format!(
            "<meta name=\"worker\" content=\"{}\">\n\
             <link rel=\"manifest\" href=\"manifest.webmanifest\">\n\
             <link rel=\"apple-touch-icon\" href=\"icon-192.png\">\n",
            escape(worker)
        )
    });
    worker
        + &format!(
            "<link rel=\"stylesheet\" href=\"{}\">\n<meta name=\"analyst\" data-js=\"{}\" \
         data-wasm=\"{}\" data-names=\"{}\" data-intake-js=\"{}\" data-intake-wasm=\"{}\" data-kit=\"{KIT_FILE}\">\n",
            escape(&studio.css),
            escape(&studio.analyst_js),
            escape(&studio.analyst_wasm),
            escape(&studio.names),
            escape(&studio.intake_js),
            escape(&studio.intake_wasm)
        )
}

fn desk() -> String {
    format!("<div id=\"desk\">{}</div>\n", crate::page::prerender_studio())
}

/// The way from an article's page to the page that opens any other.
fn open_link(base: &str) -> String {
    format!(
        "<p class=\"open\"><a href=\"{}{STUDIO_PAGE}\">Open an article of your own</a></p>\n",
        escape(base)
    )
}

fn description(source: &Source<'_>) -> String {
    let Source { article, index, text, .. } = source;
    let first = article.blocks.iter().position(|b| b.part == Part::Body);
    let sentence = first
        .and_then(|n| index.blocks().get(n).copied())
        .and_then(|span| index.sentences_in(article, span).first().copied())
        .map(|s| text.slice(s).to_owned());
    sentence.unwrap_or_else(|| article.meta.title.clone())
}

fn head(article: &Article) -> String {
    let mut html = String::new();
    let mut meta = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            html.push_str(&format!("<meta property=\"{name}\" content=\"{}\">\n", escape(value)));
        }
    };
    meta("og:site_name", &article.meta.publisher);
    meta("og:url", &article.meta.address);
    meta("article:author", &article.meta.author);
    meta("article:published_time", &article.meta.published);
    html
}

fn scripts(assets: &Assets, base: &str) -> String {
    let mut html = String::new();
    let base = escape(base);
    if let Some(js) = &assets.js {
        html.push_str(&format!("<link rel=\"modulepreload\" href=\"{base}{}\">\n", escape(js)));
    }
    if let Some(wasm) = &assets.wasm {
        html.push_str(&format!(
            "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin \
             href=\"{base}{}\">\n",
            escape(wasm)
        ));
    }
    for script in assets.boot.iter().chain(&assets.dev) {
        html.push_str(&format!(
            "<script type=\"module\" async fetchpriority=\"high\" src=\"{base}{}\"></script>\n",
            escape(script)
        ));
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Id;

    #[test]
    fn no_tag_begins_in_the_data() {
        let mut article = Article::default();
        article.meta.title = "</script><!--<script>".into();
        let page = html(&article, &Assets::default(), "assets/");
        assert!(!page.contains("</script><!--"));
    }

    /// An annotated thing stands in the page under its id.
    #[test]
    fn no_thing_can_have_an_id_of_the_page() {
        let page = page(&Article::default(), &Assets::default(), "", Some(&Studio::default()));
        let ids = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let free: Vec<&str> = ids.filter(|id| Id::new(*id).is_ok()).collect();
        assert_eq!(free, [""; 0], "add these to the names of the page’s own");
        assert!(page.contains(" id=\"desk\""));
    }
}
