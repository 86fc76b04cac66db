//! Writes the gallery as plain files: `cargo run -p ui --example gallery -- FOLDER`. Every specimen in both languages,
//! and beside each a page that shows it in a frame as wide as a phone.
use kernel::Lang;
use std::{error::Error, fs, path::PathBuf};
use ui::{assets, gallery};

const ASSETS: [&str; 4] = ["app.css", "app.js", "htmx.min.js", "favicon.svg"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = std::env::args()
        .nth(1)
        .ok_or("say which folder to write to")?
        .into();
    fs::create_dir_all(folder.join("assets"))?;
    for name in ASSETS {
        let url = assets::url(name);
        let path = url
            .strip_prefix(assets::PREFIX)
            .ok_or("assets have one prefix")?;
        let asset = assets::get(path).ok_or("every asset has a URL")?;
        fs::write(folder.join("assets").join(path), asset.bytes)?;
    }
    for lang in Lang::ALL {
        for specimen in gallery::specimens(lang) {
            let name = format!("{}.{}.html", specimen.name, lang.code());
            let html = specimen.page(lang).into_string();
            fs::write(folder.join(&name), html.replace("\"/assets/", "\"assets/"))?;
        }
    }
    Ok(())
}
