//! "As it was then" and "as it is now", side by side where units hung elsewhere; and whether the period is closed.
use super::Seen;
use crate::{
    figures::{firmness, shown},
    words,
};
use chrono::NaiveDate;
use kernel::Lang;
use ledger::{
    Book, Firmness, Periods,
    figure::{self, Value},
    tree::By,
};
use maud::{Markup, html};
use sea_orm::{ConnectionTrait, DbErr};
use ui::{BigNumber, query::with_params};

use crate::figures::opened::Opened;

/// What today's tree would make of the number.
pub(super) struct AsNow {
    /// Where it differs.
    value: Option<Value>,
    /// Whether the records below are those by today's tree.
    pub is_listed: bool,
    today: NaiveDate,
    periods: Periods,
    firmness: Firmness,
}

impl AsNow {
    /// `wanted`: somebody asks for the records by today's tree.
    pub async fn load(
        connection: &impl ConnectionTrait,
        book: &Book,
        opened: &Opened,
        wanted: bool,
    ) -> Result<AsNow, DbErr> {
        let today = book.clock().today();
        let (definition, scope) = (&opened.definition, &opened.scope);
        let value = figure::as_it_is_now(connection, book, definition, scope, today).await?;
        let value = value.ok().flatten().filter(|value| *value != opened.value);
        // Parts of the list hang otherwise by today's tree: only who sees all of it is shown it that way.
        let sees_all = opened.own == [opened.scope.unit];
        let periods = ledger::periods(connection).await?;
        Ok(AsNow {
            is_listed: wanted && sees_all && value.is_some(),
            value,
            today,
            firmness: firmness::of(book, &periods, definition, scope),
            periods,
        })
    }

    pub fn by(&self) -> By {
        match self.is_listed {
            true => By::Now(self.today),
            false => By::Then,
        }
    }

    /// Both numbers, each with its records; nothing where they are the same.
    pub fn view(&self, seen: &Seen<'_>) -> Markup {
        let (lang, opened) = (seen.lang, seen.opened);
        let t = words::texts(lang);
        let Some(now) = self.value else {
            return html! {};
        };
        let sees_all = opened.own == [opened.scope.unit];
        let there = |by: &str| {
            let path = with_params(seen.path, &[("by", by), ("page", "")]);
            format!("{path}#records")
        };
        let (then_label, now_label) = (t.figure_as_then(), t.figure_as_now());
        let then_text = shown::write(&seen.format, opened.value, lang);
        let now_text = shown::write(&seen.format, now, lang);
        let (then_there, now_there) = (there(""), there("now"));
        let numbers = [
            ui::big_number(BigNumber {
                label: &then_label,
                text: &then_text,
                href: if sees_all { &then_there } else { "" },
                note: (!self.is_listed).then(|| html! { p { (t.figure_listed_below()) } }),
                ..BigNumber::default()
            }),
            ui::big_number(BigNumber {
                label: &now_label,
                text: &now_text,
                href: if sees_all { &now_there } else { "" },
                note: self
                    .is_listed
                    .then(|| html! { p { (t.figure_listed_below()) } }),
                ..BigNumber::default()
            }),
        ];
        let heading = t.figure_then_and_now();
        let body = html! {
            (ui::numbers_row(&numbers))
            p class="hint" { (t.figure_then_and_now_note()) }
        };
        ui::section("then-and-now", &heading, html! {}, body)
    }

    /// Whether the figure can still change.
    pub fn closed(&self, lang: Lang, as_of: NaiveDate) -> Option<Markup> {
        let in_part = || {
            let through = self.periods.closed_through?;
            let said = words::texts(lang).figure_closed_in_part(through.to_string());
            (through < as_of).then_some(said)
        };
        let said = firmness::text(lang, self.firmness).or_else(in_part)?;
        Some(html! { p { a href="/periods" { (said) } } })
    }
}
