/// Brings in this crate's compiled words (`locales/{zh,en}/*.ftl`) as module `words`: one typed function per message,
/// `words::texts(lang).some_message()`. The crate needs `build = "../../build/words.rs"` and `fluent-typed`.
#[macro_export]
macro_rules! words {
    () => {
        pub mod words {
            //! This crate's own words, one typed function per message, in both languages.
            #![allow(
                dead_code,
                clippy::all,
                clippy::unwrap_used,
                reason = "generated from the .ftl files"
            )]
            use std::sync::LazyLock;

            include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
            pub use L10nLanguage as Texts;

            static ENGLISH: LazyLock<Texts> = LazyLock::new(|| L10n::En.load());
            static CHINESE: LazyLock<Texts> = LazyLock::new(|| L10n::Zh.load());

            pub fn texts(lang: $crate::Lang) -> &'static Texts {
                match lang {
                    $crate::Lang::En => &ENGLISH,
                    $crate::Lang::Zh => &CHINESE,
                }
            }
        }
    };
}
