//! What residents bring, and what is done with it: a handful of cases in several states, one of them late, one reopened.
use super::{Cast, Zone, day, entry};
use ::serve::cases::{
    acting::{Acting, act},
    case::{Helper, Kind, Outcome, Step},
    fallback,
    limit::Limit,
    raising::{Raising, raise},
    store::CaseId,
};
use anyhow::Context;
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::Actor;

const KEEPS: &str = "song.wanqing";
const HANDLES: &str = "he.shuyun";
/// Administers the settings.
const SETS: &str = "miao.siqi";
const FALLBACK: &str = "BM01";

/// What happens to a case on a day: month, day, what.
type Course = &'static [(u32, u32, Happens)];

#[derive(Debug, Clone, Copy)]
pub(super) enum Happens {
    Accepted(Limit),
    Refused(&'static str),
    /// To the lead and those who help, by their codes, each with what it is to do.
    Dispatched(&'static str, &'static [(&'static str, &'static str)]),
    Acknowledged(&'static str),
    Answered(&'static str, &'static str),
    /// The reply of a unit that helps.
    SignedOff(&'static str),
    CalledBack(Outcome),
    Confirmed,
    Closed,
    Reopened(&'static str),
    Paused(&'static str),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    kind: Kind,
    raised: (u32, u32),
    body: &'static str,
    place: &'static str,
    /// What strangers may read; empty where nothing.
    public_title: &'static str,
    course: Course,
}

use Happens::{
    Accepted, Acknowledged, Answered, CalledBack, Closed, Confirmed, Dispatched, Paused, Refused,
    Reopened, SignedOff,
};

const TOLD: [Told; 8] = [
    Told {
        kind: Kind::Complaint,
        raised: (2, 26),
        body: "小区门口的路灯坏了三盏，晚上下班的人看不清路。",
        place: "棠舟社区北门",
        public_title: "",
        course: &[
            (2, 26, Accepted(Limit::Ordinary)),
            (
                2,
                26,
                Dispatched("BM12", &[("SQ05", "清点损坏的路灯，报送位置")]),
            ),
            (3, 1, Acknowledged("BM12")),
            (3, 1, Acknowledged("SQ05")),
            (3, 3, Answered("SQ05", "已清点损坏的路灯并报送位置。")),
            (3, 4, SignedOff("SQ05")),
            (
                3,
                4,
                Answered("BM12", "三盏路灯已换新，沿线其余路灯一并检查。"),
            ),
            (3, 5, CalledBack(Outcome::Satisfied)),
            (3, 5, Confirmed),
            (3, 5, Closed),
        ],
    },
    Told {
        kind: Kind::Inquiry,
        raised: (3, 9),
        body: "孩子今年上小学，报名要带哪些材料，什么时候开始？",
        place: "枕溪社区",
        public_title: "",
        course: &[
            (3, 9, Accepted(Limit::Ordinary)),
            (3, 9, Dispatched("BM16", &[])),
            (3, 10, Acknowledged("BM16")),
            (
                3,
                11,
                Answered("BM16", "五月下旬开始网上报名，所需材料已发到社区公告栏。"),
            ),
            (3, 12, CalledBack(Outcome::Satisfied)),
            (3, 12, Closed),
        ],
    },
    Told {
        kind: Kind::Complaint,
        raised: (3, 18),
        body: "工地夜里十一点以后还在打桩，老人和孩子睡不着。",
        place: "澄岫社区东侧工地",
        public_title: "",
        course: &[
            (3, 18, Accepted(Limit::Ordinary)),
            (
                3,
                18,
                Dispatched(
                    "BM20",
                    &[("BM13", "夜间测噪声"), ("SQ06", "在楼道公示施工时间")],
                ),
            ),
            (3, 19, Acknowledged("BM20")),
            (3, 19, Acknowledged("BM13")),
            (3, 22, Acknowledged("SQ06")),
            (
                3,
                24,
                Answered("BM13", "已测噪声，超标，要求停止夜间打桩。"),
            ),
            (3, 25, Answered("SQ06", "已在楼道公示施工时间。")),
            (3, 25, SignedOff("BM13")),
            (3, 26, SignedOff("SQ06")),
            (3, 26, Answered("BM20", "已责令施工单位晚十点后停工。")),
            (3, 29, CalledBack(Outcome::NotSatisfied)),
            (3, 30, Closed),
            (4, 12, Reopened("上周又有两个晚上施工，反映人再次来电。")),
            (4, 15, Answered("BM20", "已约谈施工单位，安排夜间巡查。")),
            (4, 19, CalledBack(Outcome::Satisfied)),
            (4, 20, Confirmed),
            (4, 20, Closed),
        ],
    },
    Told {
        kind: Kind::Help,
        raised: (4, 7),
        body: "楼里停水半天了，家里有卧床的老人，什么时候能来水？",
        place: "鹿渚社区5号楼",
        public_title: "",
        course: &[
            (4, 7, Accepted(Limit::Utility)),
            (4, 7, Dispatched("BM12", &[("SQ02", "给卧床的老人送水")])),
            (4, 7, Acknowledged("BM12")),
            (4, 7, Acknowledged("SQ02")),
            (4, 7, Answered("SQ02", "已给卧床老人送水。")),
            (4, 7, SignedOff("SQ02")),
            (4, 7, Answered("BM12", "爆管已修好，下午恢复供水。")),
            (4, 8, CalledBack(Outcome::Satisfied)),
            (4, 8, Closed),
        ],
    },
    Told {
        kind: Kind::Suggestion,
        raised: (4, 16),
        body: "建议在产业园加一班早班车，现在第一班车到厂要迟到。",
        place: "产业园南门站",
        public_title: "产业园增加早班公交",
        course: &[
            (4, 16, Accepted(Limit::Complex)),
            (
                4,
                19,
                Dispatched("BM12", &[("BM06", "了解各厂上班时间和人数")]),
            ),
            (4, 20, Acknowledged("BM12")),
            (4, 20, Acknowledged("BM06")),
            (4, 23, Paused("等待公交公司提供客流数据。")),
        ],
    },
    Told {
        kind: Kind::Report,
        raised: (4, 22),
        body: "邻居和我家因为装修有纠纷，请判定谁对谁错。",
        place: "禾亭社区",
        public_title: "",
        course: &[(4, 23, Refused("民事纠纷请先由社区调解，也可以向法院起诉。"))],
    },
    Told {
        kind: Kind::Help,
        raised: (4, 25),
        body: "老旧小区没有电梯，想问加装电梯怎么申请。",
        place: "砚池社区12号楼",
        public_title: "老旧小区加装电梯",
        course: &[
            (4, 25, Accepted(Limit::Ordinary)),
            (
                4,
                26,
                Dispatched("BM18", &[("SQ04", "收集12号楼住户的意见")]),
            ),
            (4, 27, Acknowledged("BM18")),
            (4, 28, Acknowledged("SQ04")),
            (
                5,
                12,
                Answered("SQ04", "12号楼三十二户中三十户同意，两户还要商量。"),
            ),
        ],
    },
    Told {
        kind: Kind::Praise,
        raised: (5, 13),
        body: "社区志愿者连续一周陪护独居老人，谢谢他们。",
        place: "云渡社区",
        public_title: "",
        course: &[],
    },
];

/// Where a case goes that nobody takes, from before the first one on.
pub(super) async fn fallback(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let from_day = zone.book.clock().today();
    let new = fallback::Model {
        from_day,
        unit: cast.unit(FALLBACK)?,
    };
    let by = cast.actor(SETS)?;
    fallback::set(zone.book, by, (entry("fallback unit"), &new)).await?;
    Ok(())
}

/// Everything that happens, by its day and in its order; what is raised comes first.
pub(super) fn course() -> anyhow::Result<Vec<(NaiveDate, usize, Option<usize>)>> {
    let mut course = Vec::new();
    for (number, told) in TOLD.iter().enumerate() {
        let (month, on) = told.raised;
        course.push((day(2021, month, on)?, number, None));
        for (at, (month, on, _)) in told.course.iter().enumerate() {
            course.push((day(2021, *month, *on)?, number, Some(at)));
        }
    }
    Ok(course)
}

/// One of them: raised, or a step of its course.
pub(super) async fn happens(
    zone: &Zone<'_>,
    cast: &Cast,
    (number, step): (usize, Option<usize>),
) -> anyhow::Result<()> {
    let told = TOLD[number];
    let case = CaseId(entry(&format!("case {number}")).0);
    let Some(at) = step else {
        let desk = cast.unit("ROOT")?;
        let new = Raising {
            entry: entry(&format!("case {number}")),
            kind: told.kind,
            body: told.body.into(),
            place: told.place.into(),
            name: String::new(),
            phone: String::new(),
            desk,
        };
        raise(zone.book, zone.keys, &Actor::public(desk), &new).await?;
        return Ok(());
    };
    let happens = told.course[at].2;
    let (step, said, noted) = step_of(cast, happens)?;
    let by = match happens {
        Acknowledged("BM18") | Answered("BM18", _) => "yin.ruogu",
        Acknowledged("BM06") | Answered("BM06", _) => "shao.qinghe",
        Acknowledged(_) | Answered(..) | Paused(_) => HANDLES,
        _ => KEEPS,
    };
    let new = Acting {
        entry: entry(&format!("case {number} step {at}")),
        case,
        step,
        said: said.into(),
        noted: noted.into(),
        public_title: match happens {
            Accepted(_) => told.public_title.into(),
            _ => String::new(),
        },
        files: Vec::new(),
    };
    act(zone.book, &WorkingDays::china(), cast.actor(by)?, &new)
        .await
        .with_context(|| format!("case {number}, step {at}"))?;
    Ok(())
}

fn step_of(cast: &Cast, happens: Happens) -> anyhow::Result<(Step, &'static str, &'static str)> {
    Ok(match happens {
        Accepted(limit) => (Step::Accept { limit }, "", ""),
        Refused(why) => (Step::Refuse, why, ""),
        Dispatched(lead, helpers) => {
            let helpers = helpers.iter().map(|(code, duty)| {
                Ok(Helper {
                    unit: cast.unit(code)?,
                    duty: (*duty).into(),
                    due_on: None,
                })
            });
            let helpers = helpers.collect::<anyhow::Result<_>>()?;
            let lead = cast.unit(lead)?;
            (Step::Dispatch { lead, helpers }, "", "")
        }
        Acknowledged(unit) => (Step::Acknowledge(cast.unit(unit)?), "", ""),
        Answered(unit, said) => (Step::Answer(cast.unit(unit)?), said, ""),
        SignedOff(unit) => (Step::SignOff(cast.unit(unit)?), "", ""),
        CalledBack(outcome) => (Step::CallBack(outcome), "", ""),
        Confirmed => (Step::Confirm, "", "到现场看过，问题已解决。"),
        Closed => (Step::Close, "", ""),
        Reopened(why) => (Step::Reopen, "", why),
        Paused(why) => (Step::Pause, "", why),
    })
}
