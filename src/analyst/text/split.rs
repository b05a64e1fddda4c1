//! From text to tokens.
//!
//! Names stay whole over hyphens and apostrophes (`Abdul-Mahdi`, `O'Brien`, `al-Asad`); what is
//! a compound in English comes apart (`U.S.-led`, `anti-US`, `Seoul-based`); a possessive ’s is
//! a token of its own; full stops stay with initials and abbreviations.

use super::abbreviations::{Stop, is_before_number, stop_behind};
use super::hash::{Growing, each_folded};
use super::token::{Case, Class, Token};

/// Lower-case beginnings that belong to a name: `al-Asad`, `ul-Haq`.
const PARTICLES: &str = " al el ul ur ad as ash an ar at az adh bin ibn ben abu abd e-i o d l \
de da du di le la van von der ter den st e n jean ";

/// Countries and blocs that are joined by a hyphen to say "between": `Israel-Hamas war`.
const SIDES: &str = " israel iran iraq india pakistan china russia ukraine turkey syria korea \
japan france germany britain america canada mexico europe nato hamas hezbollah taiwan \
armenia azerbaijan georgia moldova serbia kosovo greece cyprus egypt sudan ethiopia eritrea \
afghanistan australia sino franco anglo russo indo ";

/// The tokens of a text.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut cutter = Cutter { source, tokens: Vec::with_capacity(source.len() / 5 + 8), at: 0 };
    let mut chars = source.char_indices().peekable();
    let (mut space, mut lines) = (false, 3u8);
    while let Some(&(start, c)) = chars.peek() {
        if is_space(c) {
            space = true;
            lines = (lines + u8::from(c == '\n')).min(3);
            cutter.at += 1;
            chars.next();
            continue;
        }
        let mut end = if c.is_alphanumeric() {
            word_end(source, start)
        } else {
            start + sign_len(&source[start..], c)
        };
        if c.is_alphanumeric() {
            end = with_stop(source, start, end);
            cutter.word(start, end, space, lines);
        } else {
            cutter.push(start, end, space, lines);
        }
        while chars.peek().is_some_and(|&(at, _)| at < end) {
            chars.next();
        }
        (space, lines) = (false, 0);
    }
    cutter.tokens
}

struct Cutter<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    at: u32,
}

impl Cutter<'_> {
    /// A run of letters and digits with what joins them, cut where a compound comes apart.
    fn word(&mut self, start: usize, end: usize, mut space: bool, mut lines: u8) {
        let mut from = start;
        for cut in cuts(&self.source[start..end]).into_iter().flatten() {
            let cut = start + cut;
            if cut > from && cut < end {
                self.push(from, cut, space, lines);
                from = cut;
                (space, lines) = (false, 0);
            }
        }
        self.push(from, end, space, lines);
    }

    fn push(&mut self, start: usize, end: usize, space: bool, lines: u8) {
        let word = &self.source[start..end];
        let mut hash = Growing::default();
        let (mut upper, mut lower, mut scalars) = (0u32, 0u32, 0u32);
        let mut first_upper = false;
        for (index, c) in word.chars().enumerate() {
            scalars += 1;
            if c.is_uppercase() {
                upper += 1;
                first_upper |= index == 0;
            } else if c.is_lowercase() {
                lower += 1;
            }
            each_folded(c, |c| hash.push(c));
        }
        let first = word.chars().next().unwrap_or(' ');
        let class = match first {
            c if c.is_alphabetic() => Class::Word,
            c if c.is_numeric() => Class::Number,
            _ => Class::Sign,
        };
        let case = match (upper, lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, 0) => Case::Title,
            (_, 0) => Case::Upper,
            (1, _) if first_upper => Case::Title,
            _ => Case::Mixed,
        };
        let (start, end) = (start as u32, end as u32);
        let hash = hash.finish();
        self.tokens.push(Token {
            start,
            end,
            at: self.at,
            scalars,
            hash,
            class,
            case,
            space,
            lines,
        });
        self.at += scalars;
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}')
}

/// Signs that are written with several characters are one token.
fn sign_len(rest: &str, c: char) -> usize {
    let same = |wanted: char| rest.chars().take(64).take_while(|&c| c == wanted).count();
    match c {
        '.' | '-' | '*' | '=' | '_' | '!' | '?' => same(c),
        '\'' | '’' => {
            // `'s` behind a name, also after a quotation mark
            let mut after = rest[c.len_utf8()..].chars();
            let s = matches!(after.next(), Some('s' | 'S'));
            let ends = after.next().is_none_or(|c| !c.is_alphanumeric());
            c.len_utf8() + usize::from(s && ends)
        }
        '`' if same('`') == 2 => 2,
        c => c.len_utf8(),
    }
}

/// The end of the run of letters and digits that begins here, over signs that join them.
fn word_end(source: &str, start: usize) -> usize {
    let mut end = start;
    let mut before = ' ';
    let mut chars = source[start..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        let goes_on = c.is_alphanumeric() || is_mark(c) || joins(before, c, next);
        if !goes_on {
            break;
        }
        end = start + offset + c.len_utf8();
        before = c;
    }
    end
}

/// Combining marks and soft hyphens, which are inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

fn joins(before: char, c: char, next: char) -> bool {
    if !next.is_alphanumeric() || !before.is_alphanumeric() {
        return false;
    }
    match c {
        '-' | '‐' | '‑' | '\'' | '’' | 'ʼ' | '_' => true,
        // `3.5`, `U.S`, `Gawker.com`; not `end.Next`
        '.' => !(before.is_lowercase() && next.is_uppercase()),
        ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
        '&' => before.is_uppercase() && next.is_uppercase(),
        '@' => true,
        _ => false,
    }
}

/// Takes the full stop in where it belongs to the word.
fn with_stop(source: &str, start: usize, end: usize) -> usize {
    if !source[end..].starts_with('.') || source[end + 1..].starts_with('.') {
        return end;
    }
    let word = &source[start..end];
    let last = word.rsplit(['-', '\'', '’']).next().unwrap_or(word);
    let after = source[end + 1..].chars().next();
    // "No. 5", "Art. 7"; but "the Glasgow School of Art."
    let next = source[end + 1..].chars().find(|c| !c.is_whitespace());
    if is_before_number(last) && !next.is_some_and(|c| c.is_ascii_digit()) {
        return end;
    }
    match stop_behind(last) {
        Stop::Full => end,
        // an initial needs a name behind it
        Stop::Leading if after.is_none() => end,
        Stop::Leading | Stop::Trailing => end + 1,
    }
}

/// Where a word comes apart, as offsets into it, in order.
fn cuts(word: &str) -> [Option<usize>; 5] {
    let mut cuts = [None; 5];
    let mut slots = cuts.iter_mut();
    let mut cut = |at: usize| {
        if let Some(slot) = slots.next() {
            *slot = Some(at);
        }
    };
    let possessive = possessive(word);
    let body = &word[..possessive.unwrap_or(word.len())];
    if body.contains(['-', '‐', '‑']) && !body.contains('@') {
        let mut from = 0;
        while let Some(found) = body[from..].find(['-', '‐', '‑']) {
            let at = from + found;
            let sign = body[at..].chars().next().map_or(1, char::len_utf8);
            if parts(&body[from..at], &body[at + sign..], from == 0) {
                cut(at);
                cut(at + sign);
            }
            from = at + sign;
        }
    }
    if let Some(at) = possessive {
        cut(at);
    }
    cuts
}

/// Where a possessive ’s begins.
fn possessive(word: &str) -> Option<usize> {
    let body = word.strip_suffix(['s', 'S'])?;
    let body = body.strip_suffix(['\'', '’'])?;
    (!body.is_empty()).then_some(body.len())
}

/// Whether the words before and after a hyphen are two rather than one name.
fn parts(before: &str, after: &str, first: bool) -> bool {
    let capital = |s: &str| s.starts_with(char::is_uppercase);
    let all_capitals =
        |s: &str| s.len() > 1 && s.chars().all(|c| c.is_uppercase() || c == '.') && s.len() < 8;
    let head = after.split(['-', '‐', '‑']).next().unwrap_or(after);
    match (capital(before), capital(after)) {
        // `Seoul-based`, `U.S.-led`; not `T-shirt`, `Al-asad`
        (true, false) => {
            after.starts_with(char::is_alphabetic)
                && before.len() > 1
                && !super::is_in(PARTICLES, before)
        }
        // `anti-US`, `mid-March`; not `al-Asad`, `e-Bay`
        (false, true) => {
            first
                && before.chars().count() > 1
                && before.chars().all(char::is_alphabetic)
                && !super::is_in(PARTICLES, before)
        }
        // `US-China`, `Israel-Hamas`
        (true, true) => {
            (all_capitals(before) && (all_capitals(head) || super::is_in(SIDES, head)))
                || (super::is_in(SIDES, before) && (capital(head) && head.len() > 2))
        }
        // `5-7`, `2–1`
        (false, false) => {
            let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit()) && !s.is_empty();
            first && digits(before) && digits(after) && before.len() < 4
        }
    }
}

#[cfg(test)]
mod tests;
