//! The sample zone adds up: control totals, every number of its brief, and the book itself.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

/// The rows of which the sample zone must hold something by now.
const ROWS: [&str; 6] = ["M1", "M2", "M3", "M15", "M17", "M26"];

/// One sample zone for all tests of this program.
fn zone() -> &'static Path {
    static ZONE: OnceLock<tempfile::TempDir> = OnceLock::new();
    ZONE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = run(folder.path(), &["sample"]);
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        folder
    })
    .path()
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut luodi = Command::new(env!("CARGO_BIN_EXE_luodi"));
    luodi
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env("LUODI_LANG", "en")
        .env_remove("LUODI_DATABASE");
    luodi.output().unwrap()
}

fn figure(code: &str, as_of: &str) -> Option<Value> {
    let output = run(
        zone(),
        &["figure", code, "--as-of", as_of, "--records", "--json"],
    );
    output
        .status
        .success()
        .then(|| serde_json::from_slice(&output.stdout).unwrap())
}

struct Total {
    key: String,
    row: String,
    value: Option<i64>,
    is_yuan: bool,
    at_least: bool,
    from: String,
    as_of: String,
    /// Growth on the year before, in basis points.
    growth: Option<i64>,
}

/// `key,row,value,unit,qualifier,from,as_of,…`
fn control_totals() -> Vec<Total> {
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "../../../shared/domain/control-totals.csv",
    ]
    .iter()
    .collect();
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>());
    lines
        .map(|cells| Total {
            key: cells[0].into(),
            row: cells[1].into(),
            value: cells[2].parse().ok(),
            is_yuan: cells[3] == "CNY",
            at_least: cells[4] == "at-least",
            from: cells[5].into(),
            as_of: cells[6].into(),
            growth: tenths(cells[7]).map(|tenths| tenths * 10),
        })
        .collect()
}

/// `18.5` as 185.
fn tenths(text: &str) -> Option<i64> {
    let (whole, tenth) = text.split_once('.')?;
    Some(whole.parse::<i64>().ok()? * 10 + tenth.parse::<i64>().ok()?)
}

#[test]
fn the_control_totals_hold_and_each_is_the_sum_of_its_records() {
    let mut missing: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut held = 0;
    for total in control_totals() {
        let Some(report) = figure(&total.key, &total.as_of) else {
            assert!(
                !ROWS.contains(&total.row.as_str()),
                "{} of {} is not a figure",
                total.key,
                total.row
            );
            missing.entry(total.row).or_default().push(total.key);
            continue;
        };
        let counted = report["quantity"].as_i64().unwrap();
        // The book keeps money in fen.
        let wanted = total.value.unwrap() * if total.is_yuan { 100 } else { 1 };
        let holds = if total.at_least {
            wanted <= counted
        } else {
            wanted == counted
        };
        assert!(holds, "{}: counted {counted}, wanted {wanted}", total.key);
        if total.row == "M26" {
            is_published(&total, &report, counted);
            held += 1;
            continue;
        }
        let records = report["records"].as_array().unwrap();
        let sum: i64 = records
            .iter()
            .map(|record| record["quantity"].as_i64().unwrap())
            .sum();
        assert_eq!(
            sum, counted,
            "{}: its records add up to something else",
            total.key
        );
        held += 1;
    }
    println!("{held} control totals hold; still missing: {missing:#?}");
    assert_eq!(
        held, 23,
        "working groups, themes, measures, tasks, four of the mobilisation, seven of visits and topics, four counters, \
         four of the statistics office"
    );
}

/// A published figure names the cell that it was taken from, and its growth is the published one.
fn is_published(total: &Total, report: &Value, counted: i64) {
    let key = &total.key;
    let sources = report["sources"].as_array().unwrap();
    let [source] = sources.as_slice() else {
        panic!("{key} is taken from {sources:?}");
    };
    assert_eq!(source["value"].as_i64(), Some(counted), "{key}");
    assert_eq!(source["from"].as_str(), Some(total.from.as_str()), "{key}");
    assert_eq!(source["to"].as_str(), Some(total.as_of.as_str()), "{key}");
    let cell = source["cell"].as_str().unwrap();
    assert!(cell.starts_with('H'), "{key} is in cell {cell}");
    let growth = figure(&format!("{key}-growth"), &total.as_of).unwrap();
    assert_eq!(
        growth["quantity"].as_i64(),
        total.growth,
        "{key}: its growth"
    );
}

#[test]
fn the_book_of_the_sample_zone_adds_up() {
    let doctor = run(zone(), &["doctor", "--json"]);
    let report: Value = serde_json::from_slice(&doctor.stdout).unwrap();
    assert_eq!(report["differences"], Value::Array(Vec::new()));
    assert!(4_000 < report["entries"].as_i64().unwrap());
    assert_eq!(doctor.status.code(), Some(0));
}

/// The domains of this build.
#[path = "../src/domains.rs"]
mod domains;

#[tokio::test]
async fn every_act_in_the_book_of_the_sample_zone_has_words() {
    let file = zone().join("luodi.db");
    let book = sea_orm::Database::connect(format!("sqlite://{}?mode=ro", file.display()));
    let book = book.await.unwrap();
    let select = sea_orm::Statement::from_string(
        sea_orm::DbBackend::Sqlite,
        "SELECT DISTINCT kind FROM ledger_entry",
    );
    let rows = sea_orm::ConnectionTrait::query_all_raw(&book, select);
    let domains = domains::domains();
    for row in rows.await.unwrap() {
        let kind: String = row.try_get_by_index(0).unwrap();
        for lang in kernel::Lang::ALL {
            assert_ne!(domains.act(&kind, lang), kind, "{lang:?}");
        }
    }
}

#[test]
fn the_account_can_be_written_as_a_word_file_and_an_unknown_brief_cannot() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("brief.docx");
    let written = run(zone(), &["brief", "1", "--out", file.to_str().unwrap()]);
    assert!(
        written.status.success(),
        "{}",
        String::from_utf8_lossy(&written.stderr)
    );
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));

    let unknown = run(zone(), &["brief", "99", "--out", file.to_str().unwrap()]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no brief number 99"));
}

#[test]
fn what_is_not_there_is_said_in_a_sentence_and_ends_with_code_1() {
    let nowhere = tempfile::tempdir().unwrap();
    let doctor = run(nowhere.path(), &["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    let unknown = run(zone(), &["figure", "branches-mobilized"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&unknown.stderr).contains("branches-mobilised"),
        "{unknown:?}"
    );
    let again = run(zone(), &["sample"]);
    assert_eq!(again.status.code(), Some(1));
}

#[test]
fn sample_people_can_be_listed_for_scripts() {
    let list = run(zone(), &["user", "list", "--json"]);
    let people: Value = serde_json::from_slice(&list.stdout).unwrap();
    let roles: Vec<_> = people
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["role"].as_str().unwrap())
        .collect();
    for role in [
        "clerk",
        "secretary",
        "officer",
        "leader",
        "system_admin",
        "security_admin",
        "audit_admin",
    ] {
        assert!(roles.contains(&role), "{role} in {roles:?}");
    }
}
