use crate::world::*;
use kernel::{Lang, Role, Scope as Over};
use ledger::figure::Value;
use reports::briefs::{
    checking::{Concern, Length},
    drafting::{self, DraftError},
    frozen,
    issuing::{IssueError, Wish, issue},
    live::{self, NumberProblem},
    markup,
    paper::brief_docx,
    recount::recount_every_number,
};

const BODY: &str = "# 总体情况\n全区办了{{figure:done}}，其中左片{{figure:done unit=U2 as-of=2021-03-10}}。\n\n\
| 项目 | 数 |\n|---|--:|\n| 人均 | {{figure:done-per-person}} |\n| 同比 | {{figure:done-growth}} |\n| 最多 | {{figure:audience}} |\n| 覆盖 | {{figure:reached campaign=study}} |";

async fn some_records(world: &World) {
    let last_year = chrono::NaiveDate::from_ymd_opt(2020, 3, 1).unwrap();
    for (number, account, unit, on, quantity) in [
        (1, "test.done", BRANCHES[0], day(3, 1), 5),
        (2, "test.done", BRANCHES[1], day(3, 20), 7),
        (3, "test.done", BRANCHES[2], day(3, 5), 11),
        (4, "test.people", BRANCHES[2], day(1, 5), 40),
        (5, "test.done", BRANCHES[0], last_year, 10),
        (6, "test.audience", BRANCHES[0], day(3, 1), 900),
        (7, "test.audience", BRANCHES[1], day(3, 2), 1_100),
        (8, "test.reached.study", BRANCHES[1], day(3, 2), 3),
    ] {
        world.record(number, account, unit, on, quantity).await;
    }
}

#[tokio::test]
async fn every_number_of_an_issued_brief_is_recounted_from_its_records_also_after_the_book_went_on()
{
    in_world(async |world| {
        some_records(world).await;
        let draft = world.draft(100, BODY).await;
        let total = world.issue(101, &draft).await.unwrap();
        let (_, issue) = frozen::find(world.db.reader(), total)
            .await
            .unwrap()
            .unwrap();
        let shown: Vec<_> = issue
            .numbers
            .iter()
            .map(|number| number.shown.as_str())
            .collect();
        assert_eq!(shown, ["33件", "15件", "82.5%", "230%", "1100人", "3个"]);

        world
            .record(9, "test.done", BRANCHES[0], day(3, 2), 4)
            .await;
        world
            .correct(10, 1, "test.done", BRANCHES[0], day(3, 1), 1)
            .await;
        let recount = recount_every_number(&world.book, total)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (recount.numbers, recount.differences),
            (6, Vec::<String>::new())
        );
    })
    .await;
}

#[tokio::test]
async fn an_issued_number_says_what_it_would_be_today_and_which_records_changed() {
    in_world(async |world| {
        some_records(world).await;
        let draft = world.draft(100, "{{figure:done}}").await;
        let total = world.issue(101, &draft).await.unwrap();
        world
            .record(9, "test.done", BRANCHES[0], day(3, 2), 4)
            .await;
        world
            .correct(10, 1, "test.done", BRANCHES[0], day(3, 1), 1)
            .await;

        let (_, issue) = frozen::find(world.db.reader(), total)
            .await
            .unwrap()
            .unwrap();
        let number = &issue.numbers[0];
        assert_eq!(number.value.value(), Value::Number(33));
        let now = frozen::today(world.db.reader(), &world.book, number)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(now, Value::Number(33));
        let since = frozen::since(
            world.db.reader(),
            &world.book,
            number,
            (issue.mark, issue.by()),
        )
        .await
        .unwrap()
        .unwrap();
        let changes: Vec<_> = since
            .changes
            .iter()
            .map(|change| (change.then, change.now))
            .collect();
        assert_eq!((changes, since.is_complete), (vec![(0, 4), (5, 1)], true));
    })
    .await;
}

#[tokio::test]
async fn an_issued_number_adds_up_after_units_were_moved_for_days_gone_by() {
    in_world(async |world| {
        some_records(world).await;
        let body = "{{figure:done unit=U2}} {{figure:done unit=U3}} {{figure:audience unit=U2}}";
        let draft = world.draft(100, body).await;
        let total = world.issue(101, &draft).await.unwrap();
        world.moves(BRANCHES[0], RIGHT, day(2, 1)).await;
        let recount = recount_every_number(&world.book, total).await.unwrap();
        assert_eq!(recount.unwrap().differences, Vec::<String>::new());

        let (_, issue) = frozen::find(world.db.reader(), total)
            .await
            .unwrap()
            .unwrap();
        let number = &issue.numbers[0];
        let now = frozen::today(world.db.reader(), &world.book, number).await;
        assert_ne!(now.unwrap().unwrap(), number.value.value());
        let then = (issue.mark, issue.by());
        let since = frozen::since(world.db.reader(), &world.book, number, then).await;
        let changes = since.unwrap().unwrap().changes;
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert!(changes.iter().all(|change| change.now == 0));
    })
    .await;
}

#[tokio::test]
async fn two_clerks_who_issue_at_the_same_moment_get_two_numbers() {
    in_world(async |world| {
        let mut drafts = Vec::new();
        for number in 0..8 {
            drafts.push(world.draft(100 + number, "正文").await);
        }
        let issues = drafts
            .iter()
            .zip(200..)
            .map(|(draft, entry)| world.issue(entry, draft));
        let mut totals: Vec<i32> = futures::future::join_all(issues)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        totals.sort();
        assert_eq!(totals, [1, 2, 3, 4, 5, 6, 7, 8]);
        let asked = reports::figures::Asked::default();
        let briefs =
            reports::figures::figure_report(&world.db, &world.book, "briefs-issued", &asked, false)
                .await;
        assert_eq!(briefs.unwrap().quantity, Some(8));
    })
    .await;
}

#[tokio::test]
async fn the_form_sent_twice_issues_once_and_a_second_form_is_told_the_number() {
    in_world(async |world| {
        let draft = world.draft(100, "正文").await;
        assert_eq!(world.issue(101, &draft).await.unwrap(), 1);
        assert_eq!(world.issue(101, &draft).await.unwrap(), 1);
        assert!(matches!(
            world.issue(102, &draft).await,
            Err(IssueError::AlreadyIssued { total: 1 })
        ));
        assert_eq!(world.entries().await, 2);
        let after = drafting::change(
            &world.book,
            &clerk(),
            id(103),
            draft.id,
            draft.version,
            &text("改"),
        )
        .await;
        assert!(matches!(after, Err(DraftError::Issued { total: 1 })));
    })
    .await;
}

#[tokio::test]
async fn a_token_that_shows_no_number_keeps_the_brief_from_being_issued_and_says_its_line() {
    in_world(async |world| {
        some_records(world).await;
        let body = "共{{figure:dones}}\n{{figure:done unit=U9}}\n{{figure:done-per-person as-of=2019-06-01}}\n{{figure:done format=3亿元}}\n{{figure:done";
        let draft = world.draft(100, body).await;
        let refused = world.issue(101, &draft).await.unwrap_err();
        let IssueError::NotReady(check) = refused else { panic!("{refused:?}") };
        let lines: Vec<_> = check.unresolved.iter().map(|found| found.line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5]);
        for found in &check.unresolved {
            assert!(!found.problem.text(Lang::Zh).is_empty() && !found.problem.text(Lang::En).is_empty());
        }
        assert!(matches!(&check.unresolved[2].problem, NumberProblem::NoData(_)));
        assert_eq!(world.entries().await, 9);
    })
    .await;
}

#[tokio::test]
async fn a_long_brief_is_issued_only_by_somebody_who_means_it() {
    in_world(async |world| {
        let draft = world.draft(100, &"长".repeat(5_001)).await;
        let refused = world.issue(101, &draft).await.unwrap_err();
        assert!(
            matches!(refused, IssueError::NotReady(check) if check.length() == Length::TooLong)
        );
        let wish = Wish::new(id(102), &draft).confirming([Concern::TooLong]);
        assert_eq!(issue(&world.book, &clerk(), wish).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_stale_draft_changes_nothing_and_hands_back_what_holds_now() {
    in_world(async |world| {
        let draft = world.draft(100, "甲").await;
        let changed = drafting::change(&world.book, &clerk(), id(101), draft.id, 1, &text("乙"))
            .await
            .unwrap();
        assert_eq!(changed.version, 2);
        let stale =
            drafting::change(&world.book, &clerk(), id(102), draft.id, 1, &text("丙")).await;
        assert!(matches!(stale, Err(DraftError::Stale { current }) if current.body == "乙"));
        // The first form sent again is no second change, and no conflict either.
        let again = drafting::change(&world.book, &clerk(), id(101), draft.id, 1, &text("乙"))
            .await
            .unwrap();
        assert_eq!(again.version, 2);
        assert!(matches!(
            world.issue(103, &draft).await,
            Err(IssueError::Stale)
        ));
    })
    .await;
}

#[tokio::test]
async fn briefs_are_written_by_whoever_publishes_for_the_unit_and_name_only_figures_they_may_know_of()
 {
    in_world(async |world| {
        some_records(world).await;
        let refused = drafting::begin(
            &world.book,
            &person(Role::Leader, Over::All),
            id(100),
            ZONE,
            &text(""),
        )
        .await;
        assert!(matches!(refused, Err(DraftError::NotAllowed)));
        let left = person(Role::Clerk, Over::Below(LEFT));
        let refused = drafting::begin(&world.book, &left, id(100), ZONE, &text("")).await;
        assert!(matches!(refused, Err(DraftError::NotAllowed)));

        let document =
            markup::read("{{figure:done unit=U1}}{{figure:done}}{{figure:done unit=U3}}");
        let context = live::Context {
            unit: LEFT,
            as_of: day(3, 31),
            campaign: None,
        };
        let directory = world.directory().await;
        let numbers = live::resolve(
            world.db.reader(),
            &world.book,
            &directory,
            &left,
            &document,
            &context,
        )
        .await
        .unwrap();
        assert_eq!(numbers[0].as_ref().unwrap().shown, "33件");
        assert_eq!(numbers[1].as_ref().unwrap().shown, "22件");
        assert!(matches!(numbers[2], Err(NumberProblem::Ask(_))));
    })
    .await;
}

#[tokio::test]
async fn the_word_file_links_each_number_to_its_records() {
    in_world(async |world| {
        some_records(world).await;
        let draft = world.draft(100, BODY).await;
        let total = world.issue(101, &draft).await.unwrap();
        let files = files::Files::in_folder(std::env::temp_dir());
        let bytes = brief_docx(&world.db, &files, "https://luodi.example.org", total)
            .await
            .unwrap();
        assert!(bytes.starts_with(b"PK"));
        let (_, issue) = frozen::find(world.db.reader(), total)
            .await
            .unwrap()
            .unwrap();
        let paper = reports::briefs::paper::on_paper(
            &issue,
            "https://luodi.example.org",
            &std::collections::HashMap::new(),
        )
        .unwrap();
        let written = format!("{paper:?}");
        assert!(
            written.contains("https://luodi.example.org/briefs/1/numbers/6"),
            "{written}"
        );
        assert!(brief_docx(&world.db, &files, "", 9).await.is_err());
    })
    .await;
}
