//! Everything in open formats: each table as CSV and as JSON, attached files, and what each table and column means.
use super::LEFT_OUT;
use crate::{commands::Bar, outcome::refuse};
use anyhow::Context;
use db::{Cell, Snapshot, Table};
use serde_json::{Map, Value, json};
use std::{
    collections::HashMap,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};
use web::App;

const ROWS: usize = 1_000;
/// What spreadsheets of offices take for a sign of UTF-8.
const MARK: &str = "\u{feff}";

/// Table, column, and what it is in both languages; `*` holds for every table that says nothing else.
const DESCRIPTIONS: &str = include_str!("columns.csv");

/// Not even a hash of a password leaves.
const COLUMNS_LEFT_OUT: [(&str, &str); 1] = [("orgs_log_in", "password_hash")];

const README: &str = "落地（Luodi）全量导出。\n\
    tables/ 下每张表一个 CSV（UTF-8，首行是列名）和一个内容相同的 JSON；columns.csv 与 description.json 说明每张表、每一列的含义；\n\
    files/ 下是附件，文件名是内容的 SHA-256（见表 files_file）。姓名、电话等敏感个人信息保持密文（十六进制），密钥不在导出内。\n\n\
    A full export of Luodi.\n\
    Each table is tables/NAME.csv (UTF-8, names of columns first) and the same as JSON; columns.csv and description.json say what\n\
    each table and column is; files/ has the attachments, named by the SHA-256 of their content (see the table files_file).\n\
    Sensitive personal data such as telephone numbers stays sealed (hexadecimal); the key is not in the export.\n";

pub struct Exported {
    pub tables: usize,
    pub rows: u64,
    pub files: usize,
}

/// Writes into a folder that is not there yet; it bears its name when it is whole.
pub async fn export(app: &App, folder: &Path, bar: &Bar) -> anyhow::Result<Exported> {
    if folder.exists() {
        return refuse(format!(
            "{0} 已经存在。请换一个文件夹名；现在什么也没有改变。\n{0} is there already. Choose another name; nothing was changed.",
            folder.display()
        ));
    }
    let aside = PathBuf::from(format!("{}.part", folder.display()));
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    for part in ["tables", "files"] {
        fs::create_dir_all(aside.join(part))
            .with_context(|| format!("cannot make the folder {}", aside.display()))?;
    }
    let exported = write_all(app, &aside, bar).await?;
    fs::rename(&aside, folder)?;
    Ok(exported)
}

async fn write_all(app: &App, folder: &Path, bar: &Bar) -> anyhow::Result<Exported> {
    let snapshot = Snapshot::begin(&app.db).await?;
    let mut tables = snapshot.tables().await?;
    let derived: Vec<&str> = app
        .domains
        .iter()
        .flat_map(|domain| &domain.derived)
        .map(|derived| derived.table)
        .chain(LEFT_OUT)
        .collect();
    tables.retain(|table| !derived.contains(&&*table.name));
    let contents = files::contents(snapshot.connection()).await?;
    let mut all = contents.len() as u64;
    for table in &tables {
        all += snapshot.count(&table.name).await?;
    }
    bar.begin(all);
    let mut rows = 0;
    for table in &tables {
        bar.say(&table.name);
        rows = write_table(&snapshot, table, folder, rows, bar).await?;
    }
    for name in &contents {
        // What is missing is for `doctor` to say.
        if let Ok(bytes) = app.files.kept_content(name).await {
            fs::write(folder.join("files").join(name.as_str()), bytes)?;
        }
    }
    fs::write(folder.join("README.txt"), README)?;
    describe(&tables, folder)?;
    Ok(Exported {
        tables: tables.len(),
        rows,
        files: contents.len(),
    })
}

async fn write_table(
    snapshot: &Snapshot,
    table: &Table,
    folder: &Path,
    before: u64,
    bar: &Bar,
) -> anyhow::Result<u64> {
    let path = |ending: &str| {
        folder
            .join("tables")
            .join(format!("{}.{ending}", table.name))
    };
    let mut sheet = BufWriter::new(File::create(path("csv"))?);
    sheet.write_all(MARK.as_bytes())?;
    let mut sheet = csv::Writer::from_writer(sheet);
    let mut json = BufWriter::new(File::create(path("json"))?);
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|at| !is_left_out(&table.name, &table.columns[*at].name))
        .collect();
    sheet.write_record(shown.iter().map(|at| &table.columns[*at].name))?;
    json.write_all(b"[")?;
    let mut done = 0;
    let taken = snapshot.rows::<anyhow::Error>(table, ROWS, async |rows| {
        for row in &rows {
            sheet.write_record(shown.iter().map(|at| as_text(&row[*at])))?;
            let named: Map<String, Value> = shown
                .iter()
                .map(|at| (table.columns[*at].name.clone(), as_value(&row[*at])))
                .collect();
            json.write_all(if done == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut json, &named)?;
            done += 1;
        }
        bar.done(before + done);
        Ok(())
    });
    taken.await?;
    json.write_all(b"\n]\n")?;
    json.flush()?;
    sheet.flush()?;
    Ok(before + done)
}

fn is_left_out(table: &str, column: &str) -> bool {
    COLUMNS_LEFT_OUT.contains(&(table, column))
}

fn as_text(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Int(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Bytes(bytes) => db::hex(bytes),
    }
}

fn as_value(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Int(number) => json!(number),
        Cell::Real(number) => json!(number),
        Cell::Text(text) => json!(text),
        Cell::Bytes(bytes) => json!(db::hex(bytes)),
    }
}

/// What each table and column is, for people and for programs.
fn describe(tables: &[Table], folder: &Path) -> anyhow::Result<()> {
    let words = Words::read()?;
    let mut file = File::create(folder.join("columns.csv"))?;
    file.write_all(MARK.as_bytes())?;
    let mut sheet = csv::Writer::from_writer(file);
    sheet.write_record(["table", "column", "kind", "zh", "en"])?;
    let mut described = Vec::new();
    for table in tables {
        let (zh, en) = words.of(&table.name, "").unwrap_or_default();
        sheet.write_record([&*table.name, "", "", zh, en])?;
        let mut columns = Vec::new();
        for column in &table.columns {
            if is_left_out(&table.name, &column.name) {
                continue;
            }
            let (zh, en) = words.of(&table.name, &column.name).unwrap_or_default();
            sheet.write_record([&*table.name, &column.name, &column.kind, zh, en])?;
            columns.push(json!({ "name": column.name, "kind": column.kind, "zh": zh, "en": en }));
        }
        described.push(json!({ "name": table.name, "zh": zh, "en": en, "columns": columns }));
    }
    sheet.flush()?;
    let text = serde_json::to_string_pretty(&json!({ "tables": described }))?;
    Ok(fs::write(folder.join("description.json"), text)?)
}

struct Words(HashMap<(String, String), (String, String)>);

impl Words {
    fn read() -> anyhow::Result<Words> {
        let mut words = HashMap::new();
        for row in csv::Reader::from_reader(DESCRIPTIONS.as_bytes()).records() {
            let row = row?;
            let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
            words.insert((cell(0), cell(1)), (cell(2), cell(3)));
        }
        Ok(Words(words))
    }

    fn of(&self, table: &str, column: &str) -> Option<(&str, &str)> {
        let of = |table: &str| self.0.get(&(table.to_owned(), column.to_owned()));
        let (zh, en) = of(table).or_else(|| of("*"))?;
        Some((zh, en))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever adds a table or a column says in `columns.csv` what it is: an export that nobody understands is none.
    #[tokio::test]
    async fn every_table_and_column_has_a_description() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("x.db").display());
        let db = db::Db::open(&url).await.unwrap();
        db.migrate(&web::migrations(&crate::domains::domains()))
            .await
            .unwrap();
        let words = Words::read().unwrap();
        let mut missing = Vec::new();
        for table in db::tables(db.reader()).await.unwrap() {
            let columns = table.columns.iter().map(|column| column.name.as_str());
            for column in [""].into_iter().chain(columns) {
                if words.of(&table.name, column).is_none() {
                    missing.push(format!("{},{column}", table.name));
                }
            }
        }
        assert_eq!(
            missing,
            Vec::<String>::new(),
            "add these to keep/columns.csv"
        );
    }
}
