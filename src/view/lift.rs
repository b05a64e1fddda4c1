//! One thing of a list is lifted by a finger and put onto another: a state machine without a clock.
//!
//! A finger that moves at once scrolls the list. One that rests on a thing lifts it, as in lists
//! of other programs; from then on the list stays, and what is under the finger is where it falls.
//! All lengths in CSS pixels of the viewport.

/// Rest of the finger before a thing is lifted, in milliseconds: shorter than the system's own
/// long press, which would select words or open a menu.
pub const LIFT_AFTER: u32 = 350;

/// A resting finger is never quite still.
pub const STILL: f64 = 10.0;

/// What happens to the finger. `T` tells the thing under it.
#[derive(Clone, Debug, PartialEq)]
pub enum Input<T> {
    /// It came down on a thing, at this point.
    Down(T, (f64, f64)),
    /// It moved to this point, over this thing or none.
    Move((f64, f64), Option<T>),
    /// The timer with this token ran out.
    Timer(u32),
    /// The system takes the rest for a long press already.
    LongPress,
    /// It was taken away.
    Up,
    /// The browser scrolls with it, a second one came down, the window lost it.
    Cancel,
}

/// What the page has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect<T> {
    /// Nothing.
    None,
    /// Come back with [`Input::Timer`] and this token after so many milliseconds.
    Wait(u32, u32),
    /// Show that this is lifted.
    Lift(T),
    /// Show that it moved with the finger, and onto what it would fall: never onto itself.
    Carry(Option<T>),
    /// The first one was put onto the second.
    Drop(T, T),
    /// It was put down nowhere: everything is as it was.
    PutBack,
}

/// The state of the finger.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift<T> {
    phase: Phase<T>,
    token: u32,
}

#[derive(Clone, Debug, PartialEq)]
enum Phase<T> {
    Away,
    Resting(T, (f64, f64)),
    Lifted(T, Option<T>),
}

impl<T> Default for Lift<T> {
    fn default() -> Self {
        Self { phase: Phase::Away, token: 0 }
    }
}

impl<T: Clone + PartialEq> Lift<T> {
    /// Whether something is lifted.
    pub fn is_lifted(&self) -> bool {
        matches!(self.phase, Phase::Lifted(..))
    }

    /// Whether a finger is down on a thing.
    pub fn is_down(&self) -> bool {
        self.phase != Phase::Away
    }

    /// Takes one input and says what to do.
    pub fn step(&mut self, input: Input<T>) -> Effect<T> {
        match (std::mem::replace(&mut self.phase, Phase::Away), input) {
            (Phase::Away, Input::Down(thing, at)) => {
                self.token += 1;
                self.phase = Phase::Resting(thing, at);
                Effect::Wait(LIFT_AFTER, self.token)
            }
            (Phase::Resting(thing, at), Input::Move(to, _)) => {
                if (to.0 - at.0).hypot(to.1 - at.1) <= STILL {
                    self.phase = Phase::Resting(thing, at);
                }
                Effect::None
            }
            (Phase::Resting(thing, _), Input::Timer(token)) if token == self.token => {
                self.lift(thing)
            }
            (Phase::Resting(thing, _), Input::LongPress) => self.lift(thing),
            (Phase::Lifted(thing, _), Input::Move(_, under)) => {
                let onto = under.filter(|under| *under != thing);
                self.phase = Phase::Lifted(thing, onto.clone());
                Effect::Carry(onto)
            }
            (Phase::Lifted(thing, Some(onto)), Input::Up) => Effect::Drop(thing, onto),
            (Phase::Lifted(..), Input::Up | Input::Cancel | Input::Down(..)) => Effect::PutBack,
            (phase, Input::Timer(_) | Input::LongPress) => {
                self.phase = phase;
                Effect::None
            }
            _ => Effect::None,
        }
    }

    fn lift(&mut self, thing: T) -> Effect<T> {
        self.phase = Phase::Lifted(thing.clone(), None);
        Effect::Lift(thing)
    }
}

/// So near an edge of the list a lifted thing scrolls it.
const EDGE: f64 = 64.0;

/// As far as that in one picture, at most.
const FASTEST: f64 = 12.0;

/// How far a list between these two lines scrolls for the next picture when the finger is at `y`:
/// the nearer to an edge the farther, up if negative.
pub fn pull(y: f64, top: f64, bottom: f64) -> f64 {
    let into = |depth: f64| (depth / EDGE).clamp(0.0, 1.0) * FASTEST;
    into(y - (bottom - EDGE)) - into(top + EDGE - y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rested() -> Lift<char> {
        let mut lift = Lift::default();
        assert_eq!(lift.step(Input::Down('a', (50.0, 50.0))), Effect::Wait(LIFT_AFTER, 1));
        lift
    }

    fn lifted() -> Lift<char> {
        let mut lift = rested();
        assert_eq!(lift.step(Input::Timer(1)), Effect::Lift('a'));
        lift
    }

    #[test]
    fn a_finger_that_rests_lifts_and_puts_onto_another() {
        let mut lift = lifted();
        assert_eq!(lift.step(Input::Move((50.0, 90.0), Some('b'))), Effect::Carry(Some('b')));
        assert_eq!(lift.step(Input::Up), Effect::Drop('a', 'b'));
        assert_eq!(lift, Lift { phase: Phase::Away, token: 1 });
    }

    #[test]
    fn a_swipe_scrolls_and_lifts_nothing() {
        let mut lift = rested();
        assert_eq!(lift.step(Input::Move((50.0, 57.0), Some('a'))), Effect::None);
        assert_eq!(lift.step(Input::Move((50.0, 61.0), Some('b'))), Effect::None);
        assert_eq!(lift.step(Input::Timer(1)), Effect::None);
        assert_eq!(lift.step(Input::Up), Effect::None);
    }

    #[test]
    fn the_browser_that_scrolls_takes_the_finger() {
        let mut lift = rested();
        assert_eq!(lift.step(Input::Cancel), Effect::None);
        assert_eq!(lift.step(Input::Timer(1)), Effect::None);
        let mut lift = lifted();
        assert_eq!(lift.step(Input::Cancel), Effect::PutBack);
        assert!(!lift.is_lifted());
    }

    #[test]
    fn put_down_nowhere_or_on_itself_it_is_put_back() {
        for under in [None, Some('a')] {
            let mut lift = lifted();
            lift.step(Input::Move((50.0, 90.0), Some('b')));
            assert_eq!(lift.step(Input::Move((50.0, 50.0), under)), Effect::Carry(None));
            assert_eq!(lift.step(Input::Up), Effect::PutBack);
        }
        assert_eq!(lifted().step(Input::Up), Effect::PutBack);
    }

    #[test]
    fn the_timer_of_an_earlier_press_lifts_nothing() {
        let mut lift = rested();
        lift.step(Input::Up);
        assert_eq!(lift.step(Input::Down('b', (0.0, 0.0))), Effect::Wait(LIFT_AFTER, 2));
        assert_eq!(lift.step(Input::Timer(1)), Effect::None);
        assert_eq!(lift.step(Input::Timer(2)), Effect::Lift('b'));
    }

    #[test]
    fn the_long_press_of_the_system_lifts_once() {
        let mut lift = rested();
        assert_eq!(lift.step(Input::LongPress), Effect::Lift('a'));
        assert_eq!(lift.step(Input::Timer(1)), Effect::None);
        assert_eq!(lift.step(Input::LongPress), Effect::None);
        assert!(lift.is_lifted());
    }

    #[test]
    fn a_second_finger_gives_up() {
        let mut lift = lifted();
        assert_eq!(lift.step(Input::Down('b', (0.0, 0.0))), Effect::PutBack);
        let mut lift = rested();
        assert_eq!(lift.step(Input::Down('b', (0.0, 0.0))), Effect::None);
        assert_eq!(lift.step(Input::Timer(1)), Effect::None);
    }

    #[test]
    fn the_list_is_pulled_at_its_edges_alone() {
        assert_eq!(pull(300.0, 100.0, 700.0), 0.0);
        assert_eq!(pull(700.0, 100.0, 700.0), FASTEST);
        assert_eq!(pull(-50.0, 100.0, 700.0), -FASTEST);
        assert!(pull(680.0, 100.0, 700.0) > pull(650.0, 100.0, 700.0));
    }

    proptest! {
        #[test]
        fn nothing_falls_onto_itself_nor_before_it_is_lifted(
            steps in prop::collection::vec((0u8..6, 0u8..4), 0..40)
        ) {
            let mut lift = Lift::<u8>::default();
            for (step, thing) in steps {
                let at = (f64::from(thing) * 20.0, 0.0);
                let was_lifted = lift.is_lifted();
                let effect = lift.step(match step {
                    0 => Input::Down(thing, at),
                    1 => Input::Move(at, (thing > 0).then_some(thing)),
                    2 => Input::Timer(u32::from(thing)),
                    3 => Input::LongPress,
                    4 => Input::Up,
                    _ => Input::Cancel,
                });
                if let Effect::Drop(from, onto) = effect {
                    prop_assert!(was_lifted && from != onto);
                }
                prop_assert!(!matches!(effect, Effect::Lift(_)) || lift.is_lifted());
            }
        }
    }
}
