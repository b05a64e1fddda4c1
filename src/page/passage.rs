//! A linked passage: found, moved, reworded or gone.

use super::explorer::Explorer;
use super::model::Model;
use super::reading;
use crate::anchor::{Outcome, TextFragment};
use crate::article::Span;
use crate::view::Passage;

/// The passage as the view's link names it, and the directive that makes browsers mark it
/// before any script runs.
pub fn make(model: &Model, span: Span) -> Option<(Passage, String)> {
    let fragment = TextFragment::make(model.text.as_str(), span)?;
    let directive = format!(":~:text={fragment}");
    let TextFragment { prefix, start, end, suffix } = fragment;
    Some((Passage { prefix, start, end, suffix }, directive))
}

/// Shows the passage a link names, and says so when its words are not as they were.
pub fn show(explorer: Explorer, passage: &Passage) {
    let model = explorer.model();
    let Passage { prefix, start, end, suffix } = passage.clone();
    let fragment = TextFragment { prefix, start, end, suffix };
    match fragment.resolve(model.text.as_str()) {
        Outcome::Found(span) => {
            reading::scroll_to(&model, span);
        }
        Outcome::Moved(span) => {
            reading::scroll_to(&model, span);
            explorer.say("The linked words stand elsewhere now.");
        }
        Outcome::Reworded { span, was, now } => {
            reading::scroll_to(&model, span);
            explorer.say(format!("The linked words were changed. Then: “{was}” Now: “{now}”"));
        }
        Outcome::Gone { was, .. } => {
            explorer.say(format!("The linked words are no longer in the article: “{was}”"));
        }
    }
}
