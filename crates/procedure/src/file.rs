//! What a file is, told by its content and not by its name.

use serde::{Deserialize, Serialize};

/// The types of file that procedures ask for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum FileType {
    /// JPEG image.
    Jpeg,
    /// PNG image.
    Png,
    /// PDF document.
    Pdf,
}

/// What the first look at a file shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FileFacts {
    /// Its type; `None` for one that no procedure asks for.
    pub kind: Option<FileType>,
    /// Width and height in pixels, where it is an image and says them.
    pub pixels: Option<(u32, u32)>,
    /// A PDF that wants a password.
    pub locked: bool,
    /// What is wrong with it, if anything is.
    pub fault: Option<FileFault>,
}

impl FileType {
    /// Every type.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// IANA media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The name that people know it by.
    pub fn label(self) -> &'static str {
        match self {
            Self::Jpeg => "JPG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
        }
    }

    /// Its name in definitions and drafts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The type that a definition calls so.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Whether it is a picture, which a device can shrink.
    pub fn is_image(self) -> bool {
        self != Self::Pdf
    }
}

/// What is wrong with a file, whatever a question asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileFault {
    /// The device does not give its bytes: it lies in a cloud, or is gone.
    Unreadable,
    /// It ends before its content does.
    CutOff,
    /// A picture as iPhones take it (ISO/IEC 23008-12), under whatever name.
    Heic,
    /// A picture as many pages and chats have it (RFC 9649, November 2024).
    WebP,
    /// A picture in AV1 (AVIF 1.1.0, April 2022).
    Avif,
}

impl FileFault {
    /// Every fault, by its name in drafts.
    const NAMES: [(&str, Self); 5] = [
        ("unreadable", Self::Unreadable),
        ("cutoff", Self::CutOff),
        ("heic", Self::Heic),
        ("webp", Self::WebP),
        ("avif", Self::Avif),
    ];

    /// Its name in drafts.
    pub fn key(self) -> &'static str {
        let mut names = Self::NAMES.iter();
        names
            .find(|(_, fault)| *fault == self)
            .map_or("", |(key, _)| key)
    }

    /// The fault that a draft calls so.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names
            .find(|(name, _)| *name == key)
            .map(|(_, fault)| *fault)
    }

    /// The name that people know a picture's type by; nothing for other faults.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Heic => Some("HEIC"),
            Self::WebP => Some("WebP"),
            Self::Avif => Some("AVIF"),
            Self::Unreadable | Self::CutOff => None,
        }
    }
}

/// Looks at all of a file's bytes. Never fails: what cannot be told is not told.
pub fn look(bytes: &[u8]) -> FileFacts {
    look_at(bytes, true)
}

/// The same for the beginning and the end of a large file: whether all of it is there is not told.
pub fn look_at_ends(bytes: &[u8]) -> FileFacts {
    look_at(bytes, false)
}

fn look_at(bytes: &[u8], is_all: bool) -> FileFacts {
    let cut_off = |is_whole: bool| (is_all && !is_whole).then_some(FileFault::CutOff);
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        let (pixels, is_whole) = jpeg(bytes);
        FileFacts {
            kind: Some(FileType::Jpeg),
            pixels,
            fault: cut_off(is_whole),
            ..FileFacts::default()
        }
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        FileFacts {
            kind: Some(FileType::Png),
            pixels: png_pixels(bytes),
            fault: cut_off(png_is_whole(bytes)),
            ..FileFacts::default()
        }
    } else if bytes[..bytes.len().min(1024)]
        .windows(5)
        .any(|five| five == b"%PDF-")
    {
        // ISO 32000-1, 7.5.2, note: readers accept the header within the first 1,024 bytes.
        FileFacts {
            kind: Some(FileType::Pdf),
            locked: pdf_locked(bytes),
            fault: cut_off(pdf_is_whole(bytes)),
            ..FileFacts::default()
        }
    } else {
        FileFacts {
            fault: other_picture(bytes),
            ..FileFacts::default()
        }
    }
}

/// A picture of a type that browsers and phones have and offices do not. ISO/IEC 14496-12, 4.3: a file's brands stand
/// in its first box.
fn other_picture(bytes: &[u8]) -> Option<FileFault> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(FileFault::WebP);
    }
    if bytes.get(4..8) != Some(b"ftyp") {
        return None;
    }
    let end = big_endian(bytes.get(..4)?) as usize;
    let brands = bytes.get(8..end.min(bytes.len()).min(256))?;
    let has = |names: &[&[u8; 4]]| {
        brands
            .chunks(4)
            .any(|brand| names.iter().any(|name| brand == *name))
    };
    if has(&[b"avif", b"avis"]) {
        Some(FileFault::Avif)
    } else {
        has(&[
            b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
        ])
        .then_some(FileFault::Heic)
    }
}

/// ISO 32000-1, 7.5.5 and annex H.3, note 18: a document ends with `%%EOF`, and readers look for it in the last 1,024 bytes.
/// Some printers write more behind it.
fn pdf_is_whole(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    tail.windows(5).any(|five| five == b"%%EOF")
}

/// PNG specification, 11.2.5: IEND is the last chunk.
fn png_is_whole(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = big_endian(&head[..4]) as usize;
        let next = at.saturating_add(12).saturating_add(length);
        if &head[4..] == b"IEND" {
            return next <= bytes.len();
        }
        at = next;
    }
    false
}

/// ISO 32000-1, 7.6.1: an encrypted document has `/Encrypt` in its trailer, near the end.
fn pdf_locked(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    [tail, &bytes[..bytes.len().min(4096)]]
        .iter()
        .any(|part| part.windows(8).any(|eight| eight == b"/Encrypt"))
}

/// PNG specification, 11.2.2: IHDR is the first chunk.
fn png_pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.get(12..24)?;
    (&header[..4] == b"IHDR").then(|| (big_endian(&header[4..8]), big_endian(&header[8..12])))
}

/// ITU-T T.81, B.1 and B.2: a start-of-frame segment carries height and width, and a picture is whole where the marker of
/// its end comes. Phones write more behind that.
fn jpeg(bytes: &[u8]) -> (Option<(u32, u32)>, bool) {
    let mut pixels = None;
    let mut at = 2;
    loop {
        let (Some(0xFF), Some(marker)) = (bytes.get(at), bytes.get(at + 1)) else {
            return (pixels, false);
        };
        match marker {
            0xFF => at += 1,
            0xD8 | 0x01 | 0xD0..=0xD7 => at += 2,
            0xD9 => return (pixels, true),
            marker => {
                let Some(length) = bytes.get(at + 2..at + 4).map(big_endian) else {
                    return (pixels, false);
                };
                let is_frame =
                    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF);
                if is_frame && pixels.is_none() {
                    let size = bytes.get(at + 5..at + 9);
                    pixels = size.map(|size| (big_endian(&size[2..4]), big_endian(&size[..2])));
                }
                at += 2 + length as usize;
                if *marker == 0xDA {
                    at = behind_scan(bytes, at);
                }
            }
        }
    }
}

/// Where the first marker stands behind the data of a scan: there a byte of 0xFF is followed by 0, or by a restart.
fn behind_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(two) = bytes.get(at..at + 2) {
        match two {
            [0xFF, 0x00 | 0xD0..=0xD7] => at += 2,
            [0xFF, _] => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x58\0\0\x03\x20\x08\x02\0\0\0....\0\0\0\x02IDAT......\0\0\0\0IEND....";
    /// A frame of 600 by 800, a scan with a stuffed byte and a restart in it, the end, and what a phone writes behind it.
    const JPEG: &[u8] = &[
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0x03, 0x20, 0x02, 0x58, 1, 1,
        0x11, 0, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0, 9, 0xFF, 0xD3, 5, 0xFF, 0xD9, 1, 2, 3,
    ];

    #[test]
    fn the_content_tells_the_type_and_the_size() {
        let image = |kind, size| FileFacts {
            kind: Some(kind),
            pixels: Some(size),
            ..FileFacts::default()
        };
        let pdf = |locked| FileFacts {
            kind: Some(FileType::Pdf),
            locked,
            ..FileFacts::default()
        };
        let fault = |fault| FileFacts {
            fault,
            ..FileFacts::default()
        };
        for (bytes, facts) in [
            (PNG, image(FileType::Png, (600, 800))),
            (JPEG, image(FileType::Jpeg, (600, 800))),
            (
                b"%PDF-1.7 ... trailer << /Root 1 0 R >> %%EOF".as_slice(),
                pdf(false),
            ),
            (
                b"\n%PDF-1.4 trailer << /Encrypt 5 0 R >> %%EOF\n",
                pdf(true),
            ),
            (b"GIF89a", fault(None)),
            (b"<html>", fault(None)),
            (b"", fault(None)),
            (
                b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
                fault(Some(FileFault::Heic)),
            ),
            (
                b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1",
                fault(Some(FileFault::Avif)),
            ),
            (b"RIFF\0\0\0\0WEBPVP8 ", fault(Some(FileFault::WebP))),
            (b"\0\0\0\x14ftypisom\0\0\0\0mp42", fault(None)),
        ] {
            assert_eq!(look(bytes), facts, "{bytes:?}");
        }
    }

    #[test]
    fn what_ends_before_its_end_is_cut_off() {
        let pdf =
            b"%PDF-1.7 1 0 obj << >> endobj trailer << /Root 1 0 R >> startxref 9 %%EOF".as_slice();
        // The JPEG has three bytes behind its end.
        for (file, end) in [(PNG, PNG.len()), (JPEG, JPEG.len() - 3), (pdf, pdf.len())] {
            assert_eq!(look(file).fault, None);
            for cut in 12..end {
                let cut_off = look(&file[..cut]);
                assert_eq!(cut_off.fault, Some(FileFault::CutOff), "{cut} of {end}");
                assert_eq!(look_at_ends(&file[..cut]).fault, None);
            }
        }
        // A linearized document has an end at its beginning too.
        let linearized = [b"%PDF-1.7 %%EOF".as_slice(), &[b' '; 5000]].concat();
        assert_eq!(look(&linearized).fault, Some(FileFault::CutOff));
    }

    #[test]
    fn a_picture_behind_much_that_is_said_of_it_has_its_size() {
        let mut large = vec![0xFF, 0xD8];
        for _ in 0..20 {
            large.extend([0xFF, 0xE2, 0xFF, 0xFF]);
            large.extend([0; 0xFFFD]);
        }
        large.extend(&JPEG[2..]);
        assert_eq!(look(&large).pixels, Some((600, 800)));
    }

    #[test]
    fn no_cut_of_a_file_panics() {
        for file in [PNG, JPEG] {
            for end in 0..file.len() {
                look(&file[..end]);
            }
        }
        look(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0]);
    }
}
