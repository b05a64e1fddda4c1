//! Folding: texts that a reader would call the same become the same.
//!
//! Case, accents, ligatures, kinds of quotation marks, dashes and spaces don't count in a
//! search. Apostrophes vanish (`dont` finds “don’t”), other punctuation parts words
//! (`abdul mahdi` finds “Abdul-Mahdi”).

use super::lower::lower;

/// The letters without their marks from U+00C0 on; a dot where there is nothing to take off.
const LATIN_1: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y";
/// The same from U+0100 (Latin Extended-A and B).
const EXTENDED: &str = "\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
lllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bb.....ccdd......ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.........\
.............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..oo\
aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...acclts\
z..b..eejjqqrryy";
/// The same from U+1E00 (Latin Extended Additional, with Vietnamese).
const ADDITIONAL: &str = "\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// What one character becomes: none, one, or up to three.
pub type Few = [Option<char>; 3];

fn few(text: &str) -> Few {
    let mut chars = text.chars();
    [chars.next(), chars.next(), chars.next()]
}

/// The letter in lower case and without its marks; other characters stay, combining marks
/// vanish.
pub fn fold_letter(c: char) -> Few {
    if c.is_ascii() {
        return [Some(c.to_ascii_lowercase()), None, None];
    }
    match c {
        'ß' | 'ẞ' => few("ss"),
        'Æ' | 'æ' | 'Ǽ' | 'ǽ' | 'Ǣ' | 'ǣ' => few("ae"),
        'Œ' | 'œ' => few("oe"),
        'Þ' | 'þ' => few("th"),
        'Ĳ' | 'ĳ' => few("ij"),
        'ŉ' => few("n"),
        'ﬀ' => few("ff"),
        'ﬁ' => few("fi"),
        'ﬂ' => few("fl"),
        'ﬃ' => few("ffi"),
        'ﬄ' => few("ffl"),
        '\u{300}'..='\u{36f}' => few(""),
        c => match base(c) {
            Some(base) => [Some(base), None, None],
            None => {
                let lower = lower(c);
                [Some(base(lower).unwrap_or(lower)), None, None]
            }
        },
    }
}

/// The letter under the marks, for the letters of the tables.
fn base(c: char) -> Option<char> {
    let (table, first) = match c {
        '\u{c0}'..='\u{ff}' => (LATIN_1, 0xc0),
        '\u{100}'..='\u{24f}' => (EXTENDED, 0x100),
        '\u{1e00}'..='\u{1eff}' => (ADDITIONAL, 0x1e00),
        _ => return None,
    };
    table.as_bytes().get(c as usize - first).filter(|&&base| base != b'.').map(|&base| base.into())
}

/// What the character counts as in a search: a folded letter, a space where words part, or
/// nothing. A line break stays one: no phrase goes over it.
pub fn fold(c: char) -> Few {
    match c {
        '\n' => few("\n"),
        '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '′' | '＇' => few(""),
        c if is_invisible(c) => few(""),
        'ª' | 'µ' | 'º' => fold_letter(c),
        '\u{a0}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '−' => few(" "),
        '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => few(" "),
        c if c.is_whitespace() || c.is_control() => few(" "),
        c if c.is_ascii() && !c.is_ascii_alphanumeric() => few(" "),
        c => fold_letter(c),
    }
}

/// Characters nobody sees: soft hyphens, zero-width joints, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// A folded text that knows where each part came from.
///
/// Words are parted by one space, lines by one line break; none stands at either end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`: the scalar of the source that it came from.
    from: Vec<u32>,
}

impl Folded {
    /// Folds. Groups of digits are joined: `5200` finds “5,200”.
    pub fn new(source: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(source.len()),
            from: Vec::with_capacity(source.len()),
        };
        let mut gap = None;
        let mut chars = source.chars().peekable();
        let mut at = 0;
        while let Some(c) = chars.next() {
            let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
            let grouping = c == ','
                && gap.is_none()
                && folded.text.ends_with(|c: char| c.is_ascii_digit())
                && digit(chars.peek());
            if !grouping {
                for c in fold(c).into_iter().flatten() {
                    match c {
                        '\n' => gap = Some('\n'),
                        ' ' => gap = gap.or(Some(' ')),
                        c => {
                            if let Some(gap) = gap.take().filter(|_| !folded.text.is_empty()) {
                                folded.push(gap, at);
                            }
                            folded.push(c, at);
                        }
                    }
                }
            }
            at += 1;
        }
        folded
    }

    fn push(&mut self, c: char, at: u32) {
        self.text.push(c);
        self.from.resize(self.text.len(), at);
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded text alone.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The stretch of the source behind a stretch of bytes of the folded text.
    pub fn source(&self, start: usize, end: usize) -> super::Span {
        let first = self.from.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).and_then(|last| self.from.get(last)).copied();
        super::Span::new(first, last.map_or(first, |last| last + 1))
    }

    /// The first byte of the folded text that comes from this scalar of the source or a later
    /// one.
    pub fn byte_at(&self, source: u32) -> usize {
        self.from.partition_point(|&from| from < source)
    }

    /// Where `words` (folded, not empty) begin at the start of a word: byte offsets, in order.
    pub fn starts<'a>(&'a self, words: &'a str) -> impl Iterator<Item = usize> + 'a {
        starts(&self.text, words)
    }
}

/// Where `words` begin at the start of a word of the folded `text`. Scripts that part no words
/// (Chinese, Japanese, Thai …) may begin anywhere.
pub fn starts<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let anywhere = words.starts_with(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..));
    let (text, words) = (text.as_bytes(), words.as_bytes());
    // Byte by byte: few places begin a word, and the standard library's search, which is for
    // any place, is 1 kB of the reader. What begins as a character does begins one.
    let mut next = 0;
    (0..text.len()).filter(move |&at| {
        let parted = at == 0 || matches!(text[at - 1], b' ' | b'\n');
        let here = at >= next && (anywhere || parted) && text[at..].starts_with(words);
        if here {
            next = at + words.len();
        }
        here && !words.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Span;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        Folded::new(text).text
    }

    #[test]
    fn tables_cover_their_ranges() {
        assert_eq!((LATIN_1.len(), EXTENDED.len(), ADDITIONAL.len()), (64, 336, 256));
    }

    #[test]
    fn same_to_a_reader_is_same_folded() {
        for (written, wanted) in [
            ("José JOSÉ Jose\u{301}", "jose jose jose"),
            ("don’t don't DON‘T dont", "dont dont dont dont"),
            ("Abdul-Mahdi Abdul–Mahdi  Abdul\u{a0}Mahdi", "abdul mahdi abdul mahdi abdul mahdi"),
            ("Straße STRASSE", "strasse strasse"),
            ("Ærø, Œuvre; Þór", "aero oeuvre thor"),
            ("Nguyễn Phú Trọng", "nguyen phu trong"),
            ("Łódź Đoković Ħamrun İzmir ırmak Ȿ", "lodz dokovic hamrun izmir irmak s"),
            ("ﬁnal of\u{ad}fice", "final office"),
            ("“Go Home” – now!", "go home now"),
            ("5,200 troops, 3.5 and 1, 2", "5200 troops 3 5 and 1 2"),
            ("one \n\n two", "one\ntwo"),
            ("Иран إيران イラク €5", "иран إيران イラク €5"),
            ("  …!?  ", ""),
        ] {
            assert_eq!(folded(written), wanted, "{written}");
        }
    }

    #[test]
    fn the_way_back_leads_to_the_source() {
        let text = Folded::new("The “Straße” to Abdul-Mahdi’s");
        let at = text.starts("strasse").next().unwrap();
        assert_eq!(text.source(at, at + 7), Span::new(5, 11));
        let at = text.starts("abdul mahdis").next().unwrap();
        assert_eq!(text.source(at, at + 12), Span::new(16, 29));
        assert_eq!(text.starts("ahdi").count(), 0);
        assert_eq!(text.starts("").count(), 0);
        assert_eq!(Folded::new("在伊拉克").starts("伊拉克").count(), 1);
    }

    proptest! {
        #[test]
        fn folding_is_total_and_settles(text in any::<String>()) {
            let once = Folded::new(&text);
            prop_assert_eq!(&folded(&once.text), &once.text);
            prop_assert_eq!(once.from.len(), once.text.len());
            prop_assert!(once.from.is_sorted());
            let length = text.chars().count() as u32;
            prop_assert!(once.from.iter().all(|&from| from < length));
        }
    }
}
