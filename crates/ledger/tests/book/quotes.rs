//! Published figures: read by formulas like counted ones.
use crate::world::*;
use ledger::figure::{
    self, Against, NoData, Value, compile, evaluate,
    quote::{self, Quote, Source},
    value_as_counted_then,
};

#[tokio::test]
async fn published_figures_keep_their_cell_and_refuse_growth_where_their_definition_changed() {
    in_world(async |world| {
        quoted(world, 1, 2020, 800, None, false).await;
        quoted(world, 2, 2021, 1_000, Some(1_850), false).await;
        let monthly = |formula: &str| figure::Definition {
            period: ledger::PeriodRule::YearToDate,
            ..definition(formula)
        };
        let read = async |formula: &str, as_of, up_to| {
            let (reader, book) = (world.db.reader(), &world.book);
            let scope = scope(ROOT, as_of);
            match up_to {
                None => evaluate(reader, book, &monthly(formula), &scope).await,
                _ => value_as_counted_then(reader, book, &monthly(formula), &scope, up_to).await,
            }
            .unwrap()
            .unwrap()
        };
        let value = "quoted(money.industrial-output)";
        let growth = "growth(quoted(money.industrial-output))";
        // What is out by the middle of May is April's.
        assert_eq!(read(value, day(5, 14), None).await, Value::Number(1_000));
        assert_eq!(
            read(value, day(3, 31), None).await,
            Value::NoData(NoData::NotPublished)
        );
        assert_eq!(
            read(growth, day(5, 14), None).await,
            Value::Share { part: 200, of: 800 }
        );
        let published = "published_growth(money.industrial-output)";
        assert_eq!(
            read(published, day(4, 30), None).await.quantity(),
            Some(1_850)
        );
        let comparable = "comparable_growth(money.industrial-output)";
        assert_eq!(
            read(comparable, day(4, 30), None).await,
            Value::NoData(NoData::NotPublished)
        );
        let mark = ledger::entry::latest(world.db.reader(), 1).await.unwrap()[0].seq;
        quoted(world, 3, 2021, 1_100, Some(2_000), true).await;
        assert_eq!(read(value, day(4, 30), None).await, Value::Number(1_100));
        assert_eq!(
            read(value, day(4, 30), Some(mark)).await,
            Value::Number(1_000)
        );
        assert_eq!(
            read(growth, day(4, 30), None).await,
            Value::NoData(NoData::DefinitionChanged)
        );
        let definition = monthly(growth);
        let compiled = compile(&world.book, growth, None).unwrap();
        let scope = scope(ROOT, day(4, 30));
        let kept = figure::quotes(world.db.reader(), &definition, &compiled, &scope, None)
            .await
            .unwrap();
        let cells: Vec<&str> = kept
            .iter()
            .map(|(_, kept)| kept.quote.source.value_cell.as_str())
            .collect();
        assert_eq!((compiled.sides.len(), cells), (2, vec!["D5", "D5"]));
        assert_eq!(compiled.sides[1].before, Some(Against::YearBefore));
    })
    .await;
}

async fn quoted(
    world: &World,
    number: u128,
    year: i32,
    value: i64,
    growth: Option<i64>,
    changed: bool,
) {
    let date = |month, on| chrono::NaiveDate::from_ymd_opt(year, month, on).unwrap();
    let quote = Quote {
        series: "money.industrial-output".into(),
        unit: ROOT,
        from: date(1, 1),
        to: date(4, 30),
        value: Some(value),
        growth,
        comparable_growth: None,
        definition_changed: changed,
        note: String::new(),
        source: Source {
            file: "0".into(),
            file_name: "4月.xlsx".into(),
            sheet: "主要指标".into(),
            row: 5,
            value_cell: "D5".into(),
            growth_cell: "E5".into(),
            comparable_cell: String::new(),
        },
    };
    let tx = world.db.begin().await.unwrap();
    let entry = act(number, ROOT, day(5, 10)).with_details(serde_json::to_value(&quote).unwrap());
    let appended = ledger::append(&tx, &world.book, &actor(), &entry)
        .await
        .unwrap();
    quote::keep(&tx, appended.seq(), &quote).await.unwrap();
    tx.commit().await.unwrap();
}
