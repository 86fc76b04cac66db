//! Why a change was refused, as a sentence at its field.
use super::{
    Refused,
    planned::{CODE_CHARS_MAX, NAME_CHARS_MAX},
};
use crate::words::Texts;
use kernel::limits::NOTE_CHARS_MAX;
use ui::form::FieldProblem;
use web::WebError;

pub(super) fn problem(t: &Texts, refused: Refused) -> Result<FieldProblem, WebError> {
    let (field, sentence) = match refused {
        Refused::NoSuchUnit => return Err(WebError::NotFound),
        Refused::Append(error) => return Err(error.into()),
        Refused::Reason => ("reason", t.change_reason_wrong(NOTE_CHARS_MAX)),
        Refused::Future => ("from", t.change_future()),
        Refused::BeforeFounded(day) => ("from", t.change_before_founded(day.to_string())),
        Refused::ClosedThen => ("from", t.change_closed_then()),
        Refused::StandsThen => ("from", t.change_stands_then()),
        Refused::ChangesLater(day) => ("from", t.change_changes_later(day.to_string())),
        Refused::OtherOutOfReach => ("other", t.change_other_out_of_reach()),
        Refused::OtherNotThen => ("from", t.change_other_not_then()),
        Refused::Itself => ("other", t.change_itself()),
        Refused::Ring => ("other", t.change_ring()),
        Refused::TooDeep => ("other", t.change_too_deep(kernel::limits::TREE_DEPTH_MAX)),
        Refused::Name => ("name", t.change_name_wrong(NAME_CHARS_MAX)),
        Refused::Kind => ("kind", t.change_kind_missing()),
        Refused::Code => ("code", t.change_code_wrong(CODE_CHARS_MAX)),
        Refused::CodeTaken => ("code", t.change_code_taken()),
        Refused::UnitsBelow(count) => ("from", t.change_units_below(count)),
        Refused::PeopleLeft(count) => ("from", t.change_people_left(count)),
        Refused::PeopleLater(count) => ("from", t.change_people_later(count)),
        Refused::NotIts => ("people", t.change_not_its()),
        Refused::NothingNew => ("name", t.change_nothing_new()),
        Refused::PeriodClosed(closed) => (
            "from",
            t.change_period_closed(closed.day.to_string(), closed.through.to_string()),
        ),
    };
    Ok(FieldProblem::new(field, sentence))
}
