//! The list of a hundred thousand cases: filtered, searched in Chinese, with the counts of its five views.
use super::{Line, spread, world::Chance};
use crate::open;
use chrono::Days;
use db::Keys;
use files::Files;
use kernel::{Actor, PersonId, SystemClock, UnitId};
use ledger::tree::{self, Edge, Place};
use sea_orm::{EntityTrait, IntoActiveModel};
use serve::cases::{
    list::{Conditions, read},
    store::{self, Case, CaseId, SEARCH, part},
};
use std::{path::Path, sync::Arc, time::Instant};
use uuid::Uuid;
use web::{App, Settings};

const CASES: u64 = 100_000;
const UNITS: i64 = 25;
/// Cases of one transaction.
const AT_ONCE: u64 = 1_000;
/// Times each question is asked.
const ASKED: usize = 200;
/// One of so many is still open.
const OPEN_OF: u64 = 50;

const PLACES: [&str; 8] = [
    "海棠苑",
    "明月路",
    "枕溪",
    "棠舟",
    "澄岫",
    "鹿渚",
    "禾亭",
    "砚池",
];
const THINGS: [&str; 24] = [
    "路灯不亮",
    "下水道堵塞",
    "井盖破损",
    "垃圾没有清运",
    "水管漏水",
    "停车占道",
    "广场舞太吵",
    "工地夜间施工",
    "电梯故障",
    "暖气不热",
    "树枝挡路",
    "健身器材损坏",
    "流浪狗伤人",
    "高空抛物",
    "油烟扰民",
    "公交改线",
    "快递丢失",
    "网络诈骗",
    "噪声超标",
    "路面塌陷",
    "墙面渗水",
    "物业收费",
    "学位申请",
    "雨衣发放",
];

pub async fn measure(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let app = open::app(
        &format!("sqlite:{}", folder.join("cases.db").display()),
        Keys::from_hex(&"5a".repeat(32))?,
        Files::in_folder(folder.join("files")),
        Arc::new(SystemClock),
        Settings::default(),
    )
    .await?;
    fill(&app).await?;
    let questions = [
        ("all", Conditions::default()),
        ("of one kind and state", of("complaint", "closed", "")),
        ("searched for `雨衣`", of("", "", "雨衣")),
        ("searched for `路灯`, one of five", of("", "", "路灯")),
        (
            "of one kind, searched for `海棠苑 路灯`",
            of("complaint", "", "海棠苑 路灯"),
        ),
    ];
    let mut lines = Vec::new();
    for (what, asked) in questions {
        let asked = Conditions {
            view: "all".to_owned(),
            ..asked
        };
        let mut times = Vec::new();
        for _ in 0..ASKED {
            let began = Instant::now();
            read(&app, &Actor::operator(), &asked, (0, 20)).await?;
            times.push(began.elapsed());
        }
        lines.push(Line {
            what: format!("list of {CASES} cases, {what}: one page and the counts of five views"),
            promised: "under 30 ms",
            measured: spread(times),
        });
    }
    Ok(lines)
}

fn of(kind: &str, state: &str, text: &str) -> Conditions {
    Conditions {
        kind: kind.to_owned(),
        state: state.to_owned(),
        text: text.to_owned(),
        ..Conditions::default()
    }
}

async fn fill(app: &App) -> anyhow::Result<()> {
    let today = app.clock.today();
    let founded = today - Days::new(4_000);
    let tx = app.db.begin().await?;
    let edges: Vec<Edge> = (1..=UNITS)
        .map(|unit| Edge {
            unit: UnitId(unit),
            from: founded,
            place: match unit {
                1 => Place::Root,
                _ => Place::Below(UnitId(1)),
            },
        })
        .collect();
    tree::change(&tx, &app.book, &edges).await?;
    tx.commit().await?;
    let mut chance = Chance(11);
    for first in (0..CASES).step_by(AT_ONCE as usize) {
        let cases: Vec<Case> = (first..first + AT_ONCE)
            .map(|number| case(&mut chance, number, today))
            .collect();
        let parts = cases.iter().map(|case| part::Model {
            case_id: case.id,
            unit: UnitId(2 + chance.below(UNITS as u64 - 1) as i64),
            is_lead: true,
            state: "answered".to_owned(),
            acknowledge_by: today,
            answered_by: None,
            answered_on: None,
            duty: String::new(),
            due_on: None,
            signed_off_by: None,
            signed_off_on: None,
        });
        let parts: Vec<part::ActiveModel> = parts.map(IntoActiveModel::into_active_model).collect();
        let tx = app.db.begin().await?;
        for some in cases.chunks(200) {
            let rows = some.iter().cloned().map(IntoActiveModel::into_active_model);
            store::Entity::insert_many(rows)
                .exec_without_returning(&tx)
                .await?;
        }
        for case in &cases {
            SEARCH.put(&tx, case.id.0, &case.found_by()).await?;
        }
        part::Entity::insert_many(parts)
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await?;
    }
    Ok(())
}

fn case(chance: &mut Chance, number: u64, today: chrono::NaiveDate) -> Case {
    let place = PLACES[chance.below(PLACES.len() as u64) as usize];
    // Some things are rare: each is half as likely as the one before it but two.
    let thing = THINGS[(chance.below(24) * chance.below(24) / 24) as usize];
    let raised_on = today - Days::new((CASES - number) / 60);
    let is_open = number.is_multiple_of(OPEN_OF);
    let kind = ["complaint", "help", "inquiry", "suggestion"][chance.below(4) as usize];
    let due_at = raised_on
        .and_hms_opt(18, 0, 0)
        .unwrap_or_default()
        .and_utc();
    Case {
        id: CaseId(Uuid::from_u128((1 << 100) + u128::from(number))),
        number: format!("{number:012}"),
        kind: kind.to_owned(),
        state: if is_open { "handling" } else { "closed" }.to_owned(),
        title: format!("{place}{thing}"),
        body: format!(
            "{place}{}号楼{thing}，已经{}天了，请尽快处理。",
            1 + chance.below(30),
            1 + chance.below(9)
        ),
        place: place.to_owned(),
        public_title: String::new(),
        desk: UnitId(1),
        raised_on,
        raised_at: number as i64,
        raised_by: PersonId::PUBLIC,
        name: None,
        phone: None,
        phone_found_by: None,
        code_found_by: number.to_be_bytes().to_vec(),
        limit_code: Some("ordinary".to_owned()),
        measure: Some("working_days".to_owned()),
        amount: Some(7),
        clock_from: Some(number as i64),
        due_at: Some(due_at.timestamp()),
        due_on: Some(raised_on),
        is_paused: false,
        accepted_on: Some(raised_on),
        answered_on: None,
        answered_by: None,
        called_back: None,
        called_back_on: None,
        called_back_by: None,
        confirmed_on: None,
        confirmed_by: None,
        closed_on: (!is_open).then_some(raised_on),
        closed_by: None,
        was_on_time: (!is_open).then_some(true),
        visited: None,
        version: 1,
        first_due_on: None,
        merged_into: None,
        merged_from: None,
        split_from: None,
        more_time: None,
        more_time_by: None,
        responded: Some(true),
        recheck_on: None,
        left_out: None,
        left_out_by: None,
        returns: 0,
        place_key: place.to_owned(),
    }
}
