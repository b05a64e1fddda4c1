//! The words that the finder knows: one look-up for each word of the text tells all.

use super::unit::Season;
use super::vocabulary::*;
use std::collections::BTreeMap;

/// What a word can be; several at once ("second").
pub(super) mod class {
    pub const MONTH: u32 = 1;
    pub const WEEKDAY: u32 = 1 << 1;
    pub const UNIT: u32 = 1 << 2;
    pub const UNITS: u32 = 1 << 3;
    pub const NUMBER: u32 = 1 << 4;
    pub const ORDINAL: u32 = 1 << 5;
    pub const SEASON: u32 = 1 << 6;
    pub const PART: u32 = 1 << 7;
    pub const ZONE: u32 = 1 << 8;
    pub const HOLIDAY: u32 = 1 << 9;
    /// Abbreviated: a full stop behind it belongs to it.
    pub const SHORT: u32 = 1 << 10;
    /// The plural of a weekday.
    pub const WEEKDAYS: u32 = 1 << 11;
    /// A verb in the past: "said", "rose".
    pub const PAST: u32 = 1 << 12;
    /// "is", "has", "says".
    pub const PRESENT: u32 = 1 << 13;
    /// "will", "would", "may".
    pub const FUTURE: u32 = 1 << 14;
    /// What makes the next thing lie ahead: "scheduled", "due", "plans".
    pub const AHEAD: u32 = 1 << 15;
    /// Begins a clause: "that", "which", "after".
    pub const CLAUSE: u32 = 1 << 16;
    /// A vague quantity: "several".
    pub const VAGUE: u32 = 1 << 17;
    /// "1990s" in words: "nineties".
    pub const DECADE: u32 = 1 << 18;
    /// What a number counts, so that it is no year: "people".
    pub const COUNTED: u32 = 1 << 19;
    /// An abbreviation before a name: "Mr", "Gen".
    pub const TITLE: u32 = 1 << 20;
    /// How a word repeats: "daily".
    pub const EVERY: u32 = 1 << 21;
    /// Speaks: "said", "announced", "told".
    pub const SPEECH: u32 = 1 << 22;
    /// Part of a stretch: "early", "late", "mid".
    pub const EDGE: u32 = 1 << 23;
    /// Before an amount: "about", "nearly", "over".
    pub const FUZZ: u32 = 1 << 24;
    /// "a", "an".
    pub const ARTICLE: u32 = 1 << 25;
    /// "noon", "half": may begin a clock time.
    pub const CLOCK: u32 = 1 << 26;
    /// "once", "twice".
    pub const TIMES: u32 = 1 << 27;
}

/// What the lexicon says about a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Its number; 0 is every unknown word.
    pub id: u16,
    /// Bits of [`class`].
    pub class: u32,
    /// Month, weekday, unit, number …, as its class says.
    pub value: u16,
    /// The ordinal, where the word has another value too.
    pub ordinal: u8,
}

/// The words, by lower-case spelling.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    ids: BTreeMap<&'static str, u16>,
    slots: Vec<(u64, u16)>,
}

/// FNV-1a over lower-cased ASCII bytes.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl Lexicon {
    /// The words of all tables but the rules' own.
    pub fn new() -> Self {
        let mut lexicon = Self { entries: vec![Entry::default()], ..Self::default() };
        lexicon.numbered(MONTHS, class::MONTH, 1);
        lexicon.numbered(SHORT_MONTHS, class::MONTH | class::SHORT, 1);
        lexicon.add("sept", class::MONTH | class::SHORT, 9);
        lexicon.numbered(WEEKDAYS, class::WEEKDAY, 1);
        lexicon.numbered(SHORT_WEEKDAYS, class::WEEKDAY | class::SHORT, 1);
        for (word, day) in [("tues", 2), ("thur", 4), ("thurs", 4), ("weds", 3)] {
            lexicon.add(word, class::WEEKDAY | class::SHORT, day);
        }
        let plural = "mondays tuesdays wednesdays thursdays fridays saturdays sundays";
        lexicon.numbered(plural, class::WEEKDAYS, 1);
        lexicon.numbered(UNITS, class::UNIT, 0);
        lexicon.numbered(PLURAL_UNITS, class::UNITS, 0);
        for (word, unit) in [("hr", 2), ("min", 1), ("sec", 0)] {
            lexicon.add(word, class::UNIT | class::SHORT, unit);
        }
        for (word, unit) in [("hrs", 2), ("mins", 1), ("secs", 0), ("yrs", 10)] {
            lexicon.add(word, class::UNITS | class::SHORT, unit);
        }
        lexicon.numbered(ONES, class::NUMBER, 0);
        for (tens, word) in TENS.split(' ').enumerate().filter(|(_, word)| *word != "-") {
            lexicon.add(word, class::NUMBER, tens as u16 * 10);
        }
        for (number, word) in ORDINALS.split(' ').enumerate().filter(|(_, word)| *word != "-") {
            lexicon.ordinal(word, number as u8);
        }
        for (word, number) in [("thirtieth", 30), ("final", 90)] {
            lexicon.ordinal(word, number);
        }
        for (tens, word) in DECADES.split(' ').enumerate().filter(|(_, word)| *word != "-") {
            lexicon.add(word, class::DECADE, tens as u16 * 10);
        }
        for (part, words) in PARTS.iter().enumerate() {
            words.split(' ').for_each(|word| lexicon.add(word, class::PART, part as u16));
        }
        for (word, season) in
            [("spring", 0), ("summer", 1), ("fall", 2), ("autumn", 2), ("winter", 3)]
        {
            lexicon.add(word, class::SEASON, season);
        }
        for (word, minutes) in ZONES {
            lexicon.add(word, class::ZONE, minutes as u16);
        }
        // Eastern to Pacific time, summer or not: the hour east of Greenwich stays unsaid.
        ZONES_US.split(' ').for_each(|word| lexicon.add(word, class::ZONE, i16::MAX as u16));
        for (word, unit) in EVERY {
            lexicon.add(word, class::EVERY, unit as u16);
        }
        for (word, edge) in EDGES {
            lexicon.add(word, class::EDGE, edge as u16);
        }
        for (word, fuzz) in FUZZ {
            lexicon.add(word, class::FUZZ, fuzz as u16);
        }
        for (names, _) in &super::holiday::HOLIDAYS {
            for name in names.split(" | ") {
                if let Some(first) = name.split(' ').next() {
                    lexicon.add(first, class::HOLIDAY, 0);
                }
                for word in name.split(' ') {
                    let _ = lexicon.intern(word);
                }
            }
        }
        for (words, class) in [
            (VAGUE, class::VAGUE),
            (PAST, class::PAST),
            (SPEECH, class::SPEECH),
            (PRESENT, class::PRESENT),
            (FUTURE, class::FUTURE),
            (AHEAD, class::AHEAD),
            (CLAUSE, class::CLAUSE),
            (COUNTED, class::COUNTED),
            (TITLE, class::TITLE),
            ("a an half another", class::ARTICLE),
            ("noon midnight half quarter", class::CLOCK),
            ("once twice", class::TIMES),
        ] {
            words.split_whitespace().for_each(|word| lexicon.add(word, class, 0));
        }
        lexicon
    }

    fn numbered(&mut self, words: &'static str, class: u32, first: u16) {
        for (number, word) in words.split(' ').enumerate().filter(|(_, word)| *word != "-") {
            self.add(word, class, first + number as u16);
        }
    }

    fn add(&mut self, word: &'static str, class: u32, value: u16) {
        let id = self.intern(word);
        let entry = &mut self.entries[usize::from(id)];
        entry.class |= class;
        if entry.value == 0 {
            entry.value = value;
        }
    }

    fn ordinal(&mut self, word: &'static str, number: u8) {
        let id = self.intern(word);
        let entry = &mut self.entries[usize::from(id)];
        entry.class |= class::ORDINAL;
        entry.ordinal = number;
    }

    /// The number of a word, new or known.
    pub fn intern(&mut self, word: &'static str) -> u16 {
        let next = self.entries.len() as u16;
        let id = *self.ids.entry(word).or_insert(next);
        if id == next {
            self.entries.push(Entry { id, ..Entry::default() });
        }
        id
    }

    /// Makes it ready for [`Self::look_up`]; no word comes in after this.
    pub fn close(&mut self) {
        self.slots = vec![(0, 0); (self.entries.len() * 4).next_power_of_two()];
        let mask = self.slots.len() - 1;
        for (word, id) in &self.ids {
            let key = hash(word.as_bytes());
            let mut slot = key as usize & mask;
            while self.slots[slot].1 != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = (key, *id);
        }
        self.ids = BTreeMap::new();
    }

    /// What is known about a word; the hash is of its bytes in lower case.
    pub fn look_up(&self, key: u64) -> Entry {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = key as usize & mask;
        while let Some((found, id)) = self.slots.get(slot) {
            if *id == 0 {
                break;
            }
            if *found == key {
                return self.entries[usize::from(*id)];
            }
            slot = (slot + 1) & mask;
        }
        Entry::default()
    }

    /// All words known.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// The season that a word's value stands for.
pub(super) fn season(value: u16) -> Season {
    Season::ALL[usize::from(value) % 4]
}
