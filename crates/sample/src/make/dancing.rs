//! A standing problem: square dancing that is too loud; and how complaints become fewer once it is taken on together.
use super::{Cast, Zone, day, entry};
use ::serve::{
    cases::{
        case::Kind,
        raising::{Raising, raise},
        store::CaseId,
    },
    joint_actions::{ActionId, Adding, Beginning, HandingOver, Sort, add, begin, hand_over},
};
use chrono::NaiveDate;
use kernel::Actor;

const KEEPS: &str = "song.wanqing";
const LEAD: &str = "BM20";

/// Complaints: month, day, place, what was said. Seven in the month before it began, then four, two, one.
const COMPLAINTS: [(u32, u32, &str, &str); 14] = [
    (
        2,
        10,
        "棠舟社区中心广场",
        "跳广场舞的音响开到晚上九点半，孩子没法写作业。",
    ),
    (
        2,
        16,
        "棠舟社区中心广场",
        "广场舞音乐太吵，老人心脏受不了。",
    ),
    (
        2,
        19,
        "澄岫社区文化广场",
        "两支广场舞队伍比谁的音响大，整栋楼都听得见。",
    ),
    (
        2,
        22,
        "棠舟社区中心广场",
        "广场舞占了消防通道，声音也太大。",
    ),
    (
        2,
        25,
        "枕溪社区东门",
        "早上六点就开始跳广场舞，上夜班的人睡不了觉。",
    ),
    (2, 26, "澄岫社区文化广场", "反映过广场舞噪声，没有人管。"),
    (2, 28, "棠舟社区中心广场", "希望给广场舞定个时间和音量。"),
    (3, 3, "澄岫社区文化广场", "广场舞音响晚上十点还没停。"),
    (3, 6, "棠舟社区中心广场", "跳广场舞的人把车停在人行道上。"),
    (
        3,
        18,
        "枕溪社区东门",
        "广场舞换了地方，现在就在楼下，太吵。",
    ),
    (3, 27, "澄岫社区文化广场", "周末广场舞的音量又大了。"),
    (4, 8, "枕溪社区东门", "广场舞超过了约定的时间。"),
    (
        4,
        21,
        "澄岫社区文化广场",
        "外来的广场舞队伍不知道约定，声音很大。",
    ),
    (
        5,
        7,
        "棠舟社区中心广场",
        "节后第一晚广场舞又超时了，请提醒。",
    ),
];

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Complained(usize),
    Begun,
    /// A line: who, and in which words. A department is named by its code.
    Added(Sort, &'static str, &'static str),
    /// The patrol of that step of the course, to somebody.
    HandedOver(usize, &'static str),
    /// A complaint.
    Linked(usize),
    /// A patrol that is to come, planned on the last day of the story.
    Planned(&'static str, &'static str),
}

use Step::{Added, Begun, Complained, HandedOver, Linked, Planned};

const COURSE: [(u32, u32, Step); 19] = [
    (3, 8, Begun),
    (3, 8, Added(Sort::Department, "BM24", "")),
    (3, 8, Added(Sort::Department, "BM13", "")),
    (3, 8, Added(Sort::Department, "SQ06", "")),
    (3, 9, Added(Sort::Deputy, "居民代表 彭桂兰", "")),
    (3, 9, Added(Sort::Volunteer, "志愿者 贺远舟", "")),
    (3, 9, Linked(2)),
    (3, 9, Linked(5)),
    (
        3,
        10,
        Added(
            Sort::Talk,
            "棠舟、澄岫两支舞队领队",
            "领队同意轮流使用场地，提出需要固定的电源和遮雨棚。",
        ),
    ),
    (
        3,
        12,
        Added(Sort::Patrol, "执法二中队", "19:30 至 21:30，中心广场"),
    ),
    (3, 13, HandedOver(9, "志愿者 贺远舟")),
    (
        3,
        15,
        Added(
            Sort::Agreement,
            "两支舞队、社区、物业",
            "每晚 19:00 至 20:30，音量不超过 60 分贝，音响朝向绿地。",
        ),
    ),
    (
        3,
        19,
        Added(
            Sort::Patrol,
            "志愿者 贺远舟、物业",
            "19:00 至 20:30，文化广场",
        ),
    ),
    (3, 19, HandedOver(12, "澄岫社区值班室")),
    (3, 19, Linked(9)),
    (
        4,
        9,
        Added(
            Sort::Talk,
            "枕溪社区东门舞队",
            "愿意搬到河边步道，社区协调照明。",
        ),
    ),
    (
        4,
        23,
        Added(
            Sort::Patrol,
            "执法二中队、派出所",
            "19:30 至 21:00，三处广场",
        ),
    ),
    (4, 23, HandedOver(16, "执法一中队")),
    (5, 14, Planned("执法一中队", "19:30 至 21:00，中心广场")),
];

/// Everything that happens, by its day and in its order.
pub(super) fn course() -> anyhow::Result<Vec<(NaiveDate, usize, Step)>> {
    let complaints = COMPLAINTS.iter().enumerate();
    let complaints = complaints.map(|(at, (month, on, ..))| (*month, *on, at, Complained(at)));
    let steps = COURSE.iter().enumerate();
    let steps = steps.map(|(at, (month, on, step))| (*month, *on, at, *step));
    complaints
        .chain(steps)
        .map(|(month, on, at, step)| Ok((day(2021, month, on)?, at, step)))
        .collect()
}

fn action() -> ActionId {
    ActionId(entry("dancing").0)
}

fn step_of(number: usize) -> kernel::EntryId {
    entry(&format!("dancing step {number}"))
}

/// One of them.
pub(super) async fn happens(
    zone: &Zone<'_>,
    cast: &Cast,
    (on, number, step): (NaiveDate, usize, Step),
) -> anyhow::Result<()> {
    let keeps = cast.actor(KEEPS)?;
    let line = |sort: Sort| Adding {
        entry: step_of(number),
        action: action(),
        sort,
        day: on,
        unit: None,
        who: String::new(),
        words: String::new(),
        case: None,
    };
    match step {
        Complained(at) => return complain(zone, cast, at).await,
        Begun => {
            let new = Beginning {
                entry: entry("dancing"),
                title: "广场舞噪声联合整治".into(),
                problem: "晚间广场舞音量大、时间长，居民反复投诉，单靠一个部门管不住。".into(),
                words: "广场舞".into(),
                lead: cast.unit(LEAD)?,
                begun_on: on,
            };
            begin(zone.book, keeps, &new).await?;
        }
        HandedOver(patrol, to) => {
            let new = HandingOver {
                entry: step_of(number),
                patrol: step_of(patrol),
                to: to.into(),
            };
            hand_over(zone.book, keeps, &new).await?;
        }
        Added(Sort::Department, code, _) => {
            let unit = Some(cast.unit(code)?);
            let new = Adding {
                unit,
                ..line(Sort::Department)
            };
            add(zone.book, keeps, &new).await?;
        }
        Added(sort, who, words) => {
            let new = Adding {
                who: who.into(),
                words: words.into(),
                ..line(sort)
            };
            add(zone.book, keeps, &new).await?;
        }
        Planned(who, words) => {
            let new = Adding {
                day: day(2021, 5, 21)?,
                who: who.into(),
                words: words.into(),
                ..line(Sort::Patrol)
            };
            add(zone.book, keeps, &new).await?;
        }
        Linked(complaint) => {
            let case = Some(CaseId(complaint_of(complaint).0));
            let new = Adding {
                case,
                ..line(Sort::Case)
            };
            add(zone.book, keeps, &new).await?;
        }
    }
    Ok(())
}

fn complaint_of(number: usize) -> kernel::EntryId {
    entry(&format!("dancing complaint {number}"))
}

async fn complain(zone: &Zone<'_>, cast: &Cast, at: usize) -> anyhow::Result<()> {
    let (_, _, place, body) = COMPLAINTS[at];
    let desk = cast.unit("ROOT")?;
    let new = Raising {
        entry: complaint_of(at),
        kind: Kind::Complaint,
        body: body.into(),
        place: place.into(),
        name: String::new(),
        phone: String::new(),
        desk,
    };
    raise(zone.book, zone.keys, &Actor::public(desk), &new).await?;
    Ok(())
}
