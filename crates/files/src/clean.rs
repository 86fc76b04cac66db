//! Pictures are written anew from their pixels: place, time, camera and whatever else was hidden in them stays behind.
use crate::{Kind, PIXELS_MAX, Refusal};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Rgb,
    RgbImage,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
    imageops,
};
use std::io::Cursor;

/// Longest edge of a picture that is kept, in pixels; larger ones are made smaller.
const EDGE_MAX: u32 = 4096;
/// Longest edge of a preview, in pixels.
const PREVIEW_EDGE: u32 = 320;
const QUALITY: u8 = 88;
const PREVIEW_QUALITY: u8 = 78;

/// A picture without anything but its pixels, and a small one of it as JPEG.
#[derive(Debug)]
pub(crate) struct Cleaned {
    pub bytes: Vec<u8>,
    pub preview: Vec<u8>,
}

/// Takes seconds for a large picture: not on a thread that serves requests.
pub(crate) fn picture(kind: Kind, bytes: &[u8]) -> Result<Cleaned, Refusal> {
    let format = match kind {
        Kind::Png => ImageFormat::Png,
        _ => ImageFormat::Jpeg,
    };
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(|_| Refusal::Broken)?;
    let (width, height) = decoder.dimensions();
    if PIXELS_MAX < u64::from(width) * u64::from(height) {
        return Err(Refusal::TooManyPixels);
    }
    // The only thing worth knowing from the hidden part is which side is up.
    let orientation = decoder.orientation().map_err(|_| Refusal::Broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Broken)?;
    picture.apply_orientation(orientation);
    if EDGE_MAX < picture.width().max(picture.height()) {
        picture = picture.resize(EDGE_MAX, EDGE_MAX, imageops::FilterType::Triangle);
    }
    let small = picture.thumbnail(PREVIEW_EDGE, PREVIEW_EDGE);
    let preview = jpeg(&on_white(&small), PREVIEW_QUALITY)?;
    let bytes = match kind {
        Kind::Png => png(&picture)?,
        _ => jpeg(&picture.to_rgb8(), QUALITY)?,
    };
    Ok(Cleaned { bytes, preview })
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .write_image(
            picture,
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|_| Refusal::Broken)?;
    Ok(bytes)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    picture
        .write_with_encoder(encoder)
        .map_err(|_| Refusal::Broken)?;
    Ok(bytes)
}

/// What is transparent shows paper, not black.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        let over = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            ((colour * alpha + 255 * (255 - alpha)) / 255) as u8
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests;
