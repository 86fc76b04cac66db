use super::*;
use proptest::prelude::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

fn after(task: usize) -> Vec<Link> {
    vec![Link { task, lag_days: 0 }]
}

fn plan(tasks: Vec<Task>) -> Plan {
    Plan::new(day(3, 1), day(12, 31), tasks)
}

fn on(today: NaiveDate, plan: &Plan) -> Schedule {
    schedule(plan, &WorkingDays::china(), today).unwrap()
}

#[test]
fn the_latest_start_is_counted_back_from_the_deadline_over_a_holiday() {
    let told = on(
        day(3, 1),
        &plan(vec![Task {
            deadline: Some(day(5, 8)),
            ..Task::lasting(5)
        }]),
    );
    let task = &told.tasks[0];
    assert_eq!(
        (task.latest_start, task.latest_finish),
        (day(4, 29), day(5, 8))
    );
    assert_eq!(
        (task.earliest_start, task.earliest_finish),
        (day(3, 1), day(3, 5))
    );
    assert_eq!(task.promise, Promise::Kept);
}

#[test]
fn a_deadline_on_a_rest_day_leaves_the_working_day_before() {
    let told = on(
        day(3, 1),
        &plan(vec![Task {
            deadline: Some(day(10, 5)),
            ..Task::lasting(1)
        }]),
    );
    assert_eq!(told.tasks[0].latest_finish, day(9, 30));
}

#[test]
fn a_task_starts_the_working_day_after_its_predecessor_and_a_lag_moves_it() {
    let following = |lag_days| {
        let tasks = vec![
            Task::lasting(2),
            Task {
                predecessors: vec![Link { task: 0, lag_days }],
                ..Task::lasting(1)
            },
        ];
        on(day(3, 4), &plan(tasks)).tasks[1].earliest_start
    };
    assert_eq!(following(0), day(3, 8));
    assert_eq!(following(2), day(3, 10));
    assert_eq!(following(-1), day(3, 5));
}

#[test]
fn a_milestone_happens_on_the_day_its_predecessor_ends() {
    let told = on(
        day(3, 1),
        &plan(vec![
            Task::lasting(5),
            Task {
                predecessors: after(0),
                deadline: Some(day(3, 5)),
                ..Task::lasting(0)
            },
        ]),
    );
    let milestone = &told.tasks[1];
    assert_eq!(milestone.earliest_start, day(3, 5));
    assert_eq!(milestone.earliest_finish, day(3, 5));
    assert_eq!(milestone.slack_days, 0);
    let alone = on(day(3, 6), &plan(vec![Task::lasting(0)]));
    assert_eq!(alone.tasks[0].earliest_finish, day(3, 8));
}

#[test]
fn unfinished_work_cannot_be_done_in_the_past() {
    let tasks = vec![
        Task::lasting(3),
        Task {
            actual_start: Some(day(3, 1)),
            ..Task::lasting(3)
        },
    ];
    let told = on(day(4, 3), &plan(tasks));
    assert_eq!(told.tasks[0].earliest_start, day(4, 6));
    assert_eq!(told.tasks[0].driver, Driver::Today);
    assert_eq!(told.tasks[1].earliest_start, day(3, 1));
    assert_eq!(told.tasks[1].earliest_finish, day(4, 6));
}

#[test]
fn a_promise_that_cannot_be_kept_says_by_how_much_and_through_which_tasks() {
    let tasks = vec![
        Task::lasting(4),
        Task::lasting(1),
        Task {
            predecessors: vec![
                Link {
                    task: 0,
                    lag_days: 0,
                },
                Link {
                    task: 1,
                    lag_days: 0,
                },
            ],
            deadline: Some(day(3, 5)),
            ..Task::lasting(3)
        },
    ];
    let told = on(day(3, 1), &plan(tasks));
    assert_eq!(
        told.tasks[2].promise,
        Promise::CannotBeKept {
            late_by_working_days: 2
        }
    );
    let why = told.why(2);
    assert_eq!(why.chain, [0, 2]);
    assert_eq!(why.cause, Driver::CampaignStart);
    assert_eq!(told.tasks[0].promise, Promise::AtRisk);
    assert_eq!(told.leads_to(0), [0, 2]);
    assert_eq!(told.critical_chain(), [0, 2]);
}

#[test]
fn little_slack_is_a_risk() {
    let due = |deadline| {
        let task = Task {
            deadline: Some(deadline),
            ..Task::lasting(5)
        };
        on(day(3, 1), &plan(vec![task])).tasks[0].promise
    };
    assert_eq!(due(day(3, 5)), Promise::AtRisk);
    assert_eq!(due(day(3, 9)), Promise::AtRisk);
    assert_eq!(due(day(3, 10)), Promise::Kept);
}

#[test]
fn finished_work_kept_its_promise_or_missed_it() {
    let finished = |actual_finish| {
        let task = Task {
            deadline: Some(day(3, 5)),
            actual_finish: Some(actual_finish),
            ..Task::lasting(5)
        };
        on(day(4, 1), &plan(vec![task])).tasks[0].promise
    };
    assert_eq!(finished(day(3, 5)), Promise::Kept);
    assert_eq!(
        finished(day(3, 9)),
        Promise::Missed {
            late_by_working_days: 2
        }
    );
}

#[test]
fn a_ring_is_told_in_the_order_of_work() {
    let mut tasks = vec![Task::lasting(1); 5];
    tasks[1].predecessors = after(3);
    tasks[2].predecessors = after(1);
    tasks[3].predecessors = after(2);
    tasks[4].predecessors = after(3);
    let told = schedule(&plan(tasks), &WorkingDays::china(), day(3, 1));
    assert_eq!(told, Err(PlanProblem::Ring(vec![1, 2, 3])));
}

#[test]
fn a_task_that_waits_for_itself_is_a_ring() {
    let mut task = Task::lasting(1);
    task.predecessors = after(0);
    let told = schedule(&plan(vec![task]), &WorkingDays::china(), day(3, 1));
    assert_eq!(told, Err(PlanProblem::Ring(vec![0])));
}

#[test]
fn a_predecessor_that_does_not_exist_is_named() {
    let mut task = Task::lasting(1);
    task.predecessors = after(7);
    let told = schedule(&plan(vec![task]), &WorkingDays::china(), day(3, 1));
    assert_eq!(
        told,
        Err(PlanProblem::UnknownPredecessor {
            task: 0,
            predecessor: 7
        })
    );
}

#[test]
fn a_promise_that_can_be_kept_asks_only_for_a_start_in_time() {
    let plan = plan(vec![Task {
        deadline: Some(day(3, 31)),
        ..Task::lasting(3)
    }]);
    let proposed = repairs(&plan, &WorkingDays::china(), day(3, 1), 0).unwrap();
    assert_eq!(
        proposed,
        [Repair::StartBy {
            task: 0,
            day: day(3, 29)
        }]
    );
}

#[test]
fn a_broken_promise_is_repaired_by_an_earlier_start_a_shorter_task_or_a_later_deadline() {
    let plan = plan(vec![
        Task {
            earliest_start: Some(day(3, 8)),
            ..Task::lasting(4)
        },
        Task {
            predecessors: after(0),
            deadline: Some(day(3, 12)),
            ..Task::lasting(3)
        },
    ]);
    let proposed = repairs(&plan, &WorkingDays::china(), day(3, 1), 0).unwrap();
    assert_eq!(
        proposed,
        [
            Repair::StartBy {
                task: 0,
                day: day(3, 4)
            },
            Repair::Shorten(vec![Cut {
                task: 0,
                by_working_days: 2
            }]),
            Repair::MoveDeadline {
                task: 1,
                day: day(3, 16)
            },
        ]
    );
}

#[test]
fn an_empty_plan_has_an_empty_schedule() {
    let told = on(day(3, 1), &plan(Vec::new()));
    assert!(told.tasks.is_empty());
    assert!(told.critical_chain().is_empty());
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..365).prop_map(|offset| day(1, 1) + chrono::Days::new(offset))
}

/// The calendar of 2021 alone, as the naive calculation knows it.
fn year_2021() -> WorkingDays {
    WorkingDays::monday_to_friday().with_changes(WorkingDays::china().exceptions(2021))
}

/// Tasks may follow any earlier one; the order in the plan is then turned round at will.
fn some_plan() -> impl Strategy<Value = (Plan, NaiveDate)> {
    let fact = prop_oneof![4 => Just(0_u64), 1 => 1_u64..3];
    let task = (
        1_u32..15,
        proptest::option::weighted(0.5, some_day()),
        proptest::option::weighted(0.3, some_day()),
        proptest::collection::vec((any::<proptest::sample::Index>(), -4_i32..6), 0..3),
        (fact, 0_u64..40, 0_u64..30),
    );
    let tasks = proptest::collection::vec(task, 1..14);
    (tasks, some_day(), any::<bool>()).prop_map(|(tasks, today, turned)| {
        let count = tasks.len();
        let place = |at: usize| if turned { count - 1 - at } else { at };
        let mut built = vec![Task::default(); count];
        for (at, (duration_days, deadline, earliest_start, links, facts)) in
            tasks.into_iter().enumerate()
        {
            let (fact, ago, took) = facts;
            let actual_start = (fact != 0).then(|| today - chrono::Days::new(ago + took));
            let actual_finish = (fact == 2).then(|| today - chrono::Days::new(ago));
            let predecessors = links
                .into_iter()
                .filter(|_| at != 0)
                .map(|(index, lag_days)| Link {
                    task: place(index.index(at)),
                    lag_days,
                })
                .collect();
            built[place(at)] = Task {
                duration_days,
                deadline,
                earliest_start,
                predecessors,
                actual_start,
                actual_finish,
            };
        }
        (Plan::new(day(2, 1), day(12, 31), built), today)
    })
}

proptest! {
    #[test]
    fn the_schedule_agrees_with_walking_day_by_day((plan, today) in some_plan()) {
        let told = schedule(&plan, &year_2021(), today).unwrap();
        let walked = naive::dates(&plan, today);
        for (at, task) in told.tasks.iter().enumerate() {
            prop_assert_eq!((task.earliest_start, task.earliest_finish), walked.earliest[at], "earliest of {}", at);
            prop_assert_eq!((task.latest_start, task.latest_finish), walked.latest[at], "latest of {}", at);
            prop_assert_eq!(task.slack_days, naive::steps(walked.earliest[at].1, walked.latest[at].1), "slack of {}", at);
            let limit = plan.tasks[at].deadline.unwrap_or(plan.end);
            let late_by = naive::steps(limit, walked.earliest[at].1);
            match task.promise {
                Promise::CannotBeKept { late_by_working_days } | Promise::Missed { late_by_working_days } => {
                    prop_assert_eq!(late_by_working_days, late_by);
                }
                Promise::Kept | Promise::AtRisk => prop_assert!(late_by <= 0),
            }
        }
    }

    #[test]
    fn a_chain_of_reasons_is_a_chain_of_predecessors((plan, today) in some_plan()) {
        let told = on(today, &plan);
        for at in 0..plan.tasks.len() {
            let why = told.why(at);
            prop_assert_eq!(why.chain.last(), Some(&at));
            prop_assert!(!matches!(why.cause, Driver::Predecessor(_)));
            for pair in why.chain.windows(2) {
                prop_assert!(plan.tasks[pair[1]].predecessors.iter().any(|link| link.task == pair[0]));
            }
        }
    }

    #[test]
    fn every_repair_that_is_proposed_repairs((plan, today) in some_plan()) {
        let china = WorkingDays::china();
        let told = on(today, &plan);
        for at in 0..plan.tasks.len() {
            let Promise::CannotBeKept { .. } = told.tasks[at].promise else { continue };
            let proposed = repairs(&plan, &china, today, at).unwrap();
            prop_assert!(!proposed.is_empty());
            for repair in proposed {
                let mut repaired = plan.clone();
                match &repair {
                    Repair::StartBy { task, day } => repaired.tasks[*task].earliest_start = Some(*day),
                    Repair::MoveDeadline { task, day } => repaired.tasks[*task].deadline = Some(*day),
                    Repair::Shorten(cuts) => for cut in cuts {
                        repaired.tasks[cut.task].duration_days -= u32::try_from(cut.by_working_days).unwrap();
                    },
                }
                let promise = on(today, &repaired).tasks[at].promise;
                prop_assert!(!matches!(promise, Promise::CannotBeKept { .. }), "{:?} leaves {:?}", repair, promise);
            }
        }
    }
}
