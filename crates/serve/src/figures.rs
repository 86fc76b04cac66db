//! The figures that this domain brings along.
use crate::service_days::figures as service_days;
use kernel::Bilingual;
use ledger::{FigureSeed, PeriodRule};

const fn to_date(
    code: &'static str,
    (zh, en): (&'static str, &'static str),
    formula: &'static str,
    format: (&'static str, &'static str),
    (definition_zh, definition_en): (&'static str, &'static str),
) -> FigureSeed {
    FigureSeed {
        code,
        title: Bilingual::new(zh, en),
        formula,
        period: PeriodRule::ToDate,
        format: Bilingual::new(format.0, format.1),
        definition: Bilingual::new(definition_zh, definition_en),
    }
}

const CASES: (&str, &str) = ("38件", "38件 | case/cases");
const WISHES: (&str, &str) = ("20个", "20个 | wish/wishes");
const VISITS: (&str, &str) = ("163人次", "163人次 | visit/visits");
const PROBLEMS: (&str, &str) = ("54件", "54件 | problem/problems");
const RATE: (&str, &str) = ("85.5%", "85.5%");

/// Counters that a department declares bring their own figure; those of the sample are known before anybody declares them.
pub const FIGURES: &[FigureSeed] = &[
    to_date(
        "cases-raised",
        ("群众诉求数", "Cases raised"),
        "serve.case.raised",
        CASES,
        (
            "群众和企业提出的诉求，计在首接单位；同一件重复提交只计一次。",
            "Cases brought by residents and enterprises, counted at the unit that heard them first; sent twice counts once.",
        ),
    ),
    to_date(
        "cases-closed",
        ("办结诉求数", "Cases closed"),
        "serve.case.closed",
        CASES,
        (
            "已办结的诉求，计在牵头单位；协办单位不重复计，重新打开的不再计入。",
            "Closed cases, counted at the lead; units that helped do not count them again, and reopened ones do not count.",
        ),
    ),
    to_date(
        "close-rate",
        ("办结率", "Close rate"),
        "serve.case.closed / serve.case.accepted",
        RATE,
        (
            "办结诉求数除以受理诉求数；不予受理的不计入分母。",
            "Cases closed, divided by cases accepted; refused cases are not in the denominator.",
        ),
    ),
    to_date(
        "on-time-rate",
        ("按时办结率", "On-time rate"),
        "serve.case.closed_on_time / serve.case.due",
        RATE,
        (
            "按时办结的诉求除以应办结的诉求。应办结的，是期限已到的和提前办结的；暂停计时的不计入。",
            "Cases closed on time, divided by cases due: those whose time was up, and those closed before. Cases whose clock stands are left out.",
        ),
    ),
    to_date(
        "satisfaction-rate",
        ("满意率", "Satisfaction rate"),
        "serve.case.satisfied / serve.case.called_back_valid",
        RATE,
        (
            "回访表示满意的诉求除以有效回访的诉求；没有联系上的不计入。",
            "Cases whose asker was satisfied, divided by valid call-backs; whoever could not be reached is left out.",
        ),
    ),
    to_date(
        "response-rate",
        ("响应率", "Response rate"),
        "serve.case.responded / serve.case.accepted",
        RATE,
        (
            "首个牵头单位按时签收的诉求除以受理的诉求；经批准剔除的不计入。",
            "Cases that their first lead acknowledged in time, divided by cases accepted; approved exclusions are left out.",
        ),
    ),
    to_date(
        "resolution-rate",
        ("解决率", "Resolution rate"),
        "serve.case.solved / serve.case.accepted",
        RATE,
        (
            "经非经办人确认已解决的诉求除以受理的诉求；经批准剔除的不计入。",
            "Cases that somebody who did not handle them confirmed as fixed, divided by cases accepted; approved exclusions are left out.",
        ),
    ),
    to_date(
        "cases-led",
        ("牵头办理数", "Cases led"),
        "serve.case.led",
        CASES,
        (
            "由本单位牵头的诉求，每件只有一个牵头单位。",
            "Cases with the unit as lead; each case has one.",
        ),
    ),
    to_date(
        "cases-helped",
        ("协办数", "Cases helped with"),
        "serve.case.helped",
        CASES,
        (
            "本单位协办的诉求；一件有几个协办单位，在各单位各计一次，不与牵头数相加。",
            "Cases with the unit as helper, counted at each helper; not to be added to cases led.",
        ),
    ),
    result(
        "joint-patrols",
        ("联合巡查次数", "Joint patrols"),
        "serve.joint_action.patrol",
        ("12次", "12次 | patrol/patrols"),
        (
            "联合行动中完成交接的巡查，计在牵头单位，每班一次。",
            "Patrols of joint actions that were handed over, once each, at the lead unit.",
        ),
    ),
    result(
        "joint-talks",
        ("联合行动协商次数", "Talks held in joint actions"),
        "serve.joint_action.talk",
        ("3次", "3次 | talk/talks"),
        (
            "联合行动中与相关方的协商座谈，计在牵头单位。",
            "Talks with those concerned in joint actions, at the lead unit.",
        ),
    ),
    result(
        "services-held",
        ("举办服务场次", "Service sessions held"),
        "serve.session.held",
        ("3场", "3场 | session/sessions"),
        (
            "有人到场接受服务的场次，每场只计一次。",
            "Sessions at which somebody was served, once each.",
        ),
    ),
    result(
        "people-served",
        ("服务人次", "People served"),
        "serve.session.served",
        ("900人次", "900人次 | person/people"),
        (
            "服务场次现场签到和现场登记的人次；同一人来几场计几次。",
            "People ticked off or let in at the door of a session; whoever comes to two sessions counts twice.",
        ),
    ),
    result(
        "service-uptake",
        ("服务场次使用率", "Uptake of service sessions"),
        "serve.session.served / serve.session.offered",
        ("85.5%", "85.5%"),
        (
            "服务人次除以发布的名额，只算已到日期的场次。",
            "People served, divided by the places offered; only sessions whose day has come.",
        ),
    ),
    service_days::DAYS_HELD,
    service_days::PROJECTS,
    service_days::PEOPLE,
    service_days::HOURS,
    to_date(
        "wishes-made",
        ("提出微心愿数", "Wishes made"),
        "serve.wish.made",
        WISHES,
        (
            "居民提出和单位代为登记的微心愿，计在受理单位。",
            "Wishes that residents made or units wrote down for them, counted at the unit that keeps them.",
        ),
    ),
    to_date(
        "wishes-lit",
        ("点亮微心愿数", "Wishes lit"),
        "serve.wish.lit",
        WISHES,
        (
            "党员和单位点亮的微心愿，计在点亮单位；退回心愿墙的不再计入。",
            "Wishes lit by members and units, counted at the unit that lit them; those that went back to the wall do not count.",
        ),
    ),
    to_date(
        "wishes-fulfilled",
        ("实现微心愿数", "Wishes made true"),
        "serve.wish.fulfilled",
        WISHES,
        (
            "已经送达的微心愿，计在点亮单位，每个心愿只计一次。",
            "Wishes that were delivered, counted once at the unit that lit them.",
        ),
    ),
    to_date(
        "wishes-thanked",
        ("收到致谢的微心愿数", "Wishes thanked for"),
        "serve.wish.thanked",
        WISHES,
        (
            "提出心愿的人表示感谢的微心愿，计在点亮单位；不要求每个心愿都有。",
            "Wishes whose maker said thank you, counted at the unit that lit them; nobody has to.",
        ),
    ),
    to_date(
        "pairings",
        ("结对数", "Pairings"),
        "serve.pairing.standing",
        ("38对", "38对 | pairing/pairings"),
        (
            "部门与社区、支部与困难家庭、服务专员与企业的结对，计在帮扶单位；结束的不再计入。",
            "Departments with communities, branches with households, commissioners with enterprises, for the unit that helps; those that ended do not count.",
        ),
    ),
    result(
        "pairing-contacts",
        ("结对联系次数", "Contacts of pairs"),
        "serve.pairing.contact",
        ("120次", "120次 | contact/contacts"),
        (
            "帮扶单位登记的结对联系，每次计一次；走访另计。",
            "Contacts noted by the units that help, once each; visits are counted apart.",
        ),
    ),
    result(
        "research-topics",
        ("领导干部调研课题", "Research topics"),
        "serve.topic.set",
        ("29个", "29个 | topic/topics"),
        (
            "领导干部确定的调研课题，每个计一次，计在负责人所在单位。",
            "Research topics set by leading cadres, once each, for the unit of whoever leads it.",
        ),
    ),
    result(
        "research-topics-concluded",
        ("已结题的调研课题", "Research topics concluded"),
        "serve.topic.concluded",
        ("12个", "12个 | topic/topics"),
        (
            "已形成成果的调研课题，每个计一次。",
            "Research topics that have come to a result, once each.",
        ),
    ),
    result(
        "visits-held",
        ("走访次数", "Visits"),
        "serve.visit.held",
        ("88次", "88次 | visit/visits"),
        (
            "走访企业、社区和基层单位、居民家庭的次数；几个人一同去的，只计一次。",
            "Visits to enterprises, communities and other units, and households; several people who go together make one visit.",
        ),
    ),
    result(
        "enterprise-visits",
        ("走访企业人次", "Visits to enterprises"),
        "serve.visit.went.enterprise",
        VISITS,
        (
            "走访企业的人次：每次走访按去的人数计。",
            "Person-times of visits to enterprises: each visit counts as many as went.",
        ),
    ),
    result(
        "enterprise-problems-raised",
        ("走访企业收集的问题和建议", "Problems heard at enterprises"),
        "serve.visit.problem.enterprise",
        PROBLEMS,
        (
            "走访企业时收集的问题和建议，每条计一次。",
            "Problems and suggestions heard on visits to enterprises, once each.",
        ),
    ),
    result(
        "enterprise-problems-solved",
        ("走访企业解决的问题", "Problems of enterprises solved"),
        "serve.visit.solved.enterprise",
        PROBLEMS,
        (
            "走访企业时收集的问题中，当场解决的和转为诉求后已办结的；重新打开的不计。",
            "Of the problems heard at enterprises, those solved on the spot and those whose case is closed; reopened ones do not count.",
        ),
    ),
    result(
        "community-visits",
        (
            "走访社区和基层单位人次",
            "Visits to communities and grassroots units",
        ),
        "serve.visit.went.grassroots",
        VISITS,
        (
            "走访社区和其他基层单位的人次：每次走访按去的人数计；入户走访另计。",
            "Person-times of visits to communities and other grassroots units: each visit counts as many as went; households are counted apart.",
        ),
    ),
    result(
        "community-problems-raised",
        ("走访基层收集的主要问题", "Problems heard at the grassroots"),
        "serve.visit.problem.grassroots",
        PROBLEMS,
        (
            "走访社区和其他基层单位时收集的主要问题，每条计一次。",
            "Main problems heard on visits to communities and other grassroots units, once each.",
        ),
    ),
    result(
        "community-problems-solved",
        ("走访基层解决的问题", "Problems of the grassroots solved"),
        "serve.visit.solved.grassroots",
        PROBLEMS,
        (
            "走访社区和其他基层单位时收集的问题中，当场解决的和转为诉求后已办结的；重新打开的不计。",
            "Of the problems heard at communities and other grassroots units, those solved on the spot and those whose case is closed; reopened ones do not count.",
        ),
    ),
    result(
        "household-visits",
        ("入户走访人次", "Visits to households"),
        "serve.visit.went.household",
        VISITS,
        (
            "入户走访的人次：每次走访按去的人数计。",
            "Person-times of visits to households: each visit counts as many as went.",
        ),
    ),
    result(
        "dog-penalties",
        ("涉犬行政处罚数", "Penalties about dogs"),
        "serve.result.dog-penalties",
        ("43件", "43件 | penalty/penalties"),
        (
            "综合行政执法部门作出的涉犬行政处罚，凭处罚决定书登记。",
            "Administrative penalties about dogs, each booked from its decision.",
        ),
    ),
    result(
        "stray-dogs-caught",
        ("捕捉流浪犬数", "Stray dogs caught"),
        "serve.result.stray-dogs-caught",
        ("240余只", "240余只 | dog/dogs"),
        (
            "捕捉并送留检所的流浪犬，凭收容登记单登记。",
            "Stray dogs caught and handed to the shelter, booked from its intake sheets.",
        ),
    ),
    result(
        "fraud-cases-solved",
        ("破获电信网络诈骗案件数", "Telecom fraud cases solved"),
        "serve.result.fraud-cases-solved",
        ("4起", "4起 | case/cases"),
        (
            "破获的电信网络诈骗案件，凭破案报告登记。",
            "Telecom fraud cases that were cracked, each booked from its report.",
        ),
    ),
    result(
        "fraud-losses-recovered",
        ("电信网络诈骗返还损失", "Fraud losses given back"),
        "serve.result_money.fraud-losses-recovered",
        ("44万元", "44万元"),
        (
            "返还受害人的电信网络诈骗损失，凭返还清单登记，只计已到账的。",
            "Losses given back to victims of telecom fraud, booked from the lists of returns; only what was received.",
        ),
    ),
];

pub(crate) const fn result(
    code: &'static str,
    (zh, en): (&'static str, &'static str),
    formula: &'static str,
    format: (&'static str, &'static str),
    (definition_zh, definition_en): (&'static str, &'static str),
) -> FigureSeed {
    FigureSeed {
        period: PeriodRule::YearToDate,
        ..to_date(
            code,
            (zh, en),
            formula,
            format,
            (definition_zh, definition_en),
        )
    }
}
