//! One self-contained page: the article, its program and its style in one file, which works
//! from disk and can write itself again.

use super::escape::escape;
use super::template::{fill, in_script};
use super::{Plan, Source, Whole};
use crate::article::{Article, Index, PlainText};
use serde::{Deserialize, Serialize};

/// What every such page is made of. A hosted page fetches it; a page that is one file already
/// finds it in itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// The page with places for what depends on the article and for the parts below.
    pub shell: String,
    /// The policy under which it stands.
    pub policy: String,
    /// The style sheet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub style: String,
    /// The script that unpacks and starts the program.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub script: String,
    /// The program: WebAssembly, deflated, as base64.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub program: String,
}

/// The ids of the elements that hold the kit's parts in the page.
pub mod ids {
    /// The style sheet.
    pub const STYLE: &str = "single-style";
    /// The script.
    pub const SCRIPT: &str = "single-script";
    /// The program.
    pub const PROGRAM: &str = "single-program";
    /// The shell and the policy, as JSON.
    pub const KIT: &str = "single-kit";
    /// The article as it was read, with its corrections, as JSON.
    pub const WORK: &str = "single-work";
}

/// The page with this article. `work` is JSON that the studio keeps for itself: the article as
/// it was read, with its corrections; empty for none.
pub fn html(kit: &Kit, article: &Article, work: &str) -> String {
    let index = Index::new(article);
    let text = PlainText::from(article);
    let plan = Plan::new(article, &index);
    let source = Source::new(article, &index, &text, &plan);
    let whole = Whole::of(&source);
    let frame = Kit { shell: kit.shell.clone(), policy: kit.policy.clone(), ..Kit::default() };
    let json = |value: serde_json::Result<String>| in_script(&value.unwrap_or_default());
    fill(&kit.shell, &|place| match place {
        "policy" => escape(&kit.policy),
        "style" => kit.style.clone(),
        "script" => kit.script.clone(),
        "program" => kit.program.clone(),
        "kit" => json(serde_json::to_string(&frame)),
        "work" => in_script(work),
        "data" => json(serde_json::to_string(article)),
        own => whole.place(article, own).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_the_kit_it_was_made_of() {
        let kit = Kit {
            shell: "<title>{{title}}</title>{{kit}}<script>{{script}}</script>".into(),
            policy: "none".into(),
            script: "let a = '{{title}}'".into(),
            ..Kit::default()
        };
        let mut article = Article::default();
        article.meta.title = "<b>{{kit}}".into();
        let page = html(&kit, &article, "");
        assert!(page.starts_with("<title>&lt;b&gt;{{kit}}</title>{"));
        let json = &page[page.find('{').map_or(0, |_| page.find("{\"").unwrap_or(0))..];
        let json = &json[..json.rfind("<script>").unwrap_or(json.len())];
        let again: Kit = serde_json::from_str(json).expect("it is JSON");
        assert_eq!((again.shell, again.policy), (kit.shell, kit.policy));
        assert!(page.ends_with("<script>let a = '{{title}}'</script>"));
    }
}
