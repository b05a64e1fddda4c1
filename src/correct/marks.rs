//! Quotation marks around words that somebody has chosen.

use crate::article::Span;

/// The words with their marks, and without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub span: Span,
    pub inner: Span,
}

/// The passage in quotation marks that the chosen stretch of a block is about: the one that it
/// holds, else the smallest around it. Offsets are scalars of the block.
pub(super) fn quoted(block: &str, chosen: Span) -> Option<Quoted> {
    let pairs = pairs(block);
    let held = pairs.iter().filter(|pair| chosen.contains(pair.inner));
    let held = held.max_by_key(|pair| pair.span.len());
    let around = pairs.iter().filter(|pair| pair.span.contains(chosen));
    held.or(around.min_by_key(|pair| pair.span.len())).copied()
}

/// All passages in quotation marks, in the order of their ends.
fn pairs(block: &str) -> Vec<Quoted> {
    let chars: Vec<char> = block.chars().collect();
    let mut pairs = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, &mark) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let after = chars.get(at + 1).copied();
        let begins = before.is_none_or(|c| !c.is_alphanumeric())
            && after.is_some_and(|c| !c.is_whitespace());
        let ends = before.is_some_and(|c| !c.is_whitespace())
            && after.is_none_or(|c| !c.is_alphanumeric());
        let matching = open.iter().rposition(|&(opening, _)| closes(opening, mark));
        match matching {
            Some(level) if ends => {
                let (_, start) = open[level];
                open.truncate(level);
                push(&mut pairs, start, at, at + 1);
            }
            _ if begins && opens(mark) => open.push((mark, at)),
            _ => {}
        }
    }
    // A speech of several paragraphs closes in the last one only.
    if let Some(&(mark, start)) = open.first()
        && matches!(mark, '“' | '«' | '„' | '"')
        && chars.iter().take(start).all(|c| c.is_whitespace())
    {
        push(&mut pairs, start, chars.len(), chars.len());
    }
    pairs
}

fn push(pairs: &mut Vec<Quoted>, start: usize, inner_end: usize, end: usize) {
    if start + 1 < inner_end {
        let span = Span::new(start as u32, end as u32);
        pairs.push(Quoted { span, inner: Span::new(start as u32 + 1, inner_end as u32) });
    }
}

fn opens(mark: char) -> bool {
    matches!(mark, '“' | '„' | '«' | '‹' | '‘' | '‚' | '"' | '\'' | '「' | '『')
}

fn closes(opening: char, mark: char) -> bool {
    match opening {
        '“' | '„' => matches!(mark, '”' | '“' | '"'),
        '‘' | '‚' => matches!(mark, '’' | '‘' | '\''),
        '«' => mark == '»',
        '‹' => mark == '›',
        '「' => mark == '」',
        '『' => mark == '』',
        same => same == mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words in marks for the words that are chosen.
    fn inner(block: &str, chosen: &str) -> Option<String> {
        let at = block.find(chosen).expect("chosen from the block");
        let start = block[..at].chars().count() as u32;
        let chosen = Span::new(start, start + chosen.chars().count() as u32);
        let inner = quoted(block, chosen)?.inner;
        Some(block.chars().skip(inner.start as usize).take(inner.len() as usize).collect())
    }

    #[test]
    fn the_marks_around_what_was_chosen() {
        for (block, chosen, found) in [
            ("He said “we go home” today.", "go", Some("we go home")),
            ("He said “we go home” today.", "“we go home”", Some("we go home")),
            ("He said “we go home” today.", "said “we go home” today", Some("we go home")),
            ("He said \"no\" and \"yes\".", "yes", Some("yes")),
            ("He said \"no\" and \"yes\".", "and", None),
            ("It’s the workers’ ‘day off’.", "off", Some("day off")),
            ("It’s the workers’ day.", "workers", None),
            ("“He called it a ‘hoax’,” she said.", "hoax", Some("hoax")),
            ("“He called it a ‘hoax’,” she said.", "called", Some("He called it a ‘hoax’,")),
            ("“We go. It goes on", "goes", Some("We go. It goes on")),
            ("Er sagte: „Nein“, dann „Ja“.", "Ja", Some("Ja")),
            ("«Non», dit-il", "Non", Some("Non")),
            ("Nothing here", "here", None),
        ] {
            assert_eq!(inner(block, chosen).as_deref(), found, "{chosen} in {block}");
        }
    }
}
