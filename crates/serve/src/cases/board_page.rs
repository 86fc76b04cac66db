//! Boards: cases by kind, by unit, by place, by month. Each count opens its list.
use super::{
    board::{self, By, Count},
    case::Kind,
    links,
    list::{Conditions, View},
    said,
    sight::Sight,
};
use crate::words::texts;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::{Days, Months, NaiveDate};
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Column, Crumb, Empty, PageHead, PageKind, QueryBar, Row, Tab, Table,
    charts::{self, Bar, Bars, Style},
    form::{self, Field, Width},
    query::with_params,
};
use web::{App, Frame, WebError};

/// Bars that are drawn; the table has all.
const BARS_MAX: usize = 20;

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/board")]
pub struct BoardUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    by: String,
    from: String,
    to: String,
}

pub async fn show(
    _: BoardUrl,
    State(app): State<App>,
    Query(asked): Query<Asked>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let by = By::from_code(&asked.by).unwrap_or(By::Kind);
    let sight = Sight::of(&app, &actor).await?;
    let reader = app.db.reader();
    let conditions = Conditions {
        from: asked.from.clone(),
        to: asked.to.clone(),
        ..Conditions::default()
    };
    let condition = conditions.filter(reader.get_database_backend(), &sight, View::All);
    let mut counts = board::counts(reader, by, condition).await?;
    in_order(by, &sight, &mut counts);
    let board = Board {
        lang,
        by,
        sight: &sight,
        asked: &asked,
    };
    let title = t.board();
    let main = board.view(&title, &frame.path, &counts);
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

/// Kinds and units in their given order, months in theirs; places by how much there is.
fn in_order(by: By, sight: &Sight, counts: &mut Vec<Count>) {
    match by {
        By::Kind => {
            counts.sort_by_key(|count| Kind::ALL.iter().position(|kind| kind.code() == count.key))
        }
        By::Unit => {
            let units = counts.iter().filter_map(|count| count.key.parse().ok());
            let order: Vec<UnitId> = sight.directory.in_order(units);
            let place = |count: &Count| order.iter().position(|unit| unit.to_string() == count.key);
            counts.sort_by_key(place);
        }
        By::Month => counts.sort_by(|one, other| other.key.cmp(&one.key)),
        By::Place => counts.sort_by(|one, other| {
            other
                .count
                .cmp(&one.count)
                .then_with(|| one.key.cmp(&other.key))
        }),
    }
}

struct Board<'a> {
    lang: Lang,
    by: By,
    sight: &'a Sight,
    asked: &'a Asked,
}

impl Board<'_> {
    fn view(&self, title: &str, path: &str, counts: &[Count]) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let tabs: Vec<Tab> = By::ALL
            .iter()
            .map(|by| {
                let label = match by {
                    By::Kind => t.case_kind(),
                    By::Unit => t.case_holder(),
                    By::Place => t.case_where(),
                    By::Month => t.board_month(),
                };
                Tab::new(
                    label,
                    with_params(path, &[("by", by.code())]),
                    *by == self.by,
                )
            })
            .collect();
        let bars: Vec<Bar> = counts
            .iter()
            .take(BARS_MAX)
            .map(|count| Bar {
                label: self.label(&count.key),
                value: Some(count.count as f64),
                text: count.count.to_string(),
                href: self.href(&count.key, ""),
            })
            .collect();
        let (all, open) = counts.iter().fold((0, 0), |(all, open), count| {
            (all + count.count, open + count.open)
        });
        let mut rows: Vec<Row> = counts.iter().map(|count| self.row(count)).collect();
        if 1 < counts.len() {
            rows.push(Row::new(vec![
                html! { strong { (t.board_sum()) } },
                ui::number(&all.to_string(), &self.list(&[])),
                html! { (open) },
            ]));
        }
        let table = Table {
            caption: title,
            columns: vec![
                Column::title(t.board_what()).wide(),
                Column::number(t.board_count()),
                Column::number(t.board_open()),
            ],
            rows,
            empty: Some(Empty {
                title: &t.board_empty(),
                text: &t.board_empty_text(),
                act: None,
            }),
            ..Table::default()
        };
        let head = PageHead {
            title,
            sub: Some(html! { p { (t.board_sub()) } }),
            crumbs: &[Crumb::new(t.cases(), links::CASES)],
            ..PageHead::default()
        };
        html! {
            (ui::page_head(lang, head))
            (ui::tabs(&t.board_views(), &tabs))
            (self.bar())
            @if !bars.is_empty() { (charts::bars(lang, Style::Page, Bars { title, bars: &bars })) }
            (ui::table(lang, table))
        }
    }

    fn bar(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let (from, to) = (t.period_from(), t.period_to());
        let bar = QueryBar {
            action: links::BOARD,
            keep: &[("by", self.by.code())],
            fields: html! {
                (form::date(lang, Field::new("from", &from, &self.asked.from).condition().width(Width::Short)))
                (form::date(lang, Field::new("to", &to, &self.asked.to).condition().width(Width::Short)))
            },
        };
        ui::query_bar(lang, bar)
    }

    fn row(&self, count: &Count) -> Row {
        Row::new(vec![
            html! { (self.label(&count.key)) },
            ui::number(&count.count.to_string(), &self.href(&count.key, "")),
            ui::number(&count.open.to_string(), &self.href(&count.key, "open")),
        ])
    }

    fn label(&self, key: &str) -> String {
        let lang = self.lang;
        match self.by {
            By::Kind => {
                Kind::from_code(key).map_or_else(String::new, |kind| said::kind(lang, kind))
            }
            By::Unit => {
                let unit = key.parse::<UnitId>().ok();
                let name = unit.map(|unit| self.sight.directory.name(unit, lang).to_owned());
                name.unwrap_or_default()
            }
            By::Place if key.is_empty() => texts(lang).board_no_place(),
            By::Place | By::Month => key.to_owned(),
        }
    }

    fn href(&self, key: &str, state: &str) -> String {
        let place = match key {
            "" => super::list::NO_PLACE,
            key => key,
        };
        match self.by {
            By::Kind => self.list(&[("kind", key), ("state", state)]),
            By::Unit => self.list(&[("holder", key), ("state", state)]),
            By::Place => self.list(&[("place", place), ("state", state)]),
            By::Month => {
                let first = format!("{key}-01").parse::<NaiveDate>().ok();
                let last = first.and_then(|first| first.checked_add_months(Months::new(1)));
                let last = last.and_then(|next| next.checked_sub_days(Days::new(1)));
                let text =
                    |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
                let (from, to) = (text(first), text(last));
                let from = from.max(self.asked.from.trim().to_owned());
                let asked_to = self.asked.to.trim().to_owned();
                let to = match asked_to.is_empty() {
                    true => to,
                    false => to.min(asked_to),
                };
                self.list(&[("from", &from), ("to", &to), ("state", state)])
            }
        }
    }

    /// The list with the board's own conditions and these.
    fn list(&self, conditions: &[(&str, &str)]) -> String {
        let own = [
            ("view", View::All.code()),
            ("from", self.asked.from.trim()),
            ("to", self.asked.to.trim()),
        ];
        with_params(&with_params(links::CASES, &own), conditions)
    }
}
