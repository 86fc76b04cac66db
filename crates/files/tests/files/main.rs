//! What is promised of files, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may fail")]
use chrono::{DateTime, TimeDelta, Utc};
use db::Db;
use files::{
    FILES_MAX, File, Files, Incoming, Kind, Record, Refusal, Swept, TakeError, attach, check, find,
    keep_only, of, of_many, staged, sweep,
};
use kernel::PersonId;
use std::path::Path;

const LIN: Option<PersonId> = Some(PersonId(7));
const WU: Option<PersonId> = Some(PersonId(8));

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_618_459_200, 0).unwrap()
}

async fn on_both(test: impl AsyncFn(&Db, &Files, &Path)) {
    db::testing::on_both(files::migrations, async |db| {
        let folder = tempfile::tempdir().unwrap();
        test(&db, &Files::in_folder(folder.path()), folder.path()).await;
    })
    .await;
}

async fn take(db: &Db, files: &Files, owner: Option<PersonId>, name: &str) -> File {
    let incoming = Incoming::new(name).with(format!("{name}的内容").as_bytes());
    files.take(db, owner, noon(), incoming).await.unwrap()
}

fn report() -> Record {
    Record::new("plan.report", "r1")
}

fn contents(folder: &Path) -> usize {
    let folders = std::fs::read_dir(folder).unwrap();
    folders
        .map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count())
        .sum()
}

#[tokio::test]
async fn a_file_is_found_only_through_the_record_it_was_attached_to() {
    on_both(async |db, files, _| {
        let sent = take(db, files, LIN, "纪要.txt").await;
        assert_eq!((sent.kind(), &*sent.name), (Kind::Text, "纪要.txt"));
        assert_eq!(find(db.reader(), &report(), sent.id).await.unwrap(), None);

        let tx = db.begin().await.unwrap();
        let attached = attach(&tx, &report(), LIN, &[sent.id]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(attached.len(), 1);
        let found = find(db.reader(), &report(), sent.id).await.unwrap();
        let found = found.unwrap();
        assert_eq!(
            files.read(&found).await.unwrap(),
            "纪要.txt的内容".as_bytes()
        );
        let other = Record::new("plan.report", "r2");
        assert_eq!(find(db.reader(), &other, sent.id).await.unwrap(), None);
        let many = of_many(db.reader(), "plan.report", ["r1", "r2"]).await;
        assert_eq!(many.unwrap().keys().collect::<Vec<_>>(), ["r1"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_attaches_what_somebody_else_sent_and_nothing_is_attached_twice() {
    on_both(async |db, files, _| {
        let lins = take(db, files, LIN, "一.txt").await;
        let strangers = take(db, files, None, "二.txt").await;
        let ids = [strangers.id, lins.id];
        assert!(staged(db.reader(), WU, &ids).await.unwrap().is_empty());
        let tx = db.begin().await.unwrap();
        assert!(attach(&tx, &report(), WU, &ids).await.unwrap().is_empty());
        assert_eq!(attach(&tx, &report(), LIN, &ids).await.unwrap().len(), 1);
        let other = Record::new("plan.report", "r2");
        assert!(attach(&tx, &other, LIN, &ids).await.unwrap().is_empty());
        assert_eq!(attach(&tx, &report(), None, &ids).await.unwrap().len(), 1);
        tx.commit().await.unwrap();
        let names = of(db.reader(), &report()).await.unwrap();
        let names: Vec<_> = names.iter().map(|file| &*file.name).collect();
        assert_eq!(names, ["一.txt", "二.txt"]);
    })
    .await;
}

#[tokio::test]
async fn a_record_has_no_more_files_than_the_limit() {
    on_both(async |db, files, _| {
        let tx_ids = async |from: usize, to: usize| {
            let mut ids = Vec::new();
            for number in from..to {
                ids.push(take(db, files, LIN, &format!("{number}.txt")).await.id);
            }
            ids
        };
        for ids in [tx_ids(0, 5).await, tx_ids(5, 12).await] {
            let tx = db.begin().await.unwrap();
            attach(&tx, &report(), LIN, &ids).await.unwrap();
            tx.commit().await.unwrap();
        }
        let there = of(db.reader(), &report()).await.unwrap();
        assert_eq!(there.len(), FILES_MAX);
        assert_eq!(there[8].name, "8.txt");
    })
    .await;
}

#[tokio::test]
async fn what_belongs_to_nobody_is_swept_away_and_nothing_else() {
    on_both(async |db, files, folder| {
        let kept = take(db, files, LIN, "留.txt").await;
        let taken_off = take(db, files, LIN, "撤.txt").await;
        take(db, files, LIN, "未用.txt").await;
        let tx = db.begin().await.unwrap();
        let ids = [kept.id, taken_off.id];
        attach(&tx, &report(), LIN, &ids).await.unwrap();
        tx.commit().await.unwrap();
        let tx = db.begin().await.unwrap();
        keep_only(&tx, &report(), &[kept.id]).await.unwrap();
        tx.commit().await.unwrap();

        let nothing = sweep(files, db, noon() + TimeDelta::hours(23)).await;
        assert_eq!(nothing.unwrap(), Swept::default());
        let swept = sweep(files, db, noon() + TimeDelta::hours(25)).await;
        let expected = Swept {
            files: 1,
            contents: 2,
        };
        assert_eq!(swept.unwrap(), expected);
        assert_eq!(contents(folder), 1);
        assert!(files.read(&kept).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_content_that_is_missing_or_was_changed_is_told() {
    on_both(async |db, files, folder| {
        let whole = take(db, files, LIN, "好.txt").await;
        let changed = take(db, files, LIN, "改.txt").await;
        let missing = take(db, files, LIN, "丢.txt").await;
        assert_eq!(check(files, db).await.unwrap(), (3, Vec::new()));
        let path = |file: &File| folder.join(&file.sha256[..2]).join(&file.sha256);
        std::fs::write(path(&changed), "别的").unwrap();
        std::fs::remove_file(path(&missing)).unwrap();
        let (count, mut told) = check(files, db).await.unwrap();
        told.sort_by_key(|line| line.contains("missing"));
        assert_eq!((count, told.len()), (3, 2));
        assert!(told[0].contains(&changed.id.to_string()) && told[0].ends_with("differs"));
        assert!(told[1].contains(&missing.id.to_string()) && told[1].ends_with("missing"));
        assert!(!told.join("").contains(&whole.id.to_string()));
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_leaves_nothing_behind() {
    on_both(async |db, files, folder| {
        for (content, expected) in [
            (&b""[..], Refusal::Empty),
            (b"<svg onload=alert(1)>", Refusal::Kind),
            (b"\xff\xd8\xff\xe0 no picture", Refusal::Broken),
        ] {
            let incoming = Incoming::new("图.jpg").with(content);
            match files.take(db, None, noon(), incoming).await {
                Err(TakeError::Refused(refusal)) => assert_eq!(refusal, expected),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(contents(folder), 0);
        assert_eq!(check(files, db).await.unwrap().0, 0);
    })
    .await;
}
