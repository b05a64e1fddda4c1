//! Making one correction.

use super::correction::Correction;
use super::refused::Refused;
use super::{block, event, meta, name, number, quote, redate, time};
use crate::article::Article;

/// Makes a correction.
///
/// What is corrected leaves [`Article::found`]: a person has looked at it. The text never
/// changes.
///
/// # Errors
/// Says why it cannot be made; the article is as it was.
pub fn apply(article: &mut Article, correction: &Correction) -> Result<(), Refused> {
    use Correction::*;
    match correction {
        NewEntity { words, kind, name, only_here } => {
            name::new_entity(article, words, *kind, name, *only_here)
        }
        Mention { words, entity, only_here } => name::mention(article, words, entity, *only_here),
        NotName { words, only_here } => name::not_name(article, words, *only_here),
        Rename { entity, name } => name::rename(article, entity, name),
        Kind { entity, kind } => name::change(article, entity, |entity| entity.kind = *kind),
        Role { entity, role } => name::role(article, entity, role),
        Merge { entity, into } => name::merge(article, entity, into),
        Split { entity, mentions, name, kind } => {
            name::split(article, entity, mentions, name, *kind)
        }
        NewQuote { words, speaker } => quote::new(article, words, speaker),
        Speaker { quote, speaker } => quote::speaker(article, quote, speaker),
        NewFigure { words } => number::new(article, words),
        Value { figure, value, sign } => number::value(article, figure, value, *sign),
        Unit { figure, unit } => number::unit(article, figure, unit),
        Counts { figure, counts } => number::counts(article, figure, counts),
        NewTime { words, when } => time::new(article, words, when),
        Date { time, when } => time::correct(article, time, when),
        Note { thing, note } => meta::note(article, thing, note),
        Right { thing } => meta::right(article, thing),
        Delete { thing } => meta::delete(article, thing),
        Block { words, called } => block::call(article, words, *called),
        PutBack { words, was, part } => block::put_back(article, words, *was, *part),
        Meta { field, value } => meta::meta(article, *field, value),
        ReadingDate { day } => redate::correct(article, day),
        NewEvent { .. }
        | Headline { .. }
        | Summary { .. }
        | When { .. }
        | Within { .. }
        | Certainty { .. }
        | Attribution { .. }
        | Parts { .. }
        | Passages { .. }
        | Quotes { .. }
        | Figures { .. } => event::correct(article, correction),
    }
}
