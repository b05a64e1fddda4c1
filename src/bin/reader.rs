//! The page's program.

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        dateline::browser::dom::fail(&panic.to_string());
    }));
    dateline::page::start();
}
