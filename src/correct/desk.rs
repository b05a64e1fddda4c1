//! An article on the desk: its draft, its journal, and what has become of it so far.

use super::apply::apply;
use super::correction::Correction;
use super::journal::{Failed, Journal};
use super::refused::Refused;
use crate::article::Article;
use std::rc::Rc;

/// So many corrections are made again at most when one is taken back.
const EACH: usize = 16;

/// So many earlier states are kept. Each is about as large as the article.
const MOST: usize = 8;

/// An article that is being corrected. The same as [`Journal::apply_to`] at every step, but
/// quick where corrections are many and the article is long.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    base: Rc<Article>,
    journal: Journal,
    article: Rc<Article>,
    failed: Vec<Failed>,
    /// Earlier states, each with the number of entries that are made in it, in order.
    kept: Vec<(usize, Rc<Article>)>,
}

impl Desk {
    /// A draft and the corrections made so far.
    pub fn new(base: Article, journal: Journal) -> Self {
        let outcome = journal.apply_to(&base);
        let (article, failed) = (outcome.article.into(), outcome.failed);
        let base = base.into();
        Self { base, journal, article, failed, kept: Vec::new() }
    }

    /// The article as it was read.
    pub fn base(&self) -> &Article {
        &self.base
    }

    /// The article as it is now.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The same, to be held by whoever shows it.
    pub fn shared(&self) -> Rc<Article> {
        Rc::clone(&self.article)
    }

    /// Its corrections.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The corrections that could not be made.
    pub fn failed(&self) -> &[Failed] {
        &self.failed
    }

    /// Makes a correction and writes it down.
    ///
    /// # Errors
    /// Says why it cannot be made; nothing is written down then.
    pub fn correct(&mut self, correction: Correction) -> Result<(), Refused> {
        let so_far = self.journal.entries().len();
        let keep = so_far >= self.kept.last().map_or(0, |(made, _)| *made) + EACH;
        let before = keep.then(|| self.shared());
        apply(Rc::make_mut(&mut self.article), &correction)?;
        if let Some(before) = before {
            self.kept.push((so_far, before));
            if self.kept.len() > MOST {
                self.kept.remove(0);
            }
        }
        self.journal.add(correction);
        Ok(())
    }

    /// Makes all of these corrections, or none.
    ///
    /// # Errors
    /// Says why one of them cannot be made.
    pub fn correct_all(&mut self, corrections: Vec<Correction>) -> Result<(), Refused> {
        // One that is refused leaves no trace by itself.
        if corrections.len() > 1 {
            let mut tried = Article::clone(&self.article);
            corrections.iter().try_for_each(|correction| apply(&mut tried, correction))?;
        }
        corrections.into_iter().try_for_each(|correction| self.correct(correction))
    }

    /// Takes the last correction back; says which, in words.
    pub fn undo(&mut self) -> Option<String> {
        let words = self.journal.undo()?;
        let entries = self.journal.entries();
        let made = entries.iter().rposition(|entry| entry.is_made()).map_or(0, |last| last + 1);
        self.kept.retain(|(number, _)| *number <= made);
        let (from, mut article) = match self.kept.last() {
            Some((number, article)) => (*number, Rc::clone(article)),
            None => (0, Rc::clone(&self.base)),
        };
        let entries = entries.get(from..made).unwrap_or_default();
        // What failed before fails again: the list is whole, but for what was taken back.
        for entry in entries.iter().filter(|entry| entry.is_made()) {
            let _known = apply(Rc::make_mut(&mut article), &entry.correction);
        }
        self.article = article;
        let journal = &self.journal;
        self.failed.retain(|failed| journal.is_made(&failed.entry));
        Some(words)
    }

    /// Makes the correction again that was taken back last; says which, in words.
    pub fn redo(&mut self) -> Option<String> {
        let correction = self.journal.to_redo()?.clone();
        let words = self.journal.redo()?;
        if let Err(why) = apply(Rc::make_mut(&mut self.article), &correction)
            && let Some(entry) = self.journal.last_made_id()
        {
            self.failed.push(Failed { entry, words: words.clone(), why });
        }
        Some(words)
    }

    /// Takes this correction back, whatever was corrected after it. Whether it was made.
    pub fn take_back(&mut self, correction: &Correction) -> bool {
        let is_taken = self.journal.take_back(correction);
        if is_taken {
            self.make_again();
        }
        is_taken
    }

    /// Takes over what another tab or device has written.
    pub fn merge(&mut self, other: &Journal) {
        self.journal.merge(other);
        self.make_again();
    }

    /// Makes all that is written down on the draft once more.
    fn make_again(&mut self) {
        let (base, journal) = (std::mem::take(&mut self.base), std::mem::take(&mut self.journal));
        *self = Self::new(Rc::unwrap_or_clone(base), journal);
    }

    /// The program has read the text again: the corrections are made on the new draft.
    pub fn redraft(&mut self, base: Article) {
        *self = Self::new(base, std::mem::take(&mut self.journal));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, EntityKind, Span};
    use crate::correct::Words;

    #[test]
    fn all_or_none() {
        let block = Block { text: "Ann met Bob.".into(), ..Block::default() };
        let base = Article { blocks: vec![block], ..Article::default() };
        let name = |start, end| {
            let words = Words::at(&base, Span::new(start, end)).expect("words of the text");
            Correction::new_entity(words, EntityKind::Person)
        };
        let mut no_name = name(0, 3);
        if let Correction::NewEntity { name, .. } = &mut no_name {
            name.clear();
        }
        let mut desk = Desk::new(base.clone(), Journal::new("a"));
        assert!(desk.correct_all(vec![name(8, 11), no_name]).is_err());
        assert_eq!((desk.article(), desk.journal().entries()), (&base, &[][..]));
        assert_eq!(desk.correct_all(vec![name(8, 11), name(0, 3)]), Ok(()));
        assert_eq!((desk.article().entities.len(), desk.journal().entries().len()), (2, 2));
        // The first goes, the second stays, and nothing brings the first again.
        assert!(desk.take_back(&name(8, 11)) && !desk.take_back(&name(8, 11)));
        assert_eq!(desk.article().entities.len(), 1);
        assert_eq!(desk.redo(), None);
        assert_eq!(desk.article().mentions[0].span, Span::new(0, 3));
        desk.undo();
        assert_eq!(desk.undo(), None);
        assert_eq!(desk.article(), &base);
    }
}
