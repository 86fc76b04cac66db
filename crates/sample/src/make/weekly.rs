//! After the account: a briefing that was entered late, the weekly brief that says so, a section sent in for it, and the next
//! draft under way.
use super::{Cast, Zone, entry, plan::CLERK};
use crate::{CAMPAIGN, TODAY, content::ROOT};
use ::plan::briefings::{
    audience::Audience,
    recording::{Held, Recording, record},
};
use anyhow::{Context, bail};
use chrono::Days;
use kernel::Actor;
use reports::briefs::{
    brief,
    drafting::{self, Text},
    embed::RestatementOf,
    frozen,
    issuing::{self, Wish},
    restating,
    section::{self, Asking, Then},
};

const EDITOR: &str = "he.shuyun";
/// Who is asked for a section, and who writes it.
const COMMUNITY: &str = "DW08-Z01";
const SECRETARY: &str = "tangzhou";
/// Whose section the next brief still waits for.
const BUREAU: &str = "BM06";
/// The figure of the account that the late briefing moves.
const FIGURE: &str = "briefings-held";

const SECTION: &str = "## 棠舟社区把党员大会开到工棚里\n棠舟社区党总支在工地午休时间开会，外出务工的党员在工棚里连线参加，会后就地登记停车、充电两类诉求，由网格员当天转办。";

pub(super) async fn goes_on(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    zone.clock.move_to(TODAY);
    let editor = cast.actor(EDITOR)?;
    a_briefing_is_entered_late(zone, cast)
        .await
        .context("the late briefing")?;
    let text = Text {
        title: "党史学习教育和办实事活动一周情况".into(),
        editors_note: "本期起，各总支来稿随周报刊发，欢迎来稿。".into(),
        body: include_str!("../../data/weekly.txt").into(),
        copies: Some(40),
        ..of_last(zone).await?
    };
    let draft = begin(zone, cast, editor, "weekly draft", &text).await?;
    a_section_comes_in(zone, cast, editor, &draft)
        .await
        .context("the section")?;
    let said = RestatementOf {
        total: 1,
        number: number_of_account(zone).await?,
        reason: "离退休干部党总支一场送学上门会当时未登记，现已补录".into(),
    };
    let act = entry("weekly restatement");
    let restated = restating::restate(zone.book, editor, act, draft.id, &said).await;
    let draft = restated.context("the restatement")?;
    let wish = Wish::new(entry("weekly issue"), &draft);
    if let Err(error) = issuing::issue(zone.book, editor, wish).await {
        bail!("{error:?}");
    }
    the_next_is_under_way(zone, cast, editor)
        .await
        .context("the next draft")
}

/// It moves one number of the account, which was right when it was printed.
async fn a_briefing_is_entered_late(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let organiser = cast.unit("DW01-Z01")?;
    let day = super::day(2021, 4, 13)?;
    let new = Recording {
        entry: entry("briefing entered late"),
        campaign: CAMPAIGN.into(),
        held: Held {
            title: "离退休党员送学上门（补录）".into(),
            place: "党员家中".into(),
            day,
            organiser,
            audience: Audience {
                units: vec![organiser],
                ..Audience::default()
            },
        },
    };
    record(zone.book, cast.actor(CLERK)?, &new).await?;
    Ok(())
}

/// Head and foot as the last issue had them.
async fn of_last(zone: &Zone<'_>) -> anyhow::Result<Text> {
    let last = brief::issues(zone.book.db().reader(), 0, 1).await?.0.pop();
    let last = Text::from(&last.context("the account was issued")?);
    Ok(Text {
        as_of: TODAY,
        ..last
    })
}

async fn begin(
    zone: &Zone<'_>,
    cast: &Cast,
    editor: &Actor,
    label: &str,
    text: &Text,
) -> anyhow::Result<brief::Model> {
    Ok(drafting::begin(zone.book, editor, entry(label), cast.unit(ROOT)?, text).await?)
}

async fn a_section_comes_in(
    zone: &Zone<'_>,
    cast: &Cast,
    editor: &Actor,
    draft: &brief::Model,
) -> anyhow::Result<()> {
    let asking = Asking {
        unit: cast.unit(COMMUNITY)?,
        asked: "流动党员怎样参加学习，一段，200字以内".into(),
        due: TODAY,
    };
    let id = entry("weekly section");
    let asked = section::ask(zone.book, editor, id, draft.id, &asking).await?;
    let (secretary, sent) = (cast.actor(SECRETARY)?, entry("weekly section sent"));
    let which = (asked.id, asked.version);
    section::write(zone.book, secretary, sent, which, SECTION, Then::Send).await?;
    section::take_over(
        zone.book,
        editor,
        entry("weekly section taken"),
        asked.id,
        "",
    )
    .await?;
    Ok(())
}

/// The place, from 1, of the number that the late briefing moves.
async fn number_of_account(zone: &Zone<'_>) -> anyhow::Result<usize> {
    let found = frozen::find(zone.book.db().reader(), 1).await?;
    let (_, issue) = found.context("the account was issued")?;
    let place = issue
        .numbers
        .iter()
        .position(|number| number.figure == FIGURE);
    Ok(place.context("the account quotes it")? + 1)
}

async fn the_next_is_under_way(zone: &Zone<'_>, cast: &Cast, editor: &Actor) -> anyhow::Result<()> {
    let text = Text {
        title: "服务专员进企业的几点做法".into(),
        editors_note: String::new(),
        body: "# 基本情况\n服务专员已经走访企业{{figure:enterprise-visits}}。\n\n# 主要做法\n\n# 下一步打算\n".into(),
        ..of_last(zone).await?
    };
    let draft = begin(zone, cast, editor, "next draft", &text).await?;
    let asking = Asking {
        unit: cast.unit(BUREAU)?,
        asked: "惠企政策兑现中的两三个例子，500字以内".into(),
        due: TODAY + Days::new(4),
    };
    section::ask(zone.book, editor, entry("next section"), draft.id, &asking).await?;
    Ok(())
}
