//! Some reports come with files, as in life: made here, the same on every machine.
use super::Zone;
use crate::content::TaskResult;
use anyhow::Context;
use files::{FileId, Incoming};
use image::{ImageFormat, Rgb, RgbImage};
use kernel::{Actor, Clock};
use std::io::Cursor;

/// The kick-off of the whole zone, and the forming of the working groups.
const KICK_OFF: u32 = 4;
const GROUPS: u32 = 2;

const MINUTES: &str = "动员大会会议纪要

一、会议宣读领导小组及办公室成立文件。
二、各党委、党总支负责人汇报动员准备情况。
三、会议要求：层层动员到支部、到党员，三月底前实现全覆盖；
    办实事项目逐件明确牵头单位和完成时限，办结一件、销号一件。

记录：党工委办公室
";

const LIST: &str = "工作组,职责
综合协调组,统筹、督办、汇总
简报宣传组,编发简报、收集材料
实践指导组,指导办实事、解难题
";

/// Takes in what goes along with a report.
pub(super) async fn of(
    zone: &Zone<'_>,
    by: &Actor,
    result: &TaskResult,
) -> anyhow::Result<Vec<FileId>> {
    let sent = match result.task {
        KICK_OFF => vec![
            Incoming::new("动员大会会议纪要.txt").with(MINUTES.as_bytes()),
            Incoming::new("会场座位图.png").with(&seating()?),
        ],
        GROUPS => vec![Incoming::new("工作组名单.csv").with(LIST.as_bytes())],
        _ => Vec::new(),
    };
    let mut files = Vec::new();
    for incoming in sent {
        let (db, owner, now) = (zone.book.db(), Some(by.person), zone.clock.now());
        let file = zone.files.take(db, owner, now, incoming).await;
        files.push(file.context("a file that goes along with a report")?.id);
    }
    Ok(files)
}

/// A hall as seen from above: the stage, and rows of seats by committee.
fn seating() -> anyhow::Result<Vec<u8>> {
    const ROWS: [[u8; 3]; 3] = [[168, 50, 56], [64, 104, 152], [88, 136, 96]];
    let mut hall = RgbImage::from_pixel(720, 480, Rgb([246, 246, 242]));
    let mut fill = |left: u32, top: u32, width: u32, height: u32, colour: [u8; 3]| {
        for y in top..top + height {
            for x in left..left + width {
                hall.put_pixel(x, y, Rgb(colour));
            }
        }
    };
    fill(200, 24, 320, 56, [120, 96, 72]);
    for row in 0..9 {
        for seat in 0..20 {
            // An aisle in the middle.
            let aisle = if 10 <= seat { 40 } else { 0 };
            let colour = ROWS[row as usize / 3];
            fill(40 + seat * 30 + aisle, 120 + row * 36, 22, 24, colour);
        }
    }
    let mut bytes = Vec::new();
    hall.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    Ok(bytes)
}
