//! Countries and great bodies under their several names.

/// Each line: the usual name, then what else means it; adjectives and people behind a bar.
const COUNTRIES: &str = "\
united states,us,usa,america,united states of america,the states,u s,u s a|american,americans,yankee,yankees
united kingdom,uk,britain,great britain,u k|british,briton,britons,brits
england|english,englishman,englishmen
scotland|scottish,scot,scots,scotsman
wales|welsh,welshman
northern ireland|northern irish
ireland,republic of ireland|irish,irishman
france|french,frenchman,frenchmen
germany|german,germans
italy|italian,italians
spain|spanish,spaniard,spaniards
portugal|portuguese
netherlands,holland|dutch,dutchman
belgium|belgian,belgians
austria|austrian,austrians
switzerland|swiss
greece|greek,greeks
cyprus|cypriot,cypriots
malta|maltese
denmark|danish,dane,danes
sweden|swedish,swede,swedes
norway|norwegian,norwegians
finland|finnish,finn,finns
iceland|icelandic
poland|polish,pole,poles
czech republic,czechia|czech,czechs
slovakia|slovak,slovaks
hungary|hungarian,hungarians
romania|romanian,romanians
bulgaria|bulgarian,bulgarians
albania|albanian,albanians
serbia|serbian,serb,serbs
croatia|croatian,croat,croats
bosnia,bosnia and herzegovina,bosnia herzegovina|bosnian,bosnians
slovenia|slovenian,slovenians
kosovo|kosovar,kosovars
montenegro|montenegrin
macedonia,north macedonia|macedonian,macedonians
russia,russian federation|russian,russians
soviet union,ussr|soviet,soviets
ukraine|ukrainian,ukrainians
belarus|belarusian,belarusians
moldova|moldovan
georgia|georgian,georgians
armenia|armenian,armenians
azerbaijan|azerbaijani,azeri,azeris
lithuania|lithuanian,lithuanians
latvia|latvian,latvians
estonia|estonian,estonians
turkey|turkish,turk,turks
iran,islamic republic of iran|iranian,iranians
iraq|iraqi,iraqis
syria|syrian,syrians
lebanon|lebanese
israel|israeli,israelis
palestine,palestinian territories|palestinian,palestinians
gaza,gaza strip|gazan,gazans
jordan|jordanian,jordanians
egypt|egyptian,egyptians
saudi arabia,kingdom of saudi arabia|saudi,saudis,saudi arabian
united arab emirates,uae,u a e|emirati,emiratis
qatar|qatari,qataris
kuwait|kuwaiti,kuwaitis
bahrain|bahraini
oman|omani
yemen|yemeni,yemenis
afghanistan|afghan,afghans
pakistan|pakistani,pakistanis
india|indian,indians
bangladesh|bangladeshi,bangladeshis
sri lanka|sri lankan,sri lankans
nepal|nepali,nepalese
myanmar,burma|burmese
china,people's republic of china|chinese
taiwan|taiwanese
hong kong|hong konger,hong kongers
japan|japanese
north korea,dprk|north korean,north koreans
south korea,republic of korea|south korean,south koreans
mongolia|mongolian
vietnam|vietnamese
cambodia|cambodian
laos|laotian
thailand|thai,thais
malaysia|malaysian,malaysians
singapore|singaporean
indonesia|indonesian,indonesians
philippines|philippine,filipino,filipinos,filipina
east timor,timor leste|timorese
australia|australian,australians,aussie,aussies
new zealand|new zealander,new zealanders
papua new guinea|
kazakhstan|kazakh
uzbekistan|uzbek
kyrgyzstan|kyrgyz
tajikistan|tajik
turkmenistan|turkmen
canada|canadian,canadians
mexico|mexican,mexicans
cuba|cuban,cubans
haiti|haitian,haitians
jamaica|jamaican
dominican republic|dominican
guatemala|guatemalan
honduras|honduran,hondurans
el salvador|salvadoran
nicaragua|nicaraguan
costa rica|costa rican
panama|panamanian
colombia|colombian,colombians
venezuela|venezuelan,venezuelans
ecuador|ecuadorian
peru|peruvian,peruvians
bolivia|bolivian
brazil|brazilian,brazilians
chile|chilean,chileans
argentina|argentine,argentinian,argentines
uruguay|uruguayan
paraguay|paraguayan
morocco|moroccan,moroccans
algeria|algerian,algerians
tunisia|tunisian,tunisians
libya|libyan,libyans
sudan|sudanese
south sudan|south sudanese
ethiopia|ethiopian,ethiopians
eritrea|eritrean,eritreans
somalia|somali,somalis
kenya|kenyan,kenyans
uganda|ugandan,ugandans
tanzania|tanzanian
rwanda|rwandan,rwandans
burundi|burundian
congo,democratic republic of congo,democratic republic of the congo,dr congo,drc|congolese
nigeria|nigerian,nigerians
ghana|ghanaian,ghanaians
senegal|senegalese
mali|malian
niger|nigerien
chad|chadian
cameroon|cameroonian
ivory coast,cote d'ivoire|ivorian
liberia|liberian
sierra leone|sierra leonean
guinea|guinean
gambia|gambian
south africa|south african,south africans
zimbabwe|zimbabwean,zimbabweans
zambia|zambian
malawi|malawian
mozambique|mozambican
angola|angolan
namibia|namibian
botswana|
madagascar|malagasy
europe|european,europeans
africa|african,africans
asia|asian,asians
middle east,mideast|middle eastern
latin america|latin american
european union,eu,e u|
united nations,un,u n|
world health organization,who|
international monetary fund,imf|
north atlantic treaty organization,nato|
washington d c,washington dc,district of columbia,d c|
kyiv,kiev|
mumbai,bombay|
beijing,peking|
yangon,rangoon|
islamic state,isis,isil,daesh,is,islamic state group,islamic state of iraq and syria|
al qaeda,al qaida,alqaeda|
federal bureau of investigation,fbi|
central intelligence agency,cia|
republican party,gop,republicans|
democratic party,democrats|
labour party,labour|
conservative party,conservatives,tories,tory|
taliban,taleban|
hezbollah,hizbollah,hezbullah,hizbullah|
";

use std::collections::HashMap;
use std::sync::OnceLock;

/// The usual name for a normal form, if another one is usual.
pub fn usual(normal: &str) -> Option<&'static str> {
    static TABLE: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for line in COUNTRIES.lines() {
            let mut names = line.split(['|', ',']).filter(|name| !name.is_empty());
            let Some(usual) = names.next() else { continue };
            table.insert(usual, usual);
            for name in names {
                table.insert(name, usual);
            }
        }
        table
    });
    table.get(normal).copied()
}

/// The country for a word such as "Iraqi", in any case.
pub fn country_of(demonym: &str) -> Option<&'static str> {
    usual(&demonym.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_names() {
        assert_eq!(usual("u s"), Some("united states"));
        assert_eq!(country_of("Yankee"), Some("united states"));
        assert_eq!(usual("baghdad"), None);
    }
}
