//! What a unit is told of its cases while time runs: before a deadline, on its day, and after it.
//!
//! A notice is told once for each stage of each deadline, however often it is looked for.
use super::{
    case::{PartState, State},
    limit::{self, REMIND, REPORT},
    store::{self, Case, CaseId, note, part},
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::UnitId;
use ledger::Book;
use sea_orm::{
    Condition, DbErr, IntoActiveModel, QueryOrder, QuerySelect, entity::prelude::*,
    sea_query::OnConflict,
};
use std::collections::{HashMap, HashSet};

super::case::codes! {
    /// How far a deadline is.
    Stage {
        /// So many working days before it as the rule of the day says.
        Soon = "soon",
        Today = "today",
        Late = "late",
        /// Dispatched, and not acknowledged in time.
        Unacknowledged = "unacknowledged",
        /// Acknowledged, and no report of how far it has come.
        Unreported = "unreported",
        /// To look whether it stayed fixed.
        Recheck = "recheck",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub unit: UnitId,
    pub case_id: CaseId,
    pub stage: String,
    /// The day on which it was told.
    pub day: NaiveDate,
    /// The deadline that it is about.
    pub due_on: NaiveDate,
}

impl ActiveModelBehavior for ActiveModel {}

/// Rows of one statement.
const ROWS_MAX: usize = 500;

/// Tells the units what is due, on working days only. Answers with how many notices are new.
pub async fn tell(book: &Book, days: &WorkingDays) -> Result<u64, DbErr> {
    let today = book.clock().today();
    if !days.is_working_day(today) {
        return Ok(0);
    }
    let reader = book.db().reader();
    let open = State::ALL.iter().filter(|state| state.is_open());
    let is_open = store::Column::State.is_in(open.map(|state| state.code()));
    let recheck = store::Column::RecheckOn.lte(today);
    let cases = store::Entity::find()
        .filter(Condition::any().add(is_open).add(recheck))
        .all(reader)
        .await?;
    let ids = |of: &[Case]| of.iter().map(|case| case.id).collect::<Vec<_>>();
    let mut parts: HashMap<CaseId, Vec<part::Model>> = HashMap::new();
    let mut reported = HashSet::new();
    for some in cases.chunks(ROWS_MAX) {
        let of = part::Entity::find().filter(part::Column::CaseId.is_in(ids(some)));
        for part in of.all(reader).await? {
            parts.entry(part.case_id).or_default().push(part);
        }
        let told = note::Entity::find()
            .filter(note::Column::CaseId.is_in(ids(some)))
            .filter(note::Column::Act.is_in(["progress", "answer"]));
        reported.extend(told.all(reader).await?.into_iter().map(|note| note.case_id));
    }
    let rule = async |code| limit::on(reader, code, today).await;
    let amount = |rule: Option<limit::Model>| rule.map_or(0, |rule| i64::from(rule.amount));
    let (ahead, report) = (amount(rule(REMIND).await?), amount(rule(REPORT).await?));
    let told: Vec<Model> = cases
        .iter()
        .flat_map(|case| {
            let parts = parts.get(&case.id).map_or(&[][..], Vec::as_slice);
            let report = (0 < report && !reported.contains(&case.id)).then_some(report);
            notices(case, parts, days, (today, ahead, report))
        })
        .collect();
    write(book, &told).await
}

/// What is to be told of one case today. Pure.
fn notices(
    case: &Case,
    parts: &[part::Model],
    days: &WorkingDays,
    (today, ahead, report): (NaiveDate, i64, Option<i64>),
) -> Vec<Model> {
    let lead = parts.iter().find(|part| part.is_lead);
    // First contact leads until the lead has acknowledged it.
    let holder = lead
        .filter(|lead| lead.state() != PartState::Waiting)
        .map_or(case.desk, |lead| lead.unit);
    let notice = |unit: UnitId, stage: Stage, due_on: NaiveDate| Model {
        id: Uuid::new_v5(
            &case.id.0,
            format!("{unit} {} {due_on}", stage.code()).as_bytes(),
        ),
        unit,
        case_id: case.id,
        stage: stage.code().to_owned(),
        day: today,
        due_on,
    };
    if let (State::Closed, Some(on)) = (case.state(), case.recheck_on) {
        return vec![notice(case.desk, Stage::Recheck, on)];
    }
    let mut told = Vec::new();
    for part in parts
        .iter()
        .filter(|part| part.state() == PartState::Waiting)
    {
        if part.acknowledge_by < today {
            told.push(notice(
                part.unit,
                Stage::Unacknowledged,
                part.acknowledge_by,
            ));
            if part.is_lead && part.unit != case.desk {
                told.push(notice(
                    case.desk,
                    Stage::Unacknowledged,
                    part.acknowledge_by,
                ));
            }
        }
    }
    let stage = |due_on: NaiveDate| match due_on {
        due_on if due_on < today => Some(Stage::Late),
        due_on if due_on == today => Some(Stage::Today),
        due_on => (days.between(today, due_on) <= ahead).then_some(Stage::Soon),
    };
    // Each unit that helps has a clock of its own, or that of the case.
    for part in parts.iter().filter(|part| !part.is_lead) {
        let works = matches!(part.state(), PartState::Waiting | PartState::Handling);
        let due_on = part.due_on.or(case.due_on).filter(|_| works);
        told.extend(due_on.and_then(|due_on| Some(notice(part.unit, stage(due_on)?, due_on))));
    }
    let Some(due_on) = case.due_on.filter(|_| case.state() != State::Answered) else {
        return told;
    };
    if let Some(stage) = stage(due_on) {
        told.push(notice(holder, stage, due_on));
        if stage == Stage::Late && holder != case.desk {
            told.push(notice(case.desk, stage, due_on));
        }
    }
    if let (Some(accepted), Some(report)) = (case.accepted_on, report) {
        let by = days.add(accepted, report);
        if by < today && lead.is_some() {
            told.push(notice(holder, Stage::Unreported, by));
        }
    }
    told
}

async fn write(book: &Book, told: &[Model]) -> Result<u64, DbErr> {
    let mut new = 0;
    let tx = book.db().begin().await?;
    for some in told.chunks(ROWS_MAX) {
        let rows = some.iter().cloned().map(IntoActiveModel::into_active_model);
        new += Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(new)
}

/// What these units were told, the newest first; and how many notices there are.
pub(crate) async fn of(
    connection: &impl ConnectionTrait,
    units: &[UnitId],
    (offset, limit): (u64, u64),
) -> Result<(Vec<Model>, u64), DbErr> {
    let found = Entity::find().filter(Column::Unit.is_in(units.iter().copied()));
    let count = PaginatorTrait::count(found.clone(), connection).await?;
    let notices = found
        .order_by_desc(Column::Day)
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .offset(offset)
        .limit(limit)
        .all(connection)
        .await?;
    Ok((notices, count))
}

/// How many notices these units were told on a day.
pub(crate) async fn count_on(
    connection: &impl ConnectionTrait,
    units: &[UnitId],
    day: NaiveDate,
) -> Result<u64, DbErr> {
    let found = Entity::find()
        .filter(Column::Unit.is_in(units.iter().copied()))
        .filter(Column::Day.eq(day));
    PaginatorTrait::count(found, connection).await
}
