//! State that knows who reads it.
//!
//! The same words as in Leptos (`get`, `with`, `set`, `update`, `track`), for what this page
//! needs of them: a dozen values that live as long as the page, and watchers that run again
//! when one they read has changed. `docs/decisions/0004` tells why it is not Leptos itself.

use std::cell::{Cell, RefCell};

/// A value that is watched. Copied freely: it is a handle, and its value is never dropped.
pub struct Signal<T: 'static>(&'static State<T>);

struct State<T> {
    value: RefCell<T>,
    readers: Readers,
}

/// Who read a value, and in which of their rounds: what they read in an earlier one no longer
/// counts.
type Readers = RefCell<Vec<(&'static Watcher, u32)>>;

/// Calls a function after the current task.
type Soon = fn(fn());

type Waiting = RefCell<Vec<&'static Watcher>>;

struct Watcher {
    run: Box<dyn Fn()>,
    round: Cell<u32>,
    waits: Cell<bool>,
}

thread_local! {
    static RUNNING: Cell<Option<&'static Watcher>> = const { Cell::new(None) };
    static WAITING: Waiting = const { RefCell::new(Vec::new()) };
    static SOON: Cell<Soon> = const { Cell::new(|_| {}) };
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    /// A new value.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(State { value: RefCell::new(value), readers: Readers::default() })))
    }

    /// Makes the running watcher, if any, run again when the value changes.
    pub fn track(self) {
        track(&self.0.readers);
    }

    /// Looks at the value. Must not change it meanwhile.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(look)
    }

    /// Looks at the value without watching it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.value.borrow())
    }

    /// A copy of the value.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value, not watched.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Another value; watchers run soon, even if it is the same.
    pub fn set(self, value: T) {
        self.set_untracked(value);
        notify(&self.0.readers);
    }

    /// Another value, and nobody is told.
    pub fn set_untracked(self, value: T) {
        // The old value is dropped only when nothing is borrowed.
        drop(self.0.value.replace(value));
    }

    /// Changes the value in place.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = change(&mut self.0.value.borrow_mut());
        notify(&self.0.readers);
        result
    }
}

/// Runs soon, and again whenever something that it read has changed.
pub fn watch(run: Box<dyn Fn()>) {
    let watcher = Watcher { run, round: Cell::new(0), waits: Cell::new(false) };
    wake(Box::leak(Box::new(watcher)));
}

/// How "soon" is done: the function calls another one after the current task.
pub fn set_soon(soon: Soon) {
    SOON.set(soon);
}

/// Runs what waits, in the order in which it began to wait, until nothing does.
pub fn flush() {
    loop {
        let waiting = WAITING.take();
        if waiting.is_empty() {
            return;
        }
        for watcher in waiting {
            watcher.waits.set(false);
            watcher.round.set(watcher.round.get().wrapping_add(1));
            let outer = RUNNING.replace(Some(watcher));
            (watcher.run)();
            RUNNING.set(outer);
        }
    }
}

fn track(readers: &Readers) {
    let Some(watcher) = RUNNING.get() else { return };
    let mut readers = readers.borrow_mut();
    match readers.iter_mut().find(|(reader, _)| std::ptr::eq(*reader, watcher)) {
        Some((_, round)) => *round = watcher.round.get(),
        None => readers.push((watcher, watcher.round.get())),
    }
}

fn notify(readers: &Readers) {
    for (reader, round) in readers.take() {
        if round == reader.round.get() {
            wake(reader);
        }
    }
}

fn wake(watcher: &'static Watcher) {
    if watcher.waits.replace(true) {
        return;
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(watcher);
        waiting.len() == 1
    });
    if first {
        SOON.get()(flush);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    /// Counts its runs and keeps what it saw last.
    fn recorder(look: impl Fn() -> i32 + 'static) -> Rc<RefCell<Vec<i32>>> {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::clone(&seen);
        watch(Box::new(move || kept.borrow_mut().push(look())));
        seen
    }

    #[test]
    fn many_changes_are_one_run() {
        let signal = Signal::new(1);
        let seen = recorder(move || signal.get());
        flush();
        signal.set(2);
        signal.update(|n| *n += 1);
        flush();
        flush();
        assert_eq!(*seen.borrow(), [1, 3]);
    }

    #[test]
    fn only_what_was_read_in_the_last_run_counts() {
        let (which, a, b) = (Signal::new(true), Signal::new(1), Signal::new(10));
        let seen = recorder(move || if which.get() { a.get() } else { b.get() });
        flush();
        b.set(20);
        flush();
        which.set(false);
        flush();
        a.set(2);
        flush();
        b.set(30);
        flush();
        assert_eq!(*seen.borrow(), [1, 20, 30]);
    }

    #[test]
    fn what_is_not_watched_tells_nobody() {
        let signal = Signal::new(1);
        let seen = recorder(move || signal.get_untracked());
        flush();
        signal.set(2);
        flush();
        assert_eq!(*seen.borrow(), [1]);
    }

    #[test]
    fn a_change_made_while_running_runs_in_the_same_flush() {
        let (from, to) = (Signal::new(1), Signal::new(0));
        watch(Box::new(move || to.set(from.get() * 2)));
        let seen = recorder(move || to.get());
        flush();
        from.set(4);
        flush();
        assert_eq!(seen.borrow().last(), Some(&8));
    }

    #[test]
    fn reading_again_and_again_is_remembered_once() {
        let (often, never) = (Signal::new(0), Signal::new(0));
        recorder(move || often.get() + never.get() + never.get());
        for n in 0..100 {
            often.set(n);
            flush();
        }
        assert_eq!(never.0.readers.borrow().len(), 1);
    }
}
