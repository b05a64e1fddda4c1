//! Builds, serves and tests Dateline: `cargo xtask COMMAND`.

mod paths;
mod shots;

use pico_args::Arguments;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  shots    takes pictures of the page
             --site DIR       a built site (default: dist)
             --out DIR        where the pictures go (default: target/shots)
             --at FRAGMENT    opens this link, such as '#ali-khamenei'
             --click CSS      clicks this first; may be given several times
             --hover CSS      then rests the pointer on this
             --press KEY      then presses this key; may be given several times
             --size WxH       one size instead of 1280x800 and 360x740
             --dark --print --forced-colors --touch --no-script --full
             --name NAME      begins the file names
";

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let outcome = match arguments.subcommand() {
        Ok(Some(command)) if command == "shots" => shots::run(arguments),
        _ => {
            print!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
