//! What cases keep about a telephone number.
use super::{
    case::State,
    said,
    store::{self, CODE, NAME, PHONE, asker, note, part},
    told,
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
        let (notes, parts) = (
            note::of(reader, case.id).await?,
            part::of(reader, case.id).await?,
        );
        let told = told::told(&notes, &parts).into_iter().rev();
        facts.extend(told.map(|note| (t.follow_answers(), note.said.clone())));
        let ended = match case.state() {
            State::Refused => Some(case.raised_on),
            _ => case.closed_on,
        };
        held.push(Held {
            sort: t.case_sort(),
            day: case.raised_on,
            facts,
            kept_until: ended.map(|ended| rule.until(ended)),
            code: Some(HeldCode {
                codes: CODE,
                found_by: case.code_found_by,
            }),
            title: case.title,
        });
    }
    for (asker, case) in joined(app, phone).await? {
        held.push(Held {
            sort: t.case_sort(),
            day: asker.joined_on,
            facts: vec![
                (t.case_number(), case.number.clone()),
                (t.case_state(), said::public_state(lang, case.state())),
                (t.tell_us_name(), open(NAME, &asker.name)?),
                (t.tell_us_phone(), open(PHONE, &asker.phone)?),
            ],
            kept_until: case.closed_on.map(|ended| rule.until(ended)),
            code: Some(HeldCode {
                codes: CODE,
                found_by: asker.code_found_by,
            }),
            title: case.public_title,
        });
    }
    Ok(held)
}

/// Cases of others that somebody with the number said to have too.
async fn joined(app: &App, phone: &str) -> Result<Vec<(asker::Model, store::Case)>, WebError> {
    let reader = app.db.reader();
    let found = asker::Column::PhoneFoundBy.eq(app.keys.fingerprint(PHONE, phone));
    let askers = asker::Entity::find().filter(found).all(reader).await?;
    let mut joined = Vec::new();
    for asker in askers {
        let case = store::Entity::find_by_id(asker.case_id).one(reader).await?;
        joined.push((asker, case.ok_or(WebError::NotFound)?));
    }
    Ok(joined)
}
