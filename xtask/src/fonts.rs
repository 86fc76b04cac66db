//! The Fandol fonts (GPL-3 with font exception): they stand in for the fonts that official papers name.
use crate::{
    debian,
    shell::{command, say, succeed, target},
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The package that holds them, beside hundreds of megabytes of TeX that nobody needs here.
const PACKAGE: &str = "texlive-lang-chinese";
const INSIDE: &str = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol";
const WANTED: [&str; 4] = [
    "FandolFang-Regular.otf",
    "FandolHei-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolSong-Regular.otf",
];

/// Makes sure of a folder with the fonts and `fonts.conf`, which maps the official names to them.
pub fn install() -> Result<PathBuf> {
    let folder = target().join("fonts");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("fonts.conf"), include_str!("../fonts.conf"))?;
    if WANTED.iter().all(|font| folder.join(font).is_file()) {
        return Ok(folder);
    }
    let installed = Path::new("/").join(INSIDE);
    if installed.is_dir() {
        take(&installed, &folder)?;
        return Ok(folder);
    }
    say(format!("Taking the Fandol fonts out of {PACKAGE} (49 MB)"));
    let unpacked = folder.join("unpacked");
    fs::create_dir_all(&unpacked)?;
    let taken = unpack(&unpacked).and_then(|()| take(&unpacked.join(INSIDE), &folder));
    fs::remove_dir_all(&unpacked)?;
    taken.map(|()| folder)
}

fn unpack(folder: &Path) -> Result<()> {
    debian::download(PACKAGE, folder)?;
    let package = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"));
    let Some(package) = package else {
        bail!("{PACKAGE} was downloaded, but no .deb came");
    };
    succeed(
        command("sh")
            .args([
                "-c",
                r#"dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "./$3""#,
                "sh",
            ])
            .args([package.as_os_str(), folder.as_os_str()])
            .arg(INSIDE),
    )
}

fn take(from: &Path, to: &Path) -> Result<()> {
    for font in WANTED {
        // Written aside and renamed: a broken-off copy must not look like a font.
        let part = to.join(format!("{font}.part"));
        fs::copy(from.join(font), &part).with_context(|| format!("{font} is not in {PACKAGE}"))?;
        fs::rename(part, to.join(font))?;
    }
    Ok(())
}
