//! Published figures: imported with their cells, beside counted ones.
use crate::world::*;
use files::{Files, Incoming};
use kernel::Lang;
use ledger::figure;
use reports::quoted::{ImportError, Imported, Importing, import, preview};
use rust_xlsxwriter::Workbook;

const HEAD: [&str; 9] = [
    "指标编码",
    "指标名称",
    "月份",
    "计量单位",
    "当月",
    "累计",
    "累计同比(%)",
    "可比口径累计同比(%)",
    "口径有调整",
];

pub fn workbook(rows: &[[&str; 9]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("主要指标").unwrap();
    for (row, cells) in std::iter::once(&HEAD).chain(rows).enumerate() {
        for (column, cell) in cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
        {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row as u32, column as u16, number).unwrap(),
                Err(_) => sheet.write(row as u32, column as u16, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

pub async fn importing(
    world: &World,
    files: &Files,
    number: u128,
    rows: &[[&str; 9]],
) -> Importing {
    let bytes = workbook(rows);
    let incoming = Incoming::new("4月.xlsx").with(&bytes);
    let (db, owner) = (&world.db, Some(clerk().person));
    let now = world.book.clock().now();
    let file = files.take(db, owner, now, incoming).await.unwrap();
    Importing {
        entry: id(number),
        file: file.id,
        file_name: "4月.xlsx".into(),
        bytes,
        top: ZONE,
        lang: Lang::Zh,
    }
}

pub const APRIL: [&str; 9] = [
    "industrial-output",
    "规模以上工业产值",
    "2021年4月",
    "亿元",
    "59.5",
    "214.6",
    "18.5",
    "17.9",
    "否",
];

#[tokio::test]
async fn a_workbook_is_imported_once_however_often_it_is_sent_and_each_value_knows_its_cell() {
    in_world(async |world| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path());
        let sent = importing(world, &files, 60, &[APRIL]).await;
        let first = import(&world.book, &clerk(), &sent).await.unwrap();
        let again = import(&world.book, &clerk(), &sent).await.unwrap();
        let added = Imported {
            added: 2,
            changed: 0,
            same: 0,
        };
        assert_eq!((first, again), (added, added));
        let twice = importing(world, &files, 61, &[APRIL]).await;
        let twice = import(&world.book, &clerk(), &twice).await.unwrap();
        assert_eq!((twice.added, twice.changed, twice.same), (0, 0, 2));

        let definition = figure::find(world.db.reader(), "industrial-output", None)
            .await
            .unwrap()
            .unwrap();
        let scope = figure::Scope {
            unit: ZONE,
            as_of: day(4, 30),
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(world.db.reader(), &world.book, &definition, &scope);
        let value = value.await.unwrap().unwrap();
        assert_eq!(value.quantity(), Some(2_146_000_000_000));
        let written = reports::figures::shown::write_as_defined(&definition, value, Lang::Zh);
        assert_eq!(written, "214.6亿元");
        let compiled = figure::compile(&world.book, &definition.formula, None).unwrap();
        let quotes = figure::quotes(world.db.reader(), &definition, &compiled, &scope, None);
        let source = quotes.await.unwrap().remove(0).1.quote.source;
        assert_eq!(
            (
                source.sheet.as_str(),
                source.value_cell.as_str(),
                source.growth_cell.as_str()
            ),
            ("主要指标", "F2", "G2")
        );
    })
    .await;
}

#[tokio::test]
async fn a_revised_value_is_a_further_word_and_a_faulty_workbook_changes_nothing() {
    in_world(async |world| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path());
        let first = importing(world, &files, 60, &[APRIL]).await;
        import(&world.book, &clerk(), &first).await.unwrap();
        let mut revised = APRIL;
        revised[5] = "215.1";
        let second = importing(world, &files, 61, &[revised]).await;
        let looked = preview(world.db.reader(), &world.book, &second)
            .await
            .unwrap();
        assert_eq!(looked.news().count(), 1);
        let done = import(&world.book, &clerk(), &second).await.unwrap();
        assert_eq!((done.added, done.changed, done.same), (0, 1, 1));
        let before = world.entries().await;

        let faulty = [
            ["done", "占用的编码", "2021年4月", "件", "", "5", "", "", ""],
            [
                "Bad Code",
                "编码不对",
                "2021年4月",
                "件",
                "",
                "5",
                "",
                "",
                "",
            ],
            ["x", "月份不对", "四月", "件", "", "5", "", "", ""],
            ["y", "太细", "2021年4月", "元", "", "0.001", "", "", ""],
            ["z", "什么都没有", "2021年4月", "件", "—", "", "", "", ""],
            ["w", "两次", "2021年3月", "件", "", "5", "", "", ""],
            ["w", "两次", "2021年3月", "件", "", "6", "", "", ""],
            ["v", "一月", "2021年1月", "件", "4", "5", "", "", ""],
        ];
        let third = importing(world, &files, 62, &faulty).await;
        let refused = import(&world.book, &clerk(), &third).await.unwrap_err();
        let ImportError::Problems(preview) = refused else {
            panic!("{refused:?}")
        };
        let cells: std::collections::BTreeSet<_> = preview
            .reading
            .problems
            .iter()
            .map(|problem| problem.cell.clone().unwrap_or(problem.row.to_string()))
            .collect();
        let wanted = ["A2", "A3", "C4", "F5", "6", "A8", "F9"].map(str::to_owned);
        assert_eq!(cells, wanted.into_iter().collect());
        assert_eq!(world.entries().await, before);
        let marked = sheets::with_problems(
            &third.bytes,
            &preview.reading.table,
            preview.reading.problems.as_slice(),
            Lang::Zh,
        );
        assert!(marked.unwrap().starts_with(b"PK"));
    })
    .await;
}

#[tokio::test]
async fn two_clerks_who_import_at_once_add_each_value_once() {
    in_world(async |world| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path());
        let mut may = APRIL;
        may[2] = "2021年5月";
        let both = [
            importing(world, &files, 60, &[APRIL]).await,
            importing(world, &files, 61, &[APRIL, may]).await,
        ];
        let (book, clerk) = (&world.book, clerk());
        let (one, other) = tokio::join!(
            import(book, &clerk, &both[0]),
            import(book, &clerk, &both[1])
        );
        let (one, other) = (one.unwrap(), other.unwrap());
        // April has two values, of the month and of the year so far, and so has May.
        assert_eq!((one.added + other.added, one.same + other.same), (4, 2));
        assert_eq!((one.changed, other.changed), (0, 0));
        let kept = figure::quote::all(world.db.reader()).await.unwrap();
        assert_eq!(kept.len(), 4);
    })
    .await;
}
