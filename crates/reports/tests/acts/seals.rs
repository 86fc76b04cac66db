//! Seals as people see them, and a brief's file checked against the book.
use crate::world::*;
use kernel::Lang;
use ledger::{
    Book,
    seal::{self, seal_closed_days},
};
use reports::{
    briefs::{
        file_check::{FileError, State, check_file},
        paper::brief_docx,
    },
    seals::checking::{Proof, prove},
};
use std::sync::Arc;
use testkit::TestApp;
use web::{Domain, EntryKind};

const ENTRY_KINDS: &[EntryKind] = &[EntryKind::new("test.recorded", "登记", "Recorded")];

/// Seals all days before `today`.
async fn seal_before(book: &Book, today: chrono::NaiveDate) {
    let later = Book::open(
        book.db().clone(),
        Arc::new(kernel::FixedClock::noon(today)),
        ACCOUNTS,
    );
    seal_closed_days(&later, |_, _| ()).await.unwrap();
}

#[tokio::test]
async fn a_seal_is_listed_opened_printed_and_checked_by_whoever_holds_the_paper() {
    let zone = Domain::new("test")
        .migrations(orgs::migrations)
        .accounts(&ACCOUNTS)
        .entry_kinds(ENTRY_KINDS)
        .figures(&SEEDS);
    TestApp::on_both([zone, reports::domain()], async |app| {
        app.set_day("2021-06-01");
        let world = World {
            db: app.app.db.clone(),
            book: app.app.book.clone(),
        };
        world.found().await;
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        let lin = app.sign_in_as(&app.people.clerk("林晓", ZONE)).await;
        assert!(lin.get("/seals").await.html().contains("还没有封存"));
        assert_eq!(lin.get("/seals/1").await.status(), 404);
        seal_before(&world.book, day(6, 2)).await;

        let list = lin.get("/seals").await;
        assert_eq!(list.h1(), "封存");
        assert!(list.html().contains("第1号封存"));
        let record = lin.get("/seals/1?verified=1").await;
        assert!(record.html().contains("核验无误"), "{}", record.html());
        let reader = world.db.reader();
        let first = seal::first(reader).await.unwrap().unwrap();
        let text = first.printed(&first).to_string();
        assert!(record.html().contains(&text));
        let paper = lin.get("/seals/1/paper").await;
        assert!(paper.html().contains("<svg class=\"qr\"") && paper.html().contains("账册代号"));

        let nobody = app.stranger();
        let check = nobody.get(format!("/seals/check?seal={text}")).await;
        assert!(check.html().contains("属实。第1号封存"), "{}", check.html());
        let english = nobody.reading(Lang::En).get("/seals/check").await;
        assert_eq!(english.h1(), "Check a printed seal");
        for (typed, status, said) in [
            ("hello", 422, "这不是封存码"),
            (&text[..text.len() - 4], 422, "应有44个字符"),
            (
                &*text.replacen("LD1-1-", "LD1-2-", 1),
                422,
                "末四位校验不符",
            ),
        ] {
            let page = nobody.get(format!("/seals/check?seal={typed}")).await;
            assert_eq!(page.status(), status);
            assert!(page.html().contains(said), "{typed}: {}", page.html());
        }
        assert_eq!(nobody.get("/seals").await.status(), 303);
    })
    .await;
}

#[tokio::test]
async fn a_seal_of_another_book_is_told_from_one_that_was_written_anew() {
    let printed = std::sync::Mutex::new(Vec::new());
    in_world(async |world| {
        let number = printed.lock().unwrap().len() as i64;
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5 + number)
            .await;
        seal_before(&world.book, day(6, 2)).await;
        let reader = world.db.reader();
        let first = seal::first(reader).await.unwrap().unwrap();
        let own = first.printed(&first);
        let wanted = seal::Wanted::All;
        assert!(
            prove(reader, &own, wanted, |_, _| ())
                .await
                .unwrap()
                .is_true()
        );
        let others: Vec<seal::Printed> = printed.lock().unwrap().clone();
        for other in others {
            let proof = prove(reader, &other, wanted, |_, _| ()).await.unwrap();
            assert!(
                matches!(proof, Proof::OtherBook { ours: Some(_) }),
                "{proof:?}"
            );
        }
        printed.lock().unwrap().push(own);
    })
    .await;
}

#[tokio::test]
async fn each_number_of_a_briefs_file_is_true_changed_since_edited_or_not_ours() {
    in_world(async |world| {
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        world
            .record(2, "test.people", BRANCHES[2], day(1, 5), 3_917)
            .await;
        let body = "已办{{figure:done}}，党员{{figure:people}}。";
        let draft = world.draft(100, body).await;
        let total = world.issue(101, &draft).await.unwrap();
        let files = files::Files::in_folder(std::env::temp_dir());
        let bytes = brief_docx(&world.db, &files, "https://old.example", total)
            .await
            .unwrap();
        let check = check_file(&world.book, &files, &bytes).await.unwrap();
        assert!(check.is_as_issued(), "{check:?}");
        assert!(
            check
                .numbers
                .iter()
                .all(|number| number.state == State::True)
        );
        assert_eq!(
            (check.numbers.len(), check.total, check.seal),
            (2, total, None)
        );

        world
            .record(3, "test.done", BRANCHES[1], day(3, 2), 4)
            .await;
        seal_before(&world.book, day(6, 2)).await;
        let check = check_file(&world.book, &files, &bytes).await.unwrap();
        assert!(check.is_as_issued() && check.seal.is_some());
        let today = State::ChangedSince {
            today: "9件".into(),
        };
        assert_eq!(check.numbers[0].state, today);

        assert!(matches!(
            check_file(&world.book, &files, b"hello").await,
            Err(FileError::Unreadable(_))
        ));
        let half = &bytes[..bytes.len() / 2];
        assert!(matches!(
            check_file(&world.book, &files, half).await,
            Err(FileError::Unreadable(_))
        ));
    })
    .await;
}
