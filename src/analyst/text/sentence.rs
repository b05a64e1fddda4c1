//! Where sentences end.

use super::abbreviations::{Stop, is_starter, stop_behind};
use super::token::{Case, Class, Token};
use std::ops::Range;

/// What a single line break means in this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// Each line is a paragraph, a heading or a list item.
    Lines,
    /// Lines were broken to fit a width: only a blank line parts paragraphs.
    Wrapped,
}

/// Tells from the lines' lengths and ends whether the text was broken to fit a width.
pub fn line_breaks(tokens: &[Token]) -> Breaks {
    let (mut single, mut even, mut start) = (0u32, 0u32, 0u32);
    for pair in tokens.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        if after.lines == 0 {
            continue;
        }
        let length = before.at + before.scalars - start;
        start = after.at;
        if after.lines == 1 {
            single += 1;
            // a broken line is nearly full and goes on with a word in lower case
            let goes_on = before.class == Class::Word && after.case == Case::Lower;
            even += u32::from(goes_on && (40..=100).contains(&length));
        }
    }
    if single >= 3 && even * 3 > single { Breaks::Wrapped } else { Breaks::Lines }
}

/// Whether the line break before this token parts blocks.
pub fn is_break(token: &Token, breaks: Breaks) -> bool {
    token.lines > 1 || (token.lines == 1 && breaks == Breaks::Lines)
}

/// The sentences as ranges of tokens.
pub fn sentences(source: &str, tokens: &[Token], breaks: Breaks) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = sentence_end(source, tokens, at);
        let end =
            end.or((tokens.get(at + 1).is_some_and(|t| is_break(t, breaks))).then_some(at + 1));
        match end {
            Some(end) => {
                found.push(start..end);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// One past the sentence's last token, if the token at `at` is the stop that ends it.
fn sentence_end(source: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word =
        |index: usize| tokens.get(index).map_or("", |t| &source[t.start as usize..t.end as usize]);
    let stop = word(at);
    let first = stop.chars().next()?;
    let lone = stop == ".";
    let ends = match first {
        '.' | '!' | '?' | '…' => true,
        '。' | '！' | '？' => return Some(at + 1),
        _ => stop.len() > 1 && stop.ends_with('.'),
    };
    if !ends {
        return None;
    }
    let mut end = at + 1;
    // never far, so that rows of marks cost no more than their length
    while let Some(token) = tokens.get(end).filter(|_| end < at + 24) {
        let c = word(end).chars().next().unwrap_or(' ');
        let closes = !token.space && token.lines == 0 && (is_closer(c) || is_stop(c));
        // a straight mark with a space before it and none behind opens the next sentence
        let late = c == '"' && token.lines == 0 && tokens.get(end + 1).is_none_or(|t| t.space);
        if !closes && !late {
            break;
        }
        end += 1;
    }
    let Some(next) = tokens.get(end) else { return Some(end) };
    if !next.space && next.lines == 0 {
        // without a space: `end.Next` ends, `3.` or `a.m.,` do not
        let glued =
            lone && next.case == Case::Title && tokens[at.saturating_sub(1)].case == Case::Lower;
        return glued.then_some(end);
    }
    // over opening marks to the word that tells
    let mut follower = end;
    while follower < tokens.len() && follower < end + 3 && tokens[follower].class == Class::Sign {
        follower += 1;
    }
    let following = tokens.get(follower)?;
    if following.case == Case::Lower && (next.lines <= 1) {
        return None; // `“Why?” he asked`, `wait … and see`
    }
    if first.is_alphanumeric() {
        // the stop is part of an abbreviation or initial
        let body = &stop[..stop.len() - 1];
        let last = body.rsplit(['-', '\'', '’']).next().unwrap_or(body);
        let starts = is_starter(word(follower)) || next.lines > 1;
        return match stop_behind(last) {
            Stop::Full => Some(end),
            // `in the U.S. “We …”`
            Stop::Trailing => (starts || follower > end).then_some(end),
            Stop::Leading => {
                let initial = last.chars().count() == 1;
                (starts && (initial || following.class == Class::Word)).then_some(end)
            }
        };
    }
    Some(end)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}')
}

#[cfg(test)]
mod tests {
    use crate::analyst::text::Text;

    /// A bar shows where the sentences part.
    #[test]
    fn english_news() {
        for marked in [
            "He met Gen. Seely and Matthew H. Tueller of the U.S. Army.|It was Mr. Esper’s idea.",
            "It is in the U.S.|The army left at 5 p.m.|He stayed.",
            "“No exit.”|“None!” he said.|(Nobody asked.)|It fell 3.5 points to No. 5 on Jan. 10.",
            "It was “critical”.|American troops, ‘a hoax’.|Why?|“Why not?”",
            "Wait … and see...|Then it came.|Well... maybe.",
            "TROOPS OUT OF U.S. BASES.|VOTE TODAY!|NO COMMENT.",
            "He said no.|The others agreed, as did I.|Then a line without an end",
            "“This region won’t.|Governments won’t accept the presence of the US.”|Iran said so.",
            "\"We agree.\"|\"So do we,\" said Mr. T. Smith Jr. of Smith & Co. yesterday.",
        ] {
            let source = marked.replace('|', " ");
            let text = Text::read(&source);
            let found: Vec<&str> = text.sentences.iter().map(|s| text.slice(s.clone())).collect();
            assert_eq!(found.join("|"), marked);
        }
    }

    #[test]
    fn broken_lines_go_on_and_headings_do_not() {
        let wrapped = "The quick brown fox jumps over the lazy dog and then runs on\n\
            over the hills and far away to where the rivers meet the sea\n\
            and there it rests for a while before it goes on again until\n\
            night.\n\nNew paragraph here.";
        assert_eq!(Text::read(wrapped).sentences.len(), 2);
        assert_eq!(Text::read("A heading\nA line. Two sentences.\nThird").sentences.len(), 4);
    }
}
