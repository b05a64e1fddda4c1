//! Which corrections were made together: one press made them, one press takes them back.

/// How many corrections each step has, the last step last. What it does not know of was made one
/// by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    done: Vec<usize>,
    undone: Vec<usize>,
}

impl Steps {
    /// So many corrections were made at once.
    pub fn made(&mut self, count: usize) {
        self.done.push(count);
        self.undone.clear();
    }

    /// How many corrections the next undo takes back.
    pub fn back(&self) -> usize {
        self.done.last().copied().unwrap_or(1)
    }

    /// How many corrections the next redo makes again.
    pub fn forth(&self) -> usize {
        self.undone.last().copied().unwrap_or(1)
    }

    /// So many were taken back.
    pub fn taken_back(&mut self, count: usize) {
        turn(&mut self.done, &mut self.undone, count);
    }

    /// So many were made again.
    pub fn made_again(&mut self, count: usize) {
        turn(&mut self.undone, &mut self.done, count);
    }
}

fn turn(from: &mut Vec<usize>, to: &mut Vec<usize>, count: usize) {
    let mut left = count;
    while left > 0 {
        let step = from.pop().unwrap_or(left);
        to.push(step.min(left));
        // A step that was taken back in part stays one of what is left of it.
        if step > left {
            from.push(step - left);
        }
        left = left.saturating_sub(step);
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn what_was_made_together_goes_together() {
        let mut steps = Steps::default();
        assert_eq!((steps.back(), steps.forth()), (1, 1));
        steps.made(1);
        steps.made(2);
        assert_eq!(steps.back(), 2);
        steps.taken_back(2);
        assert_eq!((steps.back(), steps.forth()), (1, 2));
        steps.made_again(2);
        assert_eq!(steps.back(), 2);
        steps.taken_back(1);
        assert_eq!((steps.back(), steps.forth()), (1, 1));
        steps.made(3);
        assert_eq!((steps.back(), steps.forth()), (3, 1), "nothing is made again after that");
    }
}
