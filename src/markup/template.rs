//! A page with places to fill.

/// Fills the `{{places}}` of a template. What is filled in is not looked at again, so an
/// article that contains `{{title}}` stays as it is.
pub fn fill(template: &str, value: &dyn Fn(&str) -> String) -> String {
    let mut html = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{")
        && let Some((place, behind)) = after.split_once("}}")
    {
        html.push_str(before);
        html.push_str(&value(place));
        rest = behind;
    }
    html.push_str(rest);
    html
}

/// JSON that can stand in a `<script>`: no tag or comment can begin in it.
pub fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let filled = fill("<a>{{title}}</a>{{x}}", &|p| match p {
            "title" => "{{x}}".into(),
            _ => "y".into(),
        });
        assert_eq!(filled, "<a>{{x}}</a>y");
        assert_eq!(fill("a {{x}} b {{ c", &|_| "y".into()), "a y b {{ c");
    }
}
