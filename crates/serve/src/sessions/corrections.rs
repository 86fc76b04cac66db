//! The form that corrects a session.
use super::{
    correcting::{SessionSaid, correct as correct_session, lines_of, text},
    listing_page::href,
    new_page::problem,
    offering::{OFFERED, OfferError},
    session::{self, SessionId},
    slot_text,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet},
    desk::Desk,
    words::texts,
};
use kernel::{Right, limits::NOTE_CHARS_MAX};
use ui::form::FieldProblem;
use web::WebError;

pub(crate) async fn sheet(asked: &Asked<'_>) -> Result<Sheet, WebError> {
    let Asked {
        app,
        actor,
        lang,
        first,
    } = *asked;
    let (t, reader) = (texts(lang), app.db.reader());
    let id: SessionId = asked.record()?;
    let session = session::find(reader, id).await?.ok_or(WebError::NotFound)?;
    let desk = Desk::of(app, actor).await?;
    let may = desk.may(actor, Right::Serve, session.unit);
    if first.kind != OFFERED || session.called_off_on.is_some() || !may {
        return Err(WebError::NotFound);
    }
    let slots = text(&lines_of(&session::slots(reader, id).await?));
    Ok(Sheet {
        title: t.session_correct(),
        crumbs: vec![
            (t.sessions(), "/service_sessions".to_owned()),
            (session.title(lang).to_owned(), href(&session)),
        ],
        under: "service_sessions",
        lines: vec![
            Line::text(Part::SessionTitleZh, &session.title_zh),
            Line::text(Part::SessionTitleEn, &session.title_en),
            Line::text(Part::SessionPlace, &session.place),
            Line::day(Part::SessionDay, session.day),
            Line::words(Part::SessionSlots, slots, NOTE_CHARS_MAX),
            Line::words(
                Part::SessionEligibility,
                &session.eligibility,
                NOTE_CHARS_MAX,
            )
            .optional(),
        ],
        takes_back: None,
    })
}

pub(crate) async fn correct(
    asked: &Asked<'_>,
    new: &Correcting,
    input: &Input,
) -> Result<(), Refused> {
    let Asked {
        app, actor, lang, ..
    } = *asked;
    let t = texts(lang);
    let day = input.day(Part::SessionDay, t)?;
    let slots = slot_text::read(input.get(Part::SessionSlots)).map_err(|line| {
        let text = t.session_slots_wrong(line.to_string());
        FieldProblem::new(Part::SessionSlots.code(), text)
    })?;
    let right = SessionSaid {
        title_zh: input.get(Part::SessionTitleZh).to_owned(),
        title_en: input.get(Part::SessionTitleEn).to_owned(),
        place: input.get(Part::SessionPlace).to_owned(),
        day,
        eligibility: input.get(Part::SessionEligibility).to_owned(),
        slots,
    };
    let fields = [
        ("title_zh", Part::SessionTitleZh.code()),
        ("place", Part::SessionPlace.code()),
        ("eligibility", Part::SessionEligibility.code()),
        ("day", Part::SessionDay.code()),
        ("slots", Part::SessionSlots.code()),
        ("opens_day", Part::SessionSlots.code()),
    ];
    match correct_session(&app.book, &app.keys, actor, new, &right).await {
        Ok(_) => Ok(()),
        Err(OfferError::NotYours) => Err(WebError::NotFound.into()),
        Err(error) => Err(Refused::at(problem(t, error)?, &fields)),
    }
}
