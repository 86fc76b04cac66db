//! Style sheets, scripts and pictures, carried inside the binary and named by their content.
//!
//! The style sheets are separate files to edit and one file to send. A name with the content's hash in it may be
//! kept by a browser for ever; whoever changes a file changes its name.
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap, fmt::Write, sync::LazyLock};

/// Where the assets live. [`get`] takes what follows.
pub const PREFIX: &str = "/assets/";

/// A file to send.
#[derive(Debug, Clone)]
pub struct Asset {
    pub bytes: &'static [u8],
    pub content_type: &'static str,
    /// Quoted, ready for an `ETag` header.
    pub etag: &'static str,
    /// Whether the path that was asked for named the content, so that it may be cached for ever.
    pub immutable: bool,
}

/// The file at `path`, which is what follows [`PREFIX`]: `app.css` or `app.0123456789ab.css`. A hash that is not the
/// file's own still finds it (a page from before an update), but is not to be cached for ever.
pub fn get(path: &str) -> Option<Asset> {
    let (name, hash) = split(path);
    let file = FILES.get(name.as_ref())?;
    if hash.is_none() && !FILES.contains_key(path) {
        return None;
    }
    Some(Asset {
        bytes: &file.bytes,
        content_type: file.content_type,
        etag: &file.etag,
        immutable: hash == Some(file.hash.as_str()),
    })
}

/// The URL of an asset, with its content's hash: `/assets/app.0123456789ab.css`.
///
/// # Panics
/// When there is no such asset: names are written in code, and a test asks for each of them.
pub fn url(name: &str) -> String {
    let file = FILES
        .get(name)
        .unwrap_or_else(|| panic!("there is no asset named {name}"));
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{PREFIX}{stem}.{}.{extension}", file.hash),
        None => format!("{PREFIX}{name}"),
    }
}

/// The service worker, to be served at `/sw.js` so that it sees every page. Whatever asset changes, it changes too: by
/// that browsers know that there is something new.
pub fn service_worker() -> &'static [u8] {
    &SERVICE_WORKER
}

/// What a kept page needs to look and work as ever.
const SHELL: [&str; 6] = [
    STYLE_SHEET,
    "htmx.min.js",
    "outbox.js",
    "offline.js",
    "app.js",
    "favicon.svg",
];

static SERVICE_WORKER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut all = Sha256::new();
    for file in FILES.values() {
        all.update(&file.hash);
    }
    let version = hash_of(&all.finalize());
    let shell = SHELL.map(|name| format!("'{}'", url(name))).join(", ");
    let mut text = format!(
        "const VERSION = '{version}';\nconst SHELL = [{shell}];\nimportScripts('{}');\n",
        url("outbox.js")
    );
    text += &String::from_utf8_lossy(&FILES["worker.js"].bytes);
    text.into_bytes()
});

const HASH_CHARS: usize = 12;
const STYLE_SHEET: &str = "app.css";

/// In this order: later sheets build on earlier ones.
const STYLE_SHEETS: [&str; 20] = [
    "css/tokens.css",
    "css/base.css",
    "css/shell.css",
    "css/shell-narrow.css",
    "css/page.css",
    "css/marks.css",
    "css/components.css",
    "css/narrow.css",
    "css/sheet-frame.css",
    "css/cards.css",
    "css/seals.css",
    "css/tables.css",
    "css/matrix.css",
    "css/forms.css",
    "css/attachments.css",
    "css/outbox.css",
    "css/charts.css",
    "css/sheet.css",
    "css/editor.css",
    "css/print.css",
];

#[derive(RustEmbed)]
#[folder = "assets"]
struct Own;

#[derive(RustEmbed)]
#[folder = "vendor"]
struct Vendor;

struct File {
    bytes: Cow<'static, [u8]>,
    content_type: &'static str,
    hash: String,
    etag: String,
}

static FILES: LazyLock<BTreeMap<String, File>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    let mut css = Vec::new();
    for sheet in STYLE_SHEETS {
        let file = Own::get(sheet).expect("every listed style sheet is in the assets folder");
        css.extend_from_slice(&file.data);
    }
    files.insert(STYLE_SHEET.to_owned(), file(STYLE_SHEET, css.into()));
    for name in Own::iter().filter(|name| !name.starts_with("css/")) {
        let data = Own::get(&name).expect("a listed file exists").data;
        files.insert(name.to_string(), file(&name, data));
    }
    for name in Vendor::iter() {
        let data = Vendor::get(&name).expect("a listed file exists").data;
        files.insert(name.to_string(), file(&name, data));
    }
    files
});

fn file(name: &str, bytes: Cow<'static, [u8]>) -> File {
    let hash = hash_of(&Sha256::digest(&bytes));
    let etag = format!("\"{hash}\"");
    File {
        bytes,
        content_type: content_type(name),
        hash,
        etag,
    }
}

fn hash_of(digest: &[u8]) -> String {
    let mut hash = String::with_capacity(HASH_CHARS);
    for byte in &digest[..HASH_CHARS / 2] {
        write!(hash, "{byte:02x}").expect("writing to a string cannot fail");
    }
    hash
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// `app.0123456789ab.css` is `app.css` with a hash; `app.css` has none.
fn split(path: &str) -> (Cow<'_, str>, Option<&str>) {
    let parts = path.rsplit_once('.').and_then(|(rest, extension)| {
        let (stem, hash) = rest.rsplit_once('.')?;
        let is_hash = hash.len() == HASH_CHARS && hash.bytes().all(|b| b.is_ascii_hexdigit());
        is_hash.then_some((stem, hash, extension))
    });
    match parts {
        Some((stem, hash, extension)) => (Cow::Owned(format!("{stem}.{extension}")), Some(hash)),
        None => (Cow::Borrowed(path), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{PREFIX, get, service_worker, url};

    #[test]
    fn an_asset_is_found_by_the_url_that_pages_carry_and_may_then_be_kept_for_ever() {
        for name in ["app.css", "app.js", "htmx.min.js", "favicon.svg"] {
            let url = url(name);
            let asset = get(url.strip_prefix(PREFIX).unwrap()).unwrap();
            assert!(asset.immutable, "{url}");
            assert!(!asset.bytes.is_empty(), "{url}");
        }
    }

    #[test]
    fn a_page_from_before_an_update_still_gets_its_style_but_does_not_keep_it() {
        let asset = get("app.000000000000.css").unwrap();
        assert!(!asset.immutable);
        assert_eq!(asset.content_type, "text/css; charset=utf-8");
    }

    #[test]
    fn nothing_outside_the_assets_can_be_asked_for() {
        for path in [
            "../Cargo.toml",
            "css/../../Cargo.toml",
            "",
            "nothing.js",
            "css/base.css",
        ] {
            assert!(get(path).is_none(), "{path}");
        }
    }

    #[test]
    fn no_style_or_script_asks_an_outside_address_for_anything() {
        for name in ["app.css", "app.js", "outbox.js", "offline.js", "worker.js"] {
            let text = String::from_utf8_lossy(get(name).unwrap().bytes).into_owned();
            assert!(
                !text.contains("http://") && !text.contains("https://"),
                "{name}"
            );
            assert!(!text.contains("@import"), "{name}");
        }
    }

    #[test]
    fn the_first_visit_costs_less_script_than_the_limit() {
        let script = get("app.js").unwrap().bytes.len() + get("htmx.min.js").unwrap().bytes.len();
        assert!(script < 60_000, "{script} bytes");
    }
    #[test]
    fn working_without_network_costs_a_third_of_that() {
        let bytes = |name: &str| get(name).unwrap().bytes.len();
        let script = bytes("outbox.js") + bytes("offline.js") + service_worker().len();
        assert!(script < 24_000, "{script} bytes");
    }

    #[test]
    fn the_service_worker_names_what_it_keeps_by_content() {
        let worker = String::from_utf8_lossy(service_worker());
        for name in super::SHELL {
            assert!(worker.contains(&url(name)), "{name}");
        }
    }
}
