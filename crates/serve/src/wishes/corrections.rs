//! The form that corrects what was said of a wish on its way.
use super::{
    act_forms::problem,
    correcting::{WishSaid, correct as correct_wish, may, wrong as wrong_said},
    list_page::href,
    record_page::Seen,
    wish::{Act, WORDING_CHARS_MAX},
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
    words::texts,
};
use kernel::{Lang, limits::NOTE_CHARS_MAX};
use ledger::entry::Entry;
use ui::form::{Choice, FieldProblem};
use web::WebError;

/// The act whose words are corrected.
fn act(first: &Entry) -> Result<Act, WebError> {
    let mut acts = Act::ALL.into_iter();
    let act = acts.find(|act| act.entry_kind() == first.kind);
    act.ok_or(WebError::NotFound)
}

/// Whether what this entry said can be corrected now, by whoever reads the wish.
pub(super) fn is_possible(seen: &Seen, first: &Entry) -> bool {
    act(first).is_ok_and(|act| may(&seen.wish, seen.who.keeps, seen.who.lights, act))
}

pub(crate) async fn sheet(asked: &Asked<'_>) -> Result<Sheet, WebError> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let (t, act) = (texts(lang), act(first)?);
    let id = asked.record()?;
    let seen = Seen::load(app, actor, id).await?;
    let wish = &seen.wish;
    if !may(wish, seen.who.keeps, seen.who.lights, act) {
        return Err(WebError::NotFound);
    }
    let lines = match act {
        Act::Publication => vec![Line::words(
            Part::WishWording,
            &wish.wording,
            WORDING_CHARS_MAX,
        )],
        Act::Lighting => {
            let unit = wish.lit_unit.ok_or(WebError::NotFound)?;
            vec![Line::choices(Part::WishLighter, unit, units(lang, &seen))]
        }
        Act::Readiness => vec![Line::words(
            Part::WishReadyHow,
            &wish.ready_how,
            NOTE_CHARS_MAX,
        )],
        _ => vec![
            Line::day(
                Part::WishDeliveredOn,
                wish.delivered_on.ok_or(WebError::NotFound)?,
            ),
            Line::words(Part::WishDeliveredHow, &wish.delivered_how, NOTE_CHARS_MAX).optional(),
        ],
    };
    Ok(Sheet {
        title: t.wish_correct(),
        crumbs: vec![
            (t.wish_desk(), "/wish_records".to_owned()),
            (t.wish(), href(wish.id)),
        ],
        under: "wish_records",
        lines,
        takes_back: (act == Act::Delivery).then(|| t.wish_take_back()),
    })
}

/// Every unit that there is today: anybody may light a wish.
fn units(lang: Lang, seen: &Seen) -> Vec<Choice> {
    let desk = &seen.desk;
    let open = desk.tree.units();
    let open = open.filter(|unit| desk.tree.is_open(*unit, desk.today));
    let units = desk.directory.in_order(open).into_iter();
    units
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect()
}

pub(crate) async fn correct(
    asked: &Asked<'_>,
    new: &Correcting,
    input: &Input,
) -> Result<(), Refused> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let (t, act) = (texts(lang), act(first)?);
    let text = |part| input.get(part).to_owned();
    let seen = Seen::load(app, actor, asked.record()?).await?;
    let wish = &seen.wish;
    let said = match act {
        Act::Publication => Part::WishWording,
        Act::Lighting => Part::WishLighter,
        Act::Readiness => Part::WishReadyHow,
        _ => Part::WishDeliveredHow,
    };
    let fields = [
        ("said", said.code()),
        ("wording", Part::WishWording.code()),
        ("lighter", Part::WishLighter.code()),
        ("delivered_on", Part::WishDeliveredOn.code()),
    ];
    let mut wrong = Wrong::new(&fields);
    let right = match act {
        Act::Publication => WishSaid::Wording(text(Part::WishWording)),
        Act::Lighting => match input.get(Part::WishLighter).trim().parse() {
            Ok(unit) => WishSaid::Lighter(unit),
            Err(_) => {
                let part = Part::WishLighter.code();
                return Err(FieldProblem::new(part, t.wish_lighter_wrong()).into());
            }
        },
        Act::Readiness => WishSaid::Ready(text(Part::WishReadyHow)),
        _ if input.withdraws() => WishSaid::NotDelivered,
        _ => WishSaid::Delivered {
            on: {
                let was = wish.delivered_on.unwrap_or(app.clock.today());
                input.day(Part::WishDeliveredOn, t, &mut wrong, was)
            },
            how: text(Part::WishDeliveredHow),
        },
    };
    let errors = wrong_said(&app.keys, wish, &right, app.clock.today());
    wrong.tell(errors, |error| problem(t, error))?;
    wrong.end()?;
    let done = correct_wish(&app.book, &app.keys, actor, new, &right).await;
    wrong.tell(done.err(), |error| problem(t, error))?;
    wrong.end()
}
