//! What sign-ups keep about a telephone number.
use super::{
    sign_up::{self, CODE},
    signing_up::project_and_day,
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
    let rule = retention::on(reader, Thing::SignUp, app.clock.today()).await?;
    let found = sign_up::Column::PhoneFoundBy.eq(sign_up::found_by(&app.keys, phone));
    let mut held = Vec::new();
    for one in sign_up::Entity::find().filter(found).all(reader).await? {
        let Ok((project, day)) = project_and_day(reader, one.project).await else {
            continue;
        };
        let state = match (one.withdrawn, project.cancelled_on) {
            (true, _) => t.sign_up_withdrawn(),
            (false, Some(_)) => t.service_project_cancelled(),
            (false, None) => t.sign_up_stands(),
        };
        let names = one.names(&app.keys);
        let mut facts = vec![
            (t.session_when(), project.span()),
            (t.session_place(), project.place.clone()),
            (t.booking_state(), state),
            (t.session_names(), names.join("、")),
            (t.session_phone(), phone.to_owned()),
        ];
        let came: Vec<&str> = names
            .iter()
            .enumerate()
            .filter(|(at, _)| one.has_come(*at))
            .map(|(_, name)| name.as_str())
            .collect();
        if !came.is_empty() {
            facts.push((t.service_project_who_came(), came.join("、")));
        }
        held.push(Held {
            sort: t.sign_up_sort(),
            title: project.title.clone(),
            day: day.day,
            facts,
            kept_until: Some(rule.until(day.day)),
            code: Some(HeldCode {
                codes: CODE,
                found_by: one.code_found_by,
            }),
        });
    }
    Ok(held)
}
