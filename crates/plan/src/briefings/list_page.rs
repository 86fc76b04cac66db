//! The briefings of a campaign, and one of them.
use super::{
    briefing::{self, Briefing, BriefingId},
    correction, recording,
};
use crate::{
    campaigns::store,
    view::{
        campaign::{self as head, Page},
        history, links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::entry;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, Fact, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/briefings")]
pub struct BriefingsUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefings/{briefing}")]
pub struct BriefingUrl {
    pub briefing: BriefingId,
}

pub async fn list(
    url: BriefingsUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let mut found = Vec::new();
    for briefing in briefing::of_campaign(app.db.reader(), &campaign.code).await? {
        if is_seen(&app, &sight, &briefing).await? {
            found.push(briefing);
        }
    }
    let new = links::under(&campaign.code, "briefings/new");
    let new_label = t.briefing_new();
    let may_record = actor.has(Right::Record);
    let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).min(found.len());
    let shown = &found[place(paging.offset())..place(paging.offset().saturating_add(paging.limit()))];
    let mut rows = Vec::new();
    for briefing in shown {
        let held = correction::held(app.db.reader(), briefing).await?;
        let headcounts: u32 = held.audience.headcounts.iter().map(|(_, people)| *people).sum();
        rows.push(Row::new(vec![
            html! { (briefing.day) },
            html! { a href=(links::briefing(briefing.id)) { (briefing.title) } },
            html! { (briefing.place) },
            html! { (sight.directory.name(briefing.organiser, lang)) },
            html! { (held.audience.units.len() + held.audience.headcounts.len()) },
            html! { (held.audience.people.len() + headcounts as usize) },
        ]));
    }
    let caption = Page::Briefings.title(lang);
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::text(t.day()),
            Column::title(t.briefing_title()).wide(),
            Column::text(t.place()),
            Column::text(t.organiser()),
            Column::number(t.units_briefed()),
            Column::number(t.attendance()),
        ],
        rows,
        empty: Some(Empty {
            title: &t.briefings_empty(),
            text: &t.briefings_empty_text(),
            act: may_record.then_some((&new_label, &new)),
        }),
        ..Table::default()
    };
    let acts = html! { @if may_record { (ui::link_button(&new_label, &new, Act::Primary, Some(Icon::Add))) } };
    let main = html! {
        (head::head(lang, &campaign, Page::Briefings, acts))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, found.len() as u64)))
    };
    Ok(frame.kind(PageKind::List).page(&caption, main))
}

/// A briefing is seen by who held it and by the units that it reached, and those above them.
async fn is_seen(app: &App, sight: &Sight, briefing: &Briefing) -> Result<bool, WebError> {
    if sight.sees(briefing.organiser) {
        return Ok(true);
    }
    let held = correction::held(app.db.reader(), briefing).await?;
    let headcounts = held.audience.headcounts.iter().map(|(unit, _)| *unit);
    Ok(held.audience.units.iter().copied().chain(headcounts).any(|unit| sight.sees(unit)))
}

pub(crate) async fn seen(app: &App, actor: &Actor, id: BriefingId) -> Result<(Sight, Briefing), WebError> {
    let briefing = briefing::find(app.db.reader(), id).await?.ok_or(WebError::NotFound)?;
    let (sight, _) = Sight::with_campaign(app, actor, &briefing.campaign).await?;
    if !is_seen(app, &sight, &briefing).await? {
        return Err(WebError::NotFound);
    }
    Ok((sight, briefing))
}

pub async fn show(url: BriefingUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (sight, briefing) = seen(&app, &actor, url.briefing).await?;
    let reader = app.db.reader();
    let campaign = store::find(reader, &briefing.campaign).await?.ok_or(WebError::NotFound)?;
    let held = correction::held(reader, &briefing).await?;
    let entries = entry::history(reader, recording::SUBJECT, &briefing.id.to_string()).await?;
    let timeline = history::timeline(reader, frame.lang, entries).await?;
    let names = history::names(reader, held.audience.people.iter().copied().chain([briefing.recorded_by])).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let headcounts: u32 = held.audience.headcounts.iter().map(|(_, people)| *people).sum();
    let attendance = held.audience.people.len() + headcounts as usize;
    let facts = [
        Fact::text(t.day(), &briefing.day.to_string()),
        Fact::text(t.place(), &briefing.place),
        Fact::text(t.organiser(), sight.directory.name(briefing.organiser, lang)),
        Fact::text(t.attendance(), &attendance.to_string()),
        Fact::text(t.recorded_by(), names.get(&briefing.recorded_by).map_or("", String::as_str)),
    ];
    let units = units_view(lang, &sight, &held);
    let people = html! {
        @if !held.audience.people.is_empty() {
            details {
                summary { (t.people_briefed(held.audience.people.len().to_string())) }
                p { @for person in &held.audience.people { (names.get(person).map_or("", String::as_str)) " " } }
            }
        }
    };
    let may_correct = !briefing.withdrawn
        && crate::rights::may(&sight.tree, &actor, Right::Record, briefing.organiser, sight.today);
    let correct = format!("{}/correction", links::briefing(briefing.id));
    let head = PageHead {
        title: &briefing.title,
        sub: briefing.withdrawn.then(|| ui::badge(ui::Tone::Attention, &t.withdrawn())),
        acts: may_correct.then(|| ui::link_button(&t.correct(), &correct, Act::Plain, Some(Icon::Edit))),
        crumbs: &head::crumbs(lang, &campaign, Page::Briefings),
    };
    let left = html! {
        (ui::facts(&facts))
        (ui::section("units", &t.units_briefed(), html! {}, units))
        (people)
    };
    let right = ui::section("history", &t.history(), html! {}, timeline);
    let main = html! { (ui::page_head(lang, head)) (ui::two_columns(left, right)) };
    Ok(frame.kind(PageKind::Record).under("plan").page(&briefing.title, main))
}

fn units_view(lang: Lang, sight: &Sight, held: &recording::Held) -> Markup {
    let t = texts(lang);
    let units = sight.directory.in_order(held.audience.units.iter().copied());
    html! {
        ul {
            @for unit in units { li { (sight.directory.name(unit, lang)) } }
            @for (unit, people) in &held.audience.headcounts {
                li { (sight.directory.name(*unit, lang)) " " (t.persons(people.to_string())) }
            }
        }
        @if held.audience.units.is_empty() && held.audience.headcounts.is_empty() { p class="none" { (t.no_units()) } }
    }
}
