//! Compiles the words and makes sure that the scripts of others, which are not in the repository, are there.
#[path = "../../build/words.rs"]
mod words;

use std::{path::Path, process::ExitCode};

const VENDOR_FILES: [&str; 3] = [
    "vendor/htmx.min.js",
    "vendor/qr/decode.js",
    "vendor/qr/index.js",
];

fn main() -> ExitCode {
    for file in VENDOR_FILES {
        println!("cargo::rerun-if-changed={file}");
        if !Path::new(file).exists() {
            println!("cargo::error=crates/ui/{file} is missing: run `cargo xtask assets`");
            return ExitCode::FAILURE;
        }
    }
    words::main()
}
