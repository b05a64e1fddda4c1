//! The fields of a form, as HTML. What a field held is written beside it, to see what was changed.

use crate::article::Entity;
use crate::markup::escape::escape;
use crate::time;
use std::fmt::Write;

/// A line of words; `more` are attributes.
pub fn line(html: &mut String, says: &str, name: &str, value: &str, more: &str) {
    let value = escape(value);
    let _ = write!(
        html,
        "<label>{says}<input type=\"text\" name=\"{name}\" value=\"{value}\" \
         data-was=\"{value}\" autocomplete=\"off\"{more}></label>"
    );
}

/// A date is shown in words; what is typed is read again.
pub fn date(html: &mut String, says: &str, name: &str, edtf: Option<&str>) {
    let words = edtf.map(time::in_words);
    let more = " data-date placeholder=\"none; such as 8 January 2020, early May, 2019/2021\"";
    line(html, says, name, &words.unwrap_or_default(), more);
}

/// Words that may be long.
pub fn area(html: &mut String, says: &str, name: &str, value: &str) {
    let value = escape(value);
    let _ = write!(
        html,
        "<label>{says}<textarea name=\"{name}\" rows=\"2\" data-was=\"{value}\">{value}</textarea>\
         </label>"
    );
}

/// One of a few words.
pub fn select<T: PartialEq>(
    html: &mut String,
    says: &str,
    name: &str,
    choices: &[(T, &str)],
    chosen: T,
) {
    let was = choices.iter().find(|(value, _)| *value == chosen).map_or("", |(_, word)| word);
    let _ = write!(html, "<label>{says}<select name=\"{name}\" data-was=\"{was}\">");
    for (value, word) in choices {
        let selected = if *value == chosen { " selected" } else { "" };
        let _ = write!(html, "<option{selected}>{word}</option>");
    }
    html.push_str("</select></label>");
}

/// A choice among entities, by name.
pub fn choose<'a>(
    html: &mut String,
    says: &str,
    name: &str,
    none: &str,
    entities: impl Iterator<Item = &'a Entity>,
    chosen: Option<&str>,
) {
    let was = chosen.unwrap_or_default();
    let _ = write!(
        html,
        "<label>{says}<select name=\"{name}\" data-was=\"{}\"><option value=\"\">{}</option>",
        escape(was),
        escape(none)
    );
    let mut entities: Vec<&Entity> = entities.collect();
    entities.sort_by(|a, b| a.name.cmp(&b.name));
    for entity in entities {
        let selected = if entity.id.as_str() == was { " selected" } else { "" };
        let _ = write!(
            html,
            "<option value=\"{}\"{selected}>{}</option>",
            entity.id,
            escape(&entity.name)
        );
    }
    html.push_str("</select></label>");
}
