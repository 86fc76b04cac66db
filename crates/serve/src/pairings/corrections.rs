//! The form that corrects a pairing, a contact or the end.
use super::{
    Sort,
    correcting::{Profile, correct_contact, correct_end, correct_making},
    making::{CONTACTED, ENDED, MADE, PairError},
    new_page::problem,
    pairing_page::href,
    sight,
    store::contact,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet},
    words::texts,
};
use kernel::{Right, limits::NOTE_CHARS_MAX};
use sea_orm::EntityTrait;
use ui::form::FieldProblem;
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
    let t = texts(lang);
    let (book, keys, withdraws) = (&app.book, &app.keys, input.withdraws());
    let part = match first.kind.as_str() {
        CONTACTED => Part::ContactDay,
        ENDED => Part::PairingTo,
        _ => Part::PairingFrom,
    };
    let day = match withdraws {
        true => None,
        false => Some(input.day(part, t)?),
    };
    let done = match first.kind.as_str() {
        CONTACTED => {
            let right = day.map(|day| (day, input.get(Part::ContactNote)));
            correct_contact(book, keys, actor, new, right).await
        }
        ENDED => correct_end(book, keys, actor, new, day).await,
        _ => {
            let right = day.map(|from_day| Profile {
                contact: input.get(Part::PairingContact).to_owned(),
                contact_phone: input.get(Part::PairingContactPhone).to_owned(),
                household: input.get(Part::PairingHousehold).to_owned(),
                household_phone: input.get(Part::PairingHouseholdPhone).to_owned(),
                hardship: input.get(Part::PairingHardship).to_owned(),
                from_day,
            });
            correct_making(book, keys, actor, new, right.as_ref()).await
        }
    };
    let error = match done {
        Ok(_) => return Ok(()),
        Err(PairError::NotYours) => return Err(WebError::NotFound.into()),
        Err(error) => error,
    };
    let field = match &error {
        PairError::Correction(_) | PairError::Book(_) | PairError::NoSuchPairing => None,
        PairError::Stands if withdraws => Some(Input::WITHDRAW),
        PairError::Contact => Some(Part::PairingContact.code()),
        PairError::Phone("contact_phone") => Some(Part::PairingContactPhone.code()),
        PairError::Phone(_) => Some(Part::PairingHouseholdPhone.code()),
        PairError::Household => Some(Part::PairingHousehold.code()),
        PairError::Text if first.kind == CONTACTED => Some(Part::ContactNote.code()),
        PairError::Text => Some(Part::PairingHardship.code()),
        _ => Some(part.code()),
    };
    let problem = problem(t, error)?;
    Err(Refused::Typed(match field {
        Some(field) => FieldProblem::new(field, problem.message),
        None => problem,
    }))
}
