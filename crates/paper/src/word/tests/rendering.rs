//! What a page looks like once it is laid out: LibreOffice lays it out, Poppler measures it.
use super::sample;
use crate::{Align, Block, Brief, Column, Image, Inline, Table, limits::TABLE_ROWS_MAX};
use std::path::{Path, PathBuf};
use std::process::Command;

const MM: f64 = 72.0 / 25.4;

/// A line of a page as it stands on the paper, in points from the left and top.
#[derive(Debug)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

#[test]
fn a_page_holds_22_lines_of_28_characters() {
    let pages = pages(&Brief {
        blocks: vec![Block::Paragraph(vec![Inline::text("落".repeat(28 * 80))])],
        ..sample::empty()
    });
    let full: Vec<&Line> = pages[1]
        .iter()
        .filter(|line| line.text.contains('落'))
        .collect();
    assert_eq!(full.len(), 22);
    for line in &full {
        assert_eq!(line.text.chars().count(), 28, "{line:?}");
        assert_near(line.left, 28.0, "left edge");
        assert_near(line.right, 184.0, "right edge");
    }
    let first = pages[0]
        .iter()
        .find(|line| line.text.contains('落'))
        .expect("a first line");
    assert_eq!(first.text.chars().count(), 26, "two characters of indent");
    assert_near(first.left, 28.0 + 11.1, "indent");
}

#[test]
fn page_numbers_stand_outside_seven_millimetres_below_the_text() {
    let pages = pages(&Brief {
        blocks: vec![Block::Paragraph(vec![Inline::text("落".repeat(28 * 60))])],
        ..sample::empty()
    });
    for (index, page) in pages.iter().enumerate() {
        let number = page.last().expect("a page number");
        assert_eq!(number.text, format!("—{}—", index + 1));
        // The dash is in the middle of its line; the text area ends 262 mm from the top.
        assert_near((number.top + number.bottom) / 2.0, 269.0, "dash");
        if index % 2 == 0 {
            assert_near(number.right, 184.0 - 4.9, "odd page, right");
        } else {
            assert_near(number.left, 28.0 + 4.9, "even page, left");
        }
    }
}

#[test]
fn the_head_takes_the_upper_third_and_the_foot_the_bottom_of_the_last_page() {
    let pages = pages(&sample::full());
    let head = find(&pages[0], "学习教育领导小组办公室");
    assert!(
        85.0 * MM < head.bottom && head.bottom < 99.0 * MM,
        "{head:?}"
    );
    let last = pages.last().expect("a page");
    let foot = find(last, "（共印1050份）");
    assert!(
        255.0 * MM < foot.bottom && foot.bottom < 263.0 * MM,
        "{foot:?}"
    );
    assert!(find(last, "报：").top < find(last, "发：").top);
}

/// The foot moves on to a page of its own rather than over the text.
#[test]
fn the_foot_never_covers_the_text() {
    let briefs = [5, 6, 7].map(|lines| Brief {
        blocks: vec![Block::Paragraph(vec![Inline::text(
            "落".repeat(28 * lines),
        )])],
        ..sample::full()
    });
    for pages in render(&briefs) {
        let page = pages.last().expect("a page");
        let foot = find(page, "报：");
        let text = page.iter().filter(|line| line.text.contains('落'));
        let below = text.map(|line| line.bottom).fold(0.0, f64::max);
        assert!(below < foot.top + 1.0, "{below} is below {}", foot.top);
        assert!(
            255.0 * MM < find(page, "（共印").bottom,
            "the foot is not at the bottom"
        );
    }
}

/// A table of the most rows there may be, over dozens of pages.
#[test]
fn the_head_of_a_long_table_is_repeated_on_each_page_and_no_row_is_lost() {
    let column = |head: &str| Column {
        head: head.into(),
        align: Align::Left,
    };
    let rows = (1..=TABLE_ROWS_MAX).map(|row| {
        let cells = [format!("行{row}"), "某单位".to_owned()];
        cells.map(|cell| vec![Inline::text(cell)]).to_vec()
    });
    let pages = pages(&Brief {
        blocks: vec![Block::Table(Table {
            caption: None,
            columns: vec![column("表头序号"), column("表头单位")],
            rows: rows.collect(),
        })],
        ..sample::empty()
    });
    let mut found = 0;
    for page in &pages {
        let rows = page.iter().filter(|line| line.text.contains('行')).count();
        let heads = page
            .iter()
            .filter(|line| line.text.contains("表头序号"))
            .count();
        assert_eq!(
            heads,
            usize::from(0 < rows),
            "{rows} rows and {heads} heads"
        );
        found += rows;
    }
    assert_eq!(found, TABLE_ROWS_MAX);
    assert!(20 < pages.len(), "{} pages", pages.len());
}

/// A chart stands on one page with its caption under it.
#[test]
fn a_picture_and_its_caption_stay_together() {
    let briefs = [7, 9, 11].map(|lines| Brief {
        blocks: vec![
            Block::Paragraph(vec![Inline::text("落".repeat(28 * lines))]),
            Block::Image(Image {
                bytes: sample::png(),
                width_mm: 150,
                height_mm: 80,
                alt: "图".into(),
                caption: "图1　逐月场次".into(),
            }),
        ],
        ..sample::empty()
    });
    for pages in render(&briefs) {
        let with_caption = pages
            .iter()
            .position(|page| page.iter().any(|line| line.text.contains("逐月场次")));
        let page = &pages[with_caption.expect("a caption")];
        let caption = find(page, "逐月场次");
        let before = page.iter().filter(|line| line.text.contains('落'));
        let text_ends = before.map(|line| line.bottom).fold(37.0 * MM, f64::max);
        assert!(
            80.0 * MM < caption.top - text_ends + 3.0,
            "{caption:?} is too near {text_ends}"
        );
    }
}

fn find<'a>(page: &'a [Line], text: &str) -> &'a Line {
    let found = page.iter().find(|line| line.text.contains(text));
    found.unwrap_or_else(|| panic!("{text} is not among {page:#?}"))
}

#[track_caller]
fn assert_near(points: f64, mm: f64, what: &str) {
    let found = points / MM;
    assert!(
        (found - mm).abs() < 1.5,
        "{what}: {found:.1} mm, not {mm:.1} mm"
    );
}

/// The pages of a brief, each with its lines from top to bottom.
fn pages(brief: &Brief) -> Vec<Vec<Line>> {
    render(std::slice::from_ref(brief)).remove(0)
}

/// The pages of several briefs, laid out by one run of LibreOffice: starting it takes longest.
fn render(briefs: &[Brief]) -> Vec<Vec<Vec<Line>>> {
    let fonts = std::env::var("LUODI_FONTS").expect(
        "LUODI_FONTS names no folder with the Fandol fonts: run `cargo xtask test`, which installs LibreOffice, Poppler and the fonts",
    );
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let config = include_str!("fonts.conf")
        .replace("FONTS_DIR", &fonts)
        .replace("CACHE_DIR", &folder.join("cache").to_string_lossy());
    std::fs::write(folder.join("fonts.conf"), config).expect("the fonts' configuration");
    let names: Vec<_> = (0..briefs.len())
        .map(|index| folder.join(format!("brief{index}")))
        .collect();
    for (brief, name) in briefs.iter().zip(&names) {
        let bytes = brief.to_docx().expect("bytes");
        std::fs::write(name.with_extension("docx"), bytes).expect("the brief");
    }
    run(Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("office").display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(names.iter().map(|name| name.with_extension("docx")))
        .env("FONTCONFIG_FILE", folder.join("fonts.conf")));
    let read = |name: &PathBuf| {
        let (pdf, html) = (name.with_extension("pdf"), name.with_extension("html"));
        run(Command::new("pdftotext")
            .arg("-bbox-layout")
            .args([&pdf, &html]));
        keep(&pdf);
        read_pages(&html)
    };
    names.iter().map(read).collect()
}

/// Whoever wants to look at the pages names a folder in LUODI_KEEP_PAGES.
fn keep(pdf: &Path) {
    if let Ok(folder) = std::env::var("LUODI_KEEP_PAGES") {
        let test = std::thread::current()
            .name()
            .unwrap_or_default()
            .replace("::", ".");
        let name = pdf.file_name().unwrap_or_default().to_string_lossy();
        std::fs::copy(pdf, Path::new(&folder).join(format!("{test}.{name}"))).expect("a copy");
    }
}

fn run(command: &mut Command) {
    let done = command.output().unwrap_or_else(|error| {
        panic!("{command:?}: {error}. Run `cargo xtask test`, which installs what is needed")
    });
    assert!(
        done.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

fn read_pages(path: &Path) -> Vec<Vec<Line>> {
    let html = std::fs::read_to_string(path).expect("the measured pages");
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let tree = roxmltree::Document::parse_with_options(&html, options).expect("well-formed");
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    tree.descendants()
        .filter(|node| named(node, "page"))
        .map(|page| {
            let mut lines: Vec<Line> = page
                .descendants()
                .filter(|node| named(node, "line"))
                .map(|line| {
                    let at = |name| {
                        line.attribute(name)
                            .and_then(|at| at.parse().ok())
                            .expect("a place")
                    };
                    let words = line.descendants().filter(|node| named(node, "word"));
                    Line {
                        text: words.filter_map(|word| word.text()).collect(),
                        left: at("xMin"),
                        right: at("xMax"),
                        top: at("yMin"),
                        bottom: at("yMax"),
                    }
                })
                .collect();
            lines.sort_by(|one, other| one.top.total_cmp(&other.top));
            lines
        })
        .collect()
}
