//! `luodi bench`: measures what issue and architecture promise; `cargo xtask bench` writes docs/benchmarks.md with it.
mod acts;
mod booking;
mod briefs;
mod cases;
mod large_book;
mod proofs;
mod schedule;
mod start;
mod world;

use crate::args::{Bench, Place};
use std::{fmt::Write, process::ExitCode, time::Duration};

/// One line of the table.
struct Line {
    what: String,
    promised: &'static str,
    measured: String,
}

/// What was measured so far; each is told at once, since the whole takes long.
#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn add(&mut self, found: impl IntoIterator<Item = Line>) {
        for line in found {
            eprintln!("{}: {}", line.what, line.measured);
            self.0.push(line);
        }
    }
}

pub async fn run(place: &Place, bench: &Bench) -> anyhow::Result<ExitCode> {
    let folder = std::env::temp_dir().join(format!("luodi-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut lines = Lines::default();
    lines.add([schedule::measure()]);
    lines.add(start::measure(&folder).await?);
    lines.add([acts::measure(&folder).await?]);
    lines.add([booking::embedded(&folder).await?]);
    if let Some(server) = &place.database {
        lines.add([booking::on_postgres(server).await?]);
    }
    lines.add(cases::measure(&folder).await?);
    lines.add(proofs::day(&folder).await?);
    lines.add(briefs::measure(&folder).await?);
    large_book::measure(&mut lines, &folder, bench.postings, bench.units).await?;
    let server = place.database.as_deref();
    lines.add(proofs::large(&folder, bench.postings, server).await?);
    std::fs::remove_dir_all(&folder)?;
    let table = table(&lines.0);
    print!("{table}");
    if let Some(out) = &bench.out {
        std::fs::write(out, format!("{}{table}", about()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn about() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name\t: "))
        .unwrap_or("unknown processor");
    let build = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    format!(
        "# Benchmarks\n\nMade by `cargo xtask bench`, never by hand. Seen on {cores} cores ({cpu}), {build} build, embedded \
         database on the machine's own disk, `synchronous=FULL`. Times of single calls are medians, with the 99th percentile \
         behind the slash.\n\n"
    )
}

fn table(lines: &[Line]) -> String {
    let mut text = "| what | promised | measured |\n|---|---|---|\n".to_owned();
    for line in lines {
        writeln!(
            text,
            "| {} | {} | {} |",
            line.what, line.promised, line.measured
        )
        .expect("a string takes all that is written");
    }
    text
}

/// Median and 99th percentile, in words.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    format!("{} / {}", millis(at(50)), millis(at(99)))
}

fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// Resident memory of a process (`self` for this one), in MB.
fn resident_mb(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kb = status.lines().find_map(|line| {
        line.strip_prefix("VmRSS:")?
            .trim()
            .strip_suffix(" kB")?
            .parse::<u64>()
            .ok()
    });
    kb.map(|kb| kb / 1024)
}
