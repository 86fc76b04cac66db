//! The start of the program with the sample zone, and what it then holds in memory: measured from outside, on a process of its own.
use super::{Line, spread};
use crate::{args::Place, commands::sample};
use anyhow::{Context, bail};
use kernel::Lang;
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Pages that are asked for before its memory is looked at.
const PAGES: usize = 100;
/// Times the program is started; the first one finds everything cold.
const STARTS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(30);

pub async fn measure(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let place = Place {
        data: folder.join("sample"),
        database: None,
        lang: Lang::En,
    };
    let began = Instant::now();
    sample::make(&place).await?;
    let made = began.elapsed();
    let (mut starts, mut memory_mb) = (Vec::new(), 0);
    for _ in 0..STARTS {
        let (started, memory) = serve(&place.data)?;
        starts.push(started);
        memory_mb = memory.max(memory_mb);
    }
    Ok(vec![
        Line {
            what: "make the sample zone".into(),
            promised: "under 60 s",
            measured: format!("{made:.1?}"),
        },
        Line {
            what: "`luodi serve` with the sample zone, from the command to the first answer".into(),
            promised: "under 300 ms",
            measured: spread(starts),
        },
        Line {
            what: format!(
                "resident memory of `luodi serve` with the sample zone, after {PAGES} requests"
            ),
            promised: "under 150 MB",
            measured: format!("{memory_mb} MB"),
        },
    ])
}

/// Serves the zone; gives the time to the first answer, and its memory.
fn serve(data: &Path) -> anyhow::Result<(Duration, u64)> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let began = Instant::now();
    let mut child = Command::new(std::env::current_exe()?)
        .arg("serve")
        .arg("--data")
        .arg(data)
        .args(["--port", &port.to_string()])
        .stdout(Stdio::null())
        .spawn()?;
    let seen = watch(&child, port, began);
    child.kill()?;
    child.wait()?;
    seen
}

fn watch(child: &Child, port: u16, began: Instant) -> anyhow::Result<(Duration, u64)> {
    while ask(port, "/healthz").is_err() {
        if PATIENCE < began.elapsed() {
            bail!("the program did not answer within {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let started = began.elapsed();
    for _ in 0..PAGES {
        ask(port, "/log-in")?;
    }
    let memory =
        super::resident_mb(&child.id().to_string()).context("its memory cannot be read")?;
    Ok((started, memory))
}

fn ask(port: u16, path: &str) -> anyhow::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if !answer.starts_with("HTTP/1.1 200") {
        bail!("{path} was answered with {:?}", answer.lines().next());
    }
    Ok(answer)
}
