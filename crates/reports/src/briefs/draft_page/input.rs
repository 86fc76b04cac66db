//! What is typed into the editor of a draft.
use crate::briefs::{brief, drafting::Text};
use chrono::NaiveDate;
use kernel::EntryId;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    pub entry: EntryId,
    pub seen_version: i32,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub office: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub report_to: String,
    #[serde(default)]
    pub send_to: String,
    #[serde(default)]
    pub issue_to: String,
    #[serde(default)]
    pub editors_note: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub campaign: String,
    #[serde(default)]
    pub as_of: String,
    /// Words to find a figure by.
    #[serde(default)]
    pub pick: String,
    /// A token to append, from a button of the picker, where there is no script to put it at the cursor.
    #[serde(default)]
    pub insert: String,
    /// A typed number and the figure that shall stand in its place ([`crate::briefs::placing`]).
    #[serde(default)]
    pub place: String,
    /// Printed copies; empty for none.
    #[serde(default)]
    pub copies: String,
}

impl Input {
    pub fn of(brief: &brief::Model) -> Input {
        Input::with(brief.version, &Text::from(brief))
    }

    pub fn with(seen_version: i32, text: &Text) -> Input {
        let text = text.clone();
        Input {
            entry: EntryId(uuid::Uuid::now_v7()),
            seen_version,
            name: text.name,
            office: text.office,
            title: text.title,
            report_to: text.report_to,
            send_to: text.send_to,
            issue_to: text.issue_to,
            editors_note: text.editors_note,
            body: text.body,
            campaign: text.campaign,
            as_of: text.as_of.to_string(),
            pick: String::new(),
            insert: String::new(),
            place: String::new(),
            copies: text
                .copies
                .map(|copies| copies.to_string())
                .unwrap_or_default(),
        }
    }

    pub fn text(&self, as_of: NaiveDate) -> Text {
        // Browsers send line ends as CR LF.
        let body = self.body.replace("\r\n", "\n");
        Text {
            name: self.name.trim().to_owned(),
            office: self.office.trim().to_owned(),
            title: self.title.trim().to_owned(),
            report_to: self.report_to.trim().to_owned(),
            send_to: self.send_to.trim().to_owned(),
            issue_to: self.issue_to.trim().to_owned(),
            editors_note: self.editors_note.trim().to_owned(),
            body,
            campaign: self.campaign.clone(),
            as_of,
            copies: self.copies.trim().parse().ok(),
        }
    }

    /// The brief that a form would save, for its looks and its check.
    pub fn over(&self, brief: &brief::Model) -> brief::Model {
        let text = self.text(self.as_of.parse().unwrap_or(brief.as_of));
        brief::Model {
            name: text.name,
            office: text.office,
            title: text.title,
            report_to: text.report_to,
            send_to: text.send_to,
            issue_to: text.issue_to,
            editors_note: text.editors_note,
            body: text.body,
            campaign: Some(text.campaign).filter(|code| !code.is_empty()),
            as_of: text.as_of,
            copies: text.copies.and_then(|copies| i32::try_from(copies).ok()),
            ..brief.clone()
        }
    }
}
