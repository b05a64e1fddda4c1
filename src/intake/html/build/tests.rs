use super::super::tree::Step;
use super::*;
use proptest::prelude::*;

/// The tree in short: `p(words b(more))`.
fn shape(html: &str) -> String {
    let tree = build(html);
    let mut out = String::new();
    for step in tree.walk(Tree::ROOT).skip(1) {
        match step {
            Step::Enter(id) => match &tree.node(id).text {
                Some(text) => out.push_str(text),
                None => {
                    out.push_str(tree.tag(id));
                    out.push('(');
                }
            },
            Step::Leave(_) => out.push(')'),
        }
    }
    out.pop();
    out
}

#[test]
fn as_browsers_do() {
    for (html, tree) in [
        ("<p>a<p>b<div>c</p>d</div>", "p(a)p(b)div(cp()d)"),
        ("<ul><li>a<ul><li>b</ul>c<li>d</ul>e", "ul(li(aul(li(b))c)li(d))e"),
        (
            "<table><tr><td>a<td><p>b</td></p><tr><th>c</table>d",
            "table(tr(td(a)td(p(b))p())tr(th(c)))d",
        ),
        ("<h1>a<h2>b</h3>c", "h1(a)h2(b)c"),
        ("<b><p>a</b>b</p>c", "b()p(ab)c"),
        ("<b><i><div>a</b>b</div>c", "b(i())div(ab)c"),
        ("<a href=x>a<a href=y>b</a>c", "a(a)a(b)c"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a)dd(b)dt(c))"),
        ("<head><title>a &amp; <b></title><p>x", "head(title(a & <b>))p(x)"),
        ("<script>a<p></script>b<style><b></style>", "script(a<p>)bstyle(<b>)"),
        ("a<br/>b<hr>c<img src=x>d</br>", "abr()bhr()cimg()dbr()"),
        ("<x-a><p>a</x-a>b<x-b>c</x-a>d</x-b>e", "(p(a))b(cd)e"),
        ("</div></p></td>a", "p()a"),
        ("<div><table><tr><td></div>a</td></tr></table>b</div>c", "div(table(tr(td(a)))b)c"),
        ("<p><span><div>a</div></span></p>", "p(span())div(a)p()"),
        ("&lt;b&gt;&eacute;&#x2019;&notit;", "<b>é’¬it;"),
        ("<!-- a --><![CDATA[b]]>c<? d ?>e", "ce"),
    ] {
        assert_eq!(shape(html), tree, "{html}");
    }
}

proptest! {
    #[test]
    fn any_soup_is_a_tree_with_all_words(
        parts in proptest::collection::vec("</?(p|b|a|i|div|table|tr|td|li|ul|svg|h1|x)>|[a-z]", 0..40)
    ) {
        let html = parts.concat();
        let tree = build(&html);
        let letters = parts.iter().filter(|part| part.len() == 1).count();
        prop_assert_eq!(tree.words(Tree::ROOT).chars().count(), letters);
    }
}
