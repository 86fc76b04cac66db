//! Everything that is done with a case after it was raised: one rule, one transaction, one entry.
mod write;

use super::{
    case::{self, Act, Helper, Refused, Standing, State, Step, Who},
    clock::{self, Due},
    limit::{self, ACKNOWLEDGE},
    moment,
    raising::{SUBJECT, sender},
    store::{self, Case, CaseId, Whole},
    telling::{self, News},
};
use calendar::WorkingDays;
use chrono::{Days, NaiveDate};
use files::FileId;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, Tree, entry};
use sea_orm::{DbErr, EntityTrait};
use serde_json::json;
use uuid::Uuid;

/// An act with what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    pub entry: EntryId,
    pub case: CaseId,
    pub step: Step,
    /// For whoever asked.
    pub said: String,
    /// For the office.
    pub noted: String,
    /// What strangers may read; with an acceptance only.
    pub public_title: String,
    /// What it rests on, or what shows it; taken in with the form.
    pub files: Vec<FileId>,
}

#[derive(Debug, thiserror::Error)]
pub enum ActError {
    #[error("there is no such case")]
    NoSuchCase,
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("whoever asked has to be told something")]
    NothingSaid,
    #[error("a reason, or what it rests on, is missing")]
    NothingNoted,
    #[error("a text is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("these units are not there today: {0:?}")]
    NoSuchUnit(Vec<UnitId>),
    #[error("no time limit is set for this on the day")]
    NoLimit,
    #[error("there is no such case to merge it into")]
    NoSuchTarget,
    /// The other case is this one, or was merged itself: merges make no circle and no chain forward.
    #[error("the other case is this one, or the same as another itself")]
    Circle,
    #[error("somebody else did something with the case meanwhile")]
    Meanwhile,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ActError {
    fn from(error: DbErr) -> Self {
        ActError::Book(error.into())
    }
}

/// The actor, as the case sees them.
pub fn who(tree: &Tree, actor: &Actor, whole: &Whole, today: NaiveDate) -> Who {
    let reach = actor.reach(Right::Serve);
    let reaches = |unit: UnitId| tree.reaches(&reach, unit, today);
    let parts = whole.parts.iter().map(|part| part.unit);
    Who {
        person: actor.person,
        keeps_it: reaches(whole.case.desk),
        parts: parts.filter(|unit| reaches(*unit)).collect(),
    }
}

/// Does the act. Safe to repeat with the same entry.
pub async fn act(
    book: &Book,
    days: &WorkingDays,
    actor: &Actor,
    new: &Acting,
) -> Result<Appended, ActError> {
    act_by(book, days, By::Office(actor), new).await
}

/// Whoever brought the case says whether they are satisfied; nothing else is theirs to do.
pub(super) async fn act_as_asker(
    book: &Book,
    days: &WorkingDays,
    new: &Acting,
) -> Result<Appended, ActError> {
    match new.step {
        Step::CallBack(_) => act_by(book, days, By::Asker, new).await,
        _ => Err(Refused::NotYours.into()),
    }
}

/// Who acts.
#[derive(Clone, Copy)]
enum By<'a> {
    Office(&'a Actor),
    /// Somebody without an account, known by their code.
    Asker,
}

async fn act_by(
    book: &Book,
    days: &WorkingDays,
    by: By<'_>,
    new: &Acting,
) -> Result<Appended, ActError> {
    texts_are_right(new)?;
    let reader = book.db().reader();
    let (today, now) = (book.clock().today(), moment::now(book.clock()));
    let tree = book.tree(reader).await?;
    units_are_there(&tree, &new.step, today)?;
    let tx = book.db().begin().await?;
    let whole = Whole::load(&tx, new.case).await?;
    let whole = whole.ok_or(ActError::NoSuchCase)?;
    let public = Actor::public(whole.case.desk);
    let actor = match by {
        By::Office(actor) => actor,
        By::Asker => &public,
    };
    if let Some(before) = entry::by_id(&tx, new.entry).await? {
        return repeated(actor, new, &before);
    }
    let mut before = whole.standing(now);
    before.fallback = before.fallback.filter(|unit| tree.is_open(*unit, today));
    let who = match by {
        By::Office(actor) => who(&tree, actor, &whole, today),
        By::Asker => Who {
            person: actor.person,
            keeps_it: true,
            parts: Vec::new(),
        },
    };
    let mut after = case::next(&before, &new.step, &who, today)?;
    let falls_to = (before.returns < after.returns)
        .then(|| after.lead())
        .flatten();
    let target = target(&tx, &tree, actor, new, today).await?;
    let ticking = write::clock(&tx, days, &whole, &mut after, new, now).await?;
    let unit = new.step.unit().unwrap_or(match case_side(new.step.act()) {
        true => after.holder(),
        false => whole.case.desk,
    });
    let mut act = NewEntry::new(
        new.entry,
        new.step.act().entry_kind(),
        Subject::new(SUBJECT, new.case),
        unit,
        today,
    )
    .with_details(match falls_to {
        Some(unit) => with(details(new), FALLS_TO, unit),
        None => details(new),
    });
    for (account, unit, day, quantity) in case::difference(&before, &after, today) {
        act = act.post_at(account, unit, day, quantity);
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    let acknowledge_by = acknowledge_by(&tx, days, today).await?;
    write::write(
        &tx,
        &whole,
        &after,
        &ticking,
        new,
        (actor, unit),
        (today, now, acknowledge_by),
    )
    .await?;
    if let Some(target) = target {
        write::touch(&tx, &target).await?;
    }
    files::set(&tx, &files_of(new.entry), sender(actor), &new.files).await?;
    if let Some(news) = news(&new.step, &before, &after) {
        telling::tell(&tx, (new.entry, new.case), news, book.clock().now()).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What whoever asked has to hear of the act.
fn news(step: &Step, before: &Standing, after: &Standing) -> Option<News> {
    match step {
        Step::Refuse => Some(News::Refused),
        Step::Answer(_) if before.answered.is_none() && after.answered.is_some() => {
            Some(News::Answered)
        }
        Step::Close => Some(News::Closed),
        _ => None,
    }
}

/// The kind of record that the files of acts belong to, by the act's entry.
pub(crate) const ACT_FILES: &str = "serve.case_act";

/// What the files of an act belong to.
pub fn files_of(entry: EntryId) -> files::Record {
    files::Record::new(ACT_FILES, entry)
}

/// The case that this one is merged into, if it is. It has to be one that the actor keeps too.
async fn target(
    tx: &db::Tx,
    tree: &Tree,
    actor: &Actor,
    new: &Acting,
    today: NaiveDate,
) -> Result<Option<Case>, ActError> {
    let Step::Merge(into) = new.step else {
        return Ok(None);
    };
    let target = store::Entity::find_by_id(into).one(tx).await?;
    let target = target.ok_or(ActError::NoSuchTarget)?;
    if !tree.reaches(&actor.reach(Right::Serve), target.desk, today) {
        return Err(ActError::NoSuchTarget);
    }
    match target.state() {
        _ if into == new.case => Err(ActError::Circle),
        State::Merged => Err(ActError::Circle),
        State::Refused => Err(ActError::NoSuchTarget),
        _ => Ok(Some(target)),
    }
}

/// Whether the act is done for the lead rather than for the unit that keeps the case.
fn case_side(act: Act) -> bool {
    matches!(
        act,
        Act::Pause | Act::Resumption | Act::ExtensionRequest | Act::ExclusionRequest
    )
}

fn texts_are_right(new: &Acting) -> Result<(), ActError> {
    let act = new.step.act();
    if act.needs_public_text() && new.said.trim().is_empty() {
        return Err(ActError::NothingSaid);
    }
    if act.needs_note() && new.noted.trim().is_empty() {
        return Err(ActError::NothingNoted);
    }
    let is_long = |text: &str, max: usize| max < text.trim().chars().count();
    if is_long(&new.said, NOTE_CHARS_MAX)
        || is_long(&new.noted, NOTE_CHARS_MAX)
        || is_long(&new.public_title, TITLE_CHARS_MAX)
    {
        return Err(ActError::TooLong);
    }
    Ok(())
}

fn units_are_there(tree: &Tree, step: &Step, today: NaiveDate) -> Result<(), ActError> {
    let named: Vec<UnitId> = match step {
        Step::Dispatch { lead, helpers } => [vec![*lead], units_of(helpers)].concat(),
        Step::Help(helpers) => units_of(helpers),
        Step::Transfer(unit) => vec![*unit],
        _ => Vec::new(),
    };
    let is_gone = |unit: &UnitId| !tree.is_open(*unit, today);
    let gone: Vec<UnitId> = named.into_iter().filter(is_gone).collect();
    if gone.is_empty() {
        Ok(())
    } else {
        Err(ActError::NoSuchUnit(gone))
    }
}

fn units_of(helpers: &[Helper]) -> Vec<UnitId> {
    helpers.iter().map(|helper| helper.unit).collect()
}

/// The same act again is answered as the first time; another under its id is refused.
fn repeated(actor: &Actor, new: &Acting, before: &entry::Entry) -> Result<Appended, ActError> {
    let is_same = before.kind == new.step.act().entry_kind()
        && before.subject_id == new.case.to_string()
        && before.actor == actor.person
        && before.details.clone().map(asked_for) == Some(details(new));
    match is_same {
        true => Ok(Appended::AlreadyThere { seq: before.seq }),
        false => Err(AppendError::IdReused.into()),
    }
}

/// The detail that says where a returned case went by the rule.
pub(super) const FALLS_TO: &str = "fallback";

fn with(mut details: serde_json::Value, name: &str, unit: UnitId) -> serde_json::Value {
    details[name] = json!(unit.0);
    details
}

/// What was asked for, without what followed from it.
fn asked_for(mut details: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = details.as_object_mut() {
        fields.remove(FALLS_TO);
    }
    details
}

/// What the book keeps of an act: units and measures, and a print of the words, which stand elsewhere.
fn details(new: &Acting) -> serde_json::Value {
    let mut words = [&new.said, &new.noted, &new.public_title]
        .map(|text| text.trim().to_owned())
        .to_vec();
    if let Step::Dispatch { helpers, .. } | Step::Help(helpers) = &new.step {
        let duty = |helper: &Helper| format!("{} {:?}", helper.duty.trim(), helper.due_on);
        words.extend(helpers.iter().map(duty));
    }
    let print = Uuid::new_v5(&new.entry.0, words.join("\u{1f}").as_bytes());
    let ids = |helpers: &[Helper]| {
        helpers
            .iter()
            .map(|helper| helper.unit.0)
            .collect::<Vec<_>>()
    };
    match &new.step {
        Step::Accept { limit } => json!({ "print": print, "limit": limit.code() }),
        Step::Dispatch { lead, helpers } => {
            json!({ "print": print, "lead": lead.0, "helpers": ids(helpers) })
        }
        Step::Help(helpers) => json!({ "print": print, "helpers": ids(helpers) }),
        Step::Transfer(lead) => json!({ "print": print, "lead": lead.0 }),
        Step::SignOff(unit) | Step::SendBack(unit) => json!({ "print": print, "unit": unit.0 }),
        Step::Extend(by) | Step::AskForTime(by) => json!({ "print": print, "by": by }),
        Step::LookAgainOn(day) => json!({ "print": print, "day": day }),
        Step::LookAgain(found) => json!({ "print": print, "found": found.code() }),
        Step::Merge(into) => json!({ "print": print, "into": into }),
        Step::CallBack(outcome) => json!({ "print": print, "outcome": outcome.code() }),
        _ => json!({ "print": print }),
    }
}

/// The last day to acknowledge what is dispatched today.
async fn acknowledge_by(
    tx: &db::Tx,
    days: &WorkingDays,
    today: NaiveDate,
) -> Result<NaiveDate, ActError> {
    let rule = limit::on(tx, ACKNOWLEDGE, today).await?;
    let span = rule.and_then(|rule| limit::span(&rule.measure, rule.amount));
    let noon = today.and_hms_opt(12, 0, 0).unwrap_or_default();
    let due = clock::due(days, noon, span.ok_or(ActError::NoLimit)?, &[]);
    Ok(due.map_or(today, Due::day))
}

/// The first second at which something has run out.
fn ends_at(due: Due) -> i64 {
    match due {
        Due::At(at) => moment::seconds(at),
        Due::EndOf(day) => {
            let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
            moment::seconds(next.and_hms_opt(0, 0, 0).unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests;
