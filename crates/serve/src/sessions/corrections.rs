//! The form that corrects a session.
use super::{
    correcting::{SessionSaid, correct as correct_session, lines_of, text},
    listing_page::href,
    new_page::problem,
    offering::{OFFERED, OfferError, wrong_said},
    session::{self, SessionId},
    slot_text,
};
use crate::{
    corrections::{Asked, Correcting, Input, Line, Part, Refused, Sheet, Wrong},
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
    let (t, reader) = (texts(lang), app.db.reader());
    let session = session::find(reader, asked.record()?).await?;
    let session = session.ok_or(WebError::NotFound)?;
    let fields = [
        ("title_zh", Part::SessionTitleZh.code()),
        ("title_en", Part::SessionTitleEn.code()),
        ("place", Part::SessionPlace.code()),
        ("eligibility", Part::SessionEligibility.code()),
        ("day", Part::SessionDay.code()),
        ("slots", Part::SessionSlots.code()),
        ("opens_day", Part::SessionSlots.code()),
    ];
    let mut wrong = Wrong::new(&fields);
    let day = input.day(Part::SessionDay, t, &mut wrong, session.day);
    let slots = match slot_text::read(input.get(Part::SessionSlots)) {
        Ok(slots) => slots,
        Err(line) => {
            let text = t.session_slots_wrong(line.to_string());
            wrong.add(FieldProblem::new("slots", text));
            lines_of(&session::slots(reader, session.id).await?)
        }
    };
    let right = SessionSaid {
        title_zh: input.get(Part::SessionTitleZh).to_owned(),
        title_en: input.get(Part::SessionTitleEn).to_owned(),
        place: input.get(Part::SessionPlace).to_owned(),
        day,
        eligibility: input.get(Part::SessionEligibility).to_owned(),
        slots,
    };
    let told = |error| match error {
        OfferError::NotYours => Err(WebError::NotFound),
        error => problem(t, error),
    };
    wrong.tell(wrong_said(&right.as_offered(new.entry, &session)), told)?;
    wrong.end()?;
    let done = correct_session(&app.book, &app.keys, actor, new, &right).await;
    wrong.tell(done.err(), told)?;
    wrong.end()
}
