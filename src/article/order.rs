//! The one sort of the reader's program.

/// A place in an order, and what stands there: mostly an index into a list.
pub type Ranked = (i64, u32);

/// Sorts by the number, then by the index: merging runs that double in length.
///
/// Everything the reader's program sorts is sorted here. The standard library's sorts are
/// twice as fast and made anew for each type, 3 to 5 kB of program each.
pub fn sort(pairs: &mut [Ranked]) {
    let mut from = pairs.to_vec();
    let mut length = 1;
    while length < pairs.len() {
        for (to, run) in pairs.chunks_mut(length * 2).zip(from.chunks(length * 2)) {
            merge(run, length.min(run.len()), to);
        }
        from.copy_from_slice(pairs);
        length *= 2;
    }
}

/// Merges the two sorted parts of a run, the second of which begins at `middle`.
fn merge(run: &[Ranked], middle: usize, to: &mut [Ranked]) {
    let (mut left, mut right) = run.split_at(middle);
    for place in to {
        let from = match (left.first(), right.first()) {
            (Some(a), Some(b)) if b < a => &mut right,
            (None, _) => &mut right,
            _ => &mut left,
        };
        if let Some((first, rest)) = from.split_first() {
            (*place, *from) = (*first, rest);
        }
    }
}

/// Sorts by numbers; equal ones stay as they are. Where speed counts less than the 3 to 5 kB of
/// the standard library's.
pub fn sort_by<T>(items: &mut Vec<T>, number: impl Fn(&T) -> i64) {
    let mut order: Vec<Ranked> = items.iter().map(number).zip(0..).collect();
    sort(&mut order);
    let mut old: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.iter().filter_map(|&(_, n)| old.get_mut(n as usize)?.take()));
}

/// The items in the order of their numbers; equal ones stay as they are.
pub fn sorted_by<T: Clone>(items: &[T], number: impl Fn(&T) -> i64) -> Vec<T> {
    let mut order: Vec<Ranked> = items.iter().map(number).zip(0..).collect();
    sort(&mut order);
    order.iter().filter_map(|&(_, n)| items.get(n as usize).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_sort(pairs in prop::collection::vec((-9i64..9, 0u32..9), 0..70)) {
            let (mut ours, mut theirs) = (pairs.clone(), pairs.clone());
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            let mut theirs = pairs.clone();
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&sorted_by(&pairs, |pair| pair.0), &theirs);
            let mut ours = pairs;
            sort_by(&mut ours, |pair| pair.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
