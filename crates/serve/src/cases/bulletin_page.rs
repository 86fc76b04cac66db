//! The weekly hotline bulletin, from the cases themselves. Each count opens its list.
use super::{
    board::{self, By},
    bulletin::{Bulletin, Growth, Line, Sort, Week, percent},
    case::Kind,
    links,
    list::{Conditions, View},
    sight::Sight,
};
use crate::words::texts;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, BigNumber, Column, Crumb, PageHead, PageKind, QueryBar, Row, Table,
    form::{self, Field, Width},
    query::with_params,
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/bulletin")]
pub struct BulletinUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Any day of the week; the week before this one unless said otherwise.
    week: String,
}

pub async fn show(
    _: BulletinUrl,
    State(app): State<App>,
    Query(asked): Query<Asked>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let day = asked.week.trim().parse();
    let week = day.map_or_else(|_| Week::of(sight.today).before(), Week::of);
    let now = counts(&app, &sight, week).await?;
    let before = counts(&app, &sight, week.before()).await?;
    let title = texts(frame.lang).bulletin();
    let main = view(frame.lang, &title, week, &Bulletin::of(now, before));
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

/// Cases raised in the week, by the four kinds. What was merged counts once.
async fn counts(app: &App, sight: &Sight, week: Week) -> Result<[u64; 4], WebError> {
    let conditions = Conditions {
        from: week.monday.to_string(),
        to: week.sunday.to_string(),
        ..Conditions::default()
    };
    let reader = app.db.reader();
    let condition = conditions.filter(reader.get_database_backend(), sight, View::All);
    let mut counts = [0; 4];
    for count in board::counts(reader, By::Kind, condition).await? {
        let sort = Kind::from_code(&count.key).map(Sort::of);
        if let Some(at) = Sort::ALL.iter().position(|one| Some(*one) == sort) {
            counts[at] += count.count.unsigned_abs();
        }
    }
    Ok(counts)
}

fn view(lang: Lang, title: &str, week: Week, bulletin: &Bulletin) -> Markup {
    let t = texts(lang);
    let list = |week: Week, sort: Option<Sort>| {
        let kinds: Vec<&str> = sort
            .into_iter()
            .flat_map(Sort::kinds)
            .map(Kind::code)
            .collect();
        let (from, to) = (week.monday.to_string(), week.sunday.to_string());
        let conditions = [
            ("view", View::All.code()),
            ("from", from.as_str()),
            ("to", to.as_str()),
            ("kind", &kinds.join(",")),
        ];
        with_params(links::CASES, &conditions)
    };
    let of = |week: Week| with_params(links::BULLETIN, &[("week", &week.monday.to_string())]);
    let head = PageHead {
        title,
        sub: Some(
            html! { p { (t.bulletin_week(week.monday.to_string(), week.sunday.to_string())) } },
        ),
        acts: Some(html! {
            (ui::link_button(&t.bulletin_before(), &of(week.before()), Act::Plain, None))
            (ui::link_button(&t.bulletin_after(), &of(week.after()), Act::Plain, None))
        }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
    };
    let rows = bulletin.lines.iter().map(|line| {
        Row::new(vec![
            html! { (sort(lang, line.sort)) },
            ui::number(&line.count.to_string(), &list(week, Some(line.sort))),
            html! { (percent(line.share)) },
            ui::number(
                &line.before.to_string(),
                &list(week.before(), Some(line.sort)),
            ),
            html! { (growth(lang, line.growth)) },
        ])
    });
    let table = Table {
        caption: title,
        columns: vec![
            Column::title(t.case_kind()).wide(),
            Column::number(t.bulletin_this()),
            Column::number(t.bulletin_share()),
            Column::number(t.bulletin_last()),
            Column::number(t.bulletin_growth()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let numbers = [
        ui::big_number(BigNumber {
            label: &t.bulletin_total(),
            text: &bulletin.total.to_string(),
            href: &list(week, None),
            note: Some(html! { (growth(lang, bulletin.growth)) }),
            ..BigNumber::default()
        }),
        ui::big_number(BigNumber {
            label: &t.bulletin_total_before(),
            text: &bulletin.before.to_string(),
            href: &list(week.before(), None),
            ..BigNumber::default()
        }),
    ];
    let label = t.bulletin_choose();
    let monday = week.monday.to_string();
    let bar = QueryBar {
        action: links::BULLETIN,
        keep: &[],
        fields: form::date(
            lang,
            Field::new("week", &label, &monday)
                .condition()
                .width(Width::Short),
        ),
    };
    html! {
        (ui::page_head(lang, head))
        (ui::query_bar(lang, bar))
        (ui::numbers_row(&numbers))
        (ui::table(lang, table))
        @if !bulletin.shares_make_a_hundred() { p class="hint" { (t.bulletin_rounded()) } }
        (ui::section("words", &t.bulletin_words(), html! {}, words(lang, week, bulletin)))
    }
}

/// As it goes into the bulletin.
fn words(lang: Lang, week: Week, bulletin: &Bulletin) -> Markup {
    let t = texts(lang);
    let total = t.bulletin_text(
        week.monday.to_string(),
        week.sunday.to_string(),
        bulletin.total.to_string(),
        growth(lang, bulletin.growth),
    );
    let line = |line: &Line| {
        t.bulletin_line(
            sort(lang, line.sort),
            line.count.to_string(),
            percent(line.share),
            growth(lang, line.growth),
        )
    };
    html! {
        p { (total) }
        ul { @for one in &bulletin.lines { li { (line(one)) } } }
    }
}

fn sort(lang: Lang, sort: Sort) -> String {
    let t = texts(lang);
    match sort {
        Sort::Inquiry => t.sort_inquiry(),
        Sort::Help => t.sort_help(),
        Sort::Complaint => t.sort_complaint(),
        Sort::Suggestion => t.sort_suggestion(),
    }
}

fn growth(lang: Lang, growth: Growth) -> String {
    let t = texts(lang);
    match growth {
        Growth::NothingBefore => t.growth_nothing_before(),
        Growth::Same => t.growth_same(),
        Growth::More(tenths) => t.growth_more(percent(tenths)),
        Growth::Less(tenths) => t.growth_less(percent(tenths)),
    }
}
