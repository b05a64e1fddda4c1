//! "Did you mean …?": the nearest of the known words.

/// The candidate nearest to `word`, if one is near enough to be meant.
///
/// At most a third of its characters may differ.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    let allowed = (length / 3).clamp(1, 8);
    let near = |candidate: &str| candidate.chars().count().abs_diff(length) <= allowed;
    candidates
        .into_iter()
        .filter(|candidate| near(candidate))
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The end of a message: `; did you mean “…”?`, or nothing.
pub fn did_you_mean(guess: Option<impl AsRef<str>>) -> String {
    guess.map_or_else(String::new, |guess| format!("; did you mean “{}”?", guess.as_ref()))
}

/// The stretch of `text` that has most words in common with `wanted`.
///
/// Only the first twelve words of `wanted` count. None when fewer than half of them are near
/// each other anywhere.
pub fn nearest_passage(wanted: &str, text: &str) -> Option<String> {
    let wanted: Vec<&str> = wanted.split_whitespace().take(12).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [word] = wanted[..] {
        let mut distinct: Vec<&str> = words.iter().map(|word| bare(word)).collect();
        distinct.sort_unstable();
        distinct.dedup();
        return nearest(bare(word), distinct).map(str::to_owned);
    }
    let windows = words.windows(wanted.len().max(1).min(words.len().max(1)));
    let common = |window: &[&str]| {
        wanted.iter().filter(|word| window.iter().any(|other| bare(other) == bare(word))).count()
    };
    let counted: Vec<(usize, &[&str])> = windows.map(|window| (common(window), window)).collect();
    let most = counted.iter().map(|(count, _)| *count).max()?;
    if most == 0 || most * 2 < wanted.len() {
        return None;
    }
    let wanted = wanted.join(" ");
    let best = counted.iter().filter(|(count, _)| *count == most).take(50);
    let best = best.map(|(_, window)| window.join(" "));
    let best = best.min_by_key(|text| strsim::osa_distance(text, &wanted))?;
    Some(trimmed_like(&wanted, &best).to_owned())
}

/// A passage without the punctuation at its ends, except where `wanted` has some too.
fn trimmed_like<'p>(wanted: &str, passage: &'p str) -> &'p str {
    let mark = |c: char| !c.is_alphanumeric();
    let passage = if wanted.starts_with(mark) { passage } else { passage.trim_start_matches(mark) };
    if wanted.ends_with(mark) { passage } else { passage.trim_end_matches(mark) }
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_only_if_near() {
        let known = ["ali-khamenei", "iran", "iraq"];
        assert_eq!(nearest("ali-khamenai", known), Some("ali-khamenei"));
        assert_eq!(nearest("iraqi", known), Some("iraq"));
        assert_eq!(nearest("nato", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn the_nearest_passage_shares_most_words() {
        let text = "The vote was on Sunday. The letter was sent twice, and the copy is signed.";
        let found = |wanted| nearest_passage(wanted, text);
        assert_eq!(
            found("the letter was send twice").as_deref(),
            Some("The letter was sent twice")
        );
        assert_eq!(found("Sundey").as_deref(), Some("Sunday"));
        assert_eq!(found("nothing of the kind here"), None);
        assert_eq!(found(""), None);
        assert_eq!(nearest_passage("a b", ""), None);
    }
}
