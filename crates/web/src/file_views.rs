//! The control in which files are chosen, and the files of a record as a list.
use crate::{
    uploads::{FILES_FIELD, KEPT_FIELD},
    words::texts,
};
use files::{ACCEPT, FILE_BYTES_MAX, FILES_MAX, File};
use kernel::Lang;
use maud::Markup;
use ui::{
    Attachment,
    form::{self, Field, FilesField, KeptFile},
};

/// Most bytes of a size that is told in kilobytes.
const KILOBYTES_MAX: i64 = 1024 * 1024;

/// The field for attachments, which may always stay empty (rule R4). `kept` are files that came before.
pub fn files_field(lang: Lang, kept: &[File], problem: Option<&str>) -> Markup {
    let t = texts(lang);
    let (label, help) = (
        t.files_label(),
        t.files_help(
            FILES_MAX.to_string(),
            (FILE_BYTES_MAX / (1024 * 1024)).to_string(),
        ),
    );
    let kept: Vec<KeptFile> = kept
        .iter()
        .map(|file| KeptFile {
            id: file.id.to_string(),
            name: file.name.clone(),
            note: note(lang, file),
        })
        .collect();
    let field = Field::new(FILES_FIELD, &label, "")
        .help(&help)
        .problem(problem);
    let files = FilesField {
        accept: ACCEPT,
        kept_name: KEPT_FIELD,
        kept: &kept,
    };
    form::files(lang, field, files)
}

/// The files of the record at `path`; `{path}/files/{file}` and `{path}/files/{file}/preview` hand them out.
pub fn file_list(lang: Lang, path: &str, files: &[File]) -> Markup {
    let list: Vec<Attachment> = files
        .iter()
        .map(|file| {
            let href = format!("{path}/files/{}", file.id);
            Attachment {
                name: file.name.clone(),
                note: note(lang, file),
                preview_href: match &file.preview {
                    Some(_) => format!("{href}/preview"),
                    None => String::new(),
                },
                href,
            }
        })
        .collect();
    ui::attachments(lang, &list)
}

/// "PDF · 312 KB"
fn note(lang: Lang, file: &File) -> String {
    let size = if file.size_bytes < KILOBYTES_MAX {
        format!("{} KB", (file.size_bytes / 1024).max(1))
    } else {
        let tenths = file.size_bytes * 10 / KILOBYTES_MAX;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    };
    texts(lang).file_note(file.kind().title(lang), size)
}
