use super::column::widths;
use super::links::Links;
use super::run::{inlines, plain};
use super::xml::Xml;
use crate::{Align, Block, Brief, Headings, Image, Inline, Level, Table, ordinal};
use kernel::Lang;

/// English Metric Units in a millimetre.
const EMU_PER_MM: u32 = 36_000;

/// The blocks of a brief on their way into the document, with what is counted over them.
pub struct Body<'a> {
    brief: &'a Brief,
    links: &'a mut Links,
    headings: [usize; Level::ALL.len()],
    images: usize,
}

pub fn paragraph(xml: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.leaf("w:pStyle", &[("w:val", style)])
        });
        inside(xml);
    });
}

impl<'a> Body<'a> {
    pub fn new(brief: &'a Brief, links: &'a mut Links) -> Self {
        Self {
            brief,
            links,
            headings: Default::default(),
            images: 0,
        }
    }

    pub fn write(mut self, xml: &mut Xml) {
        for block in &self.brief.blocks {
            match block {
                Block::Heading { level, text } => self.heading(xml, *level, text),
                Block::Paragraph(text) => self.text(xml, "Body", "", text),
                Block::List { ordered, items } => self.list(xml, *ordered, items),
                Block::Table(table) => self.table(xml, table),
                Block::Image(image) => self.image(xml, image),
            }
        }
    }

    fn text(&mut self, xml: &mut Xml, style: &str, before: &str, text: &[Inline]) {
        paragraph(xml, style, |xml| {
            if !before.is_empty() {
                plain(xml, before);
            }
            inlines(xml, text, self.links);
        });
    }

    fn heading(&mut self, xml: &mut Xml, level: Level, text: &[Inline]) {
        let index = level.index();
        self.headings[index] += 1;
        self.headings[index + 1..].fill(0);
        let before = match self.brief.headings {
            Headings::AsWritten => String::new(),
            Headings::Numbered => ordinal(level, self.headings[index], self.brief.lang),
        };
        self.text(xml, &format!("Heading{}", index + 1), &before, text);
    }

    /// Official documents have no bullets: points begin with a long dash, ordered ones with a number in brackets.
    fn list(&mut self, xml: &mut Xml, ordered: bool, items: &[Vec<Inline>]) {
        for (index, item) in items.iter().enumerate() {
            let before = match (ordered, self.brief.lang) {
                (true, Lang::Zh) => format!("（{}）", index + 1),
                (true, Lang::En) => format!("({}) ", index + 1),
                (false, Lang::Zh) => "——".to_owned(),
                (false, Lang::En) => "— ".to_owned(),
            };
            self.text(xml, "Body", &before, item);
        }
    }

    fn table(&mut self, xml: &mut Xml, table: &Table) {
        if let Some(caption) = &table.caption {
            paragraph(xml, "Caption", |xml| plain(xml, caption));
        }
        let widths = widths(table)
            .map(|width| width.to_string())
            .collect::<Vec<_>>();
        xml.node("w:tbl", &[], |xml| {
            xml.node("w:tblPr", &[], |xml| {
                xml.leaf("w:tblStyle", &[("w:val", "Grid")]);
                let width = super::TEXT_WIDTH.to_string();
                xml.leaf("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
                xml.leaf("w:jc", &[("w:val", "center")]);
                xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
                xml.leaf("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
            });
            xml.node("w:tblGrid", &[], |xml| {
                for width in &widths {
                    xml.leaf("w:gridCol", &[("w:w", width)]);
                }
            });
            row(xml, true, |xml| {
                for (column, width) in table.columns.iter().zip(&widths) {
                    cell(xml, width, "TableHead", None, |xml| {
                        plain(xml, &column.head)
                    });
                }
            });
            for cells in &table.rows {
                row(xml, false, |xml| {
                    for ((column, width), text) in table.columns.iter().zip(&widths).zip(cells) {
                        cell(xml, width, "TableCell", Some(column.align), |xml| {
                            inlines(xml, text, self.links);
                        });
                    }
                });
            }
        });
        // Two tables in a row would become one.
        paragraph(xml, "Gap", |_| {});
    }

    fn image(&mut self, xml: &mut Xml, image: &Image) {
        self.images += 1;
        let number = self.images.to_string();
        let name = format!("image{number}");
        let across = (u32::from(image.width_mm) * EMU_PER_MM).to_string();
        let down = (u32::from(image.height_mm) * EMU_PER_MM).to_string();
        let size = [("cx", across.as_str()), ("cy", down.as_str())];
        let style = if image.caption.is_empty() {
            "Figure"
        } else {
            "CaptionedFigure"
        };
        paragraph(xml, style, |xml| {
            let none = [
                ("distT", "0"),
                ("distB", "0"),
                ("distL", "0"),
                ("distR", "0"),
            ];
            xml.nest(
                &[("w:r", &[]), ("w:drawing", &[]), ("wp:inline", &none)],
                |xml| {
                    xml.leaf("wp:extent", &size);
                    xml.leaf(
                        "wp:docPr",
                        &[("id", &number), ("name", &name), ("descr", &image.alt)],
                    );
                    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                    let data = [("uri", picture)];
                    xml.nest(
                        &[
                            ("a:graphic", &[]),
                            ("a:graphicData", &data),
                            ("pic:pic", &[]),
                        ],
                        |xml| {
                            xml.node("pic:nvPicPr", &[], |xml| {
                                xml.leaf("pic:cNvPr", &[("id", &number), ("name", &name)]);
                                xml.leaf("pic:cNvPicPr", &[]);
                            });
                            xml.node("pic:blipFill", &[], |xml| {
                                xml.leaf("a:blip", &[("r:embed", &image_id(self.images))]);
                                xml.node("a:stretch", &[], |xml| xml.leaf("a:fillRect", &[]));
                            });
                            xml.node("pic:spPr", &[], |xml| {
                                xml.node("a:xfrm", &[], |xml| {
                                    xml.leaf("a:off", &[("x", "0"), ("y", "0")]);
                                    xml.leaf("a:ext", &size);
                                });
                                xml.node("a:prstGeom", &[("prst", "rect")], |xml| {
                                    xml.leaf("a:avLst", &[])
                                });
                            });
                        },
                    );
                },
            );
        });
        if !image.caption.is_empty() {
            paragraph(xml, "FigureCaption", |xml| plain(xml, &image.caption));
        }
    }
}

/// The relationship id of the `number`th image, from 1.
pub fn image_id(number: usize) -> String {
    format!("rImage{number}")
}

fn row(xml: &mut Xml, is_head: bool, cells: impl FnOnce(&mut Xml)) {
    xml.node("w:tr", &[], |xml| {
        xml.node("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            if is_head {
                xml.leaf("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

fn cell(
    xml: &mut Xml,
    width: &str,
    style: &str,
    align: Option<Align>,
    inside: impl FnOnce(&mut Xml),
) {
    xml.node("w:tc", &[], |xml| {
        xml.node("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            xml.leaf("w:vAlign", &[("w:val", "center")]);
        });
        xml.node("w:p", &[], |xml| {
            xml.node("w:pPr", &[], |xml| {
                xml.leaf("w:pStyle", &[("w:val", style)]);
                let jc = match align {
                    None | Some(Align::Left) => None,
                    Some(Align::Centre) => Some("center"),
                    Some(Align::Right) => Some("right"),
                };
                if let Some(jc) = jc {
                    xml.leaf("w:jc", &[("w:val", jc)]);
                }
            });
            inside(xml);
        });
    });
}
