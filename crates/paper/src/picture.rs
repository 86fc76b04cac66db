//! Drawings as pictures: what a page shows as SVG, a Word file of any age shows as PNG.
use crate::PaperError;
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};
use std::sync::{Arc, LazyLock};

/// Pixels for one unit of the drawing: sharp in print at 150 mm for 720 units.
const PIXELS_PER_UNIT: f32 = 2.0;

/// Most pixels of one side.
const PIXELS_MAX: f32 = 6_000.0;

/// Fonts that can write Chinese, the nicest first.
const CHINESE: [&str; 9] = [
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "FandolHei",
    "Droid Sans Fallback",
];

/// The machine's fonts, read once.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut known = fontdb::Database::new();
    known.load_system_fonts();
    let is_there = |name: &&str| {
        known
            .faces()
            .any(|face| face.families.iter().any(|(family, _)| family == name))
    };
    let chinese = CHINESE.into_iter().find(is_there);
    if let Some(chinese) = chinese {
        known.set_sans_serif_family(chinese);
        known.set_serif_family(chinese);
    }
    Fonts {
        known: Arc::new(known),
        can_write_chinese: chinese.is_some(),
    }
});

struct Fonts {
    known: Arc<fontdb::Database>,
    can_write_chinese: bool,
}

/// A PNG picture and its measure in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub png: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Whether this machine has a font for the words in a chart. Without one a table is better than a picture of empty boxes.
pub fn can_write_chinese() -> bool {
    FONTS.can_write_chinese
}

/// The drawing on white. Takes some milliseconds; the first one reads the machine's fonts.
pub fn picture_of_svg(svg: &str) -> Result<Picture, PaperError> {
    let failed = |error: String| PaperError::NotDrawn(error);
    let options = Options {
        fontdb: FONTS.known.clone(),
        font_family: "sans-serif".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    let size = tree.size();
    let largest = size.width().max(size.height());
    let scale = PIXELS_PER_UNIT.min(PIXELS_MAX / largest);
    let pixels = |units: f32| (units * scale).ceil() as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let mut pixmap =
        Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} x {height}")))?;
    pixmap.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    Ok(Picture {
        png: pixmap
            .encode_png()
            .map_err(|error| failed(error.to_string()))?,
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_a_picture_of_twice_its_size_on_white() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><rect x="0" y="0" width="20" height="20" fill="#2f6690"/></svg>"##;
        let picture = picture_of_svg(svg).expect("a picture");
        assert_eq!((picture.width, picture.height), (80, 40));
        let pixels = Pixmap::decode_png(&picture.png).expect("a PNG");
        let at = |x| pixels.pixel(x, 20).map(|pixel| (pixel.red(), pixel.blue()));
        assert_eq!((at(10), at(70)), (Some((0x2f, 0x90)), Some((255, 255))));
    }

    #[test]
    fn words_in_a_drawing_are_written() {
        let drawn = |text: &str| {
            picture_of_svg(&format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" width="80" height="20" font-family="Microsoft YaHei, Noto Sans CJK SC, sans-serif"><text x="2" y="15" font-size="13">{text}</text></svg>"#
            ))
            .expect("a picture")
            .png
        };
        if can_write_chinese() {
            assert_ne!(drawn("落地"), drawn(""));
            assert_ne!(drawn("落地"), drawn("地落"));
        }
    }

    #[test]
    fn what_is_no_drawing_is_refused_with_a_sentence() {
        let error = picture_of_svg("<svg").expect_err("no drawing");
        assert!(error.text(kernel::Lang::Zh).ends_with('。'));
    }
}
