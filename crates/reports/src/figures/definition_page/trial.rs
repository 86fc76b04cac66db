//! A definition tried on real data before it is saved: its number now and month by month, the old one beside it.
use crate::{
    figures::{explained, figure_page::trend::label, problem, shown},
    words,
};
use kernel::{Lang, UnitId};
use ledger::figure::{self, Definition, FormulaError, Grain, Scope, Slot, Value};
use maud::{Markup, html};
use sea_orm::DbErr;
use ui::{Column, Notice, NoticeKind, Row, Table};
use web::App;

/// What a definition gives.
pub struct Trial {
    new: Tried,
    /// The definition that holds now, if there is one.
    old: Option<Tried>,
    in_words: Option<String>,
}

struct Tried {
    definition: Definition,
    outcome: Result<(Value, Vec<Slot>), FormulaError>,
}

pub async fn tried(
    app: &App,
    new: &Definition,
    old: Option<Definition>,
    unit: UnitId,
    lang: Lang,
) -> Result<Trial, DbErr> {
    let as_of = app.clock.today();
    let reader = app.db.reader();
    let campaign = ledger::campaign::find(reader, None, as_of).await?;
    let code = campaign.as_ref().map(|campaign| campaign.code.as_str());
    let compiled = figure::compile(&app.book, &new.formula, code);
    let in_words = compiled.map(|compiled| explained::node(&app.book, &compiled.node, lang));
    let scope = Scope {
        unit,
        as_of,
        from: None,
        campaign,
    };
    let old = match old {
        Some(old) => Some(reckoned(app, old, &scope).await?),
        None => None,
    };
    Ok(Trial {
        new: reckoned(app, new.clone(), &scope).await?,
        old,
        in_words: in_words.ok(),
    })
}

async fn reckoned(app: &App, definition: Definition, scope: &Scope) -> Result<Tried, DbErr> {
    let (reader, book) = (app.db.reader(), &app.book);
    let months = figure::usual_count(Grain::Month, scope.as_of);
    let value = figure::evaluate(reader, book, &definition, scope).await?;
    let slots = figure::series(reader, book, &definition, scope, Grain::Month, months).await?;
    Ok(Tried {
        outcome: value.and_then(|value| Ok((value, slots?))),
        definition,
    })
}

impl Trial {
    pub fn view(&self, lang: Lang) -> Markup {
        let t = words::texts(lang);
        let text = t.figure_tried(self.new.text(lang));
        let why = self.new.why(lang);
        html! {
            (ui::notice(lang, &Notice { kind: NoticeKind::Success, title: &t.figure_tried_title(), text: &text, ..Notice::default() }))
            @if let Some(why) = why { p class="hint" { (why) } }
            @if let Some(words) = &self.in_words { p { (t.explained_counts(words.as_str())) } }
            (self.table(lang))
        }
    }

    fn table(&self, lang: Lang) -> Markup {
        let t = words::texts(lang);
        let mut columns = vec![
            Column::title(t.column_period()),
            Column::number(t.trial_new()),
        ];
        if let Some(old) = &self.old {
            columns.push(Column::number(t.trial_old(old.definition.version)));
        }
        let cells = |text: &dyn Fn(&Tried) -> String| -> Vec<Markup> {
            let both = [Some(&self.new), self.old.as_ref()];
            let texts = both.into_iter().flatten();
            texts.map(|tried| html! { (text(tried)) }).collect()
        };
        let mut now = vec![html! { (t.trial_now()) }];
        now.extend(cells(&|tried| tried.text(lang)));
        let mut rows = vec![Row::new(now)];
        for at in 0..self.new.slots().len() {
            let month = &self.new.slots()[at];
            let mut row = vec![html! { (label(lang, Grain::Month, month.from)) }];
            row.extend(cells(&|tried| match tried.slots().get(at) {
                Some(slot) => shown::write_as_defined(&tried.definition, slot.value, lang),
                None => t.no_data(),
            }));
            rows.push(Row::new(row));
        }
        ui::table(
            lang,
            Table {
                caption: &t.figure_tried_title(),
                columns,
                rows,
                ..Table::default()
            },
        )
    }
}

impl Tried {
    fn text(&self, lang: Lang) -> String {
        match &self.outcome {
            Ok((value, _)) => shown::write_as_defined(&self.definition, *value, lang),
            Err(error) => problem::text(error, lang),
        }
    }

    fn why(&self, lang: Lang) -> Option<String> {
        let (value, _) = self.outcome.as_ref().ok()?;
        shown::why_no_data(*value, lang)
    }

    fn slots(&self) -> &[Slot] {
        match &self.outcome {
            Ok((_, slots)) => slots,
            Err(_) => &[],
        }
    }
}
