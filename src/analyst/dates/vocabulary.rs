//! The words of time, and those that tell how a clause looks: plain lists.
//!
//! A dash keeps a place free.

use super::unit::{Modifier, Unit};

pub(super) const MONTHS: &str =
    "january february march april may june july august september october november december";
pub(super) const SHORT_MONTHS: &str = "jan feb mar apr - jun jul aug sep oct nov dec";
pub(super) const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
pub(super) const SHORT_WEEKDAYS: &str = "mon tue wed thu fri sat sun";
pub(super) const UNITS: &str =
    "second minute hour day weekend week fortnight month quarter season year decade century";
pub(super) const PLURAL_UNITS: &str = "seconds minutes hours days weekends weeks fortnights months quarters seasons years decades \
centuries";
pub(super) const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
fifteen sixteen seventeen eighteen nineteen";
pub(super) const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
pub(super) const ORDINALS: &str = "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
pub(super) const DECADES: &str =
    "- - twenties thirties forties fifties sixties seventies eighties nineties";
pub(super) const PARTS: [&str; 6] = [
    "morning mornings",
    "midday",
    "afternoon afternoons",
    "evening evenings",
    "night nights nighttime",
    "daytime",
];
/// Zones and their minutes east of Greenwich.
pub(super) const ZONES: [(&str, i16); 24] = [
    ("utc", 0),
    ("gmt", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("ist", 330),
    ("jst", 540),
    ("hkt", 480),
    ("sgt", 480),
    ("msk", 180),
    ("aest", 600),
    ("aedt", 660),
    ("wib", 420),
    ("nzst", 720),
];
pub(super) const ZONES_US: &str = "et ct mt pt";
/// How often something comes back.
pub(super) const EVERY: [(&str, Unit); 12] = [
    ("hourly", Unit::Hour),
    ("daily", Unit::Day),
    ("nightly", Unit::Day),
    ("weekly", Unit::Week),
    ("biweekly", Unit::Fortnight),
    ("fortnightly", Unit::Fortnight),
    ("monthly", Unit::Month),
    ("quarterly", Unit::Quarter),
    ("yearly", Unit::Year),
    ("annual", Unit::Year),
    ("annually", Unit::Year),
    ("everyday", Unit::Day),
];
pub(super) const VAGUE: &str =
    "several few some many couple dozens numerous countless various hundreds thousands";
pub(super) const PAST: &str = "said told was were had did began became came went took made got gave found saw fell rose \
grew led lost won met left held kept sent built bought sold paid spent ran hit put cut set \
shot struck broke spoke wrote drove flew knew threw drew chose froze stole wore swore tore \
won heard felt thought brought sought taught caught fought stood understood lay slid sank \
shrank sprang swung hung stuck dug fled shed spread beat bid quit shut split sued died ended \
dropped gained reached signed posted reported announced killed ordered ousted";
pub(super) const SPEECH: &str = "said told announced reported says tells reports announces added warned confirmed declared \
stated insisted argued claimed denied testified";
pub(super) const PRESENT: &str = "is are has have does do am 's 're 've says say remains continues wants needs reports \
announces tells plans thinks believes knows see sees makes faces lives";
pub(super) const FUTURE: &str = "will shall would 'll wo may might could should must";
pub(super) const AHEAD: &str = "scheduled due planned plans plan planning expected expects expect slated set postponed \
delayed until upcoming begins starts opens intends intend aims hopes hope hoped proposed \
proposes deadline expires tentatively headed promises promised predicts predicted forecast \
projected anticipates anticipated likely pending targeted plans going ahead ready able begin \
takes prepares preparing poised intended intends agrees agreed vowed \
meets resumes reopens reconvenes";
pub(super) const CLAUSE: &str = "that which who whom whose when where while because although though but after before since \
until if as and";
pub(super) const COUNTED: &str = "people men women soldiers troops workers employees jobs points votes miles kilometers \
kilometres km meters metres feet pounds dollars cents shares tons tonnes million billion \
trillion thousand hundred percent students children members seats rooms cars planes units \
copies deaths dead wounded others homes houses families residents passengers cases barrels \
acres hectares companies stores cities countries calls rpm megawatts mw kw pages words euros \
yen marks francs rubles lbs kg mph kmh square cubic volts watts yards inches degrees rounds \
missiles aircraft jets victims civilians refugees protesters demonstrators police officers \
voters delegates patients tests signatures supporters fans guests visitors prisoners inmates \
detainees";
pub(super) const TITLE: &str = "mr mrs ms dr gen sen rep gov col lt capt sgt maj prof st rev hon cmdr adm brig inc corp co \
ltd vs no u s d c jr sr etc";

/// Where in a stretch; the value counts [`super::unit::Modifier`]s.
pub(super) const EDGES: [(&str, Modifier); 5] = [
    ("early", Modifier::Start),
    ("earlier", Modifier::Before),
    ("mid", Modifier::Mid),
    ("late", Modifier::End),
    ("later", Modifier::After),
];

/// What makes an amount vague.
pub(super) const FUZZ: [(&str, Modifier); 11] = [
    ("about", Modifier::Approx),
    ("around", Modifier::Approx),
    ("approximately", Modifier::Approx),
    ("roughly", Modifier::Approx),
    ("nearly", Modifier::LessThan),
    ("almost", Modifier::LessThan),
    ("under", Modifier::LessThan),
    ("over", Modifier::MoreThan),
    ("more", Modifier::MoreThan),
    ("less", Modifier::LessThan),
    ("least", Modifier::EqualOrMore),
];
