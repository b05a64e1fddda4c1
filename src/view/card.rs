//! When a card opens and closes under a pointer: a state machine without a clock.
//!
//! One token belongs to each interaction; a timer that comes back with an old token changes
//! nothing. Cards opened on purpose (click, tap, key, link) are part of the view's state and
//! do not pass through here, except that they silence it.

/// Rest of the pointer before a card opens, in milliseconds: long enough that crossing a
/// name on the way elsewhere opens nothing.
pub const OPEN_AFTER: u32 = 500;

/// Time to come back to the name or to reach the card before it closes, in milliseconds.
pub const CLOSE_AFTER: u32 = 300;

/// What happens to the pointer. `T` tells the thing under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<T> {
    /// It came over a name, date or figure.
    Enter(T),
    /// It left that, or the card.
    Leave,
    /// It came over the open card.
    EnterCard,
    /// The page changed under it; what it then enters does not count until it moves itself.
    Scroll,
    /// It moved over this, or over nothing.
    Move(Option<T>),
    /// The timer with this token ran out.
    Timer(u32),
    /// Everything is to be closed at once: Escape, a press elsewhere.
    Forget,
    /// The reader pressed something in the card: it stays, and is no longer the pointer's.
    Keep,
}

/// What the page has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect<T> {
    /// Nothing.
    None,
    /// Come back with [`Input::Timer`] and this token after so many milliseconds.
    Wait(u32, u32),
    /// Show the card of this thing.
    Open(T),
    /// Take the card away.
    Close,
}

/// The state of the card under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover<T> {
    phase: Phase<T>,
    token: u32,
    still: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase<T> {
    Closed,
    Waiting(T),
    Open(T),
    Leaving(T),
}

impl<T> Default for Hover<T> {
    fn default() -> Self {
        Self { phase: Phase::Closed, token: 0, still: false }
    }
}

impl<T: Clone + PartialEq> Hover<T> {
    /// Takes one input and says what to do.
    pub fn step(&mut self, input: Input<T>) -> Effect<T> {
        match input {
            Input::Scroll => {
                self.still = true;
                if matches!(self.phase, Phase::Waiting(_)) {
                    self.phase = Phase::Closed;
                }
                Effect::None
            }
            // What came under a still pointer counts as entered when it moves.
            Input::Move(under) => match under {
                Some(target) if std::mem::take(&mut self.still) => self.enter(target),
                _ => {
                    self.still = false;
                    Effect::None
                }
            },
            Input::Enter(_) if self.still => Effect::None,
            Input::Enter(target) => self.enter(target),
            Input::EnterCard => {
                if let Phase::Leaving(target) = &self.phase {
                    self.phase = Phase::Open(target.clone());
                    self.token += 1;
                }
                Effect::None
            }
            Input::Leave => match &self.phase {
                Phase::Open(target) => {
                    self.phase = Phase::Leaving(target.clone());
                    self.wait(CLOSE_AFTER)
                }
                Phase::Waiting(_) => {
                    self.phase = Phase::Closed;
                    Effect::None
                }
                _ => Effect::None,
            },
            Input::Timer(token) if token == self.token => match &self.phase {
                Phase::Waiting(target) => {
                    let target = target.clone();
                    self.phase = Phase::Open(target.clone());
                    Effect::Open(target)
                }
                Phase::Leaving(_) => {
                    self.phase = Phase::Closed;
                    Effect::Close
                }
                _ => Effect::None,
            },
            Input::Timer(_) => Effect::None,
            Input::Keep => {
                self.phase = Phase::Closed;
                self.token += 1;
                Effect::None
            }
            Input::Forget => {
                let shown = matches!(self.phase, Phase::Open(_) | Phase::Leaving(_));
                self.phase = Phase::Closed;
                self.token += 1;
                if shown { Effect::Close } else { Effect::None }
            }
        }
    }

    fn enter(&mut self, target: T) -> Effect<T> {
        match &self.phase {
            Phase::Open(shown) | Phase::Leaving(shown) => {
                let same = *shown == target;
                self.token += 1;
                self.phase = Phase::Open(target.clone());
                if same { Effect::None } else { Effect::Open(target) }
            }
            Phase::Waiting(awaited) if *awaited == target => Effect::None,
            _ => {
                self.phase = Phase::Waiting(target);
                self.wait(OPEN_AFTER)
            }
        }
    }

    fn wait(&mut self, milliseconds: u32) -> Effect<T> {
        self.token += 1;
        Effect::Wait(milliseconds, self.token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(target: u8) -> Hover<u8> {
        let mut hover = Hover::default();
        let Effect::Wait(OPEN_AFTER, token) = hover.step(Input::Enter(target)) else {
            panic!("a first touch waits")
        };
        assert_eq!(hover.step(Input::Timer(token)), Effect::Open(target));
        hover
    }

    #[test]
    fn opens_after_a_rest_and_closes_after_leaving() {
        let mut hover = open(1);
        let Effect::Wait(CLOSE_AFTER, token) = hover.step(Input::Leave) else { panic!() };
        assert_eq!(hover.step(Input::Timer(token)), Effect::Close);
    }

    #[test]
    fn crossing_opens_nothing() {
        let mut hover = Hover::default();
        let Effect::Wait(_, token) = hover.step(Input::Enter(1)) else { panic!() };
        assert_eq!(hover.step(Input::Leave), Effect::None);
        assert_eq!(hover.step(Input::Timer(token)), Effect::None);
    }

    #[test]
    fn the_way_to_the_card_is_safe() {
        let mut hover = open(1);
        let Effect::Wait(_, token) = hover.step(Input::Leave) else { panic!() };
        assert_eq!(hover.step(Input::EnterCard), Effect::None);
        assert_eq!(hover.step(Input::Timer(token)), Effect::None);
        assert!(matches!(hover.step(Input::Leave), Effect::Wait(CLOSE_AFTER, _)));
    }

    #[test]
    fn a_second_card_opens_at_once() {
        let mut hover = open(1);
        assert_eq!(hover.step(Input::Enter(2)), Effect::Open(2));
    }

    #[test]
    fn a_page_that_moves_opens_nothing() {
        let mut hover = Hover::default();
        hover.step(Input::Scroll);
        assert_eq!(hover.step(Input::Enter(1)), Effect::None);
        assert!(matches!(hover.step(Input::Move(Some(1))), Effect::Wait(OPEN_AFTER, _)));
        assert_eq!(hover.step(Input::Move(Some(1))), Effect::None);
    }

    #[test]
    fn what_is_kept_is_not_closed_by_leaving() {
        let mut hover = open(1);
        assert_eq!(hover.step(Input::Keep), Effect::None);
        assert_eq!(hover.step(Input::Leave), Effect::None);
    }

    proptest! {
        /// Open and Close alternate, whatever happens (an Open may follow an Open).
        #[test]
        fn never_closes_what_is_not_open(inputs in prop::collection::vec(0u8..9, 0..60)) {
            let mut hover = Hover::default();
            let (mut shown, mut last_token) = (false, 0);
            for n in inputs {
                let input = match n {
                    0..=2 => Input::Enter(n),
                    3 => Input::Leave,
                    4 => Input::EnterCard,
                    5 => Input::Scroll,
                    6 => Input::Move((last_token % 2 == 0).then_some(1)),
                    7 => Input::Timer(last_token),
                    _ => Input::Forget,
                };
                match hover.step(input) {
                    Effect::Open(_) => shown = true,
                    Effect::Close => {
                        prop_assert!(shown);
                        shown = false;
                    }
                    Effect::Wait(_, token) => last_token = token,
                    Effect::None => {}
                }
            }
        }
    }
}
