//! What the tests need from Debian, and how it is installed.
use crate::{
    postgres,
    shell::{command, is_root, on_path, output, say, succeed},
};
use anyhow::{Result, bail};
use std::process::Command;

/// Something from Debian, and how to see whether it is there (it may have come another way).
struct Need {
    package: &'static str,
    because: &'static str,
    is_there: fn() -> bool,
}

const NODE: &[Need] = &[
    Need {
        package: "nodejs",
        because: "runs npm",
        is_there: || on_path("node").is_some(),
    },
    Need {
        package: "npm",
        because: "fetches the scripts of the pages",
        is_there: || on_path("npm").is_some(),
    },
];

const TESTS: &[Need] = &[
    Need {
        package: "postgresql",
        because: "every act is tested on both databases",
        is_there: || postgres::programs().is_some(),
    },
    Need {
        package: "chromium",
        because: "journeys use a real browser",
        is_there: || on_path("chromium").is_some(),
    },
    Need {
        package: "fontconfig",
        because: "finds fonts",
        is_there: || on_path("fc-list").is_some(),
    },
    Need {
        package: "fonts-noto-cjk",
        because: "pages and papers are in Chinese",
        is_there: || {
            output(command("fc-list").arg(":family=Noto Serif CJK SC"))
                .is_ok_and(|list| !list.trim().is_empty())
        },
    },
    Need {
        package: "poppler-utils",
        because: "looks into printed papers",
        is_there: || on_path("pdftotext").is_some() && on_path("pdftoppm").is_some(),
    },
    Need {
        package: "libreoffice-writer-nogui",
        because: "lays out the Word files",
        is_there: || on_path("soffice").is_some(),
    },
];

/// Node and npm.
pub fn install_node() -> Result<()> {
    install(NODE.iter())
}

/// All that `cargo xtask test` needs.
pub fn install_for_tests() -> Result<()> {
    install(NODE.iter().chain(TESTS))
}

/// Takes one package's file without installing it, into `folder`.
pub fn download(package: &str, folder: &std::path::Path) -> Result<()> {
    let fetch = || {
        succeed(
            command("apt-get")
                .args(["-q", "download", package])
                .current_dir(folder),
        )
    };
    if fetch().is_ok() {
        return Ok(());
    }
    update(&[package])?;
    fetch()
}

fn install<'a>(needs: impl Iterator<Item = &'a Need>) -> Result<()> {
    let missing: Vec<&Need> = needs.filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    for need in &missing {
        say(format!("Missing: {} ({})", need.package, need.because));
    }
    if on_path("apt-get").is_none() {
        bail!(
            "this is not Debian, so nothing was installed. Please install what matches these Debian packages, then try again: {}",
            packages.join(" ")
        );
    }
    update(&packages)?;
    say(format!("Installing from Debian: {}", packages.join(" ")));
    succeed(
        administrator("apt-get", &packages)?
            .args(["install", "-q", "-y", "--no-install-recommends"])
            .args(["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"])
            .args(&packages),
    )?;
    match missing.iter().find(|need| !(need.is_there)()) {
        Some(need) => bail!(
            "{} was installed, yet what it should bring is not found",
            need.package
        ),
        None => Ok(()),
    }
}

/// Fetches the lists of packages. One unreachable source is no reason to stop: installing will tell.
fn update(packages: &[&str]) -> Result<()> {
    let mut apt = administrator("apt-get", packages)?;
    say("Fetching Debian's lists of packages");
    if let Err(error) = succeed(apt.args(["update", "-q"])) {
        say(format!("{error}; going on with the lists there are"));
    }
    Ok(())
}

/// `program` with the rights to install.
fn administrator(program: &str, packages: &[&str]) -> Result<Command> {
    let mut command = if is_root() {
        command(program)
    } else if on_path("sudo").is_some() {
        let mut sudo = command("sudo");
        // Standard input is the terminal's, so that sudo may ask for the password.
        sudo.stdin(std::process::Stdio::inherit());
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", program]);
        sudo
    } else {
        bail!(
            "installing needs root, and there is no sudo. Please have this run once, then try again: apt-get install {}",
            packages.join(" ")
        );
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
