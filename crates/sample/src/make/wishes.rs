//! Wishes, step by step: made, put into words, lit, made true, thanked for.
use super::{Cast, Zone, entry};
use crate::content::{self, Wish};
use ::serve::wishes::{
    acting::{Acting, Step, act, thank_by_code},
    lapsing::lapse,
    making::{Making, make},
    store::{CODE, WishId},
    wish::{Consent, ConsentBy, LIT_DAYS_MAX},
};
use anyhow::Context;
use chrono::{Days, NaiveDate};
use kernel::Actor;

const KEEPS: &str = "song.wanqing";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Happens {
    Made,
    Published,
    Refused,
    Lit,
    Lapsed,
    Ready,
    Delivered,
    Thanked,
}

/// Everything that happens, in the order in which it happens to each wish.
pub(super) fn course() -> Vec<(NaiveDate, usize, Happens)> {
    let mut course = Vec::new();
    for (number, wish) in content::wishes().iter().enumerate() {
        let over = |lit: NaiveDate| lit + Days::new(LIT_DAYS_MAX + 1);
        let lapsed = wish.lit.filter(|_| wish.ready.is_none()).map(over);
        let steps = [
            (Some(wish.made), Happens::Made),
            (wish.published, Happens::Published),
            (wish.lit, Happens::Lit),
            (lapsed.filter(|day| *day <= crate::TODAY), Happens::Lapsed),
            (wish.ready, Happens::Ready),
            (wish.delivered, Happens::Delivered),
            (wish.thanked, Happens::Thanked),
        ];
        let happened = steps.into_iter();
        course.extend(happened.filter_map(|(day, happens)| Some((day?, number, happens))));
        if !wish.refused.is_empty() {
            course.push((wish.made + Days::new(1), number, Happens::Refused));
        }
    }
    course
}

pub(super) async fn happens(
    zone: &Zone<'_>,
    cast: &Cast,
    number: usize,
    happens: Happens,
) -> anyhow::Result<()> {
    let wishes = content::wishes();
    let wish = wishes.get(number).context("a wish of the table")?;
    let label = |what: &str| entry(&format!("wish {number} {what}"));
    let made = label("made");
    let lit = label("lit");
    let (actor, what, step) = match happens {
        Happens::Made => return is_made(zone, cast, wish, made).await,
        Happens::Lapsed => {
            let lapsed = lapse(zone.book, WishId(made.0), lit).await;
            anyhow::ensure!(lapsed?, "wish {number} did not lapse");
            return Ok(());
        }
        Happens::Thanked => {
            let code = CODE.made(zone.keys, made);
            let thanked =
                thank_by_code(zone.book, zone.keys, label("thanked"), &code, "谢谢你们。");
            return thanked
                .await
                .with_context(|| format!("thanks for wish {number}"));
        }
        Happens::Published => (KEEPS, label("published"), publication(wish)),
        Happens::Refused => (KEEPS, label("refused"), Step::Refuse(wish.refused.clone())),
        Happens::Lit => (wish.lighter.as_str(), lit, Step::Light),
        Happens::Ready => (
            wish.lighter.as_str(),
            label("ready"),
            Step::Ready(wish.how.clone()),
        ),
        Happens::Delivered => (
            wish.lighter.as_str(),
            label("delivered"),
            Step::Deliver("送到本人手上。".into()),
        ),
    };
    let new = Acting {
        entry: what,
        wish: WishId(made.0),
        step,
    };
    let done = act(zone.book, zone.keys, cast.actor(actor)?, &new).await;
    done.with_context(|| format!("wish {number} {happens:?}"))
}

async fn is_made(
    zone: &Zone<'_>,
    cast: &Cast,
    wish: &Wish,
    made: kernel::EntryId,
) -> anyhow::Result<()> {
    let unit = cast.unit(&wish.unit)?;
    let actor = match wish.by.as_str() {
        "" => Actor::public(unit),
        log_in => cast.actor(log_in)?.clone(),
    };
    let new = Making {
        entry: made,
        unit,
        is_child: wish.is_child,
        body: wish.body.clone(),
        name: String::new(),
        // A short number that nobody has.
        phone: match wish.by.as_str() {
            "" => "5550100".into(),
            _ => String::new(),
        },
    };
    let done = make(zone.book, zone.keys, &actor, &new).await;
    done.map(drop).with_context(|| wish.body.clone())
}

fn publication(wish: &Wish) -> Step {
    Step::Publish {
        wording: wish.wording.clone(),
        consent: wish.is_child.then(|| Consent {
            guardian: wish.guardian.clone(),
            day: wish.made,
            how: ConsentBy::Spoken,
        }),
    }
}
