//! Coverage: how many of all, who is missing, and how it grew.
use super::coverage::{Covered, Coverage, coverage};
use crate::{
    campaigns::campaign::Campaign,
    view::{
        campaign::{self as head, Page},
        links,
        sight::Sight,
        typed,
    },
    words::texts,
};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Column, Crumb, Empty, PageKind, Row, Table,
    charts::{self, Bar, Bars, Style},
    query::with_param,
};
use web::{App, AsOf, Frame, WebError};

/// Missing units that are listed at once; whoever has more goes down the tree.
const LISTED_MAX: usize = 200;
/// Days of the curve that are drawn.
const CURVE_MAX: usize = 24;

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/coverage")]
pub struct CoverageUrl {
    pub campaign: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Place {
    unit: String,
}

pub async fn show(
    url: CoverageUrl,
    State(app): State<App>,
    Query(place): Query<Place>,
    AsOf(day): AsOf,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let unit = typed::unit(&place.unit).unwrap_or_else(|| sight.top(&actor, &campaign));
    if !sight.sees(unit) {
        return Err(WebError::NotFound);
    }
    let covered = coverage(&app.book, &sight.directory, &campaign, unit, day).await?;
    let lang = frame.lang;
    let view = View {
        lang,
        path: &frame.path,
        sight: &sight,
        campaign: &campaign,
        unit,
        day,
    };
    let main = view.whole(&covered);
    Ok(frame.kind(PageKind::Figure).page(&Page::Coverage.title(lang), main))
}

struct View<'a> {
    lang: Lang,
    path: &'a str,
    sight: &'a Sight,
    campaign: &'a Campaign,
    unit: UnitId,
    day: NaiveDate,
}

impl View<'_> {
    fn whole(&self, covered: &Coverage) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let mut chain = self.sight.tree.chain(self.unit, self.day);
        chain.reverse();
        let steps: Vec<Crumb> = chain
            .iter()
            .filter(|unit| **unit != self.unit && self.sight.sees(**unit))
            .map(|unit| Crumb::new(self.sight.directory.name(*unit, lang), self.at(*unit)))
            .collect();
        html! {
            (head::head(lang, self.campaign, Page::Coverage, html! {}))
            (ui::breadcrumbs(lang, &steps))
            p { (t.coverage_at(self.sight.directory.name(self.unit, lang), self.day.to_string())) }
            div class="coverages" {
                @for kind in &covered.kinds { (self.bar(kind)) }
                (self.bar(&covered.members))
            }
            (ui::section("missing", &t.missing(), html! {}, self.missing(covered)))
            @if !covered.curve.is_empty() { (ui::section("curve", &t.coverage_curve(), html! {}, self.curve(covered))) }
        }
    }

    fn at(&self, unit: UnitId) -> String {
        with_param(self.path, "unit", &unit.to_string())
    }

    fn bar(&self, covered: &Covered) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let label = match covered.kind {
            Some(kind) => orgs::kind::title(kind, lang).to_owned(),
            None => t.members(),
        };
        let missing = (covered.all - covered.reached).max(0);
        let href = links::figure(covered.reached_figure, self.unit, &self.campaign.code, self.day);
        charts::coverage(
            lang,
            charts::Coverage {
                label: &label,
                covered: u64::try_from(covered.reached).unwrap_or_default(),
                all: u64::try_from(covered.all).unwrap_or_default(),
                href: &href,
                missing_href: "#missing",
                missing_text: &t.missing_count(missing.to_string()),
            },
        )
    }

    fn missing(&self, covered: &Coverage) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let mut units = covered.missing_units.clone();
        units.extend(covered.missing_members.keys().filter(|unit| !covered.missing_units.contains(unit)));
        let units = self.sight.directory.in_order(units);
        let rows = units.iter().take(LISTED_MAX).map(|unit| {
            let kind = self.sight.directory.unit(*unit).map_or("", |unit| unit.kind.as_str());
            let parent = self.sight.tree.parent(*unit, self.day);
            Row::new(vec![
                html! { a href=(self.at(*unit)) { (self.sight.directory.name(*unit, lang)) } },
                html! { (orgs::kind::title(kind, lang)) },
                html! { @if let Some(parent) = parent { a href=(self.at(parent)) { (self.sight.directory.name(parent, lang)) } } },
                html! { @if covered.missing_units.contains(unit) { (t.not_briefed()) } },
                html! { @if let Some(members) = covered.missing_members.get(unit) { (members) } },
            ])
        });
        html! {
            (ui::table(lang, Table {
                caption: &t.missing(),
                columns: vec![
                    Column::title(t.unit()).wide(),
                    Column::text(t.kind()),
                    Column::text(t.unit_above()),
                    Column::text(t.unit_itself()),
                    Column::number(t.members_missing()),
                ],
                rows: rows.collect(),
                empty: Some(Empty { title: &t.nobody_missing(), text: &t.nobody_missing_text(), act: None }),
                ..Table::default()
            }))
            @if LISTED_MAX < units.len() { p class="hint" { (t.more_missing((units.len() - LISTED_MAX).to_string())) } }
        }
    }

    fn curve(&self, covered: &Coverage) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let all = covered.members.all.max(1);
        let recent = covered.curve.len().saturating_sub(CURVE_MAX);
        let bars: Vec<Bar> = covered.curve[recent..]
            .iter()
            .map(|(day, _, members)| Bar {
                label: day.format("%m-%d").to_string(),
                value: Some(*members as f64),
                text: t.members_by(members.to_string(), (members * 100 / all).to_string()),
                href: links::figure(covered.members.reached_figure, self.unit, &self.campaign.code, *day),
                ..Bar::default()
            })
            .collect();
        let rows = covered.curve.iter().map(|(day, branches, members)| {
            Row::new(vec![
                html! { (day) },
                html! { (ui::number(&branches.to_string(), &links::figure("branches-mobilised", self.unit, &self.campaign.code, *day))) },
                html! { (ui::number(&members.to_string(), &links::figure("members-mobilised", self.unit, &self.campaign.code, *day))) },
            ])
        });
        let title = t.coverage_curve();
        html! {
            (charts::bars(lang, Style::Page, Bars { title: &title, bars: &bars }))
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![Column::title(t.day()), Column::number(t.branches()), Column::number(t.members())],
                rows: rows.collect(),
                ..Table::default()
            }))
        }
    }
}
