//! Forms that may carry files: an ordinary form, or one with parts.
//!
//! Files are taken in while they arrive, before anybody looks at the rest of the form: so a form that comes back for a
//! mistake still has them.
use crate::{App, WebError, problems::Passed};
use axum::{
    RequestExt,
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::header,
};
use files::{FILES_MAX, FileId, Incoming, Refusal, TakeError};
use kernel::{Actor, Lang, PersonId};
use serde::de::DeserializeOwned;

/// Name of the control that files are chosen in.
pub const FILES_FIELD: &str = "files";
/// Name of the boxes that stay ticked for files that came before and are to be kept.
pub const KEPT_FIELD: &str = "kept_file";

/// What was typed, and which files came along.
#[derive(Debug)]
pub struct Filled<T> {
    pub input: T,
    pub files: SentFiles,
}

/// The files of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentFiles {
    /// Those wanted for the record, in order: kept ones as they were ticked, then the new ones. Whether the person may
    /// have them is for [`files::attach`] to see.
    pub wanted: Vec<FileId>,
    /// Those that could not be taken, by their names.
    pub refused: Vec<(String, Refusal)>,
}

impl SentFiles {
    /// What to say beside the field, if a file could not be taken.
    pub fn problem(&self, lang: Lang) -> Option<String> {
        let sentences: Vec<String> = self
            .refused
            .iter()
            .map(|(name, refusal)| refusal.text(lang, name))
            .collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Filled<T> {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &App) -> Result<Self, WebError> {
        let owner = request.extensions().get::<Actor>();
        let owner = owner.map(|actor| actor.person);
        let kind = request.headers().get(header::CONTENT_TYPE);
        let has_parts =
            kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
        let passed = request.extensions().get::<Passed>().cloned();
        let mut sent = Sent::default();
        if has_parts {
            let parts = Multipart::from_request(request, app).await;
            let parts = parts.map_err(|refused| WebError::Other(refused.status()))?;
            sent.read(app, owner, parts).await?;
            if let Some(passed) = passed {
                passed.keep(sent.fields());
            }
        } else {
            let body: Bytes = request
                .extract()
                .await
                .map_err(|_| WebError::Unreadable("form".to_owned()))?;
            let pairs: Vec<(String, String)> =
                serde_html_form::from_bytes(&body).map_err(unreadable)?;
            for (name, value) in pairs {
                sent.take(name, value)?;
            }
        }
        sent.finish()
    }
}

#[derive(Default)]
struct Sent {
    pairs: Vec<(String, String)>,
    files: SentFiles,
}

impl Sent {
    async fn read(
        &mut self,
        app: &App,
        owner: Option<PersonId>,
        mut parts: Multipart,
    ) -> Result<(), WebError> {
        while let Some(part) = parts.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                self.take_file(app, owner, part).await?;
            } else {
                self.take(name, part.text().await?)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, name: String, value: String) -> Result<(), WebError> {
        if name != KEPT_FIELD {
            self.pairs.push((name, value));
            return Ok(());
        }
        let id: FileId = value
            .parse()
            .map_err(|_| WebError::Unreadable(format!("{KEPT_FIELD}={value}")))?;
        if self.files.wanted.len() < FILES_MAX && !self.files.wanted.contains(&id) {
            self.files.wanted.push(id);
        }
        Ok(())
    }

    async fn take_file(
        &mut self,
        app: &App,
        owner: Option<PersonId>,
        mut part: Field<'_>,
    ) -> Result<(), WebError> {
        let name = part.file_name().unwrap_or_default().to_owned();
        let mut incoming = Incoming::new(name.clone());
        let is_one_too_many = FILES_MAX <= self.files.wanted.len();
        while let Some(chunk) = part.chunk().await? {
            if !is_one_too_many {
                incoming.push(&chunk);
            }
        }
        if name.is_empty() && incoming.is_nothing() {
            return Ok(());
        }
        if is_one_too_many {
            self.files.refused.push((name, Refusal::TooMany));
            return Ok(());
        }
        let now = app.clock.now();
        match app.files.take(&app.db, owner, now, incoming).await {
            Ok(file) => self.files.wanted.push(file.id),
            Err(TakeError::Refused(refusal)) => self.files.refused.push((name, refusal)),
            Err(TakeError::Database(source)) => return Err(source.into()),
            Err(error) => return Err(WebError::internal(error)),
        }
        Ok(())
    }

    /// The form as it can be sent once more, without its files but with the ids under which they are kept.
    fn fields(&self) -> impl Iterator<Item = (String, String)> {
        let kept = self.files.wanted.iter();
        let kept = kept.map(|id| (KEPT_FIELD.to_owned(), id.to_string()));
        self.pairs.iter().cloned().chain(kept)
    }

    fn finish<T: DeserializeOwned>(self) -> Result<Filled<T>, WebError> {
        let text = serde_html_form::to_string(&self.pairs).map_err(WebError::internal)?;
        Ok(Filled {
            input: serde_html_form::from_str(&text).map_err(unreadable)?,
            files: self.files,
        })
    }
}

fn unreadable(error: impl std::fmt::Display) -> WebError {
    WebError::Unreadable(error.to_string())
}
