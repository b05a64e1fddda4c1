//! The program of the page that opens any article.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        dateline::browser::dom::fail(&panic.to_string());
    }));
    dateline::studio::start();
}
