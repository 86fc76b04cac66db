//! The rows of a form in which units are asked to help: who, with what, by when.
use super::{Asked, Input, reading::named, view::proposals};
use crate::{cases::case::Helper, words::texts};
use maud::{Markup, html};
use ui::form::{self, Choice, Field, FieldProblem, Width};

/// Rows that a form begins with.
pub(super) const ROWS: usize = 2;
/// Rows that the button adds.
const MORE: usize = 4;
/// Most rows of one form; more can be asked later.
const ROWS_MAX: usize = 30;
/// The field that a problem of them all is shown at.
pub(super) const FIRST: &str = "helper-0";

/// So many rows and some more.
pub(super) fn more(rows: usize) -> usize {
    (rows + MORE).clamp(ROWS, ROWS_MAX)
}

/// The units that were named; rows without one are passed over, unless something else stands in them.
pub(super) fn read(asked: &Asked, input: &Input) -> Result<Vec<Helper>, FieldProblem> {
    let t = texts(asked.lang);
    let mut helpers = Vec::new();
    for at in 0..input.helper.len().max(input.duty.len()) {
        let [unit, duty, until] = row(input, at);
        if [unit, duty, until].iter().all(|text| text.is_empty()) {
            continue;
        }
        let place = format!("helper-{at}");
        if unit.is_empty() {
            return Err(FieldProblem::new(place, t.problem_helper_unit()));
        }
        let due_on = match until {
            "" => None,
            text => {
                let day = text.parse();
                let place = format!("until-{at}");
                Some(day.map_err(|_| FieldProblem::new(place, t.problem_helper_day()))?)
            }
        };
        if duty.is_empty() {
            let place = format!("duty-{at}");
            let most = kernel::limits::TITLE_CHARS_MAX as u32;
            return Err(FieldProblem::new(place, t.problem_duty(most)));
        }
        helpers.push(Helper {
            unit: named(asked, unit, &place)?,
            duty: duty.to_owned(),
            due_on,
        });
    }
    Ok(helpers)
}

fn row(input: &Input, at: usize) -> [&str; 3] {
    [&input.helper, &input.duty, &input.until]
        .map(|texts| texts.get(at).map_or("", |text| text.trim()))
}

pub(super) fn view(asked: &Asked, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(asked.lang);
    let units = proposals(asked);
    let rows = asked.rows.max(input.helper.len());
    html! {
        fieldset class="field" {
            legend { (t.field_helpers()) }
            p class="help" { (t.field_helpers_help()) }
            @for at in 0..rows { (row_view(asked, input, at, &units, problems)) }
        }
    }
}

/// The button that asks for more rows. It stands behind the one that sends, so that Enter sends.
pub(super) fn more_button(asked: &Asked, input: &Input) -> Markup {
    let rows = asked.rows.max(input.helper.len());
    html! {
        button type="submit" class="button" name="rows" value=(rows) { (texts(asked.lang).field_helpers_more()) }
    }
}

fn row_view(
    asked: &Asked,
    input: &Input,
    at: usize,
    units: &[Choice],
    problems: &[FieldProblem],
) -> Markup {
    let (lang, t) = (asked.lang, texts(asked.lang));
    let [unit, duty, until] = row(input, at);
    let ids = ["helper", "duty", "until"].map(|name| format!("{name}-{at}"));
    let labels = [t.field_helper(), t.field_duty(), t.field_until()];
    let field = |name, which: usize, value| Field {
        id: &ids[which],
        problem: FieldProblem::of(problems, &ids[which]),
        is_condition: true,
        ..Field::new(name, &labels[which], value)
    };
    let fields = form::form_row(html! {
        (form::combobox(lang, field("helper", 0, unit).width(Width::Medium), units))
        (form::text(lang, field("duty", 1, duty).width(Width::Medium)))
        (form::date(lang, field("until", 2, until).width(Width::Short)))
    });
    html! { div class="field" { (fields) } }
}
