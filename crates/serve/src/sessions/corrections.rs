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
    corrections::{Corrected, Correcting, Input, Line, Part, Sheet},
    desk::Desk,
    words::texts,
};
use kernel::{Actor, Lang, Right, limits::NOTE_CHARS_MAX};
use ledger::entry::Entry;
use ui::form::FieldProblem;
use web::{App, WebError};

pub(crate) async fn sheet(
    app: &App,
    actor: &Actor,
    lang: Lang,
    first: &Entry,
) -> Result<Sheet, WebError> {
    let (t, reader) = (texts(lang), app.db.reader());
    let id: SessionId = first.subject_id.parse().map_err(|_| WebError::NotFound)?;
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
    app: &App,
    actor: &Actor,
    lang: Lang,
    (_, new): (&Entry, &Correcting),
    input: &Input,
) -> Corrected {
    let t = texts(lang);
    let day = match input.day(Part::SessionDay, t) {
        Ok(day) => day,
        Err(problems) => return Ok(Err(problems)),
    };
    let slots = match slot_text::read(input.get(Part::SessionSlots)) {
        Ok(slots) => slots,
        Err(line) => {
            let text = t.session_slots_wrong(line.to_string());
            let problem = FieldProblem::new(Part::SessionSlots.code(), text);
            return Ok(Err(vec![problem]));
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
    let error = match correct_session(&app.book, &app.keys, actor, new, &right).await {
        Ok(_) => return Ok(Ok(())),
        Err(OfferError::NotYours) => return Err(WebError::NotFound),
        Err(error) => error,
    };
    let problem = problem(t, error)?;
    let field = match problem.field.as_str() {
        "title_zh" => Part::SessionTitleZh,
        "place" => Part::SessionPlace,
        "eligibility" => Part::SessionEligibility,
        "day" => Part::SessionDay,
        "slots" | "opens_day" => Part::SessionSlots,
        _ => return Ok(Err(vec![problem])),
    };
    Ok(Err(vec![FieldProblem::new(field.code(), problem.message)]))
}
