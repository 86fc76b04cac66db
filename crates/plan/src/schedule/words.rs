//! Reasons and repairs in sentences.
use super::{Outlook, Standing};
use crate::words::texts;
use calendar::{
    WorkingDays,
    schedule::{Driver, Limit, Promise, Repair},
};
use kernel::Lang;

fn name(lang: Lang, outlook: &Outlook, standing: &Standing) -> String {
    let node = &outlook.item(standing).node;
    let number = node.number.clone().unwrap_or_default();
    texts(lang).task_name(number, &node.title)
}

/// How it stands with the task's promise.
pub(crate) fn promise(lang: Lang, promise: Promise) -> String {
    let t = texts(lang);
    match promise {
        Promise::Kept => t.promise_kept(),
        Promise::AtRisk => t.promise_at_risk(),
        Promise::CannotBeKept { late_by_working_days } => t.promise_broken(late_by_working_days.to_string()),
        Promise::Missed { late_by_working_days } => t.promise_missed(late_by_working_days.to_string()),
    }
}

/// Why the task cannot be finished earlier.
pub(crate) fn why(lang: Lang, outlook: &Outlook, standing: &Standing) -> String {
    let t = texts(lang);
    let (chain, why) = outlook.why(standing);
    let first = chain.first().copied().unwrap_or(standing);
    let start = first.scheduled.earliest_start.to_string();
    let cause = match why.cause {
        Driver::CampaignStart => t.cause_campaign_start(start),
        Driver::EarliestStart => t.cause_earliest_start(start),
        Driver::Today => t.cause_today(),
        Driver::Started => t.cause_started(start),
        Driver::Finished => t.cause_finished(),
        Driver::Predecessor(_) => String::new(),
    };
    if chain.len() < 2 {
        return t.why_alone(name(lang, outlook, standing), cause, standing.scheduled.earliest_finish.to_string());
    }
    let names: Vec<String> = chain.iter().map(|standing| name(lang, outlook, standing)).collect();
    t.why_chain(names.join(" → "), cause, standing.scheduled.earliest_finish.to_string())
}

/// What the latest finish comes from.
pub(crate) fn limit(lang: Lang, outlook: &Outlook, standing: &Standing) -> String {
    let t = texts(lang);
    match standing.scheduled.limit {
        Limit::Deadline => t.limit_deadline(),
        Limit::CampaignEnd => t.limit_campaign_end(),
        Limit::Successor(at) => match outlook.standings.get(at) {
            Some(successor) => t.limit_successor(name(lang, outlook, successor)),
            None => String::new(),
        },
    }
}

/// What would let the promise be kept, one sentence each.
pub(crate) fn repairs(lang: Lang, outlook: &Outlook, standing: &Standing, days: &WorkingDays) -> Vec<String> {
    let t = texts(lang);
    let named = |at: usize| outlook.standings.get(at).map_or_else(String::new, |standing| name(lang, outlook, standing));
    let repairs = outlook.repairs(standing, days);
    repairs
        .into_iter()
        .map(|repair| match repair {
            Repair::StartBy { task, day } => t.repair_start_by(named(task), day.to_string()),
            Repair::Shorten(cuts) => {
                let cuts: Vec<String> =
                    cuts.iter().map(|cut| t.repair_cut(named(cut.task), cut.by_working_days.to_string())).collect();
                t.repair_shorten(cuts.join(crate::units::separator(lang)))
            }
            Repair::MoveDeadline { task, day } => t.repair_move(named(task), day.to_string()),
        })
        .collect()
}
