use crate::{Icon, icon, words::texts};
use kernel::Lang;
use maud::{Markup, html};

/// A file of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    /// Kind and size in words.
    pub note: String,
    /// Where it is saved from.
    pub href: String,
    /// Address of its small picture; empty for what is no picture.
    pub preview_href: String,
}

/// The files of a record, each to be saved by a click. Nothing when there are none.
pub fn attachments(lang: Lang, files: &[Attachment]) -> Markup {
    let t = texts(lang);
    html! {
        @if !files.is_empty() {
            ul class="attachments" aria-label=(t.attachments()) {
                @for file in files {
                    li {
                        a href=(file.href) download=(file.name) title=(t.attachment_save(&file.name)) {
                            @if file.preview_href.is_empty() {
                                span class="attachment-kind" { (icon(Icon::File)) }
                            } @else {
                                img src=(file.preview_href) alt="" loading="lazy";
                            }
                            span class="attachment-words" {
                                span class="attachment-name" { (file.name) }
                                span class="attachment-note" { (file.note) }
                            }
                        }
                    }
                }
            }
        }
    }
}
