use super::*;
use crate::{
    campaigns::{campaign::Campaign, setting_up::SettingUp},
    nodes::node::{Node, link},
    world::{day, study},
};
use calendar::schedule::Promise;
use uuid::Uuid;

fn task(number: u128, due: &str, duration_days: i32) -> Node {
    Node {
        id: NodeId(Uuid::from_u128(number)),
        campaign: "study".into(),
        parent: None,
        level: 2,
        position: number as i32,
        number: Some(number.to_string()),
        title: format!("任务{number}"),
        lead_unit: None,
        in_charge: None,
        deadline_text: None,
        deadline_kind: None,
        from_day: None,
        due: Some(day(due)),
        duration_days: Some(duration_days),
        deliverable: None,
        target_figure: None,
        target_unit: None,
        target_value: None,
        target_text: None,
        withdrawn_on: None,
        started_on: None,
        finished_on: None,
        signed_off_on: None,
        signed_off_by: None,
        sign_off_entry: None,
    }
}

fn outlook(nodes: Vec<Node>, links: &[(u128, u128, i32)], today: &str) -> Outlook {
    let links = links.iter().map(|(task, predecessor, lag_days)| link::Model {
        task: NodeId(Uuid::from_u128(*task)),
        predecessor: NodeId(Uuid::from_u128(*predecessor)),
        lag_days: *lag_days,
    });
    let campaign = Campaign::from(SettingUp { ..study() });
    let plan = Plan::of(nodes, Vec::new(), links.collect());
    let progress = |item: &Item| Progress::of(item, None);
    Outlook::of(campaign, plan, progress, &WorkingDays::china(), day(today)).unwrap()
}

#[test]
fn a_plan_is_scheduled_backwards_over_the_holiday() {
    let outlook = outlook(vec![task(1, "2021-12-31", 5), task(2, "2021-10-12", 3)], &[(2, 1, 0)], "2021-03-20");
    let first = &outlook.standings[0].scheduled;
    // 9, 11 and 12 October are left for the second; the first ends on the day before, and the holiday lies between.
    assert_eq!(outlook.standings[1].scheduled.latest_start, day("2021-10-09"));
    assert_eq!(first.latest_finish, day("2021-10-08"));
    assert_eq!(first.latest_start, day("2021-09-27"));
}

#[test]
fn a_promise_that_cannot_be_kept_says_why_and_what_would_repair_it() {
    let outlook = outlook(vec![task(1, "2021-12-31", 10), task(2, "2021-04-02", 5)], &[(2, 1, 0)], "2021-03-22");
    let late = &outlook.standings[1];
    assert_eq!(late.scheduled.promise, Promise::CannotBeKept { late_by_working_days: 5 });
    let (chain, _) = outlook.why(late);
    let numbers: Vec<_> = chain.iter().filter_map(|standing| outlook.item(standing).node.number.clone()).collect();
    assert_eq!(numbers, ["1", "2"]);
    let repairs = outlook.repairs(late, &WorkingDays::china());
    assert!(matches!(repairs.last(), Some(Repair::MoveDeadline { day: moved, .. }) if *moved == day("2021-04-12")), "{repairs:?}");
}

#[test]
fn work_that_was_reported_as_done_waits_to_be_verified() {
    let mut done = task(1, "2021-04-30", 5);
    done.started_on = Some(day("2021-03-02"));
    done.finished_on = Some(day("2021-03-10"));
    let outlook = outlook(vec![done], &[], "2021-03-20");
    assert_eq!(outlook.standings[0].progress.state, super::super::State::ToVerify);
    assert_eq!(outlook.standings[0].progress.share_bp, Some(10_000));
    assert!(outlook.critical_chain().is_empty());
}
