//! Compiles a crate's `locales/{zh,en}/*.ftl` into typed functions. Shared by every crate that has words.
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

pub fn main() -> std::process::ExitCode {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    build_from_locales_folder(
        BuildOptions::default()
            .with_default_language("zh")
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation()
            .with_output_file_path(&format!("{out}/l10n.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/l10n.ftl"))),
    )
}
