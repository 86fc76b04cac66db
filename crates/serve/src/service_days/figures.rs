//! The figures of service days.
use crate::figures::result;
use ledger::FigureSeed;

pub(crate) const DAYS_HELD: FigureSeed = result(
    "service-days-held",
    ("开展服务日次数", "Service days held"),
    "serve.service_day.held",
    ("5次", "5次 | day/days"),
    (
        "至少有一个项目有人到场的服务日，全区每月只计一次，不分单位。",
        "Service days with at least one project to which somebody came, once each for the whole organisation.",
    ),
);

pub(crate) const PROJECTS: FigureSeed = result(
    "service-day-projects",
    ("服务日开展项目数", "Projects of service days"),
    "serve.service_day.project",
    ("38个", "38个 | project/projects"),
    (
        "服务日中有人到场的项目，每个计一次，计在组织单位。",
        "Projects of service days to which somebody came, once each, at the unit that organised them.",
    ),
);

pub(crate) const PEOPLE: FigureSeed = result(
    "service-day-people",
    ("服务日到场人次", "People at service days"),
    "serve.service_day.came",
    ("900人次", "900人次 | person/people"),
    (
        "由组织单位一次登记的到场人数之和；同一人参加几个项目计几次，不记个人次数。",
        "People who came to projects, as their organisers entered; whoever comes to two projects counts twice, and nobody's own count is kept.",
    ),
);

pub(crate) const HOURS: FigureSeed = result(
    "service-day-hours",
    ("服务日总时长", "Hours of service days"),
    "serve.service_day.hours",
    ("640小时", "640小时 | hour/hours"),
    (
        "各项目合计时长之和，按项目登记总数；任何人都没有个人时长。",
        "Hours of all together, entered as one total of each project; nobody has hours of their own.",
    ),
);
