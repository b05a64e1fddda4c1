use super::*;

fn words(text: &str) -> Vec<&str> {
    tokens(text).iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
}

#[test]
fn names_stay_whole_and_compounds_come_apart() {
    for (text, wanted) in [
        ("Abdul-Mahdi met O'Brien’s al-Asad.", "Abdul-Mahdi|met|O'Brien|’s|al-Asad|."),
        ("the U.S.-led anti-US pro-U.S. men", "the|U.S.|-|led|anti|-|US|pro|-|U.S.|men"),
        ("Matthew H. Tueller, Brig. Gen. Seely III", "Matthew|H.|Tueller|,|Brig.|Gen.|Seely|III"),
        ("US$3.5bn or 5% of 1,200.", "US|$|3.5bn|or|5|%|of|1,200|."),
        ("“Don’t,” he said... No.", "“|Don’t|,|”|he|said|...|No|."),
        ("Israel-Hamas and US-China talks", "Israel|-|Hamas|and|US|-|China|talks"),
        ("AT&T, Gawker.com; end.Next", "AT&T|,|Gawker.com|;|end|.|Next"),
        ("the workers' party in the U.S.", "the|workers|'|party|in|the|U.S."),
        ("Seoul-based Bailey-Ross T-shirt", "Seoul|-|based|Bailey-Ross|T-shirt"),
    ] {
        assert_eq!(words(text).join("|"), wanted, "{text}");
    }
}

#[test]
fn scalars_are_counted() {
    let text = "😀 Zoë’s é";
    let found = tokens(text);
    let spans: Vec<(u32, u32)> = found.iter().map(|t| (t.at, t.scalars)).collect();
    assert_eq!(spans, [(0, 1), (2, 3), (5, 2), (8, 1)]);
}
