//! What the page says about the article as a whole: what it is, where it is from, its terms.

use super::entries;
use super::escape::escape;
use crate::article::Article;
use crate::time;

/// What the explorer does, and the day from which it counts.
pub fn about(article: &Article) -> String {
    let meta = &article.meta;
    let mut html = String::new();
    let what = match meta.genre.as_deref() {
        Some("opinion") => "Opinion article. ",
        Some("analysis") => "Analysis. ",
        _ => "",
    };
    html.push_str(&format!(
        "<p class=\"claim\"><b>{what}</b>The explorer shows what the article says; it does not \
         check it. Notes are an editor’s and are marked as such.</p>\n"
    ));
    let found = article.found.len();
    if found > 0 {
        let them = if found == 1 { "one mark".to_owned() } else { format!("{found} marks") };
        let reasons = article.found.values().any(|reason| !reason.is_empty());
        let press = if reasons { "Press one to see why it was made. " } else { "" };
        html.push_str(&format!(
            "<p class=\"draft\">A program found {them} here that nobody has looked at yet. \
             {press}Programs make mistakes.</p>\n"
        ));
    }
    if let Some(day) = meta.reading_date.as_deref()
        && meta.reading_date != meta.published
        && let Ok(date) = time::parse(day)
    {
        html.push_str(&format!(
            "<p class=\"reading-date\"><a href=\"#reading-date\">Reading date</a>: {} — “today” \
             and weekdays count from it.</p>\n",
            escape(&time::long(&date))
        ));
    }
    html
}

/// Where the article is from and on which terms it stands here.
pub fn terms(article: &Article) -> String {
    let meta = &article.meta;
    let mut html = String::from("<h2>Source and terms</h2>\n");
    let mut line = |class: &str, content: String| {
        html.push_str(&format!("<p class=\"{class}\">{content}</p>\n"));
    };
    let site = meta.site.as_deref().map(|s| format!(" Site: {}.", escape(s))).unwrap_or_default();
    match &meta.address {
        Some(address) => {
            line("original", format!("Original: {}.{site}", entries::outward(address, address)));
        }
        None => line("original", format!("Address of the original not known.{site}")),
    }
    if let Some(copyright) = &meta.copyright {
        line("rights", escape(copyright));
    }
    if let Some(permission) = &meta.permission {
        line("permission", format!("“{}”", escape(permission)));
    }
    if let Some(credit) = &meta.image_credit {
        line("image", escape(credit));
    }
    if let Some(annotator) = &meta.annotator {
        line("annotator", escape(annotator));
    }
    html
}
