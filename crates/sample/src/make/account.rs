//! The account of the campaign so far, written around live figures, issued, and put on the portal.
use super::{Cast, Zone, entry};
use crate::{
    CAMPAIGN,
    content::{self, ROOT},
};
use anyhow::bail;
use reports::briefs::{
    drafting::{self, Text},
    issuing::{self, Wish},
    publication,
};

const EDITOR: &str = "he.shuyun";

pub(super) async fn is_given(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let editor = cast.actor(EDITOR)?;
    let account = content::account_brief();
    zone.clock.move_to(account.day);
    let text = Text {
        name: "栖云简报".into(),
        office: account.office.clone(),
        title: account.title.zh.clone(),
        report_to: addressees(&account, "报："),
        send_to: addressees(&account, "送："),
        issue_to: addressees(&account, "发："),
        editors_note: String::new(),
        // The sentences bring their own measure words.
        body: account
            .source()
            .replace("format=count", "format=62")
            .replace("format=at-least", "format=3900余"),
        campaign: CAMPAIGN.into(),
        as_of: account.day,
        copies: Some(60),
    };
    let draft = drafting::begin(
        zone.book,
        editor,
        entry("account draft"),
        cast.unit(ROOT)?,
        &text,
    )
    .await?;
    let wish = Wish::new(entry("account issue"), &draft);
    let total = match issuing::issue(zone.book, editor, wish).await {
        Ok(total) => total,
        Err(error) => bail!("{error:?}"),
    };
    // The account is for everybody; the weekly briefs stay inside.
    publication::set(zone.book, editor, entry("account public"), total, true).await?;
    Ok(())
}

/// Those of one line of the foot.
fn addressees(account: &content::AccountBrief, line: &str) -> String {
    account
        .addressees
        .iter()
        .filter_map(|addressees| addressees.strip_prefix(line))
        .collect::<Vec<_>>()
        .join("、")
}
