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

/// Looks at a file's bytes. Never fails: what cannot be told is not told.
pub fn look(bytes: &[u8]) -> FileFacts {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        FileFacts {
            kind: Some(FileType::Jpeg),
            pixels: jpeg_pixels(bytes),
            locked: false,
        }
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        FileFacts {
            kind: Some(FileType::Png),
            pixels: png_pixels(bytes),
            locked: false,
        }
    } else if bytes[..bytes.len().min(1024)]
        .windows(5)
        .any(|five| five == b"%PDF-")
    {
        // ISO 32000-1, 7.5.2, note: readers accept the header within the first 1,024 bytes.
        FileFacts {
            kind: Some(FileType::Pdf),
            pixels: None,
            locked: pdf_locked(bytes),
        }
    } else {
        FileFacts::default()
    }
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

/// ITU-T T.81, B.2.2: a start-of-frame segment carries height and width.
fn jpeg_pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = bytes.get(at..at + 4)?;
        if marker[0] != 0xFF {
            return None;
        }
        match marker[1] {
            0xFF => at += 1,
            0xD8 | 0x01 | 0xD0..=0xD7 => at += 2,
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let size = bytes.get(at + 5..at + 9)?;
                return Some((big_endian(&size[2..4]), big_endian(&size[..2])));
            }
            0xD9 | 0xDA => return None,
            _ => at += 2 + big_endian(&marker[2..4]) as usize,
        }
    }
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x58\0\0\x03\x20\x08\x02\0\0\0";
    const JPEG: &[u8] = &[
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0x03, 0x20, 0x02, 0x58, 3, 0, 0,
    ];

    #[test]
    fn the_content_tells_the_type_and_the_size() {
        for (bytes, kind, pixels, locked) in [
            (PNG, Some(FileType::Png), Some((600, 800)), false),
            (JPEG, Some(FileType::Jpeg), Some((600, 800)), false),
            (
                b"%PDF-1.7 ... trailer << /Root 1 0 R >>".as_slice(),
                Some(FileType::Pdf),
                None,
                false,
            ),
            (
                b"\n%PDF-1.4 trailer << /Encrypt 5 0 R >>",
                Some(FileType::Pdf),
                None,
                true,
            ),
            (b"GIF89a", None, None, false),
            (b"<html>", None, None, false),
            (b"", None, None, false),
        ] {
            assert_eq!(
                look(bytes),
                FileFacts {
                    kind,
                    pixels,
                    locked
                },
                "{bytes:?}"
            );
        }
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
