//! Workbooks to fill in.
use super::{people_template, units_template};
use crate::words::texts;
use axum_extra::routing::TypedPath;
use kernel::Lang;
use serde::Deserialize;
use web::{Download, WebError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    Units,
    People,
}

#[derive(TypedPath, Deserialize, Clone)]
#[typed_path("/roster/templates/{template}/{lang}")]
pub struct TemplateUrl {
    pub template: String,
    pub lang: String,
}

impl Template {
    pub fn url(self, lang: Lang) -> String {
        let template = match self {
            Template::Units => "units",
            Template::People => "people",
        };
        let lang = match lang {
            Lang::Zh => "zh",
            Lang::En => "en",
        };
        format!("/roster/templates/{template}/{lang}")
    }
}

pub async fn download(url: TemplateUrl) -> Result<Download, WebError> {
    let lang = match url.lang.as_str() {
        "zh" => Lang::Zh,
        "en" => Lang::En,
        _ => return Err(WebError::NotFound),
    };
    let t = texts(lang);
    let (name, bytes) = match url.template.as_str() {
        "units" => (t.import_units_template_file(), units_template(lang)),
        "people" => (t.import_people_template_file(), people_template(lang)),
        _ => return Err(WebError::NotFound),
    };
    Ok(Download::xlsx(name, bytes.map_err(WebError::internal)?))
}
