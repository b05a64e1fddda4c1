//! The greatest of any stretch of a list, in O(log n).

/// A tournament among numbers: each node holds the greater of the two below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree(Vec<i64>);

impl Tree {
    /// Of numbers in the order of their positions.
    pub fn new(numbers: impl ExactSizeIterator<Item = i64>) -> Self {
        let leaves = numbers.len().next_power_of_two();
        let mut nodes = vec![i64::MIN; leaves];
        nodes.extend(numbers);
        nodes.resize(2 * leaves, i64::MIN);
        for node in (1..leaves).rev() {
            nodes[node] = nodes[2 * node].max(nodes[2 * node + 1]);
        }
        Self(nodes)
    }

    /// The greatest among the positions `from..to`; `i64::MIN` for none.
    pub fn greatest(&self, from: usize, to: usize) -> i64 {
        let leaves = self.0.len() / 2;
        let (mut from, mut to) = (from + leaves, to.min(leaves) + leaves);
        let mut greatest = i64::MIN;
        let mut look = |node: usize| {
            greatest = greatest.max(self.0.get(node).copied().unwrap_or(i64::MIN));
        };
        while from < to {
            if from % 2 == 1 {
                look(from);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                look(to);
            }
            from /= 2;
            to /= 2;
        }
        greatest
    }

    /// The positions before `before` with numbers over `over`, ascending, at most `most`.
    pub fn each_over(&self, over: f64, before: usize, most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        self.descend((1, self.0.len() / 2), (over, before, most), &mut found);
        found
    }

    /// Collects from below a node of so many leaves.
    fn descend(
        &self,
        (node, leaves): (usize, usize),
        (over, before, most): (f64, usize, usize),
        found: &mut Vec<usize>,
    ) {
        let first = node * leaves - self.0.len() / 2;
        let none = self.0.get(node).is_none_or(|&greatest| greatest as f64 <= over);
        if none || first >= before || found.len() >= most {
            return;
        }
        if leaves == 1 {
            found.push(first);
        } else {
            self.descend((2 * node, leaves / 2), (over, before, most), found);
            self.descend((2 * node + 1, leaves / 2), (over, before, most), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_a_walk_finds() {
        for count in 0..20 {
            let numbers: Vec<i64> = (0..count).map(|i| i * 7 % 11).collect();
            let tree = Tree::new(numbers.iter().copied());
            for from in 0..numbers.len() {
                for to in from..=numbers.len() {
                    let greatest = numbers[from..to].iter().max().copied().unwrap_or(i64::MIN);
                    assert_eq!(tree.greatest(from, to), greatest);
                }
                let over: Vec<_> = (0..from).filter(|&i| numbers[i] as f64 > 4.5).collect();
                assert_eq!(tree.each_over(4.5, from, 99), over);
                assert_eq!(tree.each_over(4.5, from, 2), over[..over.len().min(2)]);
            }
        }
    }
}
