//! What a file is, by its content.
use crate::words::texts;
use encoding_rs::GB18030;
use kernel::Lang;

/// A kind of file that can be attached. All others are refused: nobody is served what a browser might run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Jpeg,
    Png,
    Pdf,
    Doc,
    Docx,
    Xls,
    Xlsx,
    Ppt,
    Pptx,
    /// GB/T 33190, the national page format.
    Ofd,
    Text,
}

impl Kind {
    const ALL: [Kind; 11] = [
        Kind::Jpeg,
        Kind::Png,
        Kind::Pdf,
        Kind::Doc,
        Kind::Docx,
        Kind::Xls,
        Kind::Xlsx,
        Kind::Ppt,
        Kind::Pptx,
        Kind::Ofd,
        Kind::Text,
    ];

    /// `None`: it is of no kind that can be taken.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        let known = infer::get(bytes).map(|found| found.mime_type());
        match known {
            Some("image/jpeg") => Some(Kind::Jpeg),
            Some("image/png") => Some(Kind::Png),
            Some("application/pdf") => Some(Kind::Pdf),
            Some("application/msword") => Some(Kind::Doc),
            Some("application/vnd.ms-excel") => Some(Kind::Xls),
            Some("application/vnd.ms-powerpoint") => Some(Kind::Ppt),
            Some(_) if bytes.starts_with(b"PK\x03\x04") => in_zip(bytes),
            None if is_text(bytes) => Some(Kind::Text),
            _ => None,
        }
    }

    /// As it is kept in the database; also the ending of its files.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Pdf => "pdf",
            Kind::Doc => "doc",
            Kind::Docx => "docx",
            Kind::Xls => "xls",
            Kind::Xlsx => "xlsx",
            Kind::Ppt => "ppt",
            Kind::Pptx => "pptx",
            Kind::Ofd => "ofd",
            Kind::Text => "txt",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a file of this kind may have a name with this ending.
    pub(crate) fn goes_by(self, ending: &str) -> bool {
        let ending = ending.to_ascii_lowercase();
        match self {
            Kind::Jpeg => matches!(&*ending, "jpg" | "jpeg"),
            Kind::Text => matches!(&*ending, "txt" | "csv" | "md"),
            kind => ending == kind.code(),
        }
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Pdf => "application/pdf",
            Kind::Doc => "application/msword",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xls => "application/vnd.ms-excel",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Ppt => "application/vnd.ms-powerpoint",
            Kind::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Kind::Ofd => "application/ofd",
            Kind::Text => "text/plain",
        }
    }

    pub fn is_picture(self) -> bool {
        matches!(self, Kind::Jpeg | Kind::Png)
    }

    /// In a word or two, for lists of files.
    pub fn title(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Kind::Jpeg => t.kind_jpeg(),
            Kind::Png => t.kind_png(),
            Kind::Pdf => t.kind_pdf(),
            Kind::Doc | Kind::Docx => t.kind_doc(),
            Kind::Xls | Kind::Xlsx => t.kind_xls(),
            Kind::Ppt | Kind::Pptx => t.kind_ppt(),
            Kind::Ofd => t.kind_ofd(),
            Kind::Text => t.kind_text(),
        }
    }
}

/// Where a zip lists its contents: at the end. Office files list some dozens of parts.
const LISTING_BYTES_MAX: usize = 256 * 1024;

/// Office formats are zips; which one is told by a part that each must have. Those that carry macros are not taken.
fn in_zip(bytes: &[u8]) -> Option<Kind> {
    let listing = &bytes[bytes.len().saturating_sub(LISTING_BYTES_MAX)..];
    let lists = |part: &str| {
        listing
            .windows(part.len())
            .any(|window| window == part.as_bytes())
    };
    if lists("vbaProject.bin") {
        return None;
    }
    [
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Xlsx),
        ("ppt/presentation.xml", Kind::Pptx),
        ("OFD.xml", Kind::Ofd),
    ]
    .into_iter()
    .find(|(part, _)| lists(part))
    .map(|(_, kind)| kind)
}

/// Text in UTF-8, or as older programs here write it. What begins like a page or a drawing is none: a browser that is told
/// otherwise might show it.
fn is_text(bytes: &[u8]) -> bool {
    let begin = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let looks_like_markup = begin.trim_ascii_start().starts_with(b"<");
    let is_readable = |byte: &u8| !matches!(byte, 0..=8 | 11 | 14..=31 | 127);
    !looks_like_markup
        && bytes.iter().all(is_readable)
        && (std::str::from_utf8(bytes).is_ok() || !GB18030.decode_without_bom_handling(bytes).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(Kind::of(b"%PDF-1.7\n%abc"), Some(Kind::Pdf));
        assert_eq!(Kind::of("四月，销号 3 件。".as_bytes()), Some(Kind::Text));
        assert_eq!(Kind::of(b"\xcb\xc4\xd4\xc2,3\r\n"), Some(Kind::Text));
        assert_eq!(
            Kind::of(b"PK\x03\x04............word/document.xml...."),
            Some(Kind::Docx)
        );
        assert_eq!(
            Kind::of(b"PK\x03\x04............OFD.xml...."),
            Some(Kind::Ofd)
        );
    }

    #[test]
    fn nothing_is_taken_that_a_browser_or_an_office_program_might_run() {
        for refused in [
            &b"<html><script>alert(1)</script>"[..],
            b"<!DOCTYPE html><p>",
            b"\xEF\xBB\xBF  <svg xmlns='http://www.w3.org/2000/svg'/>",
            b"<?xml version='1.0'?><svg/>",
            b"MZ\x90\x00\x03\x00\x00\x00",
            b"\x7fELF\x02\x01\x01\x00",
            b"#!/bin/sh\nrm -r x\n",
            b"PK\x03\x04....word/document.xml..word/vbaProject.bin..",
            b"PK\x03\x04....payload.exe....",
            b"GIF89a\x01\x00\x01\x00",
        ] {
            assert_eq!(
                Kind::of(refused),
                None,
                "{}",
                String::from_utf8_lossy(refused)
            );
        }
    }
}
