//! Words that stand around articles on pages, not in them.
//!
//! Collected from the pages that `cargo xtask eval` reads and from the sites of newspapers; English
//! first, as the analyst is, with the commonest of German, French and Spanish.

/// How a line of the page around is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nobody writes it into an article.
    Surely,
    /// It may be a line of a poem as well: more of the kind must stand beside it.
    Maybe,
}

/// Lines that are never an article's.
const SURELY: &str = "|ad|add a comment|advertisement|advertisements|advertising|advertise with us|\
    all rights reserved|anzeige|article continues below advertisement|artikel teilen|\
    back to top|click to share|compartir en facebook|continue reading|\
    continue reading the main story|cookie policy|cookie preferences|cookie settings|copy link|\
    copy link to clipboard|create account|don’t miss|email this article|facebook twitter|\
    follow us|get the app|getty images|gift this article|hide comments|join the conversation|\
    leave a comment|leave a reply|listen to article|listen to this article|loading|load more|\
    load more comments|manage cookies|most popular|most read|most viewed|most shared|\
    newsletter sign up|next article|open in app|our newsletters|partager sur facebook|pinterest|\
    previous article|print this article|privacy notice|privacy policy|publicidad|publicité|\
    read full article|read more|recommended for you|recommended stories|related articles|\
    related content|related news|related posts|related stories|related topics|related links|\
    reply|report a problem|republish this article|save article|save for later|see all comments|\
    share on facebook|share on linkedin|share on twitter|share on whatsapp|share on x|\
    share this|share this article|share this page|share this post|share this story|\
    show comments|sign in|sign in to comment|sign up|skip advertisement|skip to content|\
    skip to main content|skip to navigation|log in|log out|sponsored|sponsored content|\
    story continues below|story continues below advertisement|subscribe|subscribe now|\
    subscribe today|teilen|terms & conditions|terms and conditions|terms of service|\
    terms of use|toggle navigation|top stories|trending|trending now|tweet|tweet this|\
    view all comments|view comments|view more|werbung|whatsapp|you may also like|\
    you might also like|your email address|zum inhalt springen|";

/// Lines that are a page's if others of the kind stand beside them.
const MAYBE: &str = "|about|about us|accessibility|africa|all topics|americas|apps|archive|arts|asia|audio|\
    australia|business|careers|climate|close|comment|comments|contact|contact us|copy|culture|\
    donate|e-mail|economy|edition|education|email|entertainment|environment|europe|explore|\
    facebook|faq|fashion|features|flipboard|follow|food|games|google|health|help|home|\
    in pictures|instagram|international|jobs|latest|latest news|library|life|lifestyle|like|\
    link|linkedin|listen|live|local|login|magazine|markets|menu|messenger|middle east|money|\
    more|more from|more news|more stories|music|my account|national|new york|news|newsletter|\
    newsletters|next|obituaries|opinion|opinions|photos|pinterest|play|podcast|podcasts|\
    politics|previous|print|privacy|radio|reddit|recommend|recommended|register|related|report|\
    rss|save|science|search|section|sections|share|shop|sitemap|sport|sports|start|style|\
    subscribers|tags|talk|tech|technology|telegram|terms|text size|topics|top|travel|tv|twitter|\
    uk|us|us & canada|us news|u.s.|video|videos|watch|weather|welcome|world|world news|x|\
    youtube|wirtschaft|politik|kultur|politique|monde|économie|política|deportes|cultura|\
    partager|compartir|imprimer|";

/// How lines of the page begin that are not long.
const BEGINNINGS: &str = "|a lire aussi|à lire aussi|advertisement:|also read:|by clicking on |by signing up|\
    by subscribing|click here to subscribe|click here to read|click here for more|\
    continue reading |download our app|download the app|enter your email|follow us on |\
    get our app|get our newsletter|get the latest headlines|get the latest news|\
    get unlimited access|lesen sie auch|lire aussi|listen to this article|manage your cookie|\
    manage your subscription|more on this story|most read in|read also:|read more:|\
    read more about |read next:|recommended:|related:|related article:|related story:|see also:|\
    share on facebook|share on twitter|share on x |share on whatsapp|share this article|\
    share this story|sign in to |sign up for |sign up to |subscribe to |support our journalism|\
    to comment on this|to view this content|tweet this|you must be logged in|\
    you have reached your limit|your browser does not support|your subscription supports|";

/// How notices of cookies begin, which may be long.
const COOKIES: &str = "|by continuing to browse|by continuing to use this|this site uses cookies|\
    this website uses cookies|we and our partners|we use cookies|we use necessary cookies|\
    we value your privacy|";

/// A line that is known by its beginning has at most so many words; a notice of cookies, so many.
const LONGEST: usize = 40;
const LONGEST_NOTICE: usize = 120;

/// Headings of lists of other articles; the lines behind them are those articles.
const OF_OTHERS: &str = "|editor’s picks|editors’ picks|latest news|latest stories|more from this section|more news|\
    more on this story|more stories|most popular|most read|most shared|most viewed|read next|\
    recommended|recommended for you|recommended stories|related|related articles|\
    related content|related links|related news|related posts|related stories|related topics|\
    top stories|trending|trending now|up next|you may also like|you might also like|";

/// Headings of what readers have written.
const OF_COMMENTS: &str = "|add a comment|all comments|comment|comments|discussion|join the conversation|\
    join the discussion|leave a comment|leave a reply|reader comments|show comments|\
    view all comments|view comments|";

/// What stands beside each comment, and hardly anywhere else so often.
const BESIDE_COMMENTS: &str = "|flag|flag comment|reply|report|report comment|report abuse|upvote|";

/// The lines of a list: one text with bars between them is a fraction of a table's size.
fn each(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|line| !line.is_empty())
}

/// Whether a list has this very line.
fn is_in(list: &str, plain: &str) -> bool {
    each(list).any(|line| line == plain)
}

/// A line as it is looked up: small letters, one kind of apostrophe, no signs or numbers around it.
fn plain(line: &str) -> String {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric());
    line.to_lowercase().replace('\'', "’")
}

/// Whether a line is one of a page rather than of an article. A question is somebody's.
pub fn known(line: &str) -> Option<Known> {
    let line = line.trim();
    if line.ends_with(['?', '!']) || line.starts_with(['"', '“', '‘', '«', '„', '\'']) {
        return None;
    }
    let plain = plain(line);
    let words = line.split_whitespace().count();
    let begins = |list: &str, most| words <= most && each(list).any(|b| plain.starts_with(b));
    if is_in(SURELY, &plain)
        || begins(BEGINNINGS, LONGEST)
        || begins(COOKIES, LONGEST_NOTICE)
        || is_menu(line)
        || is_count_of(&plain)
    {
        return Some(Known::Surely);
    }
    is_in(MAYBE, &plain).then_some(Known::Maybe)
}

/// Whether a line is a copyright notice, which an article may have as well.
pub fn is_copyright(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    line.starts_with('©') || line.starts_with("copyright") || line.starts_with("(c) ")
}

/// Whether other articles are listed behind this heading.
pub fn lists_others(line: &str) -> bool {
    is_in(OF_OTHERS, &plain(line))
}

/// Whether comments of readers follow.
pub fn begins_comments(line: &str) -> bool {
    let plain = plain(line);
    let words = plain.trim_matches(|c: char| !c.is_alphabetic());
    is_in(OF_COMMENTS, words)
}

/// Whether it is what stands beside a comment: `Reply`, `3 likes`.
pub fn is_beside_comments(line: &str) -> bool {
    is_in(BESIDE_COMMENTS, &plain(line))
}

/// `Home | World | Politics`: three or more short names in one line, one of them known.
fn is_menu(line: &str) -> bool {
    let parts: Vec<&str> = line
        .split(['|', '•', '·', '›', '»', '>'])
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let short = |part: &&str| part.split_whitespace().count() <= 3;
    let is_known = |part: &&str| {
        let plain = plain(part);
        is_in(SURELY, &plain) || is_in(MAYBE, &plain)
    };
    parts.len() >= 3 && parts.iter().all(short) && parts.iter().filter(|p| is_known(p)).count() >= 2
}

/// `12 comments`, `286 shares`.
fn is_count_of(plain: &str) -> bool {
    let Some((number, what)) = plain.split_once(' ') else { return false };
    let is_number = number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | 'k'));
    is_number
        && matches!(
            what,
            "comments" | "comment" | "shares" | "likes" | "replies" | "min read" | "minute read"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_pages_are_known() {
        for line in [
            "Advertisement",
            "ADVERTISEMENT",
            "Skip to main content",
            "Share this article",
            "Read more: Other news of today",
            "Home | World | Politics",
            "World / Business / Sport",
            "12 Comments",
            "5 min read",
            "We use cookies to be nice.",
            "Sign up for our newsletter",
            "» View comments",
        ] {
            assert_eq!(known(line), Some(Known::Surely), "{line}");
        }
        for line in ["Home", "Share", "World", "Print", "• Search"] {
            assert_eq!(known(line), Some(Known::Maybe), "{line}");
        }
        for line in [
            "Homecoming",
            "They left on Monday.",
            "Q: And then?",
            "Share the bread",
            "To be / or not / to be",
            "",
            "2020",
            "Mary | 3 | 4",
            "Follow us?",
            "“Sign up for what",
            "By continuing to bomb the city, they lose.",
        ] {
            assert_eq!(known(line), None, "{line}");
        }
        assert!(begins_comments("Comments (12)") && begins_comments("12 Comments"));
        assert!(!begins_comments("Comments on the vote"));
    }
}
