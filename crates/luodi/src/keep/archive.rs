//! The file: a ZIP of rows as JSON lines, of attached files, and, last, of a list of all that is in it.
use anyhow::Context;
use db::{Cell, hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

pub const FORMAT: &str = "luodi-backup";
pub const VERSION: u32 = 1;
const MANIFEST: &str = "manifest.json";
/// What each backup begins with.
const FIRST: &str = "README.txt";
/// Longest list of contents, in bytes.
const MANIFEST_BYTES_MAX: u64 = 256 * 1024 * 1024;

const README: &str = "落地（Luodi）备份。tables/ 下每张表一个文件，每行一条记录，列的次序见 manifest.json；files/ 下是附件，文件名是内容的 SHA-256。\n\
    个人敏感信息以密文保存，密钥文件 luodi.key 不在备份里，请另行保管。恢复：luodi restore 本文件 --data 空文件夹\n\n\
    A backup of Luodi. Each file below tables/ is a table, each line a row; manifest.json has the order of columns. Files below\n\
    files/ are attachments, named by the SHA-256 of their content. Sensitive personal data is sealed; the key file luodi.key is\n\
    not in here: keep it elsewhere. To bring it back: luodi restore THIS_FILE --data EMPTY_FOLDER\n";

/// What is in a backup.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    /// The program's version that made it.
    pub program: String,
    pub made_at: String,
    pub database: String,
    /// Of the key that opens sealed columns.
    pub key: String,
    /// Migrations that had run.
    pub migrations: Vec<String>,
    /// The number of the book's last entry.
    pub last_entry: i64,
    /// The newest seal, as it is printed.
    pub seal: Option<String>,
    pub tables: Vec<KeptTable>,
    /// Numbers given out by the database itself: table, column, the last.
    pub serials: Vec<(String, String, i64)>,
    /// Attached files by the SHA-256 of their content.
    pub files: Vec<String>,
    /// Those that were missing already.
    pub files_missing: Vec<String>,
    /// What a sample zone says of itself.
    pub sample: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KeptTable {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: u64,
    /// Of the rows as they stand in the file.
    pub sha256: String,
}

/// What is handed to whoever writes the file.
pub enum Part {
    Table(String, Vec<String>),
    Rows(Vec<Vec<Cell>>),
    File(String, Vec<u8>),
    Manifest(Box<Manifest>),
}

/// Writes parts as they come; done when the list of contents has been written. Runs on a thread of its own.
pub fn write(
    path: &Path,
    compress: bool,
    mut parts: tokio::sync::mpsc::Receiver<Part>,
) -> anyhow::Result<Manifest> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = File::options();
    options.write(true).create(true).truncate(true).mode(0o600);
    let file = options
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 20, file));
    let options = SimpleFileOptions::default()
        .compression_method(if compress {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        })
        .compression_level(compress.then_some(1))
        .large_file(true)
        .unix_permissions(0o600);
    zip.start_file(FIRST, options)?;
    zip.write_all(README.as_bytes())?;
    let mut tables: Vec<KeptTable> = Vec::new();
    let mut digest = Sha256::new();
    let mut line = Vec::new();
    while let Some(part) = parts.blocking_recv() {
        match part {
            Part::Table(name, columns) => {
                seal_table(&mut tables, &mut digest);
                zip.start_file(format!("tables/{name}.jsonl"), options)?;
                tables.push(KeptTable {
                    name,
                    columns,
                    ..KeptTable::default()
                });
            }
            Part::Rows(rows) => {
                line.clear();
                for row in &rows {
                    serde_json::to_writer(&mut line, row)?;
                    line.push(b'\n');
                }
                digest.update(&line);
                zip.write_all(&line)?;
                if let Some(table) = tables.last_mut() {
                    table.rows += rows.len() as u64;
                }
            }
            Part::File(name, bytes) => {
                let stored = options.compression_method(CompressionMethod::Stored);
                zip.start_file(format!("files/{name}"), stored.compression_level(None))?;
                zip.write_all(&bytes)?;
            }
            Part::Manifest(mut manifest) => {
                seal_table(&mut tables, &mut digest);
                manifest.tables = tables;
                zip.start_file(MANIFEST, options)?;
                serde_json::to_writer_pretty(&mut zip, &manifest)?;
                let file = zip
                    .finish()?
                    .into_inner()
                    .map_err(|error| error.into_error())?;
                file.sync_all()?;
                return Ok(*manifest);
            }
        }
    }
    anyhow::bail!("the backup was given up before its end")
}

fn seal_table(tables: &mut [KeptTable], digest: &mut Sha256) {
    if let Some(table) = tables.last_mut().filter(|table| table.sha256.is_empty()) {
        table.sha256 = hex(&std::mem::take(digest).finalize());
    }
}

/// Why a file cannot be brought back.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("cannot open the file")]
    Open(#[source] io::Error),
    /// No list of contents at its end.
    #[error("the file is no backup, or it was cut off")]
    CutOff,
    #[error("the file is a ZIP, but no backup")]
    NoBackup,
    #[error("the backup is of version {0}")]
    Version(u32),
    #[error("`{0}` is damaged")]
    Damaged(String),
}

/// An opened backup.
pub struct Archive {
    zip: ZipArchive<BufReader<File>>,
    pub manifest: Manifest,
}

/// Whether a file begins as our backups do: the name of the first file stands 30 bytes into a ZIP (APPNOTE 4.3.7).
fn begins_as_ours(path: &Path) -> bool {
    let mut head = [0; 30 + FIRST.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head.starts_with(b"PK\x03\x04") && head.ends_with(FIRST.as_bytes())
}

impl Archive {
    pub fn open(path: &Path) -> Result<Archive, Unreadable> {
        let file = File::open(path).map_err(Unreadable::Open)?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Unreadable::CutOff)?;
        // An attachment may be a ZIP itself: of a backup that was cut off, its end looks like ours.
        let cut_off = match begins_as_ours(path) {
            true => Unreadable::CutOff,
            false => Unreadable::NoBackup,
        };
        let manifest = zip.by_name(MANIFEST).map_err(|_| cut_off)?;
        let manifest: Manifest = serde_json::from_reader(manifest.take(MANIFEST_BYTES_MAX))
            .map_err(|_| Unreadable::Damaged(MANIFEST.into()))?;
        if manifest.format != FORMAT {
            return Err(Unreadable::NoBackup);
        }
        if manifest.version != VERSION {
            return Err(Unreadable::Version(manifest.version));
        }
        Ok(Archive { zip, manifest })
    }

    /// Hands over the rows of a table, some at a time; fails when they are not those of which the list speaks.
    pub fn rows(
        &mut self,
        table: &KeptTable,
        at_once: usize,
        mut take: impl FnMut(Vec<Vec<Cell>>) -> bool,
    ) -> Result<(), Unreadable> {
        let damaged = || Unreadable::Damaged(format!("tables/{}.jsonl", table.name));
        let file = self.zip.by_name(&format!("tables/{}.jsonl", table.name));
        let mut lines = BufReader::with_capacity(1 << 18, file.map_err(|_| damaged())?);
        let (mut digest, mut rows) = (Sha256::new(), 0);
        let mut batch = Vec::with_capacity(at_once);
        let mut line = Vec::new();
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line).map_err(|_| damaged())? == 0 {
                break;
            }
            digest.update(&line);
            let row: Vec<Cell> = serde_json::from_slice(&line).map_err(|_| damaged())?;
            if row.len() != table.columns.len() {
                return Err(damaged());
            }
            rows += 1;
            batch.push(row);
            if batch.len() == at_once && !take(std::mem::take(&mut batch)) {
                return Ok(());
            }
        }
        if hex(&digest.finalize()) != table.sha256 || rows != table.rows {
            return Err(damaged());
        }
        if !batch.is_empty() {
            take(batch);
        }
        Ok(())
    }

    pub fn file(&mut self, name: &str) -> Result<Vec<u8>, Unreadable> {
        let damaged = || Unreadable::Damaged(format!("files/{name}"));
        let mut file = self
            .zip
            .by_name(&format!("files/{name}"))
            .map_err(|_| damaged())?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|_| damaged())?;
        match hex(&Sha256::digest(&bytes)) == name {
            true => Ok(bytes),
            false => Err(damaged()),
        }
    }
}
