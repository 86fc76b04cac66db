use crate::{
    page::{Page, css},
    root, target,
};
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, OnceLock},
};
use tempfile::TempDir;

/// The built `luodi`, serving a sample zone of its own on a free port. Dropping it ends it.
pub struct Zone {
    server: Child,
    port: u16,
    data: TempDir,
}

/// Somebody who may log in, as `luodi user list --json` tells.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    /// What is typed as name to log in.
    pub name: String,
    /// `clerk`, `secretary`, …
    pub role: String,
    /// Told for sample people only.
    pub password: Option<String>,
}

impl Zone {
    /// Starts a server over a fresh copy of the sample zone.
    pub fn start() -> Result<Self> {
        let data = TempDir::new()?;
        copy(sample()?, data.path())?;
        let port = free_port()?;
        let mut zone = Self {
            server: serve(data.path(), port)?,
            port,
            data,
        };
        zone.wait_until_ready()?;
        Ok(zone)
    }

    /// Nobody reaches the server any more: a machine room without power, or a phone without network.
    pub fn cut(&mut self) {
        self.end();
    }

    /// The server is back, at the same address, with all that it was told before.
    pub fn restore(&mut self) -> Result<()> {
        self.server = serve(self.data.path(), self.port)?;
        self.wait_until_ready()
    }

    /// `/tasks` -> `http://127.0.0.1:4711/tasks`
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The folder with the database: for commands beside the server, and for looking into the book.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Runs a command of `luodi` beside the server; what it says.
    pub fn run(&self, arguments: &[&str]) -> Result<String> {
        let said = luodi()?
            .args(arguments)
            .arg("--data")
            .arg(self.data())
            .output()?;
        if !said.status.success() {
            bail!(
                "luodi {arguments:?}: {}",
                String::from_utf8_lossy(&said.stderr)
            );
        }
        Ok(String::from_utf8_lossy(&said.stdout).into_owned())
    }

    /// Everybody who may log in.
    pub fn people(&self) -> Result<Vec<Person>> {
        let list = luodi()?
            .args(["user", "list", "--json", "--data"])
            .arg(self.data())
            .output()?;
        if !list.status.success() {
            bail!("luodi user list: {}", String::from_utf8_lossy(&list.stderr));
        }
        serde_json::from_slice(&list.stdout).context("luodi user list --json")
    }

    /// The first person with this role, or of this name.
    pub fn person(&self, role_or_name: &str) -> Result<Person> {
        self.people()?
            .into_iter()
            .find(|person| person.role == role_or_name || person.name == role_or_name)
            .with_context(|| format!("nobody in the sample zone is {role_or_name}"))
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let address = self.url("");
        let lines = self.server.stdout.take().expect("stdout is piped");
        let mut lines = BufReader::new(lines);
        let mut line = String::new();
        while lines.read_line(&mut line)? > 0 {
            if line.contains(&address) {
                // The rest is read and forgotten, so that the server never waits for a reader.
                std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
                return Ok(());
            }
            line.clear();
        }
        let log = fs::read_to_string(self.data().join("serve.log")).unwrap_or_default();
        Err(anyhow!("luodi serve ended before it was ready:\n{log}"))
    }

    fn end(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Drop for Zone {
    fn drop(&mut self) {
        self.end();
    }
}

impl Page {
    /// Logs in as the first person with this role, or of this name.
    pub async fn log_in(&self, zone: &Zone, role_or_name: &str) -> Result<Person> {
        let person = zone.person(role_or_name)?;
        let password = person
            .password
            .as_deref()
            .with_context(|| format!("luodi does not tell the password of {}", person.name))?;
        self.goto(&zone.url("/log-in")).await?;
        self.fill(css("[name=name]"), &person.name).await?;
        self.fill(css("[name=password]"), password).await?;
        self.press("Enter").await?;
        if self.path().await?.starts_with("/log-in") {
            bail!("{} was not let in: {}", person.name, self.text().await?);
        }
        Ok(person)
    }
}

/// The server over a zone's data.
fn serve(data: &Path, port: u16) -> Result<Child> {
    let log = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(data.join("serve.log"))?;
    let server = luodi()?
        .args(["serve", "--host", "127.0.0.1", "--port", &port.to_string()])
        .arg("--data")
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()?;
    Ok(server)
}

/// The program: the one that `cargo xtask` built, else built now (a stale one would test yesterday's code).
fn luodi() -> Result<Command> {
    static PATH: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut path = PATH
        .lock()
        .map_err(|_| anyhow!("building luodi panicked"))?;
    if path.is_none() {
        *path = Some(match std::env::var_os("LUODI_BIN") {
            Some(path) => path.into(),
            None => build()?,
        });
    }
    let mut command = Command::new(path.as_deref().expect("it was just set"));
    command.stdin(Stdio::null()).current_dir(root());
    Ok(command)
}

fn build() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--workspace", "--bin", "luodi"])
        .current_dir(root())
        .status()?;
    if !status.success() {
        bail!("luodi could not be built");
    }
    Ok(target().join("debug/luodi"))
}

/// The sample zone that copies are taken from, made once by each test program.
fn sample() -> Result<&'static Path> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    FOLDER
        .get_or_init(|| make_sample().map_err(|error| format!("{error:#}")))
        .as_deref()
        .map_err(|error| anyhow!("the sample zone could not be made: {error}"))
}

fn make_sample() -> Result<PathBuf> {
    let folder = target().join("journeys/sample");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let made = luodi()?.args(["sample", "--data"]).arg(&folder).output()?;
    if !made.status.success() {
        bail!("{}", String::from_utf8_lossy(&made.stderr));
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&to)?;
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), &to)?;
        }
    }
    Ok(())
}

/// A port that nobody listens on just now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
