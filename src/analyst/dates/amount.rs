//! How many: numbers in digits and words, and vague amounts.

use super::lexicon::class;
use super::pattern::{Caps, Input};
use super::spec::Amount;
use super::token::Kind;

/// Reads an amount: its value in thousandths, and where it ends.
pub(super) fn read(input: Input<'_>, at: usize) -> Option<(Amount, usize)> {
    let tokens = input.tokens;
    let words = &input.grammar.words;
    let id = |at: usize| tokens.get(at).map_or(0, |token| token.word.id);
    let is = |at: usize, word: u16| word != 0 && id(at) == word;
    let of = |at: usize| if is(at, words.of) { at + 1 } else { at };
    let token = tokens.get(at)?;
    if is(at, words.half) {
        let article = tokens.get(at + 1)?.is(class::ARTICLE);
        return article.then_some((Amount::Exact(500), at + 2));
    }
    if is(at, words.another) && cardinal(input, at + 1).is_some() {
        return read(input, at + 1);
    }
    if token.is(class::ARTICLE) {
        let next = tokens.get(at + 1)?;
        let known = [(words.half, 500), (words.dozen, 12_000), (words.hundred, 100_000)];
        if let Some((_, value)) = known.iter().find(|(word, _)| is(at + 1, *word)) {
            return Some((Amount::Exact(*value), of(at + 2)));
        }
        if next.is(class::VAGUE) {
            return Some((vague(input, at + 1), of(at + 2)));
        }
        return Some((Amount::ONE, at + 1));
    }
    if token.is(class::VAGUE) {
        return Some((vague(input, at), of(at + 1)));
    }
    let (mut value, mut end) = cardinal(input, at)?;
    if is(end, words.dozen) {
        (value, end) = (value.saturating_mul(12), end + 1);
    } else if is(end, words.and)
        && tokens.get(end + 1)?.is(class::ARTICLE)
        && is(end + 2, words.half)
    {
        (value, end) = (value.saturating_add(500), end + 3);
    } else if let Some((numerator, denominator)) = fraction(input, end) {
        (value, end) = (value.saturating_add(numerator * 1000 / denominator), end + 3);
    }
    Some((Amount::Exact(value), end))
}

/// "1/2" behind a whole number.
fn fraction(input: Input<'_>, at: usize) -> Option<(i64, i64)> {
    let [over, slash, under] = input.tokens.get(at..at + 3)? else { return None };
    let glued = !slash.space && !under.space && slash.mark(b'/');
    let (over, under) = (over.whole()?, under.whole()?);
    (glued && over > 0 && over < under && under < 10).then_some((over, under))
}

fn vague(input: Input<'_>, at: usize) -> Amount {
    // "a couple" is two more often than not.
    if input.tokens[at].word.id == input.grammar.words.couple {
        Amount::Exact(2000)
    } else {
        Amount::Vague
    }
}

/// A number in digits or words: "12", "twenty-five", "one hundred and fifty".
fn cardinal(input: Input<'_>, at: usize) -> Option<(i64, usize)> {
    let tokens = input.tokens;
    let words = &input.grammar.words;
    let token = tokens.get(at)?;
    if token.kind == Kind::Number {
        return Some((token.number, at + 1));
    }
    let small = |at: usize| -> Option<(i64, usize)> {
        let token = tokens.get(at).filter(|token| token.is(class::NUMBER))?;
        let value = i64::from(token.word.value);
        if value < 20 {
            return Some((value, at + 1));
        }
        let dash = usize::from(tokens.get(at + 1).is_some_and(|next| next.mark(b'-')));
        match tokens.get(at + 1 + dash) {
            Some(ones) if ones.is(class::NUMBER) && (1..10).contains(&ones.word.value) => {
                Some((value + i64::from(ones.word.value), at + 2 + dash))
            }
            _ => Some((value, at + 1)),
        }
    };
    let (mut value, mut end) = small(at)?;
    if tokens.get(end).is_some_and(|token| token.word.id == words.hundred) {
        (value, end) = (value * 100, end + 1);
        let and = usize::from(tokens.get(end).is_some_and(|token| token.word.id == words.and));
        if let Some((rest, next)) = small(end + and) {
            (value, end) = (value + rest, next);
        }
    }
    Some((value * 1000, end))
}

/// "once", "twice", "three times".
pub(super) fn times(input: Input<'_>, at: usize, caps: &mut Caps) -> Option<usize> {
    let words = &input.grammar.words;
    let id = input.tokens.get(at)?.word.id;
    if let Some(times) = [words.once, words.twice].iter().position(|word| *word == id) {
        caps.times = Some(times as u8 + 1);
        return Some(at + 1);
    }
    let (count, end) = cardinal(input, at)?;
    caps.times = Some((count / 1000).clamp(1, 99) as u8);
    (input.tokens.get(end)?.word.id == words.times).then_some(end + 1)
}
