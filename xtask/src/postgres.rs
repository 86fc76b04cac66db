//! A throw-away PostgreSQL: made empty, reached by a socket only, gone when we are gone.
//!
//! Its keeper is a shell that waits on a pipe from us. The pipe closes however we end (done, failed, Ctrl-C, killed), and
//! the keeper then stops the server and removes its folder.
use crate::shell::{command, is_root, on_path, output, say};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

const USER: &str = "luodi";
const PORT: u16 = 5432;

/// Tests open many databases at once.
const SETTINGS: [&str; 3] = [
    "listen_addresses=",
    "max_connections=300",
    "log_min_messages=fatal",
];

/// The data lives for one test run.
const NOT_DURABLE: [&str; 4] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
];

/// `$1` programs, `$2` folder, then the server's settings. Prints `ready` when connections are taken.
const KEEPER: &str = r#"
programs=$1 folder=$2; shift 2
cd "$folder" || exit 1
if "$programs/initdb" -D data -U luodi -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1; then
  "$programs/postgres" -D data -k "$folder" "$@" >>log 2>&1 &
  server=$!
  for i in $(seq 300); do
    "$programs/pg_isready" -q -h "$folder" -d postgres && { echo ready; break; }
    kill -0 $server 2>/dev/null || break
    sleep 0.1
  done
  if [ "$i" -lt 300 ] && kill -0 $server 2>/dev/null; then read -r _; else cat log; fi
  kill -INT $server 2>/dev/null && wait $server
else
  cat log
fi
cd / && rm -rf "$folder"
"#;

/// A running server; dropping it stops it.
pub struct Server {
    keeper: Child,
    pub url: String,
}

/// The folder with `initdb` and `postgres`: the newest of Debian's, else the one on the path.
pub fn programs() -> Option<PathBuf> {
    let newest = fs::read_dir("/usr/lib/postgresql")
        .ok()
        .and_then(|versions| {
            versions
                .filter_map(|version| Some(version.ok()?.path()))
                .filter(|version| version.join("bin/postgres").is_file())
                .max_by_key(|version| version_of(version))
        });
    newest.map_or_else(
        || Some(on_path("postgres")?.parent()?.to_owned()),
        |version| Some(version.join("bin")),
    )
}

/// Starts an empty server for tests.
pub fn start() -> Result<Server> {
    start_with(&NOT_DURABLE)
}

/// Starts an empty server that keeps what it acknowledged, as a real one does: for measurements.
pub fn start_durable() -> Result<Server> {
    start_with(&[])
}

fn start_with(settings: &[&str]) -> Result<Server> {
    let programs = programs().context("PostgreSQL is not installed")?;
    say(format!(
        "Starting a throw-away PostgreSQL ({})",
        programs.display()
    ));
    let folder = new_folder()?;
    let mut keeper = ordinary_user(&folder)?
        .args(["sh", "-c", KEEPER, "sh"])
        .args([&programs, &folder])
        .args(
            SETTINGS
                .iter()
                .chain(settings)
                .flat_map(|setting| ["-c", setting]),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .process_group(0)
        .spawn()
        .context("PostgreSQL's keeper could not be started")?;
    let mut lines = BufReader::new(keeper.stdout.take().expect("stdout is piped")).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    if first != "ready" {
        let rest: Vec<String> = lines.map_while(Result::ok).collect();
        keeper.wait()?;
        bail!("PostgreSQL did not start:\n{first}\n{}", rest.join("\n"));
    }
    let url = format!(
        "postgres://{USER}@localhost:{PORT}/postgres?host={}",
        folder.display()
    );
    Ok(Server { keeper, url })
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing can be done about a failure here; the keeper works on its own.
        let _ = self.keeper.wait();
    }
}

/// `/usr/lib/postgresql/15` -> 15.
fn version_of(folder: &Path) -> u32 {
    folder
        .file_name()
        .and_then(|name| name.to_str()?.parse().ok())
        .unwrap_or(0)
}

/// A new folder under /tmp: every user may pass through it, and its name is short enough for a socket (107 bytes).
fn new_folder() -> Result<PathBuf> {
    for number in 0..1000 {
        let folder = PathBuf::from(format!("/tmp/luodi-pg-{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => {
                fs::set_permissions(&folder, fs::Permissions::from_mode(0o755))?;
                return Ok(folder);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).context("no folder could be made under /tmp"),
        }
    }
    bail!("/tmp is full of luodi-pg-* folders; remove them")
}

/// PostgreSQL refuses to run as root: then it runs as `nobody`, who is given the folder.
fn ordinary_user(folder: &Path) -> Result<Command> {
    if !is_root() {
        return Ok(command("env"));
    }
    let id = |of: &str| -> Result<u32> {
        Ok(output(command("id").args([of, "nobody"]))?.trim().parse()?)
    };
    let (user, group) = (id("-u")?, id("-g")?);
    std::os::unix::fs::chown(folder, Some(user), Some(group))?;
    let mut setpriv = command("setpriv");
    setpriv.args([
        format!("--reuid={user}"),
        format!("--regid={group}"),
        "--clear-groups".to_owned(),
    ]);
    Ok(setpriv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_is_the_largest_number() {
        assert!(
            version_of(Path::new("/usr/lib/postgresql/15"))
                > version_of(Path::new("/usr/lib/postgresql/9"))
        );
    }
}
