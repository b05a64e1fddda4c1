//! The page's program.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        dateline::browser::dom::fail(&panic.to_string());
    }));
    dateline::page::start();
}
