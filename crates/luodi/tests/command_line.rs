//! What a script gets from the command line.
use std::{
    path::Path,
    process::{Command, Stdio},
};

fn luodi(data: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut luodi = Command::new(env!("CARGO_BIN_EXE_luodi"));
    let output = luodi
        .args(args)
        .arg("--data")
        .arg(data)
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is text");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_script_is_told_as_json_what_a_person_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("no.xlsx"));
    std::fs::write(&file, "PK, but no workbook").expect("the file is written");
    let path = file.to_str().expect("a path in UTF-8");
    let asked = ["import", "roster", path, "--lang", "en"];

    let (code, out, error) = luodi(&data, &asked);
    assert_eq!((code, &*out), (Some(1), ""), "{error}");
    let (code, out, _) = luodi(&data, &[&asked[..], &["--json"]].concat());
    assert_eq!(code, Some(1));
    let told: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(told["error"].as_str(), Some(error.trim()));
    assert!(!error.trim().is_empty());
}

#[test]
fn nobody_reading_any_more_is_no_failure_to_be_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut making = Command::new(env!("CARGO_BIN_EXE_luodi"))
        .args(["sample", "--data"])
        .arg(folder.path().join("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // As `head` does once it has seen enough.
    drop(making.stdout.take());
    let output = making.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(141), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
}
