//! What this domain has for people without an account, part by part of the portal.
use crate::{cases, service_days, sessions, wishes, words::texts};
use kernel::Lang;
use web::{App, PublicItem, PublicPart, PublicSource, PublicWay, WebError};

/// Things that a part names before it leads on.
const SHOWN_MAX: usize = 4;

pub(crate) fn parts() -> [PublicSource; 5] {
    [
        PublicSource::new(async |_: App, lang: Lang| Ok(told_and_followed(lang))),
        PublicSource::new(open_sessions),
        PublicSource::new(open_wishes),
        PublicSource::new(service_days::public_part),
        PublicSource::new(async |_: App, lang: Lang| Ok(own_data(lang))),
    ]
}

fn told_and_followed(lang: Lang) -> PublicPart {
    let t = texts(lang);
    PublicPart {
        key: "tell-us",
        order: 10,
        title: t.portal_tell_us(),
        text: t.portal_tell_us_text(),
        ways: vec![
            PublicWay::new(t.tell_us(), cases::TELL_US),
            PublicWay::new(t.follow(), cases::FOLLOW),
        ],
        ..PublicPart::default()
    }
}

async fn open_sessions(app: App, lang: Lang) -> Result<PublicPart, WebError> {
    let t = texts(lang);
    let open = sessions::open_sessions(&app).await?;
    let items = open.iter().take(SHOWN_MAX).map(|open| PublicItem {
        title: open.session.title(lang).to_owned(),
        detail: format!("{} · {}", open.when(), open.state(lang)),
        href: open.href(),
    });
    Ok(PublicPart {
        key: "services",
        order: 20,
        title: t.sessions_public(),
        text: match open.is_empty() {
            true => t.sessions_none(),
            false => t.sessions_public_sub(),
        },
        items: items.collect(),
        ways: vec![
            PublicWay::new(t.portal_sessions_all(), sessions::SERVICES),
            PublicWay::new(t.session_find_booking(), sessions::BOOKINGS),
        ],
    })
}

async fn open_wishes(app: App, lang: Lang) -> Result<PublicPart, WebError> {
    let t = texts(lang);
    let open = wishes::open_wishes(&app, SHOWN_MAX).await?;
    let items = open.into_iter().map(|(wording, href)| PublicItem {
        title: wording,
        detail: String::new(),
        href,
    });
    Ok(PublicPart {
        key: "wishes",
        order: 30,
        title: t.nav_wishes(),
        text: t.wishes_sub(),
        items: items.collect(),
        ways: vec![
            PublicWay::new(t.portal_wishes_wall(), "/wishes"),
            PublicWay::new(t.wish_make(), "/wishes/new"),
            PublicWay::new(t.wish_follow(), "/wishes/follow"),
        ],
    })
}

fn own_data(lang: Lang) -> PublicPart {
    let t = texts(lang);
    PublicPart {
        key: "own-data",
        order: 90,
        title: t.own_data(),
        text: t.own_data_sub(),
        ways: vec![PublicWay::new(
            t.own_data_open(),
            crate::residents::OWN_DATA,
        )],
        ..PublicPart::default()
    }
}
