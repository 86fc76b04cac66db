//! What issuing looks at, what it freezes, and how a number is said anew.
use crate::world::*;
use ledger::figure::Value;
use reports::briefs::{
    because,
    checking::{Check, Concern},
    drafting,
    embed::RestatementOf,
    frozen::{self, Issue},
    frozen_parts::FrozenEmbedded,
    issuing::{IssueError, Wish, issue},
    recount::recount_every_number,
    restating,
    typed::Verdict,
    versions::{self, Looked},
};

async fn issued(world: &World, total: i32) -> Issue {
    let found = frozen::find(world.db.reader(), total).await.unwrap();
    found.unwrap().1
}

fn not_ready(error: IssueError) -> Check {
    match error {
        IssueError::NotReady(check) => *check,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_may_be_meant_so_is_issued_only_when_each_is_confirmed_and_the_issue_says_so() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 33)
            .await;
        let body = "办了{{figure:done}}，覆盖{{figure:reached}}。\n测试指标共40件。";
        let mut text = text(body);
        text.report_to.clear();
        text.send_to.clear();
        text.issue_to.clear();
        let draft = drafting::begin(&world.book, &clerk(), id(100), ZONE, &text)
            .await
            .unwrap();
        // A late record changes a figure after the draft was saved.
        world
            .record(2, "test.done", BRANCHES[1], day(3, 2), 2)
            .await;

        let check = not_ready(world.issue(101, &draft).await.unwrap_err());
        let all = [
            Concern::NoAddressees,
            Concern::WithoutRecords,
            Concern::Changed,
            Concern::Contradicts,
        ];
        assert_eq!(check.concerns(), all);
        let moved = &check.moved[0];
        assert_eq!((moved.then.as_str(), moved.now.as_str()), ("33件", "35件"));
        assert_eq!(check.empty[0].shown, "0个");
        let typed = &check.typed[0];
        assert_eq!(
            (typed.line, typed.text.as_str(), typed.verdict),
            (2, "40件", Verdict::Contradicts)
        );
        let but_one = Wish::new(id(102), &draft).confirming(&all[..3]);
        assert!(issue(&world.book, &clerk(), but_one).await.is_err());
        let wish = Wish::new(id(103), &draft).confirming(all);
        assert_eq!(issue(&world.book, &clerk(), wish).await.unwrap(), 1);
        assert_eq!(
            issued(world, 1).await.confirmed,
            ["no_addressees", "without_records", "changed", "contradicts"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_typed_number_that_is_a_figure_is_named_and_a_figure_can_take_its_place() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 33)
            .await;
        let draft = world.draft(100, "3月办了33件。").await;
        let directory = world.directory().await;
        let document = reports::briefs::markup::read(&draft.body);
        let numbers = Vec::new();
        let seen = (&document, &numbers, &Vec::new());
        let check =
            reports::briefs::issuing::check_now(&world.book, &clerk(), &directory, &draft, seen)
                .await
                .unwrap();
        let typed = &check.typed[0];
        assert_eq!(
            (typed.text.as_str(), typed.verdict),
            ("33件", Verdict::Equal)
        );
        let value = reports::briefs::placing::value(typed);
        assert_eq!(
            reports::briefs::placing::put(&draft.body, &value).as_deref(),
            Some("3月办了{{figure:done format=33件}}。")
        );
        // Equal numbers are offered, not demanded.
        assert_eq!(world.issue(101, &draft).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn numbers_that_moved_between_the_look_and_the_issue_are_not_issued_unseen() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        let draft = world.draft(100, "{{figure:done}}").await;
        let looked = versions::looked(world.db.reader(), draft.id, 1)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            looked,
            Looked(vec![("{{figure:done}}".into(), "5件".into())])
        );
        world
            .record(2, "test.done", BRANCHES[0], day(3, 2), 1)
            .await;
        let wish = Wish {
            seen_numbers: Some(looked.sign()),
            ..Wish::new(id(101), &draft).confirming([Concern::Changed])
        };
        let refused = issue(&world.book, &clerk(), wish).await.unwrap_err();
        assert!(matches!(refused, IssueError::NumbersMoved), "{refused:?}");
        // Saved once more as it is, it has been looked at.
        let same = text("{{figure:done}}");
        drafting::change(&world.book, &clerk(), id(102), draft.id, 1, &same)
            .await
            .unwrap();
        assert_eq!(world.issue(103, &draft).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_told_with_whose_act_it_was_and_why() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        let draft = world.draft(100, "{{figure:done}}").await;
        world.issue(101, &draft).await.unwrap();
        world
            .record(9, "test.done", BRANCHES[0], day(3, 2), 4)
            .await;
        world
            .correct(10, 1, "test.done", BRANCHES[0], day(3, 1), 1)
            .await;
        world
            .correct(11, 10, "test.done", BRANCHES[0], day(3, 1), 2)
            .await;

        let issue = issued(world, 1).await;
        let reader = world.db.reader();
        let since = frozen::since(
            reader,
            &world.book,
            &issue.numbers[0],
            (issue.mark, issue.by()),
        )
        .await;
        let since = since.unwrap().unwrap();
        let (explained, _) = because::explain(reader, since, issue.mark).await.unwrap();
        let told: Vec<_> = explained
            .iter()
            .map(|one| {
                let acts: Vec<_> = one
                    .acts
                    .iter()
                    .map(|act| (act.kind.as_str(), act.reason.as_deref(), act.actor.0))
                    .collect();
                (one.change.then, one.change.now, acts)
            })
            .collect();
        assert_eq!(
            told,
            [
                (0, 4, vec![("test.recorded", None, 7)]),
                (
                    5,
                    2,
                    vec![
                        ("test.corrected", Some("数错了"), 7),
                        ("test.corrected", Some("数错了"), 7)
                    ]
                ),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_further_brief_restates_a_number_with_old_new_and_reason_and_the_old_stays() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        let first = world.draft(100, "办了{{figure:done format=211项}}").await;
        world.issue(101, &first).await.unwrap();
        let before = issued(world, 1).await;
        let restated = RestatementOf {
            total: 1,
            number: 1,
            reason: "漏报两项".into(),
        };
        let second = world.draft(102, "更正如下。").await;
        let second = restating::restate(&world.book, &clerk(), id(103), second.id, &restated)
            .await
            .unwrap();
        // Nothing has changed yet: there is nothing to say anew.
        let check = not_ready(world.issue(104, &second).await.unwrap_err());
        assert_eq!(check.unresolved.len(), 1);

        world
            .record(2, "test.done", BRANCHES[1], day(3, 2), 2)
            .await;
        assert_eq!(world.issue(105, &second).await.unwrap(), 2);
        let issue = issued(world, 2).await;
        let [FrozenEmbedded::Restatement(one)] = issue.embedded.as_slice() else {
            panic!("{issue:?}")
        };
        assert_eq!((one.old.as_str(), one.reason.as_str()), ("5项", "漏报两项"));
        assert_eq!(issue.numbers[one.new].shown, "7项");
        assert_eq!(issue.numbers[one.new].value.value(), Value::Number(7));
        let noted = restating::of_issue(world.db.reader(), 1).await.unwrap();
        assert_eq!(noted.len(), 1);
        assert_eq!((noted[0].number, noted[0].by_total), (1, 2));
        assert_eq!(issued(world, 1).await, before);
        let recount = recount_every_number(&world.book, 2).await.unwrap().unwrap();
        assert_eq!(
            (recount.numbers, recount.differences),
            (1, Vec::<String>::new())
        );
    })
    .await;
}

#[tokio::test]
async fn every_mark_of_an_issued_chart_is_a_number_that_recounts() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        world
            .record(2, "test.done", BRANCHES[2], day(1, 9), 7)
            .await;
        let last_year = chrono::NaiveDate::from_ymd_opt(2020, 2, 1).unwrap();
        world
            .record(3, "test.done", BRANCHES[2], last_year, 2)
            .await;
        let body =
            "{{figure:done}}\n\n{{chart:done by=unit title=\"各片\"}}\n\n{{chart:done by=month}}";
        let draft = world.draft(100, body).await;
        world.issue(101, &draft).await.unwrap();
        let issue = issued(world, 1).await;
        let marks: Vec<Vec<(String, String)>> = issue
            .embedded
            .iter()
            .map(|one| match one {
                FrozenEmbedded::Chart(chart) => chart
                    .marks
                    .iter()
                    .chain(&chart.before)
                    .map(|mark| {
                        let shown = &issue.numbers[mark.number.unwrap()].shown;
                        (mark.label.clone(), shown.clone())
                    })
                    .collect(),
                other => panic!("{other:?}"),
            })
            .collect();
        let said = |marks: &[(String, String)]| -> String {
            let said: Vec<String> = marks
                .iter()
                .map(|(at, what)| format!("{at} {what}"))
                .collect();
            said.join(", ")
        };
        assert_eq!(said(&marks[0]), "第3单位 9件, 第2单位 5件");
        assert_eq!(said(&marks[1]), "1 7件, 2 0件, 3 5件, 1 0件, 2 2件, 3 0件");
        world
            .record(4, "test.done", BRANCHES[0], day(3, 2), 4)
            .await;
        let recount = recount_every_number(&world.book, 1).await.unwrap().unwrap();
        assert_eq!(
            (recount.numbers, recount.differences),
            (9, Vec::<String>::new())
        );
    })
    .await;
}

#[tokio::test]
async fn what_the_page_format_has_no_room_for_is_said_before_there_is_a_number() {
    in_world(async |world| {
        let long = format!("开头。\n| 甲 |\n|---|\n{}", "| 1 |\n".repeat(2_001));
        let wide = format!("|{}\n|{}\n", "列|".repeat(13), "1|".repeat(13));
        let draft = world.draft(100, &format!("{long}\n{wide}")).await;
        let check = not_ready(world.issue(101, &draft).await.unwrap_err());
        let found: Vec<(Option<usize>, usize)> = check
            .unprintable
            .iter()
            .map(|one| (one.line, one.count))
            .collect();
        assert_eq!(found, [(Some(2), 2_001), (Some(2_006), 13)]);
        let said = check.unprintable[0].text(kernel::Lang::Zh);
        assert!(said.contains("2000") && said.contains("表格的行"), "{said}");
        // Nobody can mean it so.
        let anyway = Wish::new(id(102), &draft).confirming(Concern::ALL);
        not_ready(issue(&world.book, &clerk(), anyway).await.unwrap_err());
    })
    .await;
}
