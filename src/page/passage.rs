//! A linked passage: found, moved, reworded or gone.

use super::explorer::Explorer;
use super::reading;
use crate::anchor::{Outcome, TextFragment};

/// Shows the passage a link names, and says so when its words are not as they were.
pub fn show(explorer: Explorer, fragment: &TextFragment) {
    let model = explorer.model();
    match fragment.resolve(model.text.as_str()) {
        Outcome::Found(span) | Outcome::Moved(span) => {
            reading::scroll_to(&model, span);
        }
        Outcome::Reworded { span, was, now } => {
            reading::scroll_to(&model, span);
            explorer.say(format!("The linked words were changed. Then: “{was}” Now: “{now}”"));
        }
        Outcome::Gone { was } => {
            explorer.say(format!("The linked words are no longer in the article: “{was}”"));
        }
    }
}
