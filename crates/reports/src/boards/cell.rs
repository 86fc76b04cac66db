//! One cell of a board: the same figure, chart or list as on the figure's own page.
use super::board::{Cell, Model, Show};
use crate::{
    figures::{
        Asked, ask, asked,
        asked_view::with_days,
        figure_page::{self, Glance},
        opened::{Look, open},
        records::{self, Wanted},
        rows, shown,
    },
    words,
};
use chrono::NaiveDate;
use kernel::{Actor, Lang};
use ledger::{
    PeriodRule,
    figure::{self, Grain},
};
use maud::{Markup, html};
use orgs::Directory;
use web::{App, WebError};

/// Most records of a list on a board.
const RECORDS_MAX: u64 = 8;

pub async fn cell(
    app: &App,
    lang: Lang,
    actor: &Actor,
    directory: &Directory,
    board: &Model,
    cell: &Cell,
    as_of: NaiveDate,
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let Some(definition) = figure::find(reader, &cell.figure, None).await? else {
        return Ok(cannot(
            &cell.figure,
            &t.unknown_figure(cell.figure.as_str()),
        ));
    };
    let title = definition.title(lang).to_owned();
    let asked_for = Asked {
        unit: cell.unit.clone(),
        as_of: as_of.to_string(),
        ..Asked::default()
    };
    let rule = PeriodRule::from_code(&cell.period);
    let asked_for = with_days(&asked_for, rule, as_of);
    let scope = match ask(reader, directory, &asked_for, board.unit_id, as_of).await? {
        Ok(scope) => scope,
        Err(error) => return Ok(cannot(&title, &error.text(lang))),
    };
    let look = Look {
        grain: (cell.show == Show::Trend).then_some(Grain::Month),
        compare: Vec::new(),
    };
    let opened = open(
        reader, &app.book, directory, actor, definition, scope, &look,
    )
    .await?;
    let opened = match opened {
        Some(Ok(opened)) => opened,
        Some(Err(error)) => {
            return Ok(cannot(&title, &crate::figures::problem::text(&error, lang)));
        }
        None => return Ok(cannot(&title, &t.board_not_yours())),
    };
    let format = figure_page::format(&opened.definition)?;
    let address = Asked::of(&opened.scope, directory).url(&opened.definition.code);
    let label = asked::in_words(&opened.scope, directory, lang);
    let text = shown::write(&format, opened.value, lang);
    let glance = Glance {
        lang,
        opened: &opened,
        directory,
        format: &format,
    };
    let body = match cell.show {
        Show::Number => {
            let why = shown::why_no_data(opened.value, lang);
            return Ok(html! {
                div class="board-cell" {
                    h2 { (title) }
                    (ui::big_number(ui::BigNumber {
                        label: &label, text: &text, href: &address,
                        note: why.map(|why| html! { p { (why) } }), ..ui::BigNumber::default()
                    }))
                }
            });
        }
        Show::Trend => figure_page::trend_chart(&glance, &title),
        Show::Parts => figure_page::parts_chart(&glance),
        Show::List => {
            let wanted = Wanted {
                take: RECORDS_MAX,
                ..Wanted::default()
            };
            let page = records::list(
                reader,
                &app.book,
                &opened.definition,
                &opened.scope,
                &opened.own,
                wanted,
            );
            let page = page.await?.map_err(WebError::internal)?;
            let rows = rows::rows(app, lang, actor, directory, &page.rows).await?;
            figure_page::table(lang, &opened.compiled, 0, &format, &page, &rows)
        }
    };
    Ok(html! {
        div class="board-cell board-wide" {
            h2 { (title) " " (ui::number(&text, &address)) }
            p class="hint" { (label) }
            (body)
        }
    })
}

fn cannot(title: &str, text: &str) -> Markup {
    html! {
        div class="board-cell" {
            h2 { (title) }
            p class="none" { (text) }
        }
    }
}
