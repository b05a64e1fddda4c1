//! From lessons to weights.

use crate::augment::Random;
use crate::corpus::Lesson;
use crate::crf::{Crf, Sequence};
use crate::data;
use crate::pack;
use dateline::analyst::names::features::{FEATURE_BITS, Scene};
use dateline::analyst::names::label::LABELS;
use dateline::analyst::names::second::Memory;
use dateline::analyst::names::viterbi::Transitions;
use dateline::analyst::names::{Known, Model, decode, first_scores, labels_of};
use dateline::analyst::text::Text;
use std::ops::Range;

/// What can be set.
#[derive(Clone)]
pub struct Settings {
    /// Features seen less often are left out.
    pub least: u32,
    /// How many times all lessons are gone through.
    pub rounds: usize,
    /// Step of AdaGrad.
    pub step: f32,
    /// L2.
    pub decay: f32,
    /// How many features are kept.
    pub keep: usize,
    /// Steps from zero to a large weight.
    pub levels: f32,
}

/// The settings with which the weights were made; compared in `docs/analyst-names.md`.
pub const SETTINGS: Settings =
    Settings { least: 6, rounds: 8, step: 0.015, decay: 0.0001, keep: 100_000, levels: 10.0 };

/// What was learned: features with their weights.
pub struct Learned {
    /// Feature, weights.
    pub weights: Vec<(u32, [f32; LABELS])>,
    /// Labels in a row.
    pub transitions: Transitions,
}

/// What the first look has to learn of a lesson, sentence by sentence, with features by number.
pub fn sequences(lesson: &Lesson) -> Vec<Sequence> {
    let text = Text::read(&lesson.record.text);
    let names = data::names(&text, &lesson.record.names);
    let labels = labels_of(&names, text.tokens.len());
    let scene = Scene::new(&text, &Known::bundled().lists);
    let each = text.sentences.iter().map(|sentence| {
        let mut sequence = Sequence { weight: lesson.weight, ..Sequence::default() };
        fill(&mut sequence, sentence, &labels, |take| scene.sentence(sentence.clone(), take));
        for at in 0..sequence.labels.len() {
            if sequence.starts[at] == sequence.starts[at + 1] {
                sequence.labels[at] = 0;
            }
        }
        repair(&mut sequence.labels);
        sequence
    });
    each.filter(|sequence| !sequence.features.is_empty()).collect()
}

/// What the second look has to learn of a lesson after a first look by `model`.
pub fn second_sequences(lesson: &Lesson, model: &Model) -> Vec<Sequence> {
    let text = Text::read(&lesson.record.text);
    let gold = labels_of(&data::names(&text, &lesson.record.names), text.tokens.len());
    let scene = Scene::new(&text, &Known::bundled().lists);
    let scores = first_scores(&text, &scene, model);
    let names = decode(&text, &scores, model);
    let labels = labels_of(&names, text.tokens.len());
    let memory = Memory::new(&text, &labels, &names);
    let each = text.sentences.iter().map(|sentence| {
        let mut sequence = Sequence { weight: lesson.weight, ..Sequence::default() };
        fill(&mut sequence, sentence, &gold, |take| memory.sentence(sentence.clone(), take));
        sequence.base = scores[sentence.clone()].to_vec();
        for at in 0..sequence.labels.len() {
            if sequence.base[at][1] < -1e3 {
                sequence.labels[at] = 0;
            }
        }
        repair(&mut sequence.labels);
        sequence
    });
    each.filter(|sequence| !sequence.features.is_empty()).collect()
}

fn fill(
    sequence: &mut Sequence,
    sentence: &Range<usize>,
    labels: &[u8],
    each: impl FnOnce(&mut dyn FnMut(usize, u32)),
) {
    let mut ends = vec![0u32; sentence.len()];
    let features = &mut sequence.features;
    each(&mut |at, feature| {
        features.push(feature);
        ends[at - sentence.start] = features.len() as u32;
    });
    sequence.starts.push(0);
    let mut last = 0;
    for end in ends {
        last = last.max(end);
        sequence.starts.push(last);
    }
    sequence.labels = labels[sentence.clone()].to_vec();
}

/// Learns from sequences; with `only`, from these features alone.
pub fn fit(
    sequences: &[&Sequence],
    settings: &Settings,
    start: Option<&Transitions>,
    only: Option<&[u32]>,
) -> Learned {
    let begun = std::time::Instant::now();
    let mut counts = vec![0u32; 1 << FEATURE_BITS];
    for feature in sequences.iter().flat_map(|sequence| &sequence.features) {
        counts[*feature as usize] += 1;
    }
    if let Some(only) = only {
        let mut kept = vec![0u32; counts.len()];
        only.iter().for_each(|&feature| kept[feature as usize] = counts[feature as usize]);
        counts = kept;
    }
    // numbers in a row for the features that are frequent enough
    let mut dense = vec![u32::MAX; 1 << FEATURE_BITS];
    let mut kept = Vec::new();
    for (feature, &count) in counts.iter().enumerate() {
        if count >= settings.least {
            dense[feature] = kept.len() as u32;
            kept.push(feature as u32);
        }
    }
    let known = |sequence: &&Sequence| {
        let mut features = Vec::with_capacity(sequence.features.len());
        let mut starts = vec![0];
        for pair in sequence.starts.windows(2) {
            let all = &sequence.features[pair[0] as usize..pair[1] as usize];
            features.extend(all.iter().map(|&f| dense[f as usize]).filter(|&f| f != u32::MAX));
            starts.push(features.len() as u32);
        }
        let (labels, base) = (sequence.labels.clone(), sequence.base.clone());
        Sequence { starts, features, labels, weight: sequence.weight, base }
    };
    let sequences: Vec<Sequence> = sequences.iter().map(known).collect();
    eprintln!("{} sentences, {} features", sequences.len(), kept.len());
    let mut crf = Crf::new(kept.len(), settings.step, settings.decay);
    if let Some(start) = start {
        crf.transitions = *start;
    }
    let mut random = Random::new(7);
    let mut order: Vec<usize> = (0..sequences.len()).collect();
    let mut sum = vec![[0.0f32; LABELS]; kept.len()];
    let mut averaged = 0.0;
    for round in 1..=settings.rounds {
        random.shuffle(&mut order);
        let mut loss = 0.0f64;
        for (done, &index) in order.iter().enumerate() {
            loss += f64::from(crf.learn(&sequences[index]) * sequences[index].weight);
            // the mean of several states is steadier than the last one
            let half = done + 1 == order.len() / 2 || done + 1 == order.len();
            if half && round * 2 > settings.rounds {
                for (sum, weights) in sum.iter_mut().zip(&crf.weights) {
                    (0..LABELS).for_each(|l| sum[l] += weights[l]);
                }
                averaged += 1.0;
            }
        }
        eprintln!("round {round}: loss {loss:.0} ({:.0} s)", begun.elapsed().as_secs_f32());
    }
    let weights = kept.iter().zip(&sum).map(|(&feature, sum)| {
        let mut weights = sum.map(|w| w / averaged);
        // all labels may lose the same: the least is lost by the median
        let mut sorted = weights;
        sorted.sort_by(f32::total_cmp);
        weights.iter_mut().for_each(|w| *w -= sorted[LABELS / 2]);
        (feature, weights)
    });
    let mut weights: Vec<_> = weights.collect();
    let worth = |&(feature, weights): &(u32, [f32; LABELS])| {
        let size: f32 = weights.iter().map(|w| w.abs()).sum();
        size * (counts[feature as usize] as f32).powf(0.25)
    };
    weights.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.0.cmp(&b.0)));
    weights.truncate(settings.keep);
    Learned { weights, transitions: crf.transitions }
}

/// The weights file of what was learned.
pub fn packed(learned: &Learned, levels: f32) -> Vec<u8> {
    let (rows, scale) = quantised(learned, levels);
    pack::weights(&rows, scale, &learned.transitions, FEATURE_BITS)
}

/// Labels that cannot stand in a row become possible.
fn repair(labels: &mut [u8]) {
    for at in 0..labels.len() {
        let before = if at == 0 { 0 } else { labels[at - 1] };
        if !dateline::analyst::names::label::may_follow(before, labels[at]) {
            labels[at] -= 1;
        }
    }
}

/// The weights as small integers, and what one of them is worth.
fn quantised(learned: &Learned, levels: f32) -> (Vec<(u32, [i8; LABELS])>, f32) {
    let mut sizes: Vec<f32> =
        learned.weights.iter().flat_map(|(_, w)| w.map(f32::abs)).filter(|w| *w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    // what a step is worth: few weights are far from the others
    let limit = sizes.get(sizes.len() * 998 / 1000).copied().unwrap_or(1.0);
    let scale = limit / levels;
    let small = |w: f32| (w / scale).round().clamp(-127.0, 127.0) as i8;
    let rows = learned.weights.iter().map(|(feature, weights)| (*feature, weights.map(small)));
    (rows.filter(|(_, weights)| weights.iter().any(|w| *w != 0)).collect(), scale)
}
