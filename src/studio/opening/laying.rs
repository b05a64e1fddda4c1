//! What was read goes onto the desk.

use super::{LeftOut, Opening};
use crate::article::Article;
use crate::browser::{chance, dom, history};
use crate::intake::Opened;
use crate::library;
use crate::studio::offers::About;
use crate::studio::{enter_article, opened, single};
use crate::view::ViewState;

impl Opening {
    /// Puts what was opened on the desk. Whether nothing is left to be found in it.
    pub(super) fn show(&self, opened: Opened) -> bool {
        let explorer = self.desk.explorer;
        explorer.view.set(ViewState::default());
        explorer.card.set(None);
        let file = self.file.take();
        let left_out = opened.left_out_in_words().zip(file);
        let left_out = left_out.map(|(words, file)| LeftOut { words, file });
        let held = opened.work.as_deref().and_then(|work| single::held(work, &chance::name()));
        // A file with annotations is more than its words.
        let is_read = held.is_some() || opened.annotated;
        let twin = (!is_read).then(|| self.twin_of(&opened.article)).flatten();
        let (base, journal) = held.unwrap_or_else(|| (opened.article, self.new_journal()));
        // What is kept already gets no key until the reader wants another copy.
        let key = if twin.is_some() { String::new() } else { chance::name() };
        if twin.is_some() && history::is_kept() {
            history::turn("", "", true);
        }
        self.desk.put(&key, base, journal);
        let laid = self.desk.laid.get_untracked();
        self.left_out.set(About { laid, what: left_out });
        self.twin.set(About { laid, what: twin });
        self.about.set(laid);
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        enter_article();
        if !opened.remarks.is_empty() {
            explorer.say(opened.remarks.join(" "));
        }
        if let Some(view) = opened.view {
            let _ = dom::window().location().set_hash(&view);
        }
        is_read
    }

    /// The key of a kept article that has the same words, as the list has it.
    fn twin_of(&self, article: &Article) -> Option<String> {
        let print = library::print(&article.blocks);
        self.desk.shelf.with_untracked(|all| Some(library::twin(all, print)?.key.clone()))
    }

    /// Puts the parts of what was found together with the words that are on the desk.
    pub(super) fn take_found(&self) {
        let parts = self.found.take();
        if parts.is_empty() {
            return;
        }
        let base = self.desk.work.with_untracked(|work| {
            let base = work.base();
            let mut whole = opened::joined(parts, base.blocks.clone());
            // What a person has said is in the corrections, and can be taken back.
            let (was, is) = (&base.meta, &work.article().meta);
            if (&was.published, &was.reading_date) != (&is.published, &is.reading_date) {
                (whole.meta.published, whole.meta.reading_date) =
                    (was.published.clone(), was.reading_date.clone());
            }
            whole
        });
        self.desk.put_again(base);
    }
}
