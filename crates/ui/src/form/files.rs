use super::Field;
use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// A file that was sent before and goes along again while its box stays ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptFile {
    pub id: String,
    pub name: String,
    /// Kind and size in words.
    pub note: String,
}

/// Names of the two controls of a field for files, and what the browser should offer.
#[derive(Debug, Clone, Copy, Default)]
pub struct FilesField<'a> {
    /// Endings, `.jpg,.pdf`.
    pub accept: &'a str,
    /// Name of the boxes of files that are there already.
    pub kept_name: &'a str,
    pub kept: &'a [KeptFile],
}

/// Any number of files. Those that came before are listed with a box each, so that a form that comes back has lost none
/// of them. The form must be multipart.
pub fn files(lang: Lang, field: Field<'_>, files: FilesField<'_>) -> Markup {
    let t = texts(lang);
    html! {
        @if !files.kept.is_empty() {
            fieldset class="field kept-files" {
                legend { (t.files_kept()) }
                p class="help" { (t.files_kept_help()) }
                div class="choices" {
                    @for (at, file) in files.kept.iter().enumerate() {
                        @let id = format!("{}-kept-{at}", field.id());
                        div class="choice" {
                            input type="checkbox" id=(id) name=(files.kept_name) value=(file.id) checked;
                            label for=(id) {
                                (file.name)
                                @if !file.note.is_empty() { span class="choice-note" { (file.note) } }
                            }
                        }
                    }
                }
            }
        }
        (field.around(lang, html! {
            input type="file" id=(field.id()) name=(field.name) accept=(files.accept) multiple required[field.required]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_sent_goes_along_unless_its_box_is_cleared() {
        let kept = [KeptFile {
            id: "f1".into(),
            name: "合影.jpg".into(),
            note: String::new(),
        }];
        let field = FilesField {
            accept: ".jpg",
            kept_name: "kept_file",
            kept: &kept,
        };
        let html = files(Lang::Zh, Field::new("files", "附件", ""), field).into_string();
        assert!(
            html.contains(r#"name="kept_file" value="f1" checked"#),
            "{html}"
        );
        assert!(html.contains(r#"<label for="files">"#) && html.contains("multiple"));
    }
}
