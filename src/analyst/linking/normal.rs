//! A name's normal form: what is left when spelling does not count.

use crate::analyst::names::{self, Kind, words};
use crate::analyst::text::{Text, hash_word};
use crate::article::fold_letter;
use std::ops::Range;

/// Generations and degrees behind a person's name.
const BEHIND: &str = " jr jr. sr sr. ii iii iv phd md qc mp esq ";

/// The words of a name in lower case, without accents, hyphens, full stops, articles, titles.
pub fn words_of(text: &Text, tokens: Range<usize>, kind: Kind) -> Vec<String> {
    let mut words = Vec::new();
    let mut tokens = tokens;
    if kind == Kind::Thing && tokens.len() > 1 && names::is_ship_prefix(text, tokens.start) {
        tokens.start += 1;
    }
    let count = tokens.len();
    for (index, at) in tokens.enumerate() {
        let word = text.word(at);
        let article = index == 0 && count > 1 && text.is(at, "the");
        if article || matches!(word, "'s" | "’s" | "'" | "’") {
            continue;
        }
        let mut folded = String::with_capacity(word.len());
        for c in word.chars() {
            match c {
                '-' | '‐' | '‑' | '&' => folded.push(' '),
                '.' | ',' | '"' | '“' | '”' | '(' | ')' => {}
                '’' | '‘' => folded.push('\''),
                c => folded.extend(fold_letter(c).into_iter().flatten()),
            }
        }
        words.extend(folded.split_ascii_whitespace().map(str::to_owned));
    }
    if kind == Kind::Person {
        while words.len() > 1 && words.last().is_some_and(|last| is_in(BEHIND, last)) {
            words.pop();
        }
        while words.len() > 1 && words::lists_of(hash_word(&words[0])) & words::TITLE != 0 {
            words.remove(0);
        }
    }
    if kind == Kind::Organization {
        let tail = |word: &String| words::lists_of(hash_word(word)) & words::ORG_TAIL != 0;
        while words.len() > 1 && words.last().is_some_and(tail) {
            words.pop();
        }
    }
    words
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// The first letters of the words, with and without the small ones.
pub fn acronyms(words: &[String]) -> [String; 2] {
    let small = |word: &&String| {
        !matches!(word.as_str(), "of" | "for" | "the" | "and" | "de" | "in" | "on" | "to")
    };
    let letters = |words: &mut dyn Iterator<Item = &String>| {
        words.filter_map(|word| word.chars().next()).collect::<String>()
    };
    [letters(&mut words.iter().filter(small)), letters(&mut words.iter())]
}
