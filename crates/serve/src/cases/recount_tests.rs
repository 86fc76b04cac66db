//! Rates recounted from what the list exports, by whoever has nothing but the workbook.
use super::{
    case::{Kind, Outcome, Step},
    limit::Limit,
    raising::Raising,
    world::{ROADS, ROOT, WATER, World, case, day, in_world},
};
use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use std::{collections::HashMap, io::Cursor};

type Line = HashMap<String, String>;

impl World<'_> {
    /// A case with these steps by whoever may do them; each has an entry of its own.
    async fn course(&self, number: u128, steps: &[(&str, Step)]) {
        let new = Raising {
            kind: Kind::ALL[number as usize / 100 % 6],
            ..self.told(number)
        };
        self.raise(&new).await.unwrap();
        for (entry, (on, step)) in (number + 1..).zip(steps) {
            self.app.set_day(on);
            let actor = match step {
                Step::Acknowledge(WATER) | Step::Answer(WATER) | Step::Pause => &self.water,
                Step::Acknowledge(ROADS) | Step::Answer(ROADS) => &self.roads,
                Step::LeaveOut => &self.clerk,
                _ => &self.desk,
            };
            let done = self.act(actor, entry, number, step.clone()).await;
            done.unwrap_or_else(|error| panic!("{number} {on} {step:?}: {error}"));
        }
    }

    async fn exported(&self, query: &str) -> Vec<Line> {
        let browser = self.app.sign_in_as(&self.clerk).await;
        let file = browser.get(format!("/cases.xlsx?{query}")).await;
        assert_eq!(file.status(), 200);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let text = |cell: &Data| match cell {
            Data::DateTime(at) => at.as_datetime().unwrap().date().to_string(),
            other => other.to_string(),
        };
        let mut rows = sheet.rows();
        let head: Vec<String> = rows.next().unwrap().iter().map(text).collect();
        let line = |row: &[Data]| head.iter().cloned().zip(row.iter().map(text)).collect();
        rows.map(line).collect()
    }
}

fn accept() -> Step {
    Step::Accept {
        limit: Limit::Ordinary,
    }
}

fn to(lead: kernel::UnitId) -> Step {
    Step::Dispatch {
        lead,
        helpers: Vec::new(),
    }
}

/// Half up, in hundredths of a percent.
fn rate(part: usize, of: usize) -> Option<i64> {
    let (part, of) = (part as i64, of as i64);
    (0 < of).then(|| (part * 20_000 + of) / (of * 2))
}

#[tokio::test]
async fn the_rates_of_the_page_are_those_that_anybody_counts_from_the_export() {
    in_world(async |world| {
        let (a, b) = ("2021-03-15", "2021-03-16");
        let whole_way = |unit, heard, end: &'static str| {
            vec![
                (a, accept()),
                (a, to(unit)),
                (b, Step::Acknowledge(unit)),
                ("2021-03-18", Step::Answer(unit)),
                ("2021-03-19", Step::CallBack(heard)),
                (end, Step::Close),
            ]
        };
        world
            .course(100, &whole_way(WATER, Outcome::Satisfied, "2021-03-19"))
            .await;
        world
            .course(200, &whole_way(ROADS, Outcome::NotSatisfied, "2021-03-19"))
            .await;
        world.app.set_day(a);
        let mut late = whole_way(WATER, Outcome::Satisfied, "2021-03-30");
        late.push(("2021-03-30", Step::Confirm));
        world.course(300, &late).await;
        world.app.set_day(a);
        let mut unheard = whole_way(ROADS, Outcome::NotReached, "2021-03-22");
        unheard.insert(5, ("2021-03-19", Step::Confirm));
        world.course(400, &unheard).await;
        // Acknowledged too late, and still open past its day.
        world.app.set_day(a);
        let slow = [
            (a, accept()),
            (a, to(WATER)),
            ("2021-03-18", Step::Acknowledge(WATER)),
        ];
        world.course(500, &slow).await;
        world.app.set_day(a);
        let stands = [
            (a, accept()),
            (a, to(WATER)),
            (b, Step::Acknowledge(WATER)),
            (b, Step::Pause),
        ];
        world.course(600, &stands).await;
        world.app.set_day(a);
        world.course(700, &[(a, Step::Refuse)]).await;
        let left_out = [(a, accept()), (a, Step::AskToLeaveOut), (a, Step::LeaveOut)];
        world.course(800, &left_out).await;
        world
            .course(900, &[(a, accept()), (a, Step::Merge(case(500)))])
            .await;
        let reopened = [
            whole_way(WATER, Outcome::Satisfied, "2021-03-19"),
            vec![("2021-03-26", Step::Reopen)],
        ]
        .concat();
        world.app.set_day(a);
        world.course(1_000, &reopened).await;
        world.app.set_day(a);
        world.course(1_100, &[]).await;

        for as_of in ["2021-03-30", "2021-04-30"] {
            world.app.set_day(as_of);
            let lines = world.exported("view=all").await;
            assert_eq!(lines.len(), 10, "the merged one counts as the other");
            let in_rates =
                |line: &&Line| !line["受理日期"].is_empty() && line["不计入比率"].is_empty();
            let accepted: Vec<&Line> = lines.iter().filter(in_rates).collect();
            let count =
                |holds: &dyn Fn(&Line) -> bool| accepted.iter().filter(|line| holds(line)).count();
            let is =
                |column: &'static str, text: &'static str| move |line: &Line| line[column] == text;
            let on = |text: &str| text.parse::<NaiveDate>().ok();
            let satisfied = count(&is("回访结果", "满意"));
            let valid = satisfied + count(&is("回访结果", "不满意"));
            let closed = |line: &Line| !line["办结日期"].is_empty();
            let due = |line: &Line| {
                on(&line["办理期限"]).is_some_and(|due| closed(line) || due <= day(as_of))
            };
            let of = accepted.len();
            for (figure, part, of) in [
                ("response-rate", count(&is("按时签收", "按时")), of),
                (
                    "resolution-rate",
                    count(&|line| !line["确认解决日期"].is_empty()),
                    of,
                ),
                ("satisfaction-rate", satisfied, valid),
                ("close-rate", count(&closed), of),
                ("on-time-rate", count(&is("是否按时", "按时")), count(&due)),
            ] {
                assert!(
                    0 < part && part < of,
                    "{figure} says something: {part} of {of}"
                );
                assert_eq!(
                    world.figure(figure, ROOT).await,
                    rate(part, of),
                    "{figure} {as_of}"
                );
            }
            let browser = world.app.sign_in_as(&world.clerk).await;
            let page = browser.get("/cases/rates").await.html();
            assert!(
                page.contains("按时办结率") && page.contains("办结率"),
                "{page}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_export_has_exactly_what_is_filtered() {
    in_world(async |world| {
        for number in [100, 200, 300, 700] {
            world.course(number, &[]).await;
        }
        for query in [
            "view=all",
            "view=all&kind=help",
            "view=all&kind=help,complaint",
            "view=mine",
            "view=late",
            "view=all&text=污水",
            "view=all&text=海棠+下水&kind=report",
            "view=all&text=没有这样的词",
            "view=all&from=2021-03-15&to=2021-03-15&state=raised",
            "view=all&place=海棠苑社区&state=open",
        ] {
            let browser = world.app.sign_in_as(&world.clerk).await;
            let list = browser.get(format!("/cases?{query}")).await;
            let shown = list.tables().first().map_or(0, Vec::len);
            assert_eq!(world.exported(query).await.len(), shown, "{query}");
        }
    })
    .await;
}
