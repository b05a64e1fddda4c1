use super::*;

fn found(source: &str) -> Vec<String> {
    let text = Text::read(source);
    let show = |f: &Figure| {
        let upper = f.upper.map_or(String::new(), |upper| format!("..{upper}"));
        format!("{}{}{upper} {}", f.sign.code(), f.value, f.unit)
    };
    read(&text, &[], &[]).iter().map(show).collect()
}

#[test]
fn numbers_with_what_they_count() {
    for (source, wanted) in [
        ("They fired more than a dozen ballistic missiles at us.", ">12 ballistic missiles"),
        ("The vote passed 173 to zero.", "=173..0 "),
        ("A deal of US$3.5bn was signed.", "=3500000000 US$"),
        ("He won two thirds of the votes.", "=0.6666666666666666 votes"),
        ("Prices rose 5% on Monday.", "=5 %"),
        ("Some 20,000 people came.", "≈20000 people"),
        ("It has twenty-five thousand members.", "=25000 members"),
        ("Hundreds of thousands of people fled.", ">=200000 people"),
        ("It cost $5 million to build.", "=5000000 $"),
        ("Between 5 and 7 percent agreed to it.", "=7 %"),
        ("At least 12 soldiers died.", ">=12 soldiers"),
        ("It takes 5-7 days.", "=5..7 days"),
        ("The plan passed by 5 to 2.", "=5..2 "),
        ("They won 3-1 at Leeds and drew 1–1 with Ashby.", "=3..1 |=1..1 "),
        ("It ended in a 2-5 defeat.", "=2..5 "),
        ("He won by 40 to 35 points.", "=40..35 points"),
        ("No casualties were reported.", "=0 casualties"),
        ("He left on January 10, 2020 at 5 p.m. in 2014.", ""),
        ("The 2003 invasion and Trump’s 2016 campaign promise.", ""),
        ("No one knows; this one day it ends.", ""),
        ("The page was changed at 06.00 BST and by 5.30 GMT.", ""),
        ("Shares fell to 212p in early trading.", "=212 p"),
        ("Half of the valley's mills had shut.", "=0.5 mills"),
    ] {
        let all = found(source).join("|");
        assert!(all.ends_with(wanted) && (all.is_empty() == wanted.is_empty()), "{source}: {all}");
    }
}

#[test]
fn both_numbers_are_shown() {
    for (source, wanted) in [
        ("Councillors backed it by 9–4.", "=9 “9” =4 “4”"),
        ("It takes 5-7 days.", ">=5 “5” <=7 “7”"),
        ("It takes 5 days.", "=5 “5”"),
    ] {
        let text = Text::read(source);
        let figure = &read(&text, &[], &[])[0];
        let parts: Vec<Part> = (0..figure.count()).map(|n| figure.part(n > 0)).collect();
        let show =
            |p: &Part| format!("{}{} “{}”", p.sign.code(), p.value, text.slice(p.number.clone()));
        assert_eq!(parts.iter().map(show).collect::<Vec<_>>().join(" "), wanted, "{source}");
    }
}

#[test]
fn a_date_is_not_counted() {
    let text = Text::read("It carried 10 people last year.");
    let mut taken = vec![false; text.tokens.len()];
    taken[4..6].fill(true);
    assert_eq!(read(&text, &[], &taken)[0].unit, "people");
}
