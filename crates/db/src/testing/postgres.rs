use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use std::{
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};
use tokio::sync::OnceCell;

/// What a test of ours needs to know of a server: how to reach one of its databases.
pub(super) struct Server {
    /// An address with `{}` where the database's name goes.
    address: String,
    /// The files of a server started by this process, which ends with us.
    _folder: Option<tempfile::TempDir>,
}

static SERVER: OnceCell<Server> = OnceCell::const_new();

pub(super) async fn server() -> &'static Server {
    SERVER.get_or_init(start).await
}

impl Server {
    pub(super) fn url(&self, database: &str) -> String {
        self.address.replace("{}", database)
    }

    pub(super) async fn make_database(&self, name: &str) {
        self.run(&format!(
            "CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy"
        ))
        .await;
    }

    pub(super) async fn drop_database(&self, name: &str) {
        self.run(&format!("DROP DATABASE {name} WITH (FORCE)"))
            .await;
    }

    async fn run(&self, sql: &str) {
        let mut options = ConnectOptions::new(self.url("postgres"));
        options.sqlx_logging(false).max_connections(1);
        let connection = Database::connect(options)
            .await
            .expect("the test server answers");
        connection.execute_unprepared(sql).await.expect(sql);
        connection.close().await.expect("the connection closes");
    }
}

async fn start() -> Server {
    if let Ok(url) = std::env::var("LUODI_TEST_POSTGRES") {
        return Server {
            address: url.replacen("/postgres?", "/{}?", 1),
            _folder: None,
        };
    }
    start_own().await
}

/// Runs the server, and takes its files away when it has ended; told to end, it ends the server first. (A static is never
/// dropped, so its folder would stay after each run.)
const UNTIL_WE_END: &str = r#"trap 'kill -INT "$server"' TERM
"$@" & server=$!
wait "$server"; wait "$server"
rm -rf "$0""#;

async fn start_own() -> Server {
    let programs = programs().expect(
        "PostgreSQL is not installed: run `cargo xtask test`, or `apt-get install postgresql`",
    );
    let folder = tempfile::Builder::new()
        .prefix("luodi-pg-")
        .tempdir()
        .expect("a temporary folder can be made");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777))
        .expect("own folder");
    let data = folder.path().join("data");

    let made = as_ordinary_user(&programs.join("initdb"))
        .args([
            "--username=luodi",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "-D",
        ])
        .arg(&data)
        .stdout(Stdio::null())
        .status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "initdb failed in {}",
        data.display()
    );

    let mut postgres = as_ordinary_user(Path::new("/bin/sh"));
    postgres
        .args(["-c", UNTIL_WE_END])
        .arg(&data)
        .arg(programs.join("postgres"))
        .arg("-D")
        .arg(&data)
        .args([
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "max_connections=300",
            "-k",
        ])
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // The server is to end with the thread that starts it, and a test's thread ends too early.
    std::thread::spawn(move || postgres.spawn().expect("postgres starts").wait());
    let socket = folder.path().join(".s.PGSQL.5432");
    for _ in 0..200 {
        if socket.exists() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let address = format!(
        "postgres://luodi@localhost:5432/{{}}?host={}",
        folder.path().display()
    );
    Server {
        address,
        _folder: Some(folder),
    }
}

fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .map(|v| v.path().join("bin"))
        .collect();
    versions.retain(|bin| bin.join("initdb").exists());
    versions.sort();
    versions.pop()
}

/// PostgreSQL refuses to run as root; and whoever starts it should not outlive us.
fn as_ordinary_user(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "TERM"]);
    if is_root() {
        command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
    }
    command
        .arg("--")
        .arg(program)
        .env("LC_ALL", "C.UTF-8")
        .current_dir("/");
    command
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0")))
}
