//! Small lists of words that tell what stands beside them.

use crate::analyst::text::hash_word;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists, each with the bit that says "this word is in it".
const LISTS: [(u32, &str); 16] = [
    (
        ORG_HEAD,
        "corporation corp company ministry department agency authority party university \
college institute bank group committee commission council association federation union \
organization organisation foundation society army navy force forces guard police court \
parliament senate congress assembly house office bureau administration service services \
center centre board club team united league press news times post journal tribune herald \
gazette television tv radio network broadcasting airlines airways motors industries \
international holdings systems technologies electric oil gas energy telecom hospital school \
academy museum church trust fund alliance coalition front movement brigade brigades militia \
command corps division regiment secretariat chamber exchange studios records pictures \
entertainment pharmaceuticals insurance securities capital partners partnership ventures \
brothers sons associates laboratories labs initiative programme program project campaign \
tribunal taskforce directorate inspectorate cabinet government treasury cooperative \
confederation congregation diocese conference consortium enterprise enterprises fc cf afc sc \
city athletic rovers wanderers albion hotspur watch nations reserve democrats republicans \
conservatives liberals greens socialists communists labour",
    ),
    (
        ORG_TAIL,
        "inc inc. ltd ltd. llc plc corp corp. co co. gmbh ag sa s.a. nv n.v. bv pty spa \
s.p.a. ab oy as asa kk sarl llp lp",
    ),
    (
        PLACE_HEAD,
        "river lake sea ocean mountain mountains mount mt mt. valley desert island \
islands province county district region state city town village street st. st avenue ave. road \
rd. boulevard square park bridge airport airbase station port harbor harbour bay gulf cape \
coast peninsula canal strait straits beach hill hills forest border territory territories \
republic kingdom emirate prefecture municipality borough governorate oblast plaza hall stadium \
arena palace castle tower temple mosque cathedral cemetery prison camp base plant dam highway \
north south east west northern southern eastern western central upper lower new old fort san \
santa saint los las el port great greater isle isles delta plateau basin reef creek falls \
springs heights gardens terminal",
    ),
    (
        TITLE,
        "mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord dame prof prof. professor president \
minister premier chancellor secretary senator sen. sen rep. representative congressman \
congresswoman governor gov. gov mayor judge justice general gen. gen lieutenant lt. lt colonel \
col. col major maj. captain capt. sergeant sgt. sgt corporal private admiral adm. commander \
cmdr. marshal brig. brigadier chief king queen prince princess emperor sultan emir sheikh shaikh \
shaykh imam ayatollah mullah rabbi pope cardinal archbishop bishop father reverend rev. rev \
sister brother ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman \
chair ceo coach manager attorney lawyer prosecutor leader pm mp deputy vice detective inspector \
officer constable superintendent sheriff hon. hon baroness baron count duke duchess comrade \
uncle aunt actor actress singer author writer director striker midfielder defender goalkeeper \
captain economist analyst professor scientist dissident activist journalist correspondent \
candidate lawmaker opponent counterpart rival hostage militant commander founder veteran \
tsar councillor cllr nurse firefighter teacher student driver pilot",
    ),
    (
        SPEECH,
        "said says say saying told tells added adds stated states announced explained noted \
argued claimed warned asked replied wrote writes insisted admitted acknowledged confirmed denied \
declared commented tweeted recalled suggested pointed stressed emphasized emphasised described \
called according reported believes thinks thought predicted urged vowed pledged testified joked \
continued concluded responded revealed remarked agreed accused complained",
    ),
    (
        DATE,
        "january february march april may june july august september october november december \
jan. feb. mar. apr. aug. sept. oct. nov. dec. monday tuesday wednesday thursday friday saturday \
sunday christmas easter ramadan",
    ),
    (
        IN,
        "in at near from to across outside inside around throughout within via towards toward \
between into off downtown central northern southern eastern western northeastern northwestern \
southeastern southwestern north south east west",
    ),
    (OF, "of for and the & on to de du des la le della di do da"),
    (
        PARTICLE,
        "al el bin ibn abu abd abdul abdel abdal ul de da di del della der den van von ten \
ter la le du dos das san st st. mac mc o ben bint haj umm e y",
    ),
    (
        ROLE,
        "spokesman spokeswoman spokesperson minister president chairman director secretary \
leader head chief executive ceo founder coach captain member manager analyst editor professor \
lawyer attorney ambassador governor mayor commander officer official owner player striker \
candidate author star actor actress wife husband son daughter father mother brother sister \
widow colleague friend aide adviser advisor economist researcher scientist who he she his her",
    ),
    (
        GROUP,
        "party company group team club bank firm agency newspaper magazine network channel \
website organization organisation movement union airline giant maker manufacturer retailer \
subsidiary shares stock officials spokesman spokeswoman executives employees members fans \
players supporters militants fighters rebels lawmakers leadership faction board headquarters \
website app users chief ceo chairman",
    ),
    (
        TOWN,
        "city town village district province region area county state capital neighborhood \
neighbourhood border suburb island port airport street coast valley river mountains resident \
residents refugee refugees camp prison hospital stadium park square bridge",
    ),
    (
        THING,
        "act bill treaty agreement accord award prize cup championship games olympics war \
day week festival book film movie song album series show report code law constitution virus \
disease syndrome airbus boeing missile aircraft language god bible quran koran internet web \
summit convention protocol amendment tournament trophy medal open grand prix world",
    ),
    (
        LEAGUE,
        "beat defeated vs v versus against defeat win won lost match game season league \
points goal goals side squad",
    ),
    (
        FAMILY,
        "wife husband son daughter father mother brother sister aged born married named \
called nicknamed",
    ),
    (
        COMPASS,
        "north south east west northern southern eastern western central middle \
north-east north-west south-east south-west",
    ),
];

/// Organisation head words.
pub const ORG_HEAD: u32 = 1;
/// Legal forms of companies.
pub const ORG_TAIL: u32 = 1 << 1;
/// Words for places that are part of their names.
pub const PLACE_HEAD: u32 = 1 << 2;
/// Titles, ranks, roles before a name.
pub const TITLE: u32 = 1 << 3;
/// Verbs of speech.
pub const SPEECH: u32 = 1 << 4;
/// Months and weekdays.
pub const DATE: u32 = 1 << 5;
/// Words before a place.
pub const IN: u32 = 1 << 6;
/// Words inside long names.
pub const OF: u32 = 1 << 7;
/// Particles of people's names.
pub const PARTICLE: u32 = 1 << 8;
/// Words for people beside a name.
pub const ROLE: u32 = 1 << 9;
/// Words for groups beside a name.
pub const GROUP: u32 = 1 << 10;
/// Words for places beside a name.
pub const TOWN: u32 = 1 << 11;
/// Heads of names that are no person, organisation or place.
pub const THING: u32 = 1 << 12;
/// Words of sport.
pub const LEAGUE: u32 = 1 << 13;
/// Words of family.
pub const FAMILY: u32 = 1 << 14;
/// Directions.
pub const COMPASS: u32 = 1 << 15;

/// The lists in which the word with this hash is.
pub fn lists_of(hash: u64) -> u32 {
    static TABLE: OnceLock<HashMap<u64, u32>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for (bit, words) in LISTS {
            for word in words.split_ascii_whitespace() {
                *table.entry(hash_word(word)).or_default() |= bit;
            }
        }
        table
    });
    table.get(&hash).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_in_several_lists() {
        let lists = lists_of(hash_word("President"));
        assert_eq!(lists & (TITLE | ROLE), TITLE | ROLE);
        assert_eq!(lists_of(hash_word("xyzzy")), 0);
    }
}
