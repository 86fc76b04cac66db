use super::*;

/// An EXIF part with the direction "turned right" (6) and a place: GPS latitude 30.
fn exif() -> Vec<u8> {
    let mut tiff: Vec<u8> = Vec::new();
    tiff.extend(b"MM\x00\x2a\x00\x00\x00\x08");
    tiff.extend(b"\x00\x02");
    tiff.extend(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00");
    tiff.extend(b"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x26");
    tiff.extend(b"\x00\x00\x00\x00");
    tiff.extend(b"\x00\x01\x00\x01\x00\x02\x00\x00\x00\x02N\x00\x00\x00\x00\x00\x00\x00");
    tiff.extend(b"GPS-30.123");
    let mut part = b"Exif\x00\x00".to_vec();
    part.extend(tiff);
    part
}

fn telephone_picture() -> Vec<u8> {
    let picture = RgbImage::from_fn(60, 40, |x, _| Rgb([(x * 4) as u8, 90, 30]));
    let plain = jpeg(&picture, 90).unwrap();
    let exif = exif();
    let mut bytes = plain[..2].to_vec();
    bytes.extend(b"\xff\xe1");
    bytes.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[test]
fn a_picture_loses_its_place_and_stands_upright() {
    let taken = telephone_picture();
    assert!(holds(&taken, b"Exif") && holds(&taken, b"GPS-30.123"));
    let cleaned = picture(Kind::Jpeg, &taken).unwrap();
    for kept in [&cleaned.bytes, &cleaned.preview] {
        assert!(!holds(kept, b"Exif") && !holds(kept, b"GPS-30.123"));
    }
    let upright = image::load_from_memory(&cleaned.bytes).unwrap();
    assert_eq!((upright.width(), upright.height()), (40, 60));
}

#[test]
fn what_hangs_behind_a_picture_is_cut_off() {
    let picture_of = DynamicImage::new_rgba8(20, 10);
    let mut bytes = png(&picture_of).unwrap();
    bytes.extend(b"<script>alert(1)</script>");
    let cleaned = picture(Kind::Png, &bytes).unwrap();
    assert!(!holds(&cleaned.bytes, b"script"));
    // Transparent pixels are white in the preview.
    let preview = image::load_from_memory(&cleaned.preview).unwrap().to_rgb8();
    assert!(preview.get_pixel(5, 5).0.iter().all(|part| 250 < *part));
}

#[test]
fn a_large_picture_has_a_small_preview() {
    let large = DynamicImage::new_rgb8(5000, 1000);
    let cleaned = picture(Kind::Png, &png(&large).unwrap()).unwrap();
    let kept = image::load_from_memory(&cleaned.bytes).unwrap();
    let preview = image::load_from_memory(&cleaned.preview).unwrap();
    assert_eq!(kept.width(), EDGE_MAX);
    assert_eq!((preview.width(), preview.height()), (320, 64));
}

#[test]
fn a_picture_that_cannot_be_opened_is_refused() {
    let whole = telephone_picture();
    assert_eq!(
        picture(Kind::Jpeg, &whole[..40]).unwrap_err(),
        Refusal::Broken
    );
    assert_eq!(
        picture(Kind::Png, b"\x89PNG\r\n\x1a\n....").unwrap_err(),
        Refusal::Broken
    );
}

#[test]
fn a_picture_that_would_fill_the_memory_is_not_unpacked() {
    // A head that promises 60,000 by 60,000 pixels, as a bomb does.
    let mut bytes = png(&DynamicImage::new_rgb8(1, 1)).unwrap();
    bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let checksum = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert_eq!(
        picture(Kind::Png, &bytes).unwrap_err(),
        Refusal::TooManyPixels
    );
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    })
}
