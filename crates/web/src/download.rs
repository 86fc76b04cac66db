use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// A file to save. Its name may be in any script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub name: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Download {
    pub fn xlsx(name: impl Into<String>, bytes: Vec<u8>) -> Download {
        Download {
            name: name.into(),
            content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes,
        }
    }

    pub fn docx(name: impl Into<String>, bytes: Vec<u8>) -> Download {
        Download {
            name: name.into(),
            content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes,
        }
    }

    /// With a byte order mark, without which spreadsheet programs here take UTF-8 for GBK.
    pub fn csv(name: impl Into<String>, text: &str) -> Download {
        Download {
            name: name.into(),
            content_type: "text/csv; charset=utf-8",
            bytes: [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        }
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let headers = [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static(self.content_type),
            ),
            (header::CONTENT_DISPOSITION, attachment(&self.name)),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, self.bytes).into_response()
    }
}

/// For whoever answers with a file that is not a [`Download`].
pub(crate) fn attachment(name: &str) -> HeaderValue {
    HeaderValue::from_str(&disposition(name)).unwrap_or(HeaderValue::from_static("attachment"))
}

/// RFC 6266: the name in UTF-8 (RFC 5987), and in ASCII for whoever does not know that.
fn disposition(name: &str) -> String {
    let ascii: String = name
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | ' ' => c,
            _ => '_',
        })
        .collect();
    let encoded = ui::query::encode(name);
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_file_keeps_its_chinese_name() {
        assert_eq!(
            disposition("花名册 2021.xlsx"),
            "attachment; filename=\"___ 2021.xlsx\"; filename*=UTF-8''%E8%8A%B1%E5%90%8D%E5%86%8C%202021.xlsx"
        );
    }

    #[test]
    fn a_name_cannot_add_headers_or_leave_its_quotes() {
        assert_eq!(
            disposition("a\"\r\nb"),
            "attachment; filename=\"a___b\"; filename*=UTF-8''a%22%0D%0Ab"
        );
    }
}
