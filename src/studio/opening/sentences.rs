//! What is said while an article is opened.

/// While a file is being taken apart.
pub const TAKING: &str = "Taking the article apart …";

/// While nothing has been found yet.
pub const LOOKING: &str = "Looking for names, dates, quotations …";

/// What is said while the first draft is there.
pub const NAMES: &str = "Names are still coming …";

/// The words are there, and what rules find.
pub const NAMELESS: &str = "What finds names could not be loaded, so none are marked; all else is. With \
    a network, “Read again” under “Details” finds them.";

/// The article on the desk has been read once more.
pub const READ_AGAIN: &str = "Read again. What you corrected is kept.";

/// The article on the desk stays as it was.
pub const STAYS: &str = "What finds names could not be loaded, so the article was not read again. Try once \
    more when there is a network.";

/// Nothing of the analyst could be loaded.
pub const MISSING: &str = "The program that reads this could not be loaded. The text is not lost: it \
    stands where it came from. Try again when there is a network.";

/// The analyst broke.
pub const GAVE_UP: &str = "The analyst stopped in the middle of this article. The text is not lost: \
    it stands where it came from. Please tell us about it.";
