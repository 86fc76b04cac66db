//! Keeping and bringing back, run as people run it: backup, restore, move, export, verify.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
    time::Duration,
};

/// One sample zone for all tests of this program.
fn zone() -> &'static Path {
    static ZONE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let made = ZONE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        done(&luodi(folder.path(), &["sample"]));
        folder
    });
    made.path()
}

fn command(data: &Path, arguments: &[&str]) -> Command {
    let mut luodi = Command::new(env!("CARGO_BIN_EXE_luodi"));
    luodi.args(arguments).arg("--data").arg(data);
    luodi.env("LUODI_LANG", "en").env_remove("LUODI_DATABASE");
    luodi
}

fn luodi(data: &Path, arguments: &[&str]) -> Output {
    command(data, arguments).output().unwrap()
}

fn done(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

/// Refused with a sentence, and nothing done.
fn refused(output: &Output) -> String {
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stderr)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// What the zone says of itself: a figure with its records, the whole book verified.
fn said(data: &Path, database: &[&str]) -> (Value, Value) {
    let ask = |arguments: &[&str]| -> Value {
        let output = luodi(data, &[arguments, database].concat());
        serde_json::from_str(&done(&output)).unwrap()
    };
    (
        ask(&[
            "figure",
            "branches-mobilised",
            "--as-of",
            "2021-04-15",
            "--records",
            "--json",
        ]),
        ask(&["verify", "--json"]),
    )
}

fn backup() -> PathBuf {
    static BACKUP: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let made = BACKUP.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("zone.backup");
        let said = done(&luodi(zone(), &["backup", &file.display().to_string()]));
        assert!(said.contains("fingerprint"), "{said}");
        (folder, file)
    });
    made.1.clone()
}

#[test]
fn what_is_kept_is_brought_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = backup().display().to_string();
    let again = luodi(zone(), &["backup", &file]);
    assert!(refused(&again).contains("is not written over"));

    let place = folder.path().join("place");
    assert!(
        refused(&luodi(&place, &["restore", &file])).contains("luodi.key"),
        "sealed data needs its key"
    );
    let key = path(zone(), "luodi.key");
    let said_then = done(&luodi(&place, &["restore", &file, "--key", &key]));
    assert!(
        said_then.contains("All is well.") && said_then.contains("All is true."),
        "{said_then}"
    );
    assert_eq!(said(&place, &[]), said(zone(), &[]));
    assert!(refused(&luodi(&place, &["restore", &file])).contains("in use"));
    // A search finds what it found: the index was made anew. Numbers go on where they stood.
    let rows = |data: &Path| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        done(&luodi(data, &["export", &out.display().to_string()]));
        let mut tables = Vec::new();
        for file in fs::read_dir(out.join("tables")).unwrap().flatten() {
            // Who sealed last is no part of the book; another test seals at the same time.
            if !file
                .file_name()
                .to_string_lossy()
                .starts_with("ledger_sealing")
            {
                tables.push((file.file_name(), fs::read(file.path()).unwrap()));
            }
        }
        tables.sort();
        tables
    };
    assert!(
        rows(&place) == rows(zone()),
        "every row of every table is the same"
    );
}

#[test]
fn a_backup_that_was_cut_off_or_damaged_is_refused_and_nothing_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(backup()).unwrap();
    let key = path(zone(), "luodi.key");
    let bad = folder.path().join("bad.backup");
    let place = folder.path().join("place");
    let cut = |bytes: &[u8], expected: &str| {
        fs::write(&bad, bytes).unwrap();
        let output = luodi(
            &place,
            &["restore", &bad.display().to_string(), "--key", &key],
        );
        assert!(
            refused(&output).contains(expected),
            "{}",
            text(&output.stderr)
        );
        assert!(!place.join("luodi.db").exists() && !place.join("restore.unfinished").exists());
    };
    cut(&whole[..whole.len() / 2], "cut off");
    cut(&whole[..whole.len() - 1], "cut off");
    cut(b"hello", "no backup");
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    cut(&changed, "damaged");
    done(&luodi(
        &place,
        &["restore", &backup().display().to_string(), "--key", &key],
    ));
}

/// Kills a command after a while; answers whether it was still at work.
fn killed(mut command: Command, after: Duration) -> bool {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let was_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_running
}

#[test]
fn whoever_is_killed_half_way_leaves_nothing_that_looks_whole() {
    let folder = tempfile::tempdir().unwrap();
    let key = path(zone(), "luodi.key");
    let file = backup().display().to_string();
    let mut cut_off = 0;
    for millis in [20, 60, 120, 250, 500, 900, 1_500, 2_500] {
        let kept = path(folder.path(), &format!("{millis}.backup"));
        let was_running = killed(
            command(zone(), &["backup", &kept]),
            Duration::from_millis(millis),
        );
        assert!(
            !was_running || !Path::new(&kept).exists(),
            "a whole name only for what is whole"
        );

        let place = folder.path().join(format!("place{millis}"));
        let was_running = killed(
            command(&place, &["restore", &file, "--key", &key]),
            Duration::from_millis(millis),
        );
        if was_running && !place.join("luodi.db").exists() {
            cut_off += 1;
            if place.join("restore.unfinished").exists() {
                let output = luodi(&place, &["doctor"]);
                assert!(
                    refused(&output).contains("cut off"),
                    "nobody starts on a half"
                );
            }
            done(&luodi(&place, &["restore", &file, "--key", &key]));
        }
    }
    assert!(0 < cut_off, "no restore was slow enough to be cut off");
}

#[tokio::test]
async fn the_zone_moves_to_postgres_and_back_and_is_the_same() {
    db::testing::on_both_addresses(async |address| {
        if !address.starts_with("postgres:") {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let key = path(zone(), "luodi.key");
        let file = backup().display().to_string();
        let here = folder.path().join("here");
        done(&luodi(&here, &["restore", &file, "--key", &key]));
        let moved = done(&luodi(&here, &["move", "--to-database", address]));
        assert!(
            moved.contains("All is well.") && moved.contains("All is true."),
            "{moved}"
        );
        assert!(here.join("luodi.db.moved").exists() && !here.join("luodi.db").exists());
        let database = ["--database", address];
        assert_eq!(said(&here, &database), said(zone(), &[]));
        // A restore over a place in use is refused there too, and the place is as it was.
        let again = luodi(&here, &["restore", &file, "--database", address]);
        assert!(
            refused(&again).contains("empty one"),
            "{}",
            text(&again.stderr)
        );
        // It goes on working: numbers go on where they stood.
        let added = luodi(
            &here,
            &[
                "user",
                "add",
                "P00100",
                "--name",
                "new.person",
                "--role",
                "secretary",
                "--database",
                address,
            ],
        );
        let added = text(&added.stderr) + &text(&added.stdout);
        assert!(
            !added.contains("duplicate") && !added.contains("luodi:"),
            "{added}"
        );

        let back = folder.path().join("back").display().to_string();
        done(&luodi(
            &here,
            &["move", "--to-data", &back, "--database", address],
        ));
        let (figure, verified) = said(Path::new(&back), &[]);
        assert_eq!(figure, said(zone(), &[]).0);
        assert_eq!(verified["true"], true);
        // And from PostgreSQL a backup is the same kind of file.
        let kept = path(folder.path(), "postgres.backup");
        done(&luodi(&here, &["backup", &kept, "--database", address]));
        let third = folder.path().join("third");
        done(&luodi(&third, &["restore", &kept, "--key", &key]));
    })
    .await;
}

#[test]
fn a_place_that_is_served_is_not_moved() {
    let folder = tempfile::tempdir().unwrap();
    let key = path(zone(), "luodi.key");
    let place = folder.path().join("place");
    done(&luodi(
        &place,
        &["restore", &backup().display().to_string(), "--key", &key],
    ));
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
    let (free, port) = (free.as_ref().unwrap(), free.as_ref().unwrap().port());
    let mut serving = command(&place, &["serve", "--port", &port.to_string()])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..100 {
        if std::net::TcpStream::connect(free).is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let to = path(folder.path(), "to");
    let moved = luodi(&place, &["move", "--to-data", &to]);
    // While people work, a backup is taken all the same.
    let kept = luodi(&place, &["backup", &path(folder.path(), "while.backup")]);
    serving.kill().unwrap();
    serving.wait().unwrap();
    assert!(refused(&moved).contains("Stop it first"));
    done(&kept);
    done(&luodi(&place, &["move", "--to-data", &to]));
}

#[test]
fn seals_and_issued_briefs_are_verified() {
    let folder = tempfile::tempdir().unwrap();
    let whole = done(&luodi(zone(), &["verify"]));
    assert!(whole.contains("All is true."), "{whole}");
    let day = done(&luodi(zone(), &["verify", "--day", "2021-04-15", "--json"]));
    assert!(day.contains("\"true\":true"), "{day}");
    assert!(refused(&luodi(zone(), &["verify", "--day", "1999-01-01"])).contains("No seal covers"));
    let sealed = done(&luodi(zone(), &["seal"]));
    let seal = sealed.lines().last().unwrap().to_owned();
    assert!(done(&luodi(zone(), &["verify", "--seal", &seal])).starts_with("True"));
    let typed_wrong = seal[..seal.len() - 1].to_owned() + "_";
    let refusal = refused(&luodi(zone(), &["verify", "--seal", &typed_wrong]));
    assert!(refusal.contains("No seal has the sign"), "{refusal}");

    let file = path(folder.path(), "brief.docx");
    done(&luodi(zone(), &["brief", "1", "--out", &file]));
    let check: Value =
        serde_json::from_str(&done(&luodi(zone(), &["verify", &file, "--json"]))).unwrap();
    assert_eq!(check["as_issued"], true, "{check:#}");
    let number = check["check"]["numbers"][0]["text"].as_str().unwrap();

    // Another number, typed after issue, in the file's own XML.
    let bytes = fs::read(&file).unwrap();
    let other = format!(">9{number}<");
    fs::write(&file, edited(&bytes, &format!(">{number}<"), &other)).unwrap();
    let output = luodi(zone(), &["verify", &file]);
    assert_eq!(output.status.code(), Some(4));
    let said = text(&output.stdout);
    let expected = format!("edited after issue; {number} was issued");
    assert!(said.contains(&expected), "{said}");

    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    assert!(refused(&luodi(zone(), &["verify", &file])).contains("cut off"));
}

/// The package with a text of its document replaced.
fn edited(package: &[u8], from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut read = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..read.len() {
        let mut file = read.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from));
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        written
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        written.write_all(&bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[test]
fn an_export_says_what_each_column_is() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    done(&luodi(zone(), &["export", &out.display().to_string()]));
    let entries = fs::read_to_string(out.join("tables/ledger_entry.csv")).unwrap();
    assert!(
        entries.starts_with("\u{feff}seq,id,kind,"),
        "{}",
        &entries[..80]
    );
    let json: Value =
        serde_json::from_str(&fs::read_to_string(out.join("tables/orgs_log_in.json")).unwrap())
            .unwrap();
    assert!(json[0]["name"].is_string() && json[0].get("password_hash").is_none());
    let columns = fs::read_to_string(out.join("columns.csv")).unwrap();
    assert!(columns.contains("recorded_at") && columns.contains("登记时间"));
    assert!(fs::read_dir(out.join("files")).unwrap().next().is_some());
    assert!(
        refused(&luodi(zone(), &["export", &out.display().to_string()])).contains("there already")
    );
}
