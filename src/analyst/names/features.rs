//! What the model looks at, token by token.
//!
//! A feature is a number: a template mixed with hashes that are there already. Nothing is
//! allocated for it. The trainer and the reader call the same function.

mod shape;

use super::document::{self, ByHash, FLAGS, is_shouted};
use super::gazetteer::{Gazetteer, Hits};
use crate::analyst::text::{Case, Class, Text, mix};
use shape::shapes;
use std::ops::Range;

/// Bits of a feature's number.
pub const FEATURE_BITS: u32 = 22;

/// How a sentence is written.
const PLAIN: u64 = 0;
const SHOUTED: u64 = 1;
const TITLE_CASE: u64 = 2;

/// A document as the model sees it.
pub struct Scene<'a> {
    text: &'a Text<'a>,
    /// Hits in the gazetteer.
    pub hits: Vec<Hits>,
    /// Word lists.
    pub lists: Vec<u32>,
    flags: Vec<u32>,
    shapes: Vec<[u64; 2]>,
    runs: Vec<Run>,
    run_of: Vec<u32>,
}

/// Capitalised words in a row, with what joins them.
#[derive(Clone, Debug)]
struct Run {
    tokens: Range<usize>,
    lists: u32,
    hits: u32,
}

const NO_RUN: u32 = u32::MAX;

impl<'a> Scene<'a> {
    /// Looks the document over.
    pub fn new(text: &'a Text<'a>, gazetteer: &Gazetteer) -> Self {
        let count = text.tokens.len();
        let mut hits = vec![Hits::default(); count];
        for sentence in &text.sentences {
            gazetteer.mark(text, sentence.clone(), &mut hits);
        }
        let lists = document::word_lists(text);
        let by_word: ByHash<u32> = document::flags(text, &hits, &lists);
        let flag = |t: &crate::analyst::text::Token| {
            if t.is_word() { by_word.get(&t.hash).copied().unwrap_or(0) } else { 0 }
        };
        let flags = text.tokens.iter().map(flag).collect();
        let shapes = (0..count).map(|at| shapes(text.word(at))).collect();
        let mut scene = Self {
            text,
            hits,
            lists,
            flags,
            shapes,
            runs: Vec::new(),
            run_of: vec![NO_RUN; count],
        };
        for sentence in &text.sentences {
            scene.find_runs(sentence.clone());
        }
        scene
    }

    fn find_runs(&mut self, sentence: Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            if !self.text.tokens[at].is_capital() {
                at += 1;
                continue;
            }
            let start = at;
            let mut end = at + 1;
            at += 1;
            while at < sentence.end && at < start + 16 {
                if self.text.tokens[at].is_capital() {
                    at += 1;
                    end = at;
                } else if at < end + 2 && self.joins(at) {
                    at += 1;
                } else {
                    break;
                }
            }
            at = end;
            let lists = self.lists[start..end].iter().fold(0, |all, l| all | l);
            let hits = self.hits[start..end].iter().fold(0, |all, h| all | h.0);
            let index = self.runs.len() as u32;
            self.run_of[start..end].iter_mut().for_each(|run| *run = index);
            self.runs.push(Run { tokens: start..end, lists, hits });
        }
    }

    /// Whether a word in lower case can stand inside a name.
    fn joins(&self, at: usize) -> bool {
        self.text.is_in(at, " of for the de del la al bin ibn van von der du da dos & ul el di ")
    }

    /// Whether the token could belong to a name at all; what could not is outside without a
    /// question.
    pub fn is_open(&self, at: usize, sentence: &Range<usize>) -> bool {
        let capital = |i: usize| {
            let token = &self.text.tokens[i];
            token.is_capital() || (token.class == Class::Number && token.case != Case::None)
        };
        capital(at)
            || (at > sentence.start && capital(at - 1))
            || (at + 1 < sentence.end && capital(at + 1))
    }

    /// How a sentence is written.
    fn style(&self, sentence: &Range<usize>) -> u64 {
        if is_shouted(self.text, sentence.clone()) {
            return SHOUTED;
        }
        let (mut title, mut long, mut lower) = (0, 0, 0);
        for token in &self.text.tokens[sentence.clone()] {
            if token.is_word() && token.scalars > 3 {
                long += 1;
                title += u32::from(token.case != Case::Lower);
                lower += u32::from(token.case == Case::Lower);
            }
        }
        if long >= 4 && title * 10 >= long * 8 && lower <= 2 { TITLE_CASE } else { PLAIN }
    }

    /// Calls with every feature of each open token of the sentence, token by token.
    pub fn sentence(&self, sentence: Range<usize>, mut take: impl FnMut(usize, u32)) {
        self.templates(sentence, |at, _, feature| take(at, feature));
    }

    /// The same with the template of each feature, for those who explain.
    pub fn templates(&self, sentence: Range<usize>, mut take: impl FnMut(usize, u64, u32)) {
        let style = self.style(&sentence);
        let first = sentence.clone().find(|&i| self.text.tokens[i].class != Class::Sign);
        for at in sentence.clone() {
            if self.is_open(at, &sentence) {
                let initial = first == Some(at);
                self.token(at, &sentence, style, initial, |template, feature| {
                    take(at, template, feature);
                });
            }
        }
    }

    fn token(
        &self,
        at: usize,
        sentence: &Range<usize>,
        style: u64,
        initial: bool,
        mut take: impl FnMut(u64, u32),
    ) {
        let mut emit = |template: u64, value: u64| {
            let hash = mix(value, template.wrapping_mul(0x51_7c_c1_b7_27_22_0a_95));
            take(template, (hash >> (64 - FEATURE_BITS)) as u32);
        };
        let place = |offset: isize| {
            let index = at as isize + offset;
            let inside = index >= sentence.start as isize && index < sentence.end as isize;
            inside.then_some(index as usize)
        };
        let edge = |offset: isize| if offset < 0 { 11 } else { 13 };
        let word = |o: isize| place(o).map_or(edge(o), |i| self.text.tokens[i].hash);
        let shape = |o: isize| mix(place(o).map_or(edge(o), |i| self.shapes[i][0]), style);
        let hits = |o: isize| place(o).map_or(0, |i| self.hits[i].0);
        let lists = |o: isize| place(o).map_or(0, |i| self.lists[i]);

        emit(0, 0);
        // words and shapes around
        for offset in -2..=2isize {
            let t = (offset + 2) as u64;
            emit(1 + t, word(offset));
            emit(6 + t, shape(offset));
            emit(11 + t, u64::from(lists(offset)));
        }
        emit(16, mix(word(-1), word(0)));
        emit(17, mix(word(0), word(1)));
        emit(18, mix(shape(-1), shape(0)));
        emit(19, mix(shape(0), shape(1)));
        emit(20, mix(mix(shape(-1), shape(0)), shape(1)));
        emit(21, mix(place(0).map_or(0, |i| self.shapes[i][1]), style));
        emit(22, mix(word(-1), shape(0)));
        emit(23, mix(shape(0), word(1)));
        emit(24, mix(u64::from(lists(-1)), shape(0)));
        emit(25, mix(shape(0), u64::from(lists(1))));
        emit(26, mix(u64::from(initial) + 2 * style, shape(0)));
        emit(27, mix(word(-2), word(-1)));
        emit(28, mix(word(1), word(2)));
        // lists, bit by bit
        for offset in -1..=1isize {
            let t = (offset + 1) as u64;
            let (mut bits, hit) = (lists(offset), hits(offset));
            while bits != 0 {
                let bit = bits.trailing_zeros();
                emit(30 + t, u64::from(bit));
                bits &= bits - 1;
            }
            let mut bits = hit;
            while bits != 0 {
                let bit = bits.trailing_zeros();
                emit(34 + t, mix(u64::from(bit), u64::from(offset == 0) * shape(0)));
                bits &= bits - 1;
            }
            emit(38 + t, u64::from(hit));
        }
        emit(41, mix(u64::from(hits(-1)), u64::from(hits(0))));
        emit(42, mix(u64::from(hits(0)), u64::from(hits(1))));
        emit(43, mix(u64::from(hits(0)), u64::from(lists(-1))));
        emit(44, mix(u64::from(hits(0)), u64::from(lists(1))));
        self.affixes(at, &mut emit);
        // what the document says of the word
        let flags = self.flags[at];
        emit(50, mix(u64::from(flags & 3), u64::from(initial) + 2 * style));
        let capital = self.text.tokens[at].is_capital();
        if capital {
            for bit in 2..FLAGS {
                if flags >> bit & 1 == 1 {
                    emit(51, u64::from(bit));
                }
            }
            emit(52, u64::from(flags & 0x7f));
            emit(53, mix(u64::from(flags), u64::from(hits(0))));
        }
        for offset in [-1, 1isize] {
            let around = place(offset).map_or(99, |i| self.flags[i]);
            emit((54 + offset) as u64, mix(u64::from(around & 0x57), u64::from(flags & 3)));
        }
        self.run(at, sentence, style, &mut emit);
    }

    fn affixes(&self, at: usize, emit: &mut impl FnMut(u64, u64)) {
        let word = self.text.word(at);
        let mut hash = 7u64;
        for (index, c) in word.chars().take(4).enumerate() {
            hash = mix(hash, u64::from(c as u32) | 0x20);
            emit(60 + index as u64, hash);
        }
        let mut hash = 9u64;
        for (index, c) in word.chars().rev().take(4).enumerate() {
            hash = mix(hash, u64::from(c as u32) | 0x20);
            emit(64 + index as u64, hash);
        }
    }

    /// The run of capitalised words as a whole: its head is often far from its beginning.
    fn run(&self, at: usize, sentence: &Range<usize>, style: u64, emit: &mut impl FnMut(u64, u64)) {
        let Some(run) = self.runs.get(self.run_of[at] as usize) else { return };
        if style == SHOUTED {
            return;
        }
        let Range { start, end } = run.tokens.clone();
        let hash = |i: usize| self.text.tokens[i].hash;
        let before = if start > sentence.start { hash(start - 1) } else { 11 };
        let after = if end < sentence.end { hash(end) } else { 13 };
        let before_lists = if start > sentence.start { self.lists[start - 1] } else { 0 };
        let after_lists = if end < sentence.end { self.lists[end] } else { 0 };
        let length = (end - start).min(5) as u64;
        let position = u64::from(at == start) + 2 * u64::from(at + 1 == end);
        let here = mix(length, position);
        emit(70, here);
        emit(71, mix(hash(end - 1), position));
        emit(72, mix(hash(start), position));
        emit(73, mix(before, position));
        emit(74, mix(after, position));
        emit(75, mix(u64::from(run.lists & 0x100f), here));
        let later = self.lists[at + 1..end].iter().fold(0, |all, l| all | l);
        emit(76, mix(u64::from(later & 0x1007), position));
        emit(77, mix(u64::from(run.hits), length));
        emit(78, mix(u64::from(before_lists), mix(u64::from(after_lists), length)));
        emit(79, mix(hash(end - 1), after));
        emit(80, mix(before, hash(start)));
        emit(81, mix(u64::from(self.lists[end - 1] & 0x100f), u64::from(before_lists)));
        if length > 1 {
            let mut all = 3u64;
            for i in start..end {
                all = mix(all, self.shapes[i][0]);
            }
            emit(82, mix(all, position));
        }
    }
}
