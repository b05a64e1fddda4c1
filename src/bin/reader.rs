//! The page's program.

fn main() {
    dateline::page::start();
}
