//! The form that corrects a pairing, a contact or the end.
use super::{
    Sort,
    correcting::{self, Profile, correct_contact, correct_end, correct_making, wrong_contact},
    making::{CONTACTED, ENDED, MADE, PairError},
    new_page::problem,
    pairing_page::href,
    sight,
    store::contact,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
    words::texts,
};
use kernel::{Right, limits::NOTE_CHARS_MAX};
use sea_orm::EntityTrait;
use web::WebError;

pub(crate) async fn sheet(asked: &Asked<'_>) -> Result<Sheet, WebError> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let t = texts(lang);
    let id = asked.record()?;
    let (desk, pairing) = sight::seen(app, actor, id).await?;
    if pairing.withdrawn || !desk.may(actor, Right::Serve, pairing.helper) {
        return Err(WebError::NotFound);
    }
    let (title, lines, takes_back) = match first.kind.as_str() {
        MADE => {
            let mut lines = vec![
                Line::text(Part::PairingContact, &pairing.contact),
                Line::text(Part::PairingContactPhone, "").private(),
                Line::day(Part::PairingFrom, pairing.from_day),
            ];
            if pairing.sort() == Sort::Household {
                lines.extend([
                    Line::text(Part::PairingHousehold, "").private(),
                    Line::text(Part::PairingHouseholdPhone, "").private(),
                    Line::words(Part::PairingHardship, "", NOTE_CHARS_MAX).private(),
                ]);
            }
            (t.pairing_correct(), lines, t.pairing_take_back())
        }
        CONTACTED => {
            let noted = contact::Entity::find_by_id(first.id);
            let noted = noted.one(app.db.reader()).await?;
            let noted = noted.ok_or(WebError::NotFound)?;
            let lines = vec![
                Line::day(Part::ContactDay, noted.day),
                Line::words(Part::ContactNote, "", NOTE_CHARS_MAX).private(),
            ];
            let take_back = t.pairing_take_back_contact();
            (t.pairing_correct_contact(), lines, take_back)
        }
        ENDED => {
            let day = pairing.to_day.ok_or(WebError::NotFound)?;
            let lines = vec![Line::day(Part::PairingTo, day)];
            (t.pairing_correct_end(), lines, t.pairing_take_back_end())
        }
        _ => return Err(WebError::NotFound),
    };
    Ok(Sheet {
        title,
        crumbs: vec![
            (t.pairings(), "/pairings".to_owned()),
            (sight::helped(app, &desk, lang, &pairing)?, href(pairing.id)),
        ],
        under: "pairings",
        lines,
        takes_back: Some(takes_back),
    })
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
    let (t, reader) = (texts(lang), app.db.reader());
    let (book, keys, withdraws) = (&app.book, &app.keys, input.withdraws());
    let (_, pairing) = sight::seen(app, actor, asked.record()?).await?;
    let fields = fields(first.kind.as_str(), withdraws);
    let mut wrong = Wrong::new(&fields);
    let day = |part, wrong: &mut Wrong<'_>, instead| match withdraws {
        true => None,
        false => Some(input.day(part, t, wrong, instead)),
    };
    let told = |error| match error {
        PairError::NotYours => Err(WebError::NotFound),
        error => problem(t, error),
    };
    let done = match first.kind.as_str() {
        CONTACTED => {
            let noted = contact::Entity::find_by_id(first.id).one(reader).await?;
            let was = noted.map_or(pairing.from_day, |noted| noted.day);
            let day = day(Part::ContactDay, &mut wrong, was);
            let right = day.map(|day| (day, input.get(Part::ContactNote)));
            if let Some(right) = right {
                wrong.tell(wrong_contact(book, &pairing, right), told)?;
            }
            wrong.end()?;
            correct_contact(book, keys, actor, new, right).await
        }
        ENDED => {
            let was = pairing.to_day.unwrap_or(pairing.from_day);
            let right = day(Part::PairingTo, &mut wrong, was);
            wrong.end()?;
            correct_end(book, keys, actor, new, right).await
        }
        _ => {
            let from_day = day(Part::PairingFrom, &mut wrong, pairing.from_day);
            let right = from_day.map(|from_day| Profile {
                contact: input.get(Part::PairingContact).to_owned(),
                contact_phone: input.get(Part::PairingContactPhone).to_owned(),
                household: input.get(Part::PairingHousehold).to_owned(),
                household_phone: input.get(Part::PairingHouseholdPhone).to_owned(),
                hardship: input.get(Part::PairingHardship).to_owned(),
                from_day,
            });
            if let Some(right) = &right {
                let errors = correcting::wrong(book, &pairing, right).await?;
                wrong.tell(errors, told)?;
            }
            wrong.end()?;
            correct_making(book, keys, actor, new, right.as_ref()).await
        }
    };
    wrong.tell(done.err(), told)?;
    wrong.end()
}

/// Where in this form is what the forms of a pairing, a contact and the end say.
fn fields(kind: &str, withdraws: bool) -> [(&'static str, &'static str); 7] {
    let (day, text) = match kind {
        CONTACTED => (Part::ContactDay, Part::ContactNote),
        ENDED => (Part::PairingTo, Part::PairingHardship),
        _ => (Part::PairingFrom, Part::PairingHardship),
    };
    let day = day.code();
    [
        ("from_day", if withdraws { Input::WITHDRAW } else { day }),
        ("helped", day),
        ("contact", Part::PairingContact.code()),
        ("contact_phone", Part::PairingContactPhone.code()),
        ("household", Part::PairingHousehold.code()),
        ("household_phone", Part::PairingHouseholdPhone.code()),
        ("hardship", text.code()),
    ]
}
