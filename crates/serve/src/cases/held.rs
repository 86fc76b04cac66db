//! What cases keep about a telephone number.
use super::{
    case::State,
    said,
    store::{self, CODE, NAME, PHONE, note},
};
use crate::{
    residents::held::{Held, HeldCode},
    retention::{self, Thing},
    words::texts,
};
use kernel::Lang;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, WebError};

pub(crate) async fn held(app: &App, lang: Lang, phone: &str) -> Result<Vec<Held>, WebError> {
    let (reader, t) = (app.db.reader(), texts(lang));
    let rule = retention::on(reader, Thing::Case, app.clock.today()).await?;
    let found = store::Column::PhoneFoundBy.eq(app.keys.fingerprint(PHONE, phone));
    let cases = store::Entity::find().filter(found).all(reader).await?;
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| match sealed {
        Some(sealed) => app.keys.open(purpose, sealed).map_err(WebError::internal),
        None => Ok(String::new()),
    };
    let mut held = Vec::new();
    for case in cases {
        let mut facts = vec![
            (t.case_number(), case.number.clone()),
            (t.case_state(), said::public_state(lang, case.state())),
            (t.case_what(), case.body.clone()),
            (t.case_where(), case.place.clone()),
            (t.tell_us_name(), open(NAME, &case.name)?),
            (t.tell_us_phone(), open(PHONE, &case.phone)?),
        ];
        let notes = note::of(reader, case.id).await?;
        let said = notes.into_iter().filter(|note| !note.said.is_empty());
        facts.extend(said.map(|note| (t.follow_answers(), note.said)));
        let ended = match case.state() {
            State::Refused => Some(case.raised_on),
            _ => case.closed_on,
        };
        held.push(Held {
            sort: t.case_sort(),
            day: case.raised_on,
            facts,
            kept_until: ended.map(|ended| rule.until(ended)),
            code: HeldCode {
                codes: CODE,
                found_by: case.code_found_by,
            },
            title: case.title,
        });
    }
    Ok(held)
}
