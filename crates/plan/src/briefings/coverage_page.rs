//! Coverage: how many of all, who is missing, and how it grew.
use super::coverage::{Coverage, Covered, coverage};
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
    Ok(frame
        .kind(PageKind::Figure)
        .page(&Page::Coverage.title(lang), main))
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
        let bars: Vec<Markup> = covered
            .kinds
            .iter()
            .chain([&covered.members])
            .map(|covered| html! { div class="big-number" { (self.bar(covered)) } })
            .collect();
        html! {
            (head::head(lang, self.campaign, Page::Coverage, html! {}))
            (ui::breadcrumbs(lang, &steps))
            p { (t.coverage_at(self.sight.directory.name(self.unit, lang), self.day.to_string())) }
            (ui::numbers_row(&bars))
            @let closed = self.closed_since(covered);
            @if 0 < closed { p class="hint" { (t.coverage_closed_since(closed)) } }
            (ui::section("missing", &t.missing(), html! {}, self.missing(covered)))
            @if !covered.curve.is_empty() { (ui::section("curve", &t.coverage_curve(), html! {}, self.curve(covered))) }
        }
    }

    /// Units that were briefed and have been closed or merged since: why all may be covered, and a new one still missing.
    fn closed_since(&self, covered: &Coverage) -> i64 {
        let kind_of = |unit: &UnitId| self.sight.directory.unit(*unit).map(|unit| &*unit.kind);
        let of_kind = |covered_kind: &Covered| {
            let missing = covered
                .missing_units
                .iter()
                .filter(|unit| kind_of(unit) == covered_kind.kind);
            let missing = i64::try_from(missing.count()).unwrap_or_default();
            (covered_kind.reached + missing - covered_kind.all).max(0)
        };
        covered.kinds.iter().map(of_kind).sum()
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
        let href = links::figure(
            &self.sight.directory,
            covered.reached_figure,
            self.unit,
            &self.campaign.code,
            self.day,
        );
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
        units.extend(
            covered
                .missing_members
                .keys()
                .filter(|unit| !covered.missing_units.contains(unit)),
        );
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
                href: links::figure(
                    &self.sight.directory,
                    covered.members.reached_figure,
                    self.unit,
                    &self.campaign.code,
                    *day,
                ),
            })
            .collect();
        let rows = covered.curve.iter().map(|(day, branches, members)| {
            Row::new(vec![
                html! { (day) },
                html! { (ui::number(&branches.to_string(), &links::figure(&self.sight.directory, "branches-mobilised", self.unit, &self.campaign.code, *day))) },
                html! { (ui::number(&members.to_string(), &links::figure(&self.sight.directory, "members-mobilised", self.unit, &self.campaign.code, *day))) },
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

#[cfg(test)]
mod tests {
    use crate::world::{COMMITTEE, FIRST, SECOND, Sees, day, id, in_world};
    use kernel::UnitId;
    use ledger::{
        NewEntry, Subject,
        tree::{self, Edge, Place},
    };
    use sea_orm::{EntityTrait, IntoActiveModel};

    const NEW: UnitId = UnitId(8);

    #[tokio::test]
    async fn a_branch_closed_after_its_briefing_explains_why_a_new_one_is_missing() {
        in_world(async |world| {
            let browser = world.app.sign_in_as(&world.clerk).await;
            let record = [
                ("entry", "018f0000-0000-7000-8000-0000000000f1"),
                ("title", "动员会"),
                ("day", "2021-03-10"),
                ("organiser", "6"),
                ("units", &FIRST.to_string()),
                ("units", &SECOND.to_string()),
            ];
            browser
                .post("/campaigns/study/briefings", &record)
                .await
                .assert_status(303);
            let coverage = browser.get("/campaigns/study/coverage").await;
            coverage.assert_not_see("后来已撤销或并入");

            let (book, from) = (world.book(), day("2021-03-18"));
            let tx = book.db().begin().await.unwrap();
            let edge = |unit, place| Edge { unit, from, place };
            let edges = [
                edge(SECOND, Place::Closed),
                edge(NEW, Place::Below(COMMITTEE)),
            ];
            tree::change(&tx, book, &edges).await.unwrap();
            let row = orgs::unit::Model {
                id: NEW,
                code: "DW01-B03".into(),
                name: "第三党支部".into(),
                name_en: None,
                kind: "party_branch".into(),
                position: 9,
            };
            orgs::unit::Entity::insert(row.into_active_model())
                .exec_without_returning(&tx)
                .await
                .unwrap();
            let subject = Subject::new("orgs.unit", NEW);
            let founded = NewEntry::new(id(99), "test.unit", subject, NEW, from)
                .post("orgs.unit.party_branch", 1);
            ledger::append(&tx, book, &world.clerk, &founded)
                .await
                .unwrap();
            tx.commit().await.unwrap();

            let coverage = browser.get("/campaigns/study/coverage").await;
            coverage.assert_see("已覆盖的单位中有 1 个后来已撤销或并入");
            coverage.assert_see("第三党支部");
        })
        .await;
    }
}
