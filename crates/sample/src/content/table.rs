//! Reads the embedded tables. They are part of the program, so a fault in them is a fault of the program: the tests read
//! each of them, and reading may therefore expect them to be sound.
use serde::de::DeserializeOwned;

/// The rows of an embedded table, in the order in which they are written.
pub(super) fn rows<T: DeserializeOwned>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .expect("the embedded tables are sound: every test reads them")
}

/// The parts of a cell that holds several, parted by semicolons. An empty cell has none.
pub(super) fn parts(cell: &str) -> Vec<String> {
    cell.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
