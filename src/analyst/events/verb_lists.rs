//! The verbs that are known by name.

use super::verbs::bit::{AHEAD, DENY, MIND, QUALITY, SPEECH, STATE};

/// Base, past and participle, where they are not made with "-ed".
pub(super) const IRREGULAR: &[&str] = &[
    "become became become",
    "begin began begun",
    "bend bent bent",
    "bite bit bitten",
    "bleed bled bled",
    "blow blew blown",
    "break broke broken",
    "bring brought brought",
    "build built built",
    "burn burnt burnt",
    "buy bought bought",
    "catch caught caught",
    "choose chose chosen",
    "come came come",
    "cut cut cut",
    "deal dealt dealt",
    "dig dug dug",
    "draw drew drawn",
    "drink drank drunk",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feed fed fed",
    "fight fought fought",
    "find found found",
    "flee fled fled",
    "fly flew flown",
    "forbid forbade forbidden",
    "forget forgot forgotten",
    "freeze froze frozen",
    "get got gotten",
    "give gave given",
    "go went gone",
    "grow grew grown",
    "hang hung hung",
    "hide hid hidden",
    "hit hit hit",
    "hold held held",
    "hurt hurt hurt",
    "keep kept kept",
    "lay laid laid",
    "lead led led",
    "leave left left",
    "lend lent lent",
    "light lit lit",
    "lose lost lost",
    "make made made",
    "meet met met",
    "overthrow overthrew overthrown",
    "overtake overtook overtaken",
    "pay paid paid",
    "put put put",
    "quit quit quit",
    "ride rode ridden",
    "ring rang rung",
    "rise rose risen",
    "run ran run",
    "seek sought sought",
    "sell sold sold",
    "send sent sent",
    "set set set",
    "shake shook shaken",
    "shoot shot shot",
    "shrink shrank shrunk",
    "shut shut shut",
    "sing sang sung",
    "sink sank sunk",
    "sit sat sat",
    "slide slid slid",
    "spend spent spent",
    "split split split",
    "spread spread spread",
    "spring sprang sprung",
    "steal stole stolen",
    "strike struck struck",
    "sweep swept swept",
    "swing swung swung",
    "take took taken",
    "teach taught taught",
    "tear tore torn",
    "throw threw thrown",
    "undergo underwent undergone",
    "wear wore worn",
    "win won won",
    "withdraw withdrew withdrawn",
    "undertake undertook undertaken",
    "withhold withheld withheld",
    "uphold upheld upheld",
    "rebuild rebuilt rebuilt",
    "retake retook retaken",
    "arise arose arisen",
    "beat beat beaten",
    "bid bid bid",
];

/// Irregular verbs of kinds.
pub(super) const KINDS_IRREGULAR: &[(&str, u32)] = &[
    ("say said said", SPEECH),
    ("tell told told", SPEECH),
    ("write wrote written", SPEECH),
    ("swear swore sworn", SPEECH),
    ("speak spoke spoken", SPEECH),
    ("think thought thought", MIND),
    ("feel felt felt", MIND),
    ("know knew known", MIND | STATE),
    ("see saw seen", MIND),
    ("hear heard heard", MIND),
    ("understand understood understood", MIND | STATE),
    ("mean meant meant", STATE),
    ("stand stood stood", STATE),
    ("lie lay lain", STATE),
    ("cost cost cost", STATE),
    ("foresee foresaw foreseen", MIND),
];

/// Regular verbs of kinds, by their base.
pub(super) const KINDS: &[(&str, u32)] = &[
    (
        "announce add ask state explain note argue claim warn reply insist admit acknowledge \
         confirm declare comment tweet recall suggest stress emphasize emphasise urge vow testify \
         joke conclude respond reveal remark accuse complain predict report concede counter \
         demand assert maintain reiterate reaffirm caution proclaim express advise call describe \
         condemn criticize criticise denounce praise assure promise pledge inform mention \
         contend affirm signal disclose recommend",
        SPEECH,
    ),
    ("deny refute dismiss", SPEECH | DENY),
    (
        "believe consider hope fear assume doubt wonder perceive regard suspect realize realise \
         recognize recognise view estimate imagine suppose feel",
        MIND | STATE,
    ),
    (
        "seem appear remain want need like love hate own belong contain consist include involve \
         support depend exist live reside resemble represent require deserve matter concern equal \
         lack possess prefer tend relate differ comprise face enjoy aim mark reflect constitute \
         total amount act serve continue prove indicate show imperil weigh measure sound look \
         last border feature boast number employ range stem focus question relate surround \
         specialize specialise prohibit ensure explore",
        STATE,
    ),
    (
        "plan intend expect schedule propose hope agree decide prepare aim threaten offer \
         vow pledge promise",
        AHEAD,
    ),
    // too short to be told by their ending
    ("die use vie tie eye axe end aid", 0),
    (
        "mislead surprise disturb alarm encourage disappoint excite shock miss challenge outstand \
         thrill fascinate worry lack frighten tempt demand",
        QUALITY,
    ),
    (
        "base locate know populate comprise compose call name concern interest worry relate \
         involve divide need require design situate entitle suppose oppose unite associate \
         complicate justify skew qualify engage surprise dedicate back equip own cover \
         consider regard allow limit title mean",
        QUALITY,
    ),
];

/// Words in "-ed" that are no verbs, or hardly ever finite.
pub(super) const NO_VERBS: &str = " hundred indeed speed need sacred naked wicked rugged aged embed exceed \
proceed succeed breed shed seed weed greed creed feed bleed heed deed armed so-called alleged \
unprecedented united unexpected unarmed wretched beloved gifted talented limited advanced \
experienced unidentified undisclosed unnamed related supposed crowded retired masked licensed \
prolonged unwelcomed biased sophisticated given based bed red sled ";
